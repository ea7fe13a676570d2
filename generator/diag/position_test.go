package diag

import (
	"bytes"
	"strings"
	"testing"
)

func TestAPositionReadsAsTheReaderFindsIt(t *testing.T) {
	const file = "cohorts/c1/参加者.xlsx"
	for _, c := range []struct {
		at                       Pos
		plain, english, japanese string
	}{
		{Pos{File: "pages/a.md", Line: 12, Column: 8}, "pages/a.md:12:8", "pages/a.md:12:8", "pages/a.md:12:8"},
		{Pos{File: file, Sheet: "名簿"}, file + " ▸ 名簿", file + " ▸ 名簿", file + " ▸ 名簿"},
		{Pos{File: file, Sheet: "名簿", Line: 14}, file + " ▸ 名簿:14", file + " ▸ 名簿:14", file + " ▸ 名簿:14"},
		{Pos{File: file, Sheet: "名簿", Line: 14, Letter: "C"}, file + " ▸ 名簿!C14", file + " ▸ 名簿!C14", file + " ▸ 名簿!C14"},
		{Pos{File: file, Sheet: "名簿", Line: 14, Letter: "C", Field: "department", Header: "部署"},
			file + " ▸ 名簿!C14 (department)", file + " ▸ 名簿!C14 (部署)", file + " ▸ 名簿!C14（部署）"},
		{Pos{File: "p.csv", Line: 14, Letter: "C"}, "p.csv:14 (C)", "p.csv:14 (column C)", "p.csv:14（C列）"},
		{Pos{File: "p.csv", Line: 14, Letter: "C", Field: "department", Header: "部署"},
			"p.csv:14 (C department)", "p.csv:14 (column C, 部署)", "p.csv:14（C列、部署）"},
		{Pos{File: "p.csv", Line: 14, Field: "id"}, "p.csv:14 (id)", "p.csv:14 (id)", "p.csv:14（id）"},
	} {
		if got := c.at.String(); got != c.plain {
			t.Errorf("%+v:\n got %s\nwant %s", c.at, got, c.plain)
		}
		if en, ja := c.at.In(English), c.at.In(Japanese); en != c.english || ja != c.japanese {
			t.Errorf("%+v:\n got %s and %s\nwant %s and %s", c.at, en, ja, c.english, c.japanese)
		}
	}
}

func TestMachinesGetTheSheetAndTheCell(t *testing.T) {
	withDef(t, linkDef)
	p := linkProblem()
	p.Pos = Pos{File: "a.xlsx", Sheet: "名簿", Line: 14, Letter: "C", Field: "department", Header: "部署"}
	var asJSON, asSARIF bytes.Buffer
	if err := JSON(&asJSON, []Problem{p}, Japanese); err != nil {
		t.Fatal(err)
	}
	if err := SARIF(&asSARIF, []Problem{p}, Japanese, "1"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"sheet": "名簿"`, `"cell": "C14"`, `"field": "department"`, `"header": "部署"`, `"line": 14`} {
		if !strings.Contains(asJSON.String(), want) {
			t.Errorf("%s is not in\n%s", want, asJSON.String())
		}
	}
	for _, want := range []string{`"name": "C14"`, `"fullyQualifiedName": "名簿!C14"`, `"startLine": 14`} {
		if !strings.Contains(asSARIF.String(), want) {
			t.Errorf("%s is not in\n%s", want, asSARIF.String())
		}
	}
}

func TestCellsOfARowAreSortedAsTheyStand(t *testing.T) {
	withDef(t, linkDef)
	at := func(letter string) Problem {
		p := linkProblem()
		p.Pos = Pos{File: "a.csv", Line: 2, Letter: letter}
		return p
	}
	got := Sort([]Problem{at("AA"), at("Z"), at("B")})
	if got[0].Pos.Letter != "B" || got[1].Pos.Letter != "Z" || got[2].Pos.Letter != "AA" {
		t.Errorf("got %v", got)
	}
}
