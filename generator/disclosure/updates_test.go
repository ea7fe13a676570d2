package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestUpdateNeedsKChanged lets 4, 5 and 6 people come in late, correct an
// answer, or withdraw: from 5 on the mean follows, with fewer it keeps its value
// and its date.
func TestUpdateNeedsKChanged(t *testing.T) {
	first := []int{5, 4, 3, 2, 5, 4, 3, 2, 4, 3, 4, 3, 2, 5, 4, 4}
	for changed, follows := range map[int]bool{4: false, 5: true, 6: true} {
		late := append(slices.Clone(first), []int{1, 2, 3, 4, 5, 1}[:changed]...)
		corrected := slices.Clone(first)
		for i := range changed {
			corrected[i] = 1 + corrected[i]%5
		}
		for name, second := range map[string][]int{"came in late": late, "corrected their answer": corrected} {
			s := newSequence()
			s.add(midway(first...))
			next := midway(second...)
			next.AsOf.Day++
			m, problems := s.add(next)
			cell, sum := meanOf(t, m.cohort), 0
			for _, v := range second {
				sum += v
			}
			wantN, wantValue, wantDate := len(second), round(float64(sum)/float64(len(second)), 1), ""
			if !follows {
				wantN, wantValue, wantDate = len(first), 3.6, "2025-10-15"
			}
			if len(problems) > 0 || cell.n != wantN || cell.value != wantValue || cell.asOf != wantDate {
				t.Errorf("%d of 16 %s: %+v, problems %v; want %v of %d, dated %q", changed, name, cell, problems, wantValue, wantN, wantDate)
			}
		}
	}
}

// TestOldValueKeepsItsDate makes three releases after the first: the date stays
// that of the data which the value is of.
func TestOldValueKeepsItsDate(t *testing.T) {
	p := smallHandbook(t)
	for i, n := range []int{16, 17, 18, 19} {
		answer(t, p, "mid", answers(n), nil)
		enrol(t, p, 24, map[int][2]string{0: {"営業部", fmt.Sprintf("2025-05-%02d", 1+i)}})
		release(t, p, small)
		cell, want := at(t, published(t, p), "survey.trust.mid", "mean"), ""
		if i > 0 {
			want = "2025-05-01"
		}
		if cell.n != 16 || cell.AsOf() != want {
			t.Errorf("release %d: n %d, dated %q; want 16 and %q", i+1, cell.n, cell.AsOf(), want)
		}
	}
}

// TestLateAnswersAreSaidAndNotUsed hands three surveys in after the closing
// date.
func TestLateAnswersAreSaidAndNotUsed(t *testing.T) {
	p := smallHandbook(t)
	addWave(t, p, "mid: {closed: 2025-06-30}")
	late := map[int]string{3: "2025-07-01", 7: "2025-07-02", 11: "2025-08-15", 12: "2025-06-30"}
	answer(t, p, "mid", answers(20), late)
	said := notesOf(t, p)
	for _, want := range []string{
		"survey mid: people whose answers came in after its closing date, and are not used: 3\n",
		"アンケート mid: 締切日より後に届いたため使わない回答: 3人分\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("a dry run says\n%s\nwant %s", said, want)
		}
	}
	release(t, p, small)
	if c := at(t, published(t, p), "survey.trust.mid", "mean"); c.n != 17 {
		t.Errorf("20 answers, 3 of them late: n %d, want 17", c.n)
	}
}

