package disclosure

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

func at(t *testing.T, c Cohort, id, statistic string, levels ...Level) Cell {
	t.Helper()
	table, ok := c.Table(id, statistic)
	if !ok {
		t.Fatalf("no table %s %s", id, statistic)
	}
	cell, ok := table.Cell(levels...)
	if !ok {
		t.Fatalf("%s %s has no cell at %v", id, statistic, levels)
	}
	return cell
}

// cohortOf makes a cohort in which everybody answers trust both times, as the
// functions say, and nobody answers digital.
func cohortOf(people int, department func(int) string, before, after func(int) int) microdata.Cohort {
	c := random(rand.New(rand.NewPCG(1, 1)), shape{people: people, departments: 1})
	for i := range c.People {
		c.People[i].Department = department(i)
		for w, answer := range []func(int) int{before, after} {
			c.Waves[w].Responded[i] = true
			c.Waves[w].Answers = append(c.Waves[w].Answers, microdata.Answer{Person: i, Question: 0, Value: answer(i)})
		}
	}
	return c
}

func sales(int) string          { return "営業部" }
func spread(i int) int          { return 1 + i%4 }
func department(d string) Level { return Level{"department", d} }

func TestEightPeople(t *testing.T) {
	c, problems := releaseOf(t, cohortOf(8, sales, spread, spread))
	if len(problems) != 0 {
		t.Fatalf("problems %v, want none", problems)
	}
	if cell := at(t, c, "survey.trust.after", "distribution"); cell.form != Distribution || cell.n != 8 {
		t.Errorf("8 people: %+v, want a distribution", cell)
	}
	for _, role := range []string{"mentor", "mentee"} {
		if cell := at(t, c, "survey.trust.after", "mean", Level{"role", role}); cell.form != Withheld {
			t.Errorf("4 people in a role: %+v, want withheld", cell)
		}
	}
}

func TestSixtyPeople(t *testing.T) {
	c, problems := releaseOf(t, cohortOf(60, func(i int) string { return departments[i%6] }, spread, spread))
	if len(problems) != 0 {
		t.Fatalf("problems %v, want none", problems)
	}
	for _, d := range departments {
		if cell := at(t, c, "survey.trust.change", "difference", department(d)); cell.form != Number || cell.n != 10 || cell.value != 0 {
			t.Errorf("%s of 10: %+v, want a change of 0", d, cell)
		}
	}
}

func TestNobodyAnswered(t *testing.T) {
	data := cohortOf(24, sales, spread, spread)
	data.Waves[1].Answers = nil
	c, problems := releaseOf(t, data)
	if _, ok := c.Table("survey.trust.after", "mean"); ok || len(problems) != 0 {
		t.Errorf("nobody answered after: problems %v, a table %v; want none", problems, ok)
	}
	if _, ok := c.Table("survey.trust.before", "mean"); ok {
		t.Error("before is released without its partner")
	}
}

func TestWaveWithoutPartner(t *testing.T) {
	data := cohortOf(24, sales, spread, spread)
	data.Waves = data.Waves[:1]
	_, shield, _ := gate(data, defaultPolicy)
	if len(shield.notes) != 1 || !strings.Contains(shield.notes[0].EN, "before") {
		t.Errorf("notes %v, want one about the wave before", shield.notes)
	}
}

func TestPairedBase(t *testing.T) {
	data := cohortOf(24, sales, spread, spread)
	data.Waves[0].Answers = data.Waves[0].Answers[3:]
	data.Waves[1].Answers = data.Waves[1].Answers[:22]
	c, _ := releaseOf(t, data)
	for _, id := range []string{"survey.trust.before", "survey.trust.after"} {
		if cell := at(t, c, id, "mean"); cell.n != 19 {
			t.Errorf("%s: n %d, want the 19 who answered both times", id, cell.n)
		}
	}
	if cell := at(t, c, "survey.trust.change", "difference"); cell.n != 19 {
		t.Errorf("change: n %d, want 19", cell.n)
	}
}

func TestIdenticalDepartments(t *testing.T) {
	c, problems := releaseOf(t, cohortOf(24, sales, spread, spread))
	whole, part := at(t, c, "survey.trust.after", "mean"), at(t, c, "survey.trust.after", "mean", department("営業部"))
	if len(problems) != 0 || whole.n != part.n || whole.value != part.value {
		t.Errorf("one department is the cohort: %+v and %+v, problems %v", whole, part, problems)
	}
}

