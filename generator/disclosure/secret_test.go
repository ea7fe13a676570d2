package disclosure

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/figure"
)

// secretPolicy is the default policy, of a roster that readers do not know.
func secretPolicy() Policy {
	p, _ := NewPolicy(Settings{Roster: "secret"})
	return p
}

// listing names some departments, one in which there is nobody, and all grades.
func listing(c microdata.Cohort, departments []string) microdata.Cohort {
	c.Listed = map[string][]string{"department": append(slices.Clone(departments), "監査室"), "grade": {"一般", "主任", "部長"}}
	slices.Sort(c.Listed["department"])
	return c
}

// TestSecretRoster protects random cohorts of which nobody knows who took part.
// No size that is withheld can be worked out; groups that cohort.yaml does not
// list are not named, and those that it lists are, whether anybody is in them.
func TestSecretRoster(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 7))
	printed := 0
	for i := range 60 {
		s := shape{people: 12 + rng.IntN(49), departments: 2 + rng.IntN(5), response: 0.8, uneven: i%2 == 0,
			by: [][][]string{{{"department"}}, {{"department", "role"}}, {{"department", "role", "grade"}}}[i%3]}
		listed := departments[:s.departments-i%2]
		c := inOrder(listing(random(rng, s), listed))
		p := secretPolicy()
		shield := p.weigh(c).protect(nil)
		if found := p.attackCounts(c, shield.tables); len(found) > 0 {
			t.Errorf("cohort %d, %+v: sizes follow: %v", i, s, found)
		}
		for at, base := range p.weigh(c).bases {
			if !sizesStand(base) {
				t.Errorf("cohort %d, %+v: base %d tells a size that is withheld", i, s, at)
			}
		}
		for _, f := range attack.Linear(c, attackTables(shield.tables), p.limits()) {
			t.Errorf("cohort %d, %+v: %v", i, s, f)
		}
		for _, table := range shield.tables {
			for _, cell := range table.cells {
				if cell.form != Withheld && len(cell.at) > 0 {
					printed++
				}
				for _, l := range cell.at {
					if l.Dimension == "department" && !slices.Contains(c.Listed["department"], l.Level) {
						t.Errorf("cohort %d: %s names a department that cohort.yaml does not list", i, table.id)
					}
				}
				if cell.form != Withheld && cell.n < p.k {
					t.Errorf("cohort %d: %s prints a group of %d", i, table.id, cell.n)
				}
			}
			if d, _ := figure.Lookup(table.id, figure.Statistic(table.statistic)); d.Statistic == figure.Rate && slices.Contains(table.base, "participants") && len(table.cells) != 1 {
				t.Errorf("cohort %d: %s has %d cells, want the whole cohort alone", i, table.id, len(table.cells))
			}
		}
		for _, name := range c.Listed["department"] {
			if _, ok := departmentCell(shield.tables, "participation.enrolled", name); !ok {
				t.Errorf("cohort %d: %s is listed and has no cell", i, name)
			}
		}
	}
	if printed == 0 {
		t.Error("no group was printed in any cohort")
	}
}

// sizesStand says whether the groups of a base that have a rung tell no size of
// fewer than k people, nor that there is nobody, in one elimination without any
// choice.
func sizesStand(b weighedBase) bool {
	groups, empty := places(b.Base, b.groups)
	r := suppress.Request{K: 5, Slack: slack, Empty: empty}
	for g, group := range groups {
		if b.rungs[g] > 0 {
			r.Groups = append(r.Groups, group)
		}
	}
	return suppress.Stands(r)
}

// departmentCell is a table's cell of a department.
func departmentCell(tables []Table, id, department string) (Cell, bool) {
	for _, t := range tables {
		for _, c := range t.cells {
			if t.id == id && len(c.at) == 1 && c.at[0] == (Level{"department", department}) {
				return c, true
			}
		}
	}
	return Cell{}, false
}

// TestNobodyLooksLikeFew moves the three people of a department to another one:
// its cells look as before.
func TestNobodyLooksLikeFew(t *testing.T) {
	of := func(sizes ...int) microdata.Cohort {
		c := random(rand.New(rand.NewPCG(5, 5)), shape{people: 30, departments: 1, response: 1, by: [][]string{{"department"}}})
		at := 0
		for d, n := range sizes {
			for range n {
				c.People[at].Department = departments[d]
				at++
			}
		}
		c.Listed = map[string][]string{"department": slices.Clone(departments[:4])}
		return inOrder(c)
	}
	few, nobody := of(12, 11, 4, 3), of(12, 11, 7, 0)
	p := secretPolicy()
	a, b := p.weigh(few).protect(nil), p.weigh(nobody).protect(nil)
	for _, department := range departments[:4] {
		for _, table := range a.tables {
			x, inX := departmentCell(a.tables, table.id, department)
			y, inY := departmentCell(b.tables, table.id, department)
			if inX != inY || x.form == Withheld && !reflect.DeepEqual(x, y) && department == departments[3] {
				t.Errorf("%s of %s: %+v with three people, %+v with nobody", table.id, department, x, y)
			}
		}
	}
	if c, _ := departmentCell(b.tables, "participation.enrolled", departments[2]); c.form != Withheld {
		t.Errorf("seven people are printed beside the total: that nobody is in %s follows", departments[3])
	}
	if found := p.attackCounts(nobody, b.tables); len(found) > 0 {
		t.Errorf("sizes follow: %v", found)
	}
	base := p.weigh(nobody).bases[0]
	for g, group := range base.Groups {
		if base.rungs[g]++; len(group.Members) == 0 {
			base.rungs[g] = 0
		}
	}
	if sizesStand(base) {
		t.Errorf("all sizes but those of %s stand beside each other", departments[3])
	}
	known := Policy{}.orDefault()
	if c, _ := departmentCell(known.weigh(nobody).protect(nil).tables, "participation.enrolled", departments[2]); c.form == Withheld {
		t.Error("seven people are withheld although the roster is known: the test has no teeth")
	}
}

