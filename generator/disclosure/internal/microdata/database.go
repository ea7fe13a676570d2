package microdata

import (
	"maps"
	"os"
	"regexp"
	"slices"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/query"
	"kohort/generator/disclosure/internal/sheet"
)

// sourceSettings say that a table comes from a database.
type sourceSettings struct {
	Database string `yaml:"database"` // the environment variable that holds the address
	SQL      string `yaml:"sql"`
}

// variableName is how an environment variable is called. An address never is.
var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// hasSource says whether cohort.yaml takes a table from a database, rightly
// written or not.
func (s *settings) hasSource(table string) bool {
	_, ok := s.lines["tables."+table+".source"]
	return ok
}

// source is where a table is read from in a database; ok is false where
// cohort.yaml does not say that well.
func (s *settings) source(table string) (from query.Source, ok bool) {
	t := s.Tables[table]
	key := "tables." + table + ".source."
	from = query.Source{
		Table: table, SQL: t.Source.SQL, Variable: t.Source.Database,
		Pos: s.pos(key + "database"), SQLPos: s.pos(key + "sql"),
	}
	return from, s.hasSource(table) && t.Source.SQL != "" && variableName.MatchString(t.Source.Database) && t.File == "" && t.Sheet == ""
}

// checkSource reports what the source of a table lacks or must not say. What
// stands in place of a variable's name is not shown: it may hold a password.
func (s *settings) checkSource(table string) (out []diag.Problem) {
	t, key := s.Tables[table], "tables."+table+".source"
	if !s.hasSource(table) {
		return nil
	}
	for _, has := range []struct{ key, value string }{{"database", t.Source.Database}, {"sql", t.Source.SQL}} {
		if has.value == "" {
			out = append(out, diag.New("data-key-missing", s.pos(key), diag.Slot("key", has.key)))
		}
	}
	if t.Source.Database != "" && !variableName.MatchString(t.Source.Database) {
		out = append(out, diag.New("source-address", s.pos(key+".database")))
	}
	for _, has := range []struct{ key, value string }{{"file", t.File}, {"sheet", t.Sheet}} {
		if has.value != "" {
			out = append(out, diag.New("source-and-file", s.pos("tables."+table+"."+has.key), diag.Slot("key", has.key)))
		}
	}
	return out
}

// databases reads the tables that come from databases. A database that cannot
// be had is told once, and not waited for again.
func (r *reader) databases() {
	lost := map[string]bool{}
	for _, table := range slices.Sorted(maps.Keys(r.settings.Tables)) {
		if !r.settings.hasSource(table) || !isTableName(table) {
			continue
		}
		g := grid{file: r.settings.path, sheet: table, format: query.Format, cut: true}
		if from, ok := r.settings.source(table); ok && !lost[from.Variable] {
			book, problems := query.Read(from, os.Getenv(from.Variable), query.Limits{})
			r.problems = append(r.problems, problems...)
			lost[from.Variable] = slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Pos == from.Pos })
			g.encoding, g.cut = book.Encoding, len(problems) > 0
			if !g.cut {
				g.rows = book.Sheets[0].Rows
				r.overview.Queried = append(r.overview.Queried, Queried{g.file, table, g.rows})
			}
		}
		r.grids[table] = g
	}
}

// Queried is what a database gave for a table, with people's values, as it came:
// its columns' names in row 1.
type Queried struct {
	File, Sheet string // as positions name it
	Rows        []sheet.Row
}

// isQuery says whether a database gave the rows, and with them the header.
func (g grid) isQuery() bool { return g.format == query.Format }

// HasDatabase says whether cohort.yaml takes the participants of a cohort from a
// database whose address this computer has. It asks none.
func HasDatabase(handbook *os.Root, id string) bool {
	s, _ := readSettings(handbook, id)
	from, ok := s.source("participants")
	return ok && os.Getenv(from.Variable) != ""
}
