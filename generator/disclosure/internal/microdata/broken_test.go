package microdata

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
)

// folder makes a handbook's folder of the files of good.txtar, with more in
// their place. A name that ends in " (removed)" takes a file away.
func folder(t testing.TB, more ...txtar.File) *os.Root {
	t.Helper()
	good, err := txtar.ParseFile("testdata/good.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range append(good.Files, more...) {
		name, removed := strings.CutSuffix(f.Name, " (removed)")
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if removed {
			err = os.Remove(file)
		} else {
			err = os.WriteFile(file, f.Data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

// read reads the cohort c1 of a folder with its survey.
func read(root *os.Root) (Cohort, []diag.Problem) {
	survey, problems := ReadSurvey(root)
	if len(problems) > 0 {
		return Cohort{}, problems
	}
	return Read(root, root, "c1", survey)
}

// marker stands in the cells of broken files: no message may hold it.
const marker = "ZQX"

func TestEveryProblemIsToldAtItsPlace(t *testing.T) {
	triggered := map[diag.ID]bool{}
	check := func(t *testing.T, problems []diag.Problem, want string) {
		wantProblems(t, problems, want)
		for _, p := range problems {
			triggered[p.ID] = true
			for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
				if message := p.Pos.String() + p.Message(lang); strings.Contains(message, marker) {
					t.Errorf("the message holds a cell: %s", message)
				}
			}
			if def, _ := diag.Lookup(p.ID); def.Excerpt && strings.HasSuffix(p.Pos.File, ".csv") {
				t.Errorf("%s may show a line of %s", p.ID, p.Pos.File)
			}
		}
	}
	files, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			last := len(a.Files) - 1
			c, problems := read(folder(t, a.Files[:last]...))
			check(t, problems, string(a.Files[last].Data))
			if diag.Stops(problems, false) && len(c.People) > 0 {
				t.Error("a cohort with a problem is not empty")
			}
		})
	}
	t.Run("a file too large", func(t *testing.T) {
		_, problems := read(folder(t, txtar.File{Name: "cohorts/c1/goals.csv", Data: []byte(strings.Repeat(",", maxBytes) + marker)}))
		check(t, problems, "cohorts/c1/goals.csv: data-file-large\n")
	})
	t.Run("sheets", func(t *testing.T) {
		sheets := workbook(t, "goals.xlsx", tab{name: "A", rows: [][]any{{"ペア", "テーマ", "達成状況"}, {marker}}}, tab{name: "B", rows: [][]any{{"pair", "theme", "status"}, {marker}}})
		_, problems := read(folder(t, txtar.File{Name: "cohorts/c1/goals.csv (removed)"}, sheets))
		check(t, problems, "cohorts/c1/goals.xlsx: data-sheet-unsure\n")
		beside := workbook(t, "覚え書き.xlsx", tab{name: "A", rows: [][]any{{"ペア", "テーマ", "達成状況"}, {marker}}})
		_, problems = read(folder(t, beside))
		check(t, problems, "cohorts/c1/覚え書き.xlsx: data-file-unknown\ncohorts/c1/覚え書き.xlsx ▸ A: data-sheet-unread\n")
	})
	t.Run("a folder in place of a file", func(t *testing.T) {
		_, problems := read(folder(t, txtar.File{Name: "cohorts/c1/goals.csv (removed)"}, txtar.File{Name: "cohorts/c1/goals.csv/x"}))
		check(t, problems, "cohorts/c1/goals.csv: data-file-unreadable\n")
	})
	for _, section := range diag.Sections() {
		for _, def := range section.Defs {
			prefix, _, _ := strings.Cut(string(def.ID), "-")
			if section.Title.EN == "Cohort data" && prefix != "roster" && prefix != "allowed" && !triggered[def.ID] {
				t.Errorf("no case triggers %s", def.ID)
			}
		}
	}
}

func TestALinkOutOfTheCohortsFolderIsNotFollowed(t *testing.T) {
	root := folder(t, txtar.File{Name: "cohorts/c1/goals.csv (removed)"}, txtar.File{Name: "goals.csv", Data: []byte("pair,theme,status\n")})
	if err := root.Symlink("../../goals.csv", "cohorts/c1/goals.csv"); err != nil {
		t.Skip("no symbolic links here")
	}
	_, problems := read(root)
	wantProblems(t, problems, "cohorts/c1/goals.csv: data-file-unreadable\n")
}
