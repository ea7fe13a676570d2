package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
)

// rival is how another dataset would have come out beside earlier releases.
type rival struct {
	veil    veil
	courses []course
	limits  attack.Thresholds
	due     map[string]bool
	mu      sync.Mutex
	known   map[string]bool // whether a twin follows, by storyKey
}

// print prints other datasets, of what may differ from the data's own.
func (r *rival) print() attack.Print {
	var each []attack.Print
	for _, c := range r.courses {
		each = append(each, c.printer.with(c.given))
	}
	return func(data microdata.Cohort) (out []attack.Table) {
		for _, print := range each {
			out = append(out, print(data)...)
		}
		return r.veil.printed(out)
	}
}

// follows says whether a twin would have come to print the same: by itself, and
// beside what was printed earlier, with twins of its own that come out alike by
// themselves. A test holds, by trying everything over two releases, that these
// two steps are enough.
func (r *rival) follows(twin microdata.Cohort, earlier []attack.Past) bool {
	key := storyKey(twin, earlier)
	r.mu.Lock()
	follows, known := r.known[key]
	r.mu.Unlock()
	if known {
		return follows
	}
	follows = r.comes(twin, earlier) && r.withstands(twin, earlier)
	r.mu.Lock()
	r.known[key] = follows
	r.mu.Unlock()
	return follows
}

// comes says whether a twin would have come to print the same by itself.
func (r *rival) comes(twin microdata.Cohort, _ []attack.Past) bool {
	return !slices.ContainsFunc(r.courses, func(c course) bool { return !c.comes(twin) })
}

// withstands attacks a twin beside the earlier releases as the data are.
func (r *rival) withstands(twin microdata.Cohort, earlier []attack.Past) bool {
	print := r.print()
	findings := attack.Beside(twin, r.veil.shown(print(twin)), attack.Earlier{Cells: earlier}, r.limits, print, r.due, r.comes)
	return !slices.ContainsFunc(findings, func(f attack.Finding) bool { return !f.Already })
}

// storyKey is the same of twins that differ in who of those whom nothing tells
// apart answered what over time.
func storyKey(c microdata.Cohort, earlier []attack.Past) string {
	people := eachAnswered(c)
	for i, cell := range earlier {
		for _, s := range cell.Slots {
			if s.Owner >= 0 {
				people[s.Owner] += fmt.Sprint(" ", i, s.Series, s.Replaced > 0, s.Value)
			}
		}
	}
	slices.Sort(people)
	return c.Questions[0].Code + "\n" + strings.Join(people, "\n")
}

// veil knows which cells of a merged release show what the data give now. Of
// any other it lets the form alone through.
type veil map[string]bool

func newVeil(merged, made Cohort) veil {
	out := make(veil)
	for i, table := range made.tables {
		for j, cell := range table.cells {
			stands := merged.tables[i].cells[j]
			if cell.form != Withheld && stands.form == cell.form && printed(stands, table.decimals) == printed(cell, table.decimals) {
				out[veilKey(attackTable(table), attackCell(cell))] = true
			}
		}
	}
	return out
}

func veilKey(t attack.Table, c attack.Cell) string {
	return fmt.Sprintf("%s %s %q", t.ID, t.Statistic, c.At)
}

// shown gives the cells that show what the data give now; others are withheld.
func (v veil) shown(tables []attack.Table) []attack.Table {
	return v.over(tables, func(c attack.Cell) attack.Cell { return attack.Cell{At: c.At} })
}

// printed gives all cells, the others without their numbers.
func (v veil) printed(tables []attack.Table) []attack.Table {
	return v.over(tables, func(c attack.Cell) attack.Cell { return attack.Cell{At: c.At, Form: c.Form, N: c.N} })
}

func (v veil) over(tables []attack.Table, other func(attack.Cell) attack.Cell) []attack.Table {
	out := slices.Clone(tables)
	for i, t := range tables {
		out[i].Cells = slices.Clone(t.Cells)
		for j, c := range t.Cells {
			if !v[veilKey(t, c)] {
				out[i].Cells[j] = other(c)
			}
		}
	}
	return out
}
