package tabulate

import (
	"fmt"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// asking makes a cohort of mentors of one department, a question a code on a
// scale of from to 5 or 10.
func asking(people, from, to int, codes ...string) microdata.Cohort {
	c := microdata.Cohort{Start: date(4, 1), End: date(9, 30), AsOf: date(9, 30)}
	for i := range people {
		c.People = append(c.People, microdata.Person{ID: fmt.Sprint(i), Role: microdata.Mentor, Department: "A"})
	}
	for _, code := range codes {
		q := microdata.Question{Code: code, Theme: "theme", Good: "high"}
		for v := from; v <= to; v++ {
			q.Scale = append(q.Scale, microdata.Point{Value: v})
		}
		c.Questions = append(c.Questions, q)
	}
	return c
}

// answer adds a wave; answers[q][p] is person p's answer to question q, below 0
// for none.
func answer(c *microdata.Cohort, wave string, answers ...[]int) {
	w := microdata.Wave{Name: wave, Responded: make([]bool, len(c.People))}
	for q, list := range answers {
		for p, v := range list {
			if v >= 0 {
				w.Answers = append(w.Answers, microdata.Answer{Person: p, Question: q, Value: v})
				w.Responded[p] = true
			}
		}
	}
	c.Waves = append(c.Waves, w)
}

// TestSecretShare is C19, a percentage that tells its numerator: 11 of 12.
func TestSecretShare(t *testing.T) {
	for _, c := range []struct {
		part, n int
		want    string
	}{
		{11, 12, "83.3 to 100.0 of 12"}, {12, 12, "83.3 to 100.0 of 12"}, {10, 12, "83.3 to 100.0 of 12"}, {9, 12, "75.00 of 12"},
		{3, 12, "25.00 of 12"}, {2, 12, "0.0 to 16.7 of 12"}, {0, 12, "0.0 to 16.7 of 12"},
		{6, 8, "75.0 to 100.0 of 8"}, {5, 8, "62.50 of 8"}, {2, 4, "nothing"},
	} {
		if got := printed(standard.secretShare(c.part, c.n)); got != c.want {
			t.Errorf("C19 %d of %d: got %s, want %s", c.part, c.n, got, c.want)
		}
	}
}

func TestFavourableShare(t *testing.T) {
	c := asking(12, 1, 5, "trust")
	before := []int{1, 2, 3, 3, 4, 4, 5, 2, 1, 3, 4, 5}
	answer(&c, "before", before)
	answer(&c, "after", []int{5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4})
	check(t, "5 of 12 before; after nearly all alike", tables(c, standard, "survey.trust"),
		"survey.trust.before[] 3.08 of 12", "survey.trust.before[mentor] 3.08 of 12", "survey.trust.before[A] 3.08 of 12",
		"survey.trust.before[] 41.67 of 12", "survey.trust.before[mentor] 41.67 of 12", "survey.trust.before[A] 41.67 of 12",
		"survey.trust.after[] nothing", "survey.trust.after[mentor] nothing", "survey.trust.after[A] nothing",
		"survey.trust.after[] nothing", "survey.trust.after[mentor] nothing", "survey.trust.after[A] nothing",
		"survey.trust.change[] nothing", "survey.trust.change[mentor] nothing", "survey.trust.change[A] nothing")
	c.Questions[0].Good = "low"
	tabs := Make(c, standard)
	for _, table := range tabs.Tables {
		if table.ID == "survey.trust.before" && table.Statistic == "rate" && printed(table.Cells[0]) != "33.33 of 12" {
			t.Errorf("where low is good: got %s, want 33.33 of 12, the ones and twos", printed(table.Cells[0]))
		}
	}
}

// TestThemes ends with C21: where one of twelve skipped one question, the
// questions' sums minus the index would be his answer to the other.
func TestThemes(t *testing.T) {
	c := asking(12, 1, 5, "one", "two")
	one, two := []int{3, 4, 2, 5, 3, 4, 3, 2, 4, 3, 3, 2}, []int{3, 3, 4, 2, 3, 4, 2, 5, 3, 3, 3, 1}
	answer(&c, "before", one, two) // sums 38 and 36
	answer(&c, "after", two, one)
	if got := tables(c, standard, "theme."); !strings.HasPrefix(got, "theme.theme.before[] 3.08 of 12\n") {
		t.Errorf("the same people: got %s, want it to begin with 3.08 of 12", got)
	}
	c.Questions[1].Good = "low" // 38 + (12*6-36) = 74 before, 36 + (72-38) = 70 after
	tabs := Make(c, standard)
	want := map[string]string{"theme.theme.before": "3.08 of 12", "theme.theme.after": "2.92 of 12", "theme.theme.change": "-0.17 of 12"}
	for _, table := range tabs.Tables {
		if w := want[table.ID]; w != "" && printed(table.Cells[0]) != w {
			t.Errorf("one question turned round, %s: got %s, want %s", table.ID, printed(table.Cells[0]), w)
		}
	}
	c.Waves[0].Answers = c.Waves[0].Answers[:len(c.Waves[0].Answers)-1] // the twelfth skips "two"
	check(t, "C21 one person skipped one question", tables(c, standard, "theme."),
		"theme.theme.before[] nothing", "theme.theme.after[] nothing", "theme.theme.change[] nothing")
}

func TestRecommend(t *testing.T) {
	c := asking(12, 0, 10, "nps")
	c.Questions[0].Theme = "recommend"
	before := []int{5, 5, 5, 5, 5, 5, 6, 6, 6, 7, 7, 7}
	answer(&c, "before", before)
	answer(&c, "after", []int{10, 9, 9, 9, 8, 8, 7, 7, 6, 3, 0, 5}) // 4, 4, 4
	check(t, "four of each", tables(c, standard, "recommend."),
		"recommend.promoters[] 33.33 of 12", "recommend.promoters[mentor] 33.33 of 12",
		"recommend.passives[] 33.33 of 12", "recommend.passives[mentor] 33.33 of 12",
		"recommend.detractors[] 33.33 of 12", "recommend.detractors[mentor] 33.33 of 12",
		"recommend.score[] 0.00 of 12", "recommend.score[mentor] 0.00 of 12")
	short := asking(12, 1, 5, "nps")
	short.Questions[0].Theme = "recommend"
	answer(&short, "before", []int{1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2})
	answer(&short, "after", []int{1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2})
	check(t, "a scale of 1 to 5 has no promoters", tables(short, standard, "recommend."))
}

func TestPulseAndMidway(t *testing.T) {
	c := asking(8, 1, 5, "mood")
	answer(&c, "mid", []int{1, 2, 3, 4, 5, 3, 3, -1})
	answer(&c, "pulse-2025-05-05", []int{1, 2, 3, 4, 5, 3, -1, -1})
	answer(&c, "pulse-2025-05-12", []int{1, 2, 3, 4, -1, -1, -1, -1})
	check(t, "pulse", tables(c, standard, "pulse."),
		"pulse.mood[2025-05-05] 3.00 of 6", "pulse.mood[2025-05-05 mentor] 3.00 of 6",
		"pulse.mood[2025-05-12] nothing", "pulse.mood[2025-05-12 mentor] nothing")
	if got := tables(c, standard, "survey.mood.mid"); !strings.HasPrefix(got, "survey.mood.mid[] 3.00 of 7\n") {
		t.Errorf("seven midway: got %s, want it to begin with 3.00 of 7", got)
	}
}

// TestSpread recomputes by hand: answers 1 to 5 twice have a variance of 20/9,
// all after one higher and none above 5.
func TestSpread(t *testing.T) {
	was, is := onScale(4, 4, 4, 4, 4), onScale(0, 4, 8, 4, 4)
	c := spread(plain(20, 0.4), was, is)
	// variances 40/19 and 20.8/19; 0.4 ± 2.0244*sqrt(60.8/19/20)
	if c.Effect != "" || fmt.Sprintf("%.2f %.2f", c.Interval[0], c.Interval[1]) != "-0.41 1.21" {
		t.Errorf("20 people: got %+v, want an interval from -0.41 to 1.21 and no word", c)
	}
	small := spread(plain(10, 0.8), onScale(2, 2, 2, 2, 2), onScale(0, 2, 3, 3, 2))
	if small.Effect != "medium" || small.Interval[0] != small.Interval[1] {
		t.Errorf("10 people, d = 0.8/1.32: got %+v, want medium and no interval", small)
	}
	if few := spread(plain(9, 2), onScale(5, 4, 0, 0, 0), onScale(0, 0, 0, 4, 5)); few.Effect != "" {
		t.Errorf("9 people: got %q, want no word", few.Effect)
	}
}
