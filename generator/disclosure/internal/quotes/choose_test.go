package quotes

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

var rules = Rules{Respondents: 10, Batch: 5}

var testKey = []byte("0123456789abcdef0123456789abcdef")

// cohort has people who all answered the wave after; what a person wrote is
// given by index.
func cohort(people int, written map[int][]string) microdata.Cohort {
	c := microdata.Cohort{ID: "2025-spring", TextQuestions: []microdata.TextQuestion{{Code: "learned", Theme: "trust"}}}
	w := microdata.Wave{Name: "after", Responded: make([]bool, people)}
	for i := range people {
		c.People = append(c.People, microdata.Person{ID: fmt.Sprintf("E20%02d", i), Role: microdata.Mentor})
		w.Responded[i] = true
		for _, s := range written[i] {
			w.Comments = append(w.Comments, microdata.Comment{Person: i, Text: s})
		}
	}
	c.Waves = []microdata.Wave{w}
	return c
}

// each gives one comment each to so many people.
func each(people int) map[int][]string {
	out := make(map[int][]string)
	for i := range people {
		out[i] = []string{fmt.Sprintf("学んだこと その%d", i+1)}
	}
	return out
}

// approveAll approves every comment as it stands.
func approveAll(asked Asked) File {
	var f File
	for _, c := range asked.Comments {
		f = f.with(Decision{Comment: c.Hash, Publish: true, Text: c.Text, By: "事務局", On: "2025-10-20"})
	}
	return f
}

func choose(c microdata.Cohort, printed map[string]bool) List {
	asked := Read(c, rules)[0]
	return asked.Choose(approveAll(asked), printed, rules, testKey, c.ID)
}

// release notes what a list shows, as the ledger does.
func release(printed map[string]bool, l List) map[string]bool {
	out := make(map[string]bool)
	for m := range printed {
		out[m] = true
	}
	for _, s := range l.New {
		out[Mark(testKey, "2025-spring", "learned", s)] = true
	}
	return out
}

func TestThresholdsAtTheirEdges(t *testing.T) {
	for _, c := range []struct {
		name              string
		people, commented int
		want              State
		texts             int
	}{
		{"9 answered", 9, 9, None, 0},
		{"10 answered", 10, 9, Shown, 9},
		{"4 commented", 12, 4, None, 0},
		{"5 commented", 12, 5, Shown, 5},
	} {
		got := choose(cohort(c.people, each(c.commented)), nil)
		if got.State != c.want || len(got.Texts) != c.texts {
			t.Errorf("%s: state %d with %d texts, want %d with %d", c.name, got.State, len(got.Texts), c.want, c.texts)
		}
	}
}

func TestWhoIsCounted(t *testing.T) {
	mentees := cohort(12, each(6))
	for i := range mentees.People {
		if i >= 9 {
			mentees.People[i].Role = microdata.Mentee
		}
	}
	mentees.TextQuestions[0].Who = microdata.Mentor
	if got := choose(mentees, nil); got.State != None {
		t.Errorf("9 of those who were asked answered: state %d, want none", got.State)
	}
	gone := cohort(10, each(6))
	gone.People[9].Withdrawn = microdata.Date{Year: 2025, Month: 9, Day: 1}
	if asked := Read(gone, rules)[0]; len(asked.Comments) != 0 || !slices.Equal(asked.Short, []string{"after"}) {
		t.Errorf("9 answered besides one who withdrew: %d comments, short %v; want none, and after", len(asked.Comments), asked.Short)
	}
	few := cohort(12, map[int][]string{0: {"一", "二", "三", "四", "五"}, 1: {"六"}, 2: {"七"}, 3: {"八"}})
	if got := choose(few, nil); got.State != None {
		t.Errorf("8 texts of 4 people: state %d, want none", got.State)
	}
	same := cohort(12, map[int][]string{0: {"特になし"}, 1: {"特になし"}, 2: {"特になし"}, 3: {"特になし"}, 4: {"特になし"}})
	if got := choose(same, nil); got.State != None {
		t.Errorf("one text of 5 people: state %d, want none", got.State)
	}
}

func TestUnapprovedIsNotShown(t *testing.T) {
	asked := Read(cohort(12, each(7)), rules)[0]
	f := approveAll(asked)
	withheld := asked.Comments[0]
	f = f.with(Decision{Comment: withheld.Hash, By: "事務局", On: "2025-10-20"})
	got := asked.Choose(f, nil, rules, testKey, "2025-spring")
	if len(got.Texts) != 6 || slices.Contains(got.Texts, withheld.Text) {
		t.Errorf("one of 7 withheld: %d texts, want the 6 others", len(got.Texts))
	}
	if got := asked.Choose(File{}, nil, rules, testKey, "2025-spring"); got.State != None || got.Texts != nil {
		t.Errorf("nothing approved: %d texts, want none", len(got.Texts))
	}
}

