package query

import "testing"

func TestOneSelectPasses(t *testing.T) {
	for statement, want := range map[string]string{
		"SELECT 1":                                "",
		" select 1 ;\n":                           "",
		"SELECT 1;;":                              "",
		"SELECT 1; -- that is all":                "",
		"-- who; where\nSELECT 1":                 "",
		"/* a; b */ SELECT 1":                     "",
		"(SELECT 1) UNION (SELECT 2)":             "",
		"WITH a AS (SELECT 1) SELECT * FROM a":    "",
		"SELECT ';', 'it''s; so', \"a;b\", `c;d`": "",
		"SELECT $$a;b$$":                          "",
		"SELECT '--', 1; DELETE FROM x":           "query-many",
		"SELECT 1; SELECT 2":                      "query-many",
		"SELECT '/*'; DROP TABLE x; --*/":         "query-many",
		"":                                        "query-select",
		";":                                       "query-select",
		"'SELECT'":                                "query-select",
		"SELECTED":                                "query-select",
		"VALUES (1)":                              "query-select",
		"TABLE people":                            "query-select",
		"EXPLAIN SELECT 1":                        "query-select",
		"/* SELECT */ DELETE FROM x":              "query-select",
		"/* SELECT 1":                             "query-select",
		"SET ROLE hr":                             "query-select",
		"COPY people TO STDOUT":                   "query-select",
		"DO $$ BEGIN END $$":                      "query-select",
	} {
		if got := refusal(statement); string(got) != want {
			t.Errorf("%q: got %q, want %q", statement, got, want)
		}
	}
}

func TestAnOffsetIsToldAsLineAndCharacter(t *testing.T) {
	for _, c := range []struct {
		offset, line, character int
	}{{1, 1, 1}, {7, 1, 7}, {9, 2, 1}, {11, 2, 3}, {99, 2, 4}, {0, 1, 1}} {
		if line, character := lineAt("SELECT氏\n部署,", c.offset); line != c.line || character != c.character {
			t.Errorf("offset %d: got %d:%d, want %d:%d", c.offset, line, character, c.line, c.character)
		}
	}
}

func TestTheAddressOfAFileIsItsFullPath(t *testing.T) {
	for rest, want := range map[string]string{
		"/srv/hr.db": "/srv/hr.db", "///srv/hr.db": "/srv/hr.db", "///C:/HR/人事.db": "C:/HR/人事.db", "/C:/HR/hr.db": "C:/HR/hr.db", "//srv/hr.db": "//srv/hr.db",
		"hr.db": "hr.db",
	} {
		if got := filePath(rest); got != want {
			t.Errorf("sqlite:%s: got %q, want %q", rest, got, want)
		}
	}
}