// TestEarlyReleaseCostsWhatItSays releases an open wave early. What the dry run
// said could never be shown is not, when everybody has answered.
func TestEarlyReleaseCostsWhatItSays(t *testing.T) {
	p := smallHandbook(t)
	// Of the twelve in each department 9 and 7 have answered, of the mentors 9.
	first := answers(19)
	clear(first[9:12])
	answer(t, p, "mid", first, nil)
	said := notesOf(t, p)
	for _, want := range []string{
		"could never be shown, in survey.trust.mid mean[role=mentor], survey.trust.mid mean[department=営業部]\n",
		"示せなくなる数字: survey.trust.mid mean[role=mentor]、survey.trust.mid mean[department=営業部]\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("the dry run says\n%s\nwant %q", said, want)
		}
	}
	release(t, p, small)
	if said := notesOf(t, p); strings.Contains(said, "survey mid") {
		t.Errorf("once the wave is out, a dry run still says\n%s", said)
	}
	answer(t, p, "mid", answers(24), nil)
	enrol(t, p, 24, map[int][2]string{0: {"営業部", "2025-05-08"}})
	release(t, p, small)
	c := published(t, p)
	for _, level := range []Level{department("営業部"), {"role", "mentor"}} {
		if cell := at(t, c, "survey.trust.mid", "mean", level); cell.n != 9 || cell.asOf == "" {
			t.Errorf("%v, which it named: %+v, want the earlier value of 9, with its date", level, cell)
		}
	}
	if cell := at(t, c, "survey.trust.mid", "mean"); cell.n != 24 || cell.asOf != "" {
		t.Errorf("the whole cohort, which it did not name: %+v, want a mean of 24", cell)
	}
}

// TestPulseFollowsLaterAnswers updates a week of the pulse, and shows a new one.
func TestPulseFollowsLaterAnswers(t *testing.T) {
	p := smallHandbook(t)
	answer(t, p, "pulse-2025-06-02", answers(14), nil)
	release(t, p, small)
	week := Level{"week", "2025-06-02"}
	for _, c := range []struct {
		answered, shown int
	}{{17, 14}, {19, 19}, {22, 19}, {24, 24}} {
		answer(t, p, "pulse-2025-06-02", answers(c.answered), nil)
		release(t, p, small)
		if cell := at(t, published(t, p), "pulse.trust", "mean", week); cell.n != c.shown {
			t.Errorf("%d have answered: n %d, want %d", c.answered, cell.n, c.shown)
		}
	}
	answer(t, p, "pulse-2025-07-07", answers(24), nil)
	release(t, p, small)
	if cell := at(t, published(t, p), "pulse.trust", "mean", Level{"week", "2025-07-07"}); cell.n != 24 {
		t.Errorf("a new week: %+v, want one of 24", cell)
	}
}

// TestAClosingDateToCome gives a wave a closing date that has not come yet: it
// dates no figure, and the wave is not closed.
func TestAClosingDateToCome(t *testing.T) {
	p := smallHandbook(t)
	addWave(t, p, "mid: {closed: 2999-03-31}")
	answer(t, p, "mid", answers(14), nil)
	release(t, p, small)
	if c := published(t, p); c.DataAsOf() != "2025-04-03" {
		t.Errorf("the data are of %s, want the day of the latest orientation", c.DataAsOf())
	}
	answer(t, p, "mid", answers(22), nil)
	release(t, p, small)
	if c := at(t, published(t, p), "survey.trust.mid", "mean"); c.n != 22 {
		t.Errorf("eight more answered before the closing date: n %d, want 22", c.n)
	}
}

// TestExplainSaysWhatAnUpdateTakes explains an open wave to which three late
// answers came, in the tables that keep a value and in no other.
func TestExplainSaysWhatAnUpdateTakes(t *testing.T) {
	p := smallHandbook(t)
	answer(t, p, "mid", answers(16), nil)
	release(t, p, small)
	answer(t, p, "mid", answers(19), nil)
	for table, want := range map[string]string{"survey.trust.mid": "survey mid: at most 3 people's answers are new or changed", "participation.enrolled": ""} {
		e, problems, err := Explain(ReleaseInput{Place: p, Cohort: small}, table)
		if err != nil || len(problems) > 0 {
			t.Fatalf("explain: %v %v", ids(problems), err)
		}
		var said strings.Builder
		for _, n := range e.Stays {
			said.WriteString(n.Words.EN + "\n" + n.Words.JA + "\n")
		}
		if want == "" && said.Len() > 0 || !strings.Contains(said.String(), want) {
			t.Errorf("%s: told\n%s\nwant %q", table, said.String(), want)
		}
	}
}