func TestDepartmentThatIsARole(t *testing.T) {
	byRole := func(i int) string { return []string{"人事部", "経理部"}[i%2] }
	for _, people := range []int{8, 24} {
		c, problems := releaseOf(t, cohortOf(people, byRole, spread, spread))
		role, dept := at(t, c, "survey.trust.after", "mean", Level{"role", "mentor"}), at(t, c, "survey.trust.after", "mean", department("人事部"))
		if len(problems) != 0 || role.form != dept.form || role.value != dept.value {
			t.Errorf("%d people: role %+v, department %+v, problems %v; want one fate", people, role, dept, problems)
		}
	}
}

// TestClassIsNotRecomputed has one department of nine that all chose 5: its
// class may not follow from the cohort and the other departments.
func TestClassIsNotRecomputed(t *testing.T) {
	three := func(i int) string { return departments[i%3] }
	alike := func(i int) int {
		if i%3 == 0 {
			return 5
		}
		return spread(i)
	}
	data := cohortOf(27, three, spread, alike)
	c, problems := releaseOf(t, data)
	if len(problems) != 0 {
		t.Fatalf("problems %v, want none", problems)
	}
	if cell := at(t, c, "survey.trust.after", "distribution", department(departments[0])); cell.form != Class || !slices.Equal(cell.counts, []Count{{5, 7}}) {
		t.Errorf("all nine chose 5: %+v, want the class of at least 7", cell)
	}
	withheld := 0
	for _, d := range departments[1:3] {
		if at(t, c, "survey.trust.after", "mean", department(d)).form == Withheld {
			withheld++
		}
	}
	if withheld == 0 {
		t.Error("the cohort and both other departments are printed: the class follows by subtraction")
	}
	if cell := at(t, c, "survey.trust.change", "difference", department(departments[0])); cell.form != Withheld {
		t.Errorf("change beside a class: %+v, want withheld", cell)
	}
}

// TestRestThatIsAlike has two departments of three, withheld, who all chose 5:
// together they are what the cohort and the printed departments leave.
func TestRestThatIsAlike(t *testing.T) {
	sizes := func(i int) string {
		switch {
		case i < 3:
			return "法務部"
		case i < 6:
			return "経理部"
		}
		return departments[i%2]
	}
	alike := func(i int) int {
		if i < 6 {
			return 5
		}
		return spread(i)
	}
	c, problems := releaseOf(t, cohortOf(26, sizes, spread, alike))
	printed := 0
	for _, d := range departments[:2] {
		if at(t, c, "survey.trust.after", "mean", department(d)).form == Number {
			printed++
		}
	}
	if len(problems) != 0 || printed > 1 {
		t.Errorf("%d departments are printed, problems %v: the six others all chose 5", printed, problems)
	}
}

// TestRestAcrossBreakdowns has eight people who all chose 5 and whom only two
// breakdowns together leave: the cohort without department A and grade 9.
func TestRestAcrossBreakdowns(t *testing.T) {
	departmentOf := func(i int) string { return []string{"営業部", "研究開発部", "法務部"}[[]int{0, 1, 2}[i/8]] }
	after := append([]int{1, 2, 3, 4, 5, 3, 2, 4}, 5, 4, 3, 3, 5, 5, 5, 5, 4, 2, 3, 1, 5, 5, 5, 5)
	data := cohortOf(24, departmentOf, spread, func(i int) int { return after[i] })
	data.By = [][]string{{"department"}, {"grade"}}
	for i := range data.People {
		switch {
		case i >= 8 && i%8 < 4:
			data.People[i].Grade = "部長"
		case i >= 8 && i%4 < 2:
			data.People[i].Grade = "主任"
		default:
			data.People[i].Grade = "一般"
		}
	}
	c, problems := releaseOf(t, data)
	if len(problems) != 0 {
		t.Fatalf("problems %v, want none", problems)
	}
	shown := 0
	for _, levels := range [][]Level{nil, {department("営業部")}, {{"grade", "部長"}}} {
		if at(t, c, "survey.trust.after", "mean", levels...).form == Number {
			shown++
		}
	}
	if shown == 3 {
		t.Error("the cohort, department 営業部 and grade 部長 are all printed: the eight others all chose 5")
	}
}

