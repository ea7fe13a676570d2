package disclosure

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// caseDominance has the hours of the case as sessions of a topic.
func caseDominance(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Hours map[string][]int `json:"hours_by_topic_and_pair"`
		Total int              `json:"published_total"`
	}](t, c.Input)
	data := cohortOf(2*len(in.Hours["Career"]), sales, spread, spread)
	data.Sessions = nil
	for _, topic := range sortedKeys(in.Hours) {
		for pair, hours := range in.Hours[topic] {
			for range hours {
				s := held(pair, 5)
				s.Topics = []string{topic}
				data.Sessions = append(data.Sessions, s)
			}
		}
	}
	release, problems := releaseOf(t, data)
	if total := at(t, release, "sessions.held", "sum"); len(problems) > 0 || total.form != Number || total.value != float64(in.Total) {
		t.Errorf("total %+v, problems %v; want %d", total, ids(problems), in.Total)
	}
	if table, ok := release.Table("topics.share", "rate"); ok {
		for _, cell := range table.cells {
			if cell.form != Withheld {
				t.Errorf("%v is shown: Career is dominated, and Tech is the total without it", cell.at)
			}
		}
	}
}

// caseMarks holds that all withheld cells of a release are the same mark, and
// what another mark would have told.
func caseMarks(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Total int `json:"row_total"`
		K     int
	}](t, c.Input)
	want := decodeCase[struct {
		Neutral [2]int `json:"interval_with_neutral_mark"`
		Marks   [2]int `json:"interval_with_lt5_marks"`
	}](t, c.Expected)
	for most, want := range map[int][2]int{in.Total: want.Neutral, in.K - 1: want.Marks} {
		var s integers
		s.total(in.Total, in.Total, s.unknown(0, most, 0), s.unknown(0, most, 0))
		if lo, hi, _ := s.ends(0, unlimited); [2]int{lo, hi} != want {
			t.Errorf("each at most %d: %d to %d, want %v", most, lo, hi, want)
		}
	}
	withheld := 0
	rng := rand.New(rand.NewPCG(18, 18))
	for i := range 6 {
		release, _ := releaseOf(t, full(rng, shapes(rng, i)))
		for line := range strings.Lines(string(encode(release, ""))) {
			if _, mark, is := strings.Cut(line, `"withheld"`); is {
				withheld++
				if mark = strings.TrimRight(mark, "],}\n"); mark != ": true" {
					t.Errorf("a mark reads %q", mark)
				}
			}
		}
	}
	if withheld == 0 {
		t.Error("nothing is withheld in six cohorts")
	}
}

func casePercentage(t *testing.T, c workedCase) {
	in := decodeCase[struct{ Percent string }](t, c.Input)
	want := decodeCase[struct{ Solutions [][]int }](t, c.Expected)
	var found [][]int
	for n := 2; n <= 14; n++ {
		if lo, hi := sumsThatPrint(in.Percent, n, 100, 1, 0, n); lo <= hi {
			found = append(found, []int{lo, n})
		}
	}
	if !slices.EqualFunc(found, want.Solutions, slices.Equal) {
		t.Errorf("%s %% is %v, want %v", in.Percent, found, want.Solutions)
	}
	cells := midwayCells(t, []int{0, 0, 1, 5, 6}, defaultPolicy) // 11 of 12 answered 4 or 5
	if cells["distribution"].form != Distribution || cells["rate"].form != Band || cells["rate"].hi != 100 || cells["rate"].lo != 83 {
		t.Errorf("11 of 12: %+v, want the band of 10 to 12", cells["rate"])
	}
}

// caseOrder turns the means of two departments round: the rows stay where they
// are, by name, and with them the one that is withheld.
func caseOrder(t *testing.T, _ workedCase) {
	sizes := []int{8, 3, 8}
	var orders [2][]string
	for turn, answers := range [][2]int{{4, 3}, {3, 4}} {
		data := cohortOf(19, sales, spread, spread)
		person := 0
		for d, name := range []string{"Eng", "HR", "Sales"} {
			for i := range sizes[d] {
				data.People[person].Department = name
				data.Waves[1].Answers[person].Value = answers[min(d, 1)] - i%2
				person++
			}
		}
		release, _ := releaseOf(t, data)
		table, _ := release.Table("survey.trust.after", "mean")
		for _, cell := range table.cells {
			if len(cell.at) == 1 && cell.at[0].Dimension == "department" {
				orders[turn] = append(orders[turn], cell.at[0].Level)
			}
		}
	}
	if want := []string{"Eng", "HR", "Sales"}; !slices.Equal(orders[0], want) || !slices.Equal(orders[1], want) {
		t.Errorf("rows %v, want them by name", orders)
	}
}

func caseAlike(t *testing.T, c workedCase) {
	want := decodeCase[[]struct {
		Safe        bool `json:"insider_safe"`
		Publishable bool `json:"publishable_at_k5"`
	}](t, c.Expected)
	for i, in := range decodeCase[[]struct {
		Row    string
		Counts []int
		N      int
	}](t, c.Input) {
		data := worldOf([][]int{in.Counts}, 2)
		if len(data.People) != in.N {
			t.Fatalf("%s: %d people, want %d", in.Row, len(data.People), in.N)
		}
		safe := true
		for own, n := range in.Counts {
			others := 0
			for answer, count := range in.Counts {
				if answer == own {
					count--
				}
				if count > 0 {
					others++
				}
			}
			safe = safe && (n == 0 || others > 1)
		}
		shown := false
		for _, cell := range midwayCells(t, in.Counts, defaultPolicy) {
			shown = shown || cell.form == Number || cell.form == Distribution
		}
		if safe != want[i].Safe || shown != want[i].Publishable {
			t.Errorf("%s: safe %v, published %v; want %+v", in.Row, safe, shown, want[i])
		}
	}
}
