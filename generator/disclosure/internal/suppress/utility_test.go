package suppress

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the comparison into ARCHITECTURE.md")

// crossed is a cohort of people by department × role, or × grade as well, with
// all margins.
func crossed(rng *rand.Rand, n, departments int, grades bool) Request {
	members := make(map[string][]int)
	for p := range n {
		d, role, grade := rng.IntN(departments), p%2, rng.IntN(3)
		if rng.IntN(4) == 0 {
			d = 0 // one department is larger than the others
		}
		levels := []string{fmt.Sprintf("d%d", d), fmt.Sprintf("r%d", role)}
		if grades {
			levels = append(levels, fmt.Sprintf("g%d", grade))
		}
		for set := range 1 << len(levels) {
			name := ""
			for i, l := range levels {
				if set>>i&1 == 1 {
					name += " " + l
				}
			}
			members[name] = append(members[name], p)
		}
	}
	r := Request{K: 5}
	for _, name := range sortedNames(members) {
		tier := []int{0, 2, 4, 5}[len(strings.Fields(name))]
		if strings.HasPrefix(name, " r") && tier == 2 {
			tier = 1
		}
		r.Groups = append(r.Groups, Group{Name: name, Members: members[name], Tier: tier})
	}
	return r
}

func sortedNames(m map[string][]int) []string {
	var out []string
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func withheldOf(r Request, published []bool) (cells, people int) {
	for g, ok := range published {
		if !ok {
			cells, people = cells+1, people+len(r.Groups[g].Members)
		}
	}
	return cells, people
}

// TestUtility compares, cell by cell and at k = 5, with plain Gaussian
// suppression by few contributors, which promises less: where its output keeps
// the promise made here, no more people may stand in withheld cells. The comparison stands in ARCHITECTURE.md.
func TestUtility(t *testing.T) {
	var b strings.Builder
	b.WriteString("| cohorts, cells of department × role (× grade) with margins | gauss: cells / people | outputs that leak | here: cells / people | where gauss does not leak: people by gauss / here |\n|---|---|---|---|---|\n")
	for _, c := range []struct {
		name                   string
		cohorts, n, department int
		grades                 bool
	}{
		{"12 people, 3 departments, 2-D", 1, 12, 3, false}, {"12 people, 3-D", 1, 12, 3, true},
		{"28 people, 4 departments, 2-D", 1, 28, 4, false}, {"28 people, 3-D", 1, 28, 4, true},
		{"56 people, 5 departments, 2-D", 1, 56, 5, false}, {"56 people, 3-D", 1, 56, 5, true},
		{"40 random cohorts of 8 to 60, 2-D", 40, 0, 0, false}, {"27 random cohorts of 8 to 60, 3-D", 27, 0, 0, true},
	} {
		rng := rand.New(rand.NewPCG(12, 28))
		var sums [4]int
		var safe [2]int // people, of outputs of gauss that do not leak
		leaky := 0
		for range c.cohorts {
			n, departments := c.n, c.department
			if n == 0 {
				n, departments = 8+rng.IntN(53), 2+rng.IntN(5)
			}
			r := crossed(rng, n, departments, c.grades)
			plain := gauss(r)
			cells, people := withheldOf(r, plain)
			sums[0], sums[1] = sums[0]+cells, sums[1]+people
			theirs := people
			cells, people = withheldOf(r, Publish(r))
			sums[2], sums[3] = sums[2]+cells, sums[3]+people
			if leaks(r, plain) {
				leaky++
			} else {
				safe[0], safe[1] = safe[0]+theirs, safe[1]+people
			}
		}
		if safe[1] > safe[0] {
			t.Errorf("%s: %d people in withheld cells, gauss %d, where its outputs do not leak", c.name, safe[1], safe[0])
		}
		fmt.Fprintf(&b, "| %s | %d / %d | %d of %d | %d / %d | %d / %d |\n", c.name, sums[0], sums[1], leaky, c.cohorts, sums[2], sums[3], safe[0], safe[1])
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
