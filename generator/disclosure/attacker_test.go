package disclosure

import (
	"encoding/json"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// colleague is an attacker of its own: it reads the bytes of a release and what
// is known of the people (roster and who answered), and shares no code with
// package attack. For each question, each insider and each other person it asks
// whether any whole answers but the true one keep everything that is printed.
type colleague struct {
	data    microdata.Cohort
	policy  Policy
	release struct {
		Tables []struct {
			ID, Statistic string
			Base          json.RawMessage
			Decimals      int
			Cells         []printedCell
		}
	}
}

// printedCell is a cell of a release file.
type printedCell struct {
	At          map[string]string
	Withheld    bool
	N           int
	Value, Band json.RawMessage
}

func newColleague(t *testing.T, data microdata.Cohort, file []byte) *colleague {
	t.Helper()
	c := &colleague{data: data, policy: defaultPolicy}
	if err := json.Unmarshal(file, &c.release); err != nil {
		t.Fatalf("the release is no JSON: %v", err)
	}
	return c
}

// column is everybody's answer to one question in one wave, by person the index
// of the point on the scale, -1 where there is none.
type column struct {
	question, wave int
	points         []int
}

// says is what one printed number says: the weights of the answers of people,
// by column and point, add up to between lo and hi.
type says struct {
	cell    string
	people  []bool
	weights map[int][]int // by column
	lo, hi  int
}

// themed is the columns that printed figures mix: all questions of a theme.
type themed struct {
	columns []column
	figures []says
}

// column finds a question's wave in a family.
func (f *themed) column(c *colleague, code, wave string) int {
	return slices.IndexFunc(f.columns, func(k column) bool {
		return c.data.Questions[k.question].Code == code && c.data.Waves[k.wave].Name == wave
	})
}

// families divides the questions by theme and reads what is printed of each.
func (c *colleague) families(t *testing.T) []*themed {
	t.Helper()
	byTheme := make(map[string]*themed)
	var out []*themed
	for q, question := range c.data.Questions {
		f := byTheme[question.Theme]
		if f == nil {
			f = &themed{}
			byTheme[question.Theme] = f
			out = append(out, f)
		}
		for w, wave := range c.data.Waves {
			k := column{q, w, slices.Repeat([]int{-1}, len(c.data.People))}
			for _, a := range wave.Answers {
				if a.Question == q && c.data.People[a.Person].Withdrawn.IsZero() {
					k.points[a.Person] = slices.IndexFunc(question.Scale, func(p microdata.Point) bool { return p.Value == a.Value })
				}
			}
			f.columns = append(f.columns, k)
		}
	}
	for _, table := range c.release.Tables {
		for _, cell := range table.Cells {
			if cell.Withheld {
				continue
			}
			for _, f := range out {
				for _, s := range c.read(t, f, table.ID, table.Statistic, table.Decimals, cell) {
					if sum := s.sum(f); sum < s.lo || sum > s.hi {
						t.Errorf("%s prints what does not hold: between %d and %d, is %d", s.cell, s.lo, s.hi, sum)
					}
					f.figures = append(f.figures, s)
				}
			}
		}
	}
	return out
}

func (s says) sum(f *themed) int {
	total := 0
	for k, weights := range s.weights {
		for p, in := range s.people {
			if in {
				total += weights[f.columns[k].points[p]]
			}
		}
	}
	return total
}

// people lists who stands behind a cell: who answered in all columns, narrowed
// to the cell's levels.
func (c *colleague) people(f *themed, at map[string]string, columns ...int) (who []bool, n int) {
	who = make([]bool, len(c.data.People))
	for p, person := range c.data.People {
		who[p] = !slices.ContainsFunc(columns, func(k int) bool { return f.columns[k].points[p] < 0 })
		for dimension, level := range at {
			who[p] = who[p] && (dimension == "week" || person.Level(dimension) == level)
		}
		if who[p] {
			n++
		}
	}
	return who, n
}