// TestReleaseOfASecretRoster releases the starter's cohort whose settings leave
// a department out, and asks for a known roster afterwards: what is out stays as
// it was promised.
func TestReleaseOfASecretRoster(t *testing.T) {
	place := starter(t)
	settings := filepath.Join(place.Handbook, "cohorts", autumn, "cohort.yaml")
	given := string(read(t, settings))
	unlisted := strings.ReplaceAll(given, "    経理部: {group: 情報システム・管理部門}\n", "")
	if unlisted == given {
		t.Fatal("cohort.yaml does not list the department in the form that this test expects")
	}
	write(t, settings, []byte(unlisted))
	_, problems, err := Release(ReleaseInput{Place: place, Cohort: autumn, Policy: secretPolicy()})
	if err != nil {
		t.Fatal(err)
	}
	wantProblems(t, "a secret roster", ids(problems))
	file := string(releaseOfFile(t, place, 1))
	if strings.Contains(file, "経理部") || !strings.Contains(file, "情報システム・管理部門") || !strings.Contains(file, "withheld") {
		t.Error("the release names a department that is not listed, or lacks one that is")
	}
	for _, id := range []string{"participation.active", "participation.left"} {
		if strings.Contains(file, id) {
			t.Errorf("the release has %s, a count by a fact that readers do not know", id)
		}
	}
	_, got := tryRelease(t, place, Policy{})
	wantProblems(t, "a known roster afterwards", got, "policy-frozen")
}

// TestWhoJoinedASecretRosterIsNotTold lets somebody join a department after the
// first release. No cell of the next one, nor its date, is then of that
// department alone: else the two releases would say where he works.
func TestWhoJoinedASecretRosterIsNotTold(t *testing.T) {
	p := secretPolicy()
	data := inOrder(listing(random(rand.New(rand.NewPCG(4, 4)), shape{people: 60, departments: 3, response: 0, by: [][]string{{"department"}}}), departments[:2]))
	data.Waves = nil
	var releases []string
	for department := range 2 {
		s := newSequence()
		s.policy = p
		first, _ := s.step(t, data, false)
		next := data
		next.AsOf.Day++
		next.People = append(slices.Clone(data.People), microdata.Person{ID: "E9999", Role: microdata.Mentee, Department: departments[department], Grade: data.People[0].Grade, Joined: next.AsOf})
		second, _ := s.step(t, inOrder(next), false)
		for _, name := range departments[:2] {
			was, _ := departmentCell(first.cohort.tables, "participation.enrolled", name)
			is, _ := departmentCell(second.cohort.tables, "participation.enrolled", name)
			if was.form == Withheld || is.n != was.n || is.asOf == "" {
				t.Errorf("%s is %+v, then %+v; want the earlier count with its date", name, was, is)
			}
		}
		releases = append(releases, string(encode(second.cohort, "")))
	}
	if releases[0] != releases[1] {
		t.Error("the second release depends on the department of the one who joined")
	}
}

// TestAWaveBesideOneThatNamesNobody has a wave of which the names are known and
// one of which they are not, on bases of their own. What is withheld there for
// its answers is of k people or more: that its size follows from the roles'
// refuses no release.
func TestAWaveBesideOneThatNamesNobody(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 78))
	p, byAnswers := secretPolicy(), 0
	for i := range 90 {
		s := shape{people: 12 + rng.IntN(40), departments: 2 + rng.IntN(5), response: []float64{0.5, 0.8, 1}[i%3], skip: 0.05,
			by: [][][]string{{{"department"}}, {{"department"}, {"role"}}, {{"department", "role", "grade"}}}[i/3%3]}
		c := inOrder(nameless(listing(random(rng, s), departments[:s.departments]), []string{"before", "after"}[i%2], nil))
		shield := p.weigh(c).protect(nil)
		if found := p.attackCounts(c, shield.tables); len(found) > 0 {
			t.Errorf("cohort %d, %+v: sizes follow: %v", i, s, found)
		}
		beside := besideBand.words(p)
		byAnswers += len(slices.DeleteFunc(shield.withhelds, func(w WithheldCell) bool { return w.Why != beside }))
	}
	if byAnswers == 0 {
		t.Error("no cell was withheld for its answers: the test tells nothing")
	}
}
