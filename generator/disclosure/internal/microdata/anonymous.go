package microdata

import (
	"cmp"
	"fmt"
	"slices"

	"kohort/generator/diag"
)

// anonymous turns responses that name nobody into persons of whom nothing is
// known. Only a closed wave may hold them: whose they are cannot be told from
// one release to the next, so that the first release of the wave must be its
// last. Their comments are not used.
func (r *reader) anonymous(out *Wave, t table, responses []response, people participants, used *asked) {
	out.Anonymous = true
	responses = slices.DeleteFunc(slices.Clone(responses), func(one response) bool { return len(one.answers) == 0 })
	if len(responses) == 0 && out.Late == 0 {
		return
	}
	switch {
	case out.Closed.IsZero():
		r.report("survey-anonymous-open", t.whole(), diag.Slot("wave", out.Name), diag.Slot("table", t.name))
	case people.known && !people.lost && len(responses) > len(people.people):
		r.report("survey-anonymous-many", t.whole(), diag.SlotInt("responses", len(responses)), diag.SlotInt("people", len(people.people)))
	default:
		r.report("survey-anonymous", t.whole(), diag.SlotInt("responses", len(responses)))
	}
	// By their answers, so that the order of rows tells nothing.
	slices.SortStableFunc(responses, func(a, b response) int {
		return slices.CompareFunc(a.answers, b.answers, func(x, y Answer) int {
			return cmp.Or(cmp.Compare(x.Question, y.Question), cmp.Compare(x.Value, y.Value))
		})
	})
	for i, one := range responses {
		person := len(people.people) + len(used.anonymous)
		used.anonymous = append(used.anonymous, Person{ID: fmt.Sprintf("\x00%s\x00%d", out.Name, i), Anonymous: true})
		used.waveOf = append(used.waveOf, out.Name)
		for _, a := range one.answers {
			a.Person = person
			out.Answers = append(out.Answers, a)
		}
	}
}

// useAnonymous adds the responses that name nobody to the people, after the
// participants.
func (c *Cohort) useAnonymous(used asked) {
	c.People = slices.Concat(c.People, used.anonymous)
	for i := range c.Waves {
		for _, wave := range used.waveOf {
			c.Waves[i].Responded = append(c.Waves[i].Responded, wave == c.Waves[i].Name)
		}
	}
}