func TestWithdrawnPeopleAreInNoFigure(t *testing.T) {
	data := cohortOf(24, sales, spread, spread)
	data.People[0].Withdrawn = microdata.Date{Year: 2025, Month: 6, Day: 1}
	c, _ := releaseOf(t, data)
	for _, table := range []string{"participation.enrolled", "response.after", "survey.trust.after"} {
		statistic := map[string]string{"participation.enrolled": "count", "response.after": "rate", "survey.trust.after": "mean"}[table]
		if cell := at(t, c, table, statistic); cell.n != 23 {
			t.Errorf("%s: n %d, want 23 of 24", table, cell.n)
		}
	}
}

// TestAttackStopsARelease forges cells of each kind that the attack must find.
func TestAttackStopsARelease(t *testing.T) {
	data := cohortOf(24, func(i int) string { return departments[min(i/10, 2)] }, spread, spread)
	c, problems := releaseOf(t, data)
	if len(problems) != 0 {
		t.Fatalf("problems %v, want none", problems)
	}
	forge := func(cell Cell) []string {
		forged := c
		forged.tables = slices.Clone(c.tables)
		for i, table := range forged.tables {
			if table.id == "survey.trust.after" && table.statistic == "mean" {
				forged.tables[i].cells = slices.Clone(table.cells)
				for j, old := range table.cells {
					if sameLevels(old.at, cell.at) {
						forged.tables[i].cells[j] = cell
					}
				}
			}
		}
		return ids(attackRelease(data, forged, defaultPolicy))
	}
	small := []Level{department(departments[2])}
	for _, f := range []struct {
		name string
		cell Cell
		want string
	}{
		{"the small department is printed", Cell{at: small, form: Number, n: 4, value: 3}, "attack-few-people"},
		{"a size that is not its own", Cell{at: small, form: Number, n: 9, value: 3}, "attack-not-known"},
		{"the cohort as a band beside its roles", Cell{form: Band, n: 24, lo: 4.8, hi: 5}, "attack-recomputed"},
	} {
		if got := forge(f.cell); !slices.Contains(got, f.want) {
			t.Errorf("%s: problems %v, want %s", f.name, got, f.want)
		}
	}
}

// TestNoWithheldValueInTheFile reads the bytes that are written: a withheld cell
// holds no number there, and no line holds an id.
func TestNoWithheldValueInTheFile(t *testing.T) {
	data := cohortOf(24, func(i int) string { return departments[min(i/10, 2)] }, spread, spread)
	c, _ := releaseOf(t, data)
	file := string(encode(c, ""))
	for _, line := range strings.Split(file, "\n") {
		if strings.Contains(line, `"withheld"`) && (strings.Contains(line, `"n":`) || strings.Contains(line, `"value":`) || strings.Contains(line, `"band":`)) {
			t.Errorf("a withheld cell holds a number: %s", line)
		}
	}
	for _, p := range data.People {
		if strings.Contains(file, p.ID) {
			t.Errorf("the release holds an id")
		}
	}
}

// TestMonthsInWhichFewMet holds that a month in which nobody, or hardly
// anybody, met is withheld with others and never stops a release.
func TestMonthsInWhichFewMet(t *testing.T) {
	for _, c := range []struct {
		name   string
		meets  func(pair, month int) bool
		hidden int // of six months
	}{
		{"all months full", func(int, int) bool { return true }, 0},
		{"nobody in August", func(_, month int) bool { return month != 8 }, 3},
		{"nobody from July on", func(_, month int) bool { return month < 7 }, 5},
		{"two pairs in August", func(pair, month int) bool { return month != 8 || pair < 2 }, 3},
		{"nobody in August, two pairs in July", func(pair, month int) bool { return month < 7 || month == 7 && pair < 2 || month == 9 }, 4},
		{"in May alone: no months at all", func(_, month int) bool { return month == 5 }, 0},
	} {
		data := cohortOf(24, sales, spread, spread)
		data.Sessions = nil
		for pair := range data.Pairs {
			for month := 4; month <= 9; month++ {
				if c.meets(pair, month) {
					data.Sessions = append(data.Sessions, microdata.Session{
						Pair: pair, Date: microdata.Date{Year: 2025, Month: time.Month(month), Day: 7}, Minutes: 45, Status: microdata.Held})
				}
			}
		}
		release, problems := releaseOf(t, data)
		if len(problems) != 0 {
			t.Errorf("%s: problems %v, want none", c.name, problems)
			continue
		}
		table, _ := release.Table("sessions.held", "sum")
		hidden := 0
		for _, cell := range table.cells {
			if len(cell.at) == 1 && cell.form == Withheld {
				hidden++
			}
		}
		if hidden != c.hidden {
			t.Errorf("%s: %d months withheld, want %d", c.name, hidden, c.hidden)
		}
	}
}
