package disclosure_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// printed is a release as a reader outside this project would take it.
type printed struct {
	AsOf   string         `json:"data_as_of"`
	Tables []printedTable `json:"tables"`
}

type printedTable struct {
	ID        string        `json:"id"`
	Statistic string        `json:"statistic"`
	Decimals  int           `json:"decimals"`
	Cells     []printedCell `json:"cells"`
}

type printedCell struct {
	At       map[string]string `json:"at"`
	N        int               `json:"n"`
	Value    json.RawMessage   `json:"value"`
	Band     json.RawMessage   `json:"band"`
	Interval []float64         `json:"interval"`
	Effect   string            `json:"effect"`
	AsOf     string            `json:"as_of"`
	Withheld bool              `json:"withheld"`
}

// recounted is a cell as the queries count it: whole / parts, or people by
// answer.
type recounted struct {
	n       int
	value   *big.Rat
	answers map[string]int
}

type recountedSpread struct {
	n                            int
	change, before, after, width float64
}

// inBetween are the tables of surveys between the first and the last, which the
// queries do not count.
var inBetween = regexp.MustCompile(`^pulse\.|\.pulse-|^survey\..*\.mid$`)

// TestReleasedFiguresFollowFromTheirFiles counts every figure of the starter's
// newest releases again, from the files as HR has them and by queries that
// share no code with the release.
func TestReleasedFiguresFollowFromTheirFiles(t *testing.T) {
	for cohort, least := range map[string]int{"2024-autumn": 300, "2025-spring": 450, "2025-autumn": 900} {
		t.Run(cohort, func(t *testing.T) {
			folder := filepath.Join("..", "..", "content", "cohorts", cohort)
			release := newestRelease(t, folder)
			db := loadCohort(t, folder, release)
			figures, spreads := recount(t, db)
			compared := 0
			for _, table := range release.Tables {
				if inBetween.MatchString(table.ID) {
					continue
				}
				counted := figures[table.ID+" "+table.Statistic]
				if counted == nil {
					t.Errorf("%s %s is in the release, and no query counts it", table.ID, table.Statistic)
					continue
				}
				for _, cell := range table.Cells {
					if cell.Withheld || cell.AsOf != "" {
						continue
					}
					compared++
					at := placeOf(cell.At)
					if fault := differs(table, cell, counted[at]); fault != "" {
						t.Errorf("%s %s at %q: %s", table.ID, table.Statistic, at, fault)
					}
					if fault := spreadDiffers(table, cell, spreads[table.ID+" "+at], release.showsAnswers(table.ID, at)); fault != "" {
						t.Errorf("%s %s at %q: %s", table.ID, table.Statistic, at, fault)
					}
				}
			}
			if compared < least {
				t.Errorf("compared %d cells only, want at least %d", compared, least)
			}
		})
	}
}

func newestRelease(t *testing.T, folder string) printed {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "releases", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no release below %s: %v", folder, err)
	}
	data, err := os.ReadFile(slices.Max(names))
	if err != nil {
		t.Fatal(err)
	}
	var release printed
	if err := json.Unmarshal(data, &release); err != nil {
		t.Fatal(err)
	}
	return release
}

// showsAnswers says whether both distributions print of which a change is the
// difference. Only then may it say how certain it is.
func (r printed) showsAnswers(change, at string) bool {
	question, shown := strings.TrimSuffix(change, ".change"), 0
	for _, table := range r.Tables {
		if table.Statistic != "distribution" || table.ID != question+".before" && table.ID != question+".after" {
			continue
		}
		for _, cell := range table.Cells {
			if cell.Value != nil && placeOf(cell.At) == at {
				shown++
			}
		}
	}
	return shown == 2
}

// placeOf writes a cell's place as the queries do: dimensions in their order.
func placeOf(at map[string]string) string {
	var parts []string
	for _, dimension := range slices.Sorted(maps.Keys(at)) {
		parts = append(parts, dimension+"="+at[dimension])
	}
	return strings.Join(parts, ",")
}

// recount runs the queries and gives their cells by table and place.
func recount(t *testing.T, db *sql.DB) (map[string]map[string]recounted, map[string]recountedSpread) {
	t.Helper()
	for _, name := range []string{"people", "pairs", "answers"} {
		execute(t, db, name)
	}
	figures := make(map[string]map[string]recounted)
	eachRow(t, db, "SELECT id, statistic, place, answer, n, whole, parts FROM figures", func(scan func(...any) error) error {
		var id, statistic, place string
		var answer sql.NullInt64
		var n int
		var whole, parts int64
		if err := scan(&id, &statistic, &place, &answer, &n, &whole, &parts); err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
		table := figures[id+" "+statistic]
		if table == nil {
			table = make(map[string]recounted)
			figures[id+" "+statistic] = table
		}
		cell := recounted{n: n, value: big.NewRat(whole, parts), answers: table[place].answers}
		if answer.Valid {
			if cell.answers == nil {
				cell.answers = make(map[string]int)
			}
			cell.answers[strconv.FormatInt(answer.Int64, 10)] = int(whole)
		}
		table[place] = cell
		return nil
	})
	spreads := make(map[string]recountedSpread)
	eachRow(t, db, "SELECT id, place, n, change, before, after, width FROM spread WHERE before IS NOT NULL AND after IS NOT NULL", func(scan func(...any) error) error {
		var id, place string
		var s recountedSpread
		err := scan(&id, &place, &s.n, &s.change, &s.before, &s.after, &s.width)
		spreads[id+" "+place] = s
		return err
	})
	return figures, spreads
}
