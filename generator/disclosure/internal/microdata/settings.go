package microdata

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/internal/strictyaml"
)

// tableNames are the tables of a cohort that have one file each. A survey's
// waves are tables too: survey-before and so on.
var tableNames = []string{"participants", "pairs", "sessions", "goals", "followups"}

// settings is cohort.yaml, and what was found where in it.
type settings struct {
	Title  strictyaml.Text                  `yaml:"title"`
	Start  yamlDate                         `yaml:"start"`
	End    yamlDate                         `yaml:"end"`
	Waves  map[string]waveSettings          `yaml:"waves"`
	Tables map[string]tableSettings         `yaml:"tables"`
	By     [][]string                       `yaml:"by"`
	Levels map[string]map[string]levelWords `yaml:"levels"`

	path   string
	lines  strictyaml.Lines
	groups map[string]map[string]string // by dimension and level: the group it is counted in
}

type waveSettings struct {
	Closed yamlDate `yaml:"closed"`
}

type tableSettings struct {
	File    string            `yaml:"file"`
	Sheet   string            `yaml:"sheet"`   // of a workbook
	Columns map[string]string `yaml:"columns"` // our name of a column: its header in the file
	Ignore  []string          `yaml:"ignore"`  // headers of columns that are not to be read
	Source  sourceSettings    `yaml:"source"`
}

// yamlDate is a Date as YAML writes it.
type yamlDate struct{ Date }

var errNoDate = errors.New("no such day")

// UnmarshalText reads 2006-01-02.
func (d *yamlDate) UnmarshalText(b []byte) error {
	date, ok := day(string(b))
	if !ok {
		return errNoDate
	}
	d.Date = date
	return nil
}

// Example shows how a date is written.
func (d *yamlDate) Example() string { return "2025-04-01" }

// readSettings reads cohorts/ID/cohort.yaml of the handbook.
func readSettings(handbook *os.Root, id string) (settings, []diag.Problem) {
	path := "cohorts/" + id + "/cohort.yaml"
	whole := diag.Pos{File: path}
	data, err := readIn(handbook, "cohorts/"+id, "cohort.yaml")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return settings{path: path}, []diag.Problem{diag.New("cohort-settings-missing", whole)}
	case err != nil:
		return settings{path: path}, []diag.Problem{diag.New("data-file-unreadable", whole)}
	}
	s, lines, problems := strictyaml.Decode[settings](path, data)
	s.path, s.lines = path, lines
	s.group()
	return s, append(problems, s.check(len(problems) == 0)...)
}

// readIn reads one file of a folder that is opened as a root of its own, so
// that a link in it leads nowhere else.
func readIn(root *os.Root, folder, name string) ([]byte, error) {
	dir, err := root.OpenRoot(filepath.FromSlash(folder))
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return readLimited(dir, name)
}

func (s *settings) pos(key string) diag.Pos {
	if p, ok := s.lines[key]; ok {
		return p
	}
	return diag.Pos{File: s.path}
}

// check reports what the keys say that cannot be. A required key counts as
// missing only where the file itself was read whole.
func (s *settings) check(whole bool) []diag.Problem {
	var out []diag.Problem
	report := func(id diag.ID, key string, args ...diag.Arg) {
		out = append(out, diag.New(id, s.pos(key), args...))
	}
	given := map[string]bool{"title": s.Title.Any != "" || len(s.Title.ByLang) > 0, "start": !s.Start.IsZero(), "end": !s.End.IsZero()}
	for _, key := range []string{"title", "start", "end"} {
		if whole && !given[key] {
			report("data-key-missing", key, diag.Slot("key", key))
		}
	}
	if given["start"] && given["end"] && s.End.Before(s.Start.Date) {
		report("cohort-dates", "end")
	}
	for _, name := range slices.Sorted(maps.Keys(s.Waves)) {
		if !isWave(name) {
			report("data-wave-unknown", "waves."+name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Tables)) {
		if !isTableName(name) {
			report("cohort-table-unknown", "tables."+name, diag.Slot("known", strings.Join(tableNames, ", ")))
		} else if f := s.Tables[name].File; f != "" && !isTableFile(f) {
			report("cohort-table-file", "tables."+name+".file")
		}
		out = append(out, s.checkSource(name)...)
	}
	return append(out, s.checkBreakdowns()...)
}

// isTableName says whether cohort.yaml may tell of a table of this name.
func isTableName(name string) bool {
	wave, isSurvey := strings.CutPrefix(name, "survey-")
	return slices.Contains(tableNames, name) || isSurvey && isWave(wave)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// wavePattern is how a wave is called; a pulse has the day of its survey.
var wavePattern = regexp.MustCompile(`^(before|mid|after|pulse-(\d{4}-\d{2}-\d{2}))$`)

func isWave(name string) bool {
	m := wavePattern.FindStringSubmatch(name)
	if m == nil || m[2] == "" {
		return m != nil
	}
	_, ok := day(m[2])
	return ok
}

// elsewhere says whether cohort.yaml tells where a table is to be read from,
// so that no file or sheet is it by name.
func (s *settings) elsewhere(table string) bool {
	t := s.Tables[table]
	return isTableFile(t.File) || t.Sheet != "" || s.hasSource(table)
}

// places says whether cohort.yaml says anything of where a table is to be read
// from. Where there is no such place, that is told at cohort.yaml.
func (s *settings) places(table string) bool {
	return s.Tables[table].File != "" || s.elsewhere(table)
}

// file is the name of a table's file, always in the cohort's own folder; where
// none is named, the one that is asked for.
func (s *settings) file(table string) string {
	if f := s.Tables[table].File; isTableFile(f) {
		return f
	}
	return table + ".csv"
}

// isTableFile says whether cohort.yaml may name f as the file of a table: a
// data file in the cohort's own folder, so that Fingerprint sees it too.
func isTableFile(f string) bool { return f != "" && f == filepath.Base(f) && IsDataFile(f) }
