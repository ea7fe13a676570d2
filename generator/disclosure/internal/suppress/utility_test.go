package suppress

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the comparison into ARCHITECTURE.md")

// person is one row of a cohort: department, role and grade.
type person struct{ department, role, grade int }

// anyCohort is a cohort in which one department is larger than the others.
func anyCohort(rng *rand.Rand) []person {
	out, departments := make([]person, 8+rng.IntN(53)), 2+rng.IntN(5)
	for p := range out {
		out[p] = person{rng.IntN(departments), p % 2, rng.IntN(3)}
		if rng.IntN(4) == 0 {
			out[p].department = 0
		}
	}
	return out
}

// leaning is a cohort in which roles lean to departments and to grades, as
// juniors and leaders do.
func leaning(seed uint64, n int) []person {
	rng := rand.New(rand.NewPCG(seed, uint64(n)))
	departments, grades := 3+rng.IntN(2+n/14), 3+rng.IntN(3)
	toDepartments, toGrades := rng.IntN(4), rng.IntN(4)
	out := make([]person, n)
	for p := range out {
		role := p % 2
		out[p] = person{rng.IntN(departments), role, 0}
		if rng.IntN(4) < toDepartments {
			out[p].department = role * rng.IntN(departments)
		}
		out[p].grade = rng.IntN(grades)
		if rng.IntN(4) < toGrades {
			out[p].grade = role*(grades/2) + rng.IntN(grades-grades/2)
		}
	}
	return out
}

// crossed asks for people by department × role, or × grade as well, with all
// margins.
func crossed(people []person, grades bool) Request {
	members := make(map[string][]int)
	for i, p := range people {
		levels := []string{fmt.Sprintf("d%d", p.department), fmt.Sprintf("r%d", p.role)}
		if grades {
			levels = append(levels, fmt.Sprintf("g%d", p.grade))
		}
		for set := range 1 << len(levels) {
			name := ""
			for at, l := range levels {
				if set>>at&1 == 1 {
					name += " " + l
				}
			}
			members[name] = append(members[name], i)
		}
	}
	r := Request{K: 5}
	for _, name := range sortedKeys(members) {
		tier := []int{0, 2, 4, 5}[len(strings.Fields(name))]
		if strings.HasPrefix(name, " r") && tier == 2 {
			tier = 1
		}
		r.Groups = append(r.Groups, Group{Name: name, Members: members[name], Tier: tier})
	}
	return r
}

func withheldOf(r Request, published []bool) (cells, people int) {
	for g, ok := range published {
		if !ok {
			cells, people = cells+1, people+len(r.Groups[g].Members)
		}
	}
	return cells, people
}

// compared is what each way withholds of some cohorts.
type compared struct {
	name          string
	cohorts       int
	cells, people [3]int // gauss, contrib, Publish
	leaky         [3]int // outputs that give away a group of fewer than k
	clean         [2]int // people by contrib and by Publish, where contrib does not leak
}

func compare(name string, cohorts [][]person, grades bool) compared {
	out := compared{name: name, cohorts: len(cohorts)}
	for _, people := range cohorts {
		r := crossed(people, grades)
		var of [3]int
		for i, published := range [][]bool{gauss(r), contrib(r), Publish(r)} {
			cells, n := withheldOf(r, published)
			out.cells[i], out.people[i], of[i] = out.cells[i]+cells, out.people[i]+n, n
			out.leaky[i] += btoi(leaks(r, published))
		}
		if !leaks(r, contrib(r)) {
			out.clean[0], out.clean[1] = out.clean[0]+of[1], out.clean[1]+of[2]
		}
	}
	return out
}

// row is a line of the table in ARCHITECTURE.md.
func (c compared) row() string {
	out := "| " + c.name
	for i := range c.cells {
		out += fmt.Sprintf(" | %d / %d", c.cells[i], c.people[i])
		if i < 2 {
			out += fmt.Sprintf(" | %d of %d", c.leaky[i], c.cohorts)
		}
	}
	return out + fmt.Sprintf(" | %d / %d |\n", c.clean[0], c.clean[1])
}

// TestUtility compares, cell by cell and at k = 5, with Gaussian suppression by
// few contributors as it runs by default (contrib), which promises less: over
// generated cohorts it may not keep more people in published cells, nor over
// those of its outputs that do not leak. Each of the three cohorts of 12, 28 and
// 56 people is the one of many invented on which contrib and Publish come near
// the columns "R contrib" and "+ restarts" of section 3.2; most is the
// latter, and one person more in the last. The comparison stands in ARCHITECTURE.md.
func TestUtility(t *testing.T) {
	var some, more [][]person
	for rng := rand.New(rand.NewPCG(12, 28)); len(more) < 100; {
		more = append(more, anyCohort(rng))
	}
	some = more[:40]
	var b strings.Builder
	b.WriteString("| cohorts, cells of department × role (× grade) with margins | gauss, no singleton rule: cells / people | leak | few contributors: cells / people | leak | here: cells / people | where few contributors does not leak: people there / here |\n|---|---|---|---|---|---|---|\n")
	for _, c := range []struct {
		name    string
		cohorts [][]person
		grades  bool
		most    int // people
	}{
		{"12 people, 2-D", [][]person{leaning(28, 12)}, false, 24}, {"12 people, 3-D", [][]person{leaning(28, 12)}, true, 67},
		{"28 people, 2-D", [][]person{leaning(228028, 28)}, false, 34}, {"28 people, 3-D", [][]person{leaning(228028, 28)}, true, 101},
		{"56 people, 2-D", [][]person{leaning(34445, 56)}, false, 28}, {"56 people, 3-D", [][]person{leaning(34445, 56)}, true, 164},
		{"40 random cohorts of 8 to 60, 2-D", some, false, 0}, {"40 random cohorts of 8 to 60, 3-D", some, true, 0},
		{"100 random cohorts of 8 to 60, 2-D", more, false, 0}, {"100 random cohorts of 8 to 60, 3-D", more, true, 0},
	} {
		got := compare(c.name, c.cohorts, c.grades)
		if got.people[2] > got.people[1] || got.clean[1] > got.clean[0] || got.leaky[2] > 0 {
			t.Errorf("%s: %d people in withheld cells, with few contributors %d; where that does not leak, %d and %d; %d outputs leak",
				c.name, got.people[2], got.people[1], got.clean[1], got.clean[0], got.leaky[2])
		}
		if c.most > 0 && got.people[2] > c.most {
			t.Errorf("%s: %d people in withheld cells, want at most %d", c.name, got.people[2], c.most)
		}
		b.WriteString(got.row())
	}
	hold(t, "utility", b.String())
}

// hold compares a table with the one in ARCHITECTURE.md, or writes it there.
func hold(t *testing.T, name, table string) {
	t.Helper()
	const file = "../../../ARCHITECTURE.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	start, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
	before, rest, ok1 := strings.Cut(string(data), start)
	old, after, ok2 := strings.Cut(rest, end)
	switch {
	case !ok1 || !ok2:
		t.Errorf("ARCHITECTURE.md has no place for the table %s; got\n%s", name, table)
	case *update:
		if err := os.WriteFile(file, []byte(before+start+table+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	case old != table:
		t.Errorf("ARCHITECTURE.md, table %s: got\n%s\nwant\n%s", name, table, old)
	}
}