func TestNewCommentsComeInBatches(t *testing.T) {
	first := choose(cohort(20, each(6)), nil)
	printed := release(nil, first)
	if first.State != Shown || len(printed) != 6 {
		t.Fatalf("first: state %d, %d texts, want 6", first.State, len(printed))
	}
	waits := choose(cohort(20, each(10)), printed)
	if waits.State != Waiting || !slices.Equal(waits.Texts, first.Texts) || waits.Held != 4 {
		t.Errorf("4 new: state %d, %d texts, held %d; want the first 6 again", waits.State, len(waits.Texts), waits.Held)
	}
	printed = release(printed, waits)
	third := choose(cohort(20, each(11)), printed)
	if third.State != Shown || len(third.Texts) != 11 || len(third.New) != 5 {
		t.Errorf("5 new: state %d, %d texts, %d new; want 11 and 5", third.State, len(third.Texts), len(third.New))
	}
	printed = release(printed, third)
	again := choose(cohort(20, each(11)), printed)
	if !slices.Equal(again.Texts, third.Texts) || len(again.New) != 0 {
		t.Errorf("nothing new: %d texts, %d new; want the same 11", len(again.Texts), len(again.New))
	}
}

func TestOneTakenAwayTakesTheList(t *testing.T) {
	whole := cohort(20, each(8))
	printed := release(nil, choose(whole, nil))

	withdrew := cohort(20, each(8))
	withdrew.People[3].Withdrawn = microdata.Date{Year: 2025, Month: 10, Day: 1}
	edited := each(8)
	edited[3] = []string{"書き直した文"}
	for name, c := range map[string]microdata.Cohort{"withdrew": withdrew, "edited by its author": cohort(20, edited), "with new ones": withNew(withdrew)} {
		if got := choose(c, printed); got.State != Taken || got.Texts != nil {
			t.Errorf("%s: state %d, %d texts; want the list taken", name, got.State, len(got.Texts))
		}
	}
	asked := Read(whole, rules)[0]
	back := approveAll(asked).with(Decision{Comment: asked.Comments[2].Hash, By: "事務局", On: "2025-11-01"})
	if got := asked.Choose(back, printed, rules, testKey, whole.ID); got.State != Taken {
		t.Errorf("approval taken back: state %d, want taken", got.State)
	}
	if got := choose(whole, printed); got.State != Shown || len(got.Texts) != 8 {
		t.Errorf("all there again: state %d, want the list as it was", got.State)
	}
}

func withNew(c microdata.Cohort) microdata.Cohort {
	c.Waves = slices.Clone(c.Waves)
	for i := 10; i < 18; i++ {
		c.Waves[0].Comments = append(slices.Clone(c.Waves[0].Comments), microdata.Comment{Person: i, Text: fmt.Sprint("後から", i)})
	}
	return c
}

// TestOrderSaysNothing draws cohorts in which some wrote much, in two waves,
// and holds the order against any order of the files.
func TestOrderSaysNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for round := range 60 {
		people := 10 + rng.IntN(15)
		c := cohort(people, nil)
		c.Waves = append(c.Waves, microdata.Wave{Name: "mid", Responded: c.Waves[0].Responded})
		author := make(map[string]int)
		for n := range 5 + rng.IntN(25) {
			person, wave := rng.IntN(1+rng.IntN(people)), rng.IntN(2)
			s := fmt.Sprintf("記述 %d", n)
			author[s] = person
			c.Waves[wave].Comments = append(c.Waves[wave].Comments, microdata.Comment{Person: person, Text: s})
		}
		got := choose(c, nil)
		for i, s := range got.Texts {
			if i > 0 && author[s] == author[got.Texts[i-1]] {
				t.Fatalf("round %d: places %d and %d are of one person", round, i-1, i)
			}
		}
		turned := c
		turned.Waves = slices.Clone(c.Waves)
		for i := range turned.Waves {
			turned.Waves[i].Comments = slices.Clone(c.Waves[i].Comments)
			rng.Shuffle(len(turned.Waves[i].Comments), func(a, b int) {
				list := turned.Waves[i].Comments
				list[a], list[b] = list[b], list[a]
			})
		}
		slices.Reverse(turned.Waves)
		if again := choose(turned, nil); !slices.Equal(again.Texts, got.Texts) {
			t.Fatalf("round %d: another order of rows gives another list", round)
		}
	}
}

// TestWhoWroteMuchIsHeldBack gives one person more than half of the texts.
func TestWhoWroteMuchIsHeldBack(t *testing.T) {
	written := each(5)
	for i := range 9 {
		written[0] = append(written[0], fmt.Sprint("まだある ", i))
	}
	got := choose(cohort(12, written), nil)
	if got.State != Shown || len(got.Texts) != 9 || got.Held != 5 {
		t.Errorf("10 texts of one and 4 of others: state %d, %d texts, %d held; want 9 and 5", got.State, len(got.Texts), got.Held)
	}
}

func TestOrderNeedsTheKey(t *testing.T) {
	c := cohort(20, each(15))
	asked := Read(c, rules)[0]
	f := approveAll(asked)
	one := asked.Choose(f, nil, rules, testKey, c.ID)
	other := asked.Choose(f, nil, rules, []byte(strings.Repeat("k", 32)), c.ID)
	if slices.Equal(one.Texts, other.Texts) {
		t.Error("15 texts stand in the same order under two keys")
	}
}
