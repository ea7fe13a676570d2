package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/attack"
)

func caseLateAnswer(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Release1, Release2 struct {
			N    int
			Mean string
		}
	}](t, c.Input)
	want := decodeCase[struct {
		Sum1, Sum2 int
		Late       int `json:"late_answer"`
		OneDecimal struct {
			Release1, Release2 string
			Sum1, Sum2         [2]int
			Late               [2]int `json:"late_answer_interval"`
		} `json:"one_decimal"`
	}](t, c.Expected)
	first, second := in.Release1, in.Release2
	lo1, hi1 := sumsThatPrint(first.Mean, first.N, 1, 2, 0, 5*first.N)
	lo2, hi2 := sumsThatPrint(second.Mean, second.N, 1, 2, 0, 5*second.N)
	if lo1 != want.Sum1 || hi1 != want.Sum1 || lo2 != want.Sum2 || hi2 != want.Sum2 || want.Sum2-want.Sum1 != want.Late {
		t.Errorf("sums %d to %d, then %d to %d; want %d, %d and a late answer of %d", lo1, hi1, lo2, hi2, want.Sum1, want.Sum2, want.Late)
	}
	d := want.OneDecimal
	lo1, hi1 = sumsThatPrint(d.Release1, first.N, 1, 1, 0, 5*first.N)
	lo2, hi2 = sumsThatPrint(d.Release2, second.N, 1, 1, 0, 5*second.N)
	if got := [3][2]int{{lo1, hi1}, {lo2, hi2}, {lo2 - hi1, hi2 - lo1}}; got != [3][2]int{d.Sum1, d.Sum2, d.Late} {
		t.Errorf("with one decimal: sums and late answer %v, want %v", got, d)
	}
	groups := map[string]string{"first": "early", "second": "early late"}
	found := unionOf(defaultPolicy.k, peopleOf(map[string]int{"early": first.N, "late": second.N - first.N}), groups, "first", "second")
	if len(found) != 1 || found[0].People != 1 {
		t.Errorf("both releases: %v, want a combination about one person", found)
	}
}

func caseMeans(t *testing.T, c workedCase) {
	type group struct {
		N    int
		Mean string
	}
	in := decodeCase[struct{ Cohort, DeptA, DeptB group }](t, c.Input)
	want := decodeCase[struct {
		Cohort  int   `json:"sum_cohort"`
		A       int   `json:"sum_A"`
		B       int   `json:"sum_B"`
		Answers []int `json:"individual_answers_B"`
	}](t, c.Expected)
	all, _ := sumsThatPrint(in.Cohort.Mean, in.Cohort.N, 1, 2, in.Cohort.N, 5*in.Cohort.N)
	a, _ := sumsThatPrint(in.DeptA.Mean, in.DeptA.N, 1, 2, in.DeptA.N, 5*in.DeptA.N)
	var s integers
	s.total(all-a, all-a, s.unknown(1, 5, 3), s.unknown(1, 5, 3))
	for i, answer := range want.Answers {
		if lo, hi, _ := s.ends(i, unlimited); lo != answer || hi != answer {
			t.Errorf("an answer of B lies in %d to %d, want %d", lo, hi, answer)
		}
	}
	if all != want.Cohort || a != want.A || all-a != want.B {
		t.Errorf("sums %d, %d and %d, want %+v", all, a, all-a, want)
	}
	sizes := map[string]int{"DeptA": in.DeptA.N, "DeptB": in.DeptB.N}
	groups := map[string]string{"Cohort": "DeptA DeptB", "DeptA": "DeptA", "DeptB": "DeptB"}
	found := unionOf(defaultPolicy.k, peopleOf(sizes), groups, "Cohort", "DeptA")
	if !slices.ContainsFunc(found, func(f attack.Finding) bool { return f.Kind == attack.FewPeople && f.People == in.DeptB.N }) {
		t.Errorf("cohort and A: %v, want a combination about %d people", found, in.DeptB.N)
	}
	if got := withheldAt(defaultPolicy.k, peopleOf(sizes), groups); !slices.Equal(got, []string{"DeptA", "DeptB"}) {
		t.Errorf("withheld %v, want both departments", got)
	}
}

// rowOf is a sum over people from first to last in a wave or question, with a sign.
func rowOf(name string, parts ...[4]int) attack.Sum {
	s := attack.Sum{Name: name, Slots: make(map[attack.Slot]int64)}
	for _, p := range parts {
		for i := p[1]; i < p[2]; i++ {
			s.Slots[attack.Slot{Owner: i, Key: fmt.Sprint(p[0])}] = int64(p[3])
		}
	}
	return s
}

func caseSeparateBases(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Pre, Post struct{ N, Sum int }
		Paired    struct {
			N   int
			Sum int `json:"sum_change"`
		} `json:"paired_change"`
	}](t, c.Input)
	want := decodeCase[struct {
		People   int    `json:"people_in_support"`
		Feasible [2]int `json:"feasible_for_post_only_person"`
	}](t, c.Expected)
	early := in.Pre.N - in.Paired.N // who answered only before
	end := in.Pre.N + in.Post.N - in.Paired.N
	found := attack.Union([]attack.Sum{
		rowOf("pre", [4]int{0, 0, in.Pre.N, 1}), rowOf("post", [4]int{1, early, end, 1}),
		rowOf("change", [4]int{0, early, in.Pre.N, -1}, [4]int{1, early, in.Pre.N, 1}),
	}, nil, defaultPolicy.k, "people")
	if len(found) != 1 || found[0].People != want.People {
		t.Errorf("findings %v, want one about %d people", found, want.People)
	}
	var s integers
	of, times := []int{s.unknown(1, 5, 3)}, []int{1}
	for range early {
		of, times = append(of, s.unknown(1, 5, 3)), append(times, -1)
	}
	rest := in.Post.Sum - in.Pre.Sum - in.Paired.Sum
	s.bind(rest, rest, of, times)
	if lo, hi, _ := s.ends(of[0], unlimited); [2]int{lo, hi} != want.Feasible {
		t.Errorf("the one who answered only after: %d to %d, want %v", lo, hi, want.Feasible)
	}
}

func caseIndex(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Q1, Q2 struct{ N, Sum int }
		Index  struct{ N, Sum int } `json:"index_sum_complete_cases"`
	}](t, c.Input)
	want := decodeCase[struct{ Value int }](t, c.Expected)
	found := attack.Union([]attack.Sum{
		rowOf("Q1", [4]int{1, 0, in.Q1.N, 1}), rowOf("Q2", [4]int{2, 0, in.Q2.N, 1}),
		rowOf("index", [4]int{1, 0, in.Index.N, 1}, [4]int{2, 0, in.Index.N, 1}),
	}, nil, defaultPolicy.k, "people")
	if len(found) != 1 || found[0].People != 1 {
		t.Fatalf("findings %v, want one about one person", found)
	}
	combination, _, _ := strings.Cut(found[0].Proof, " = ")
	if got := evaluate(t, combination, map[string]int{"Q1": in.Q1.Sum, "Q2": in.Q2.Sum, "index": in.Index.Sum}); got != want.Value {
		t.Errorf("%s is %d, want %d", found[0].Proof, got, want.Value)
	}
}
