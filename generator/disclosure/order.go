package disclosure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// inOrder numbers people and pairs by what is known of them in place of the
// order of rows, so that no order shows in a release: where a search has a
// limit, another order could find another twin. Those who answered the same
// questions stand together, whatever they answered. People of whom the same is
// known and who answered alike are told apart by their ids.
func inOrder(c microdata.Cohort) microdata.Cohort {
	people := peopleKeys(c)
	c = renumber(c, ranks(people))
	return renumberPairs(c, ranks(pairKeys(c, people)))
}

// ranks gives the place of each key in sorted order; equal keys stay in order.
func ranks(keys []string) []int {
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
	to := make([]int, len(keys))
	for place, i := range order {
		to[i] = place
	}
	return to
}

func peopleKeys(c microdata.Cohort) []string {
	asked, answers := make([][]string, len(c.People)), make([][]string, len(c.People))
	for w, wave := range c.Waves {
		for _, a := range wave.Answers {
			asked[a.Person] = append(asked[a.Person], fmt.Sprintf("%03d.%03d", w, a.Question))
			answers[a.Person] = append(answers[a.Person], fmt.Sprintf("%03d.%03d=%03d", w, a.Question, a.Value))
		}
		for i, handedIn := range wave.Responded {
			if handedIn {
				asked[i] = append(asked[i], fmt.Sprintf("%03d", w))
			}
		}
	}
	keys := make([]string, len(c.People))
	for i, p := range c.People {
		slices.Sort(asked[i])
		slices.Sort(answers[i])
		keys[i] = fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s|%s|%s|%v|%v|%q", p.Role, p.Department, p.Grade, p.Site,
			day(p.Oriented), day(p.Joined), day(p.Left), day(p.LeftCompany), day(p.Withdrawn), asked[i], answers[i], p.ID)
	}
	return keys
}

// pairKeys takes the people's keys by their new numbers.
func pairKeys(c microdata.Cohort, people []string) []string {
	people = slices.Sorted(slices.Values(people))
	parts := make([][]string, len(c.Pairs))
	for _, s := range c.Sessions {
		parts[s.Pair] = append(parts[s.Pair], fmt.Sprintf("s%s %03d %s %s %v", day(s.Date), s.Minutes, s.Status, s.Format, s.Topics))
	}
	for _, g := range c.Goals {
		parts[g.Pair] = append(parts[g.Pair], "g"+g.Theme+" "+g.Status)
	}
	for _, f := range c.Followups {
		parts[f.Pair] = append(parts[f.Pair], "f"+day(f.Date)+" "+f.Kind)
	}
	keys := make([]string, len(c.Pairs))
	for i, p := range c.Pairs {
		slices.Sort(parts[i])
		keys[i] = fmt.Sprintf("%v|%s|%s|%s|%s", parts[i], day(p.Matched), day(p.Ended), people[p.Mentor], people[p.Mentee])
	}
	return keys
}

// renumber moves person i to place to[i].
func renumber(c microdata.Cohort, to []int) microdata.Cohort {
	out := c
	out.People = make([]microdata.Person, len(c.People))
	for i, p := range c.People {
		out.People[to[i]] = p
	}
	out.Pairs = slices.Clone(c.Pairs)
	for i := range out.Pairs {
		out.Pairs[i].Mentor, out.Pairs[i].Mentee = to[c.Pairs[i].Mentor], to[c.Pairs[i].Mentee]
	}
	out.Waves = slices.Clone(c.Waves)
	for i, w := range c.Waves {
		out.Waves[i].Answers = slices.Clone(w.Answers)
		for j := range w.Answers {
			out.Waves[i].Answers[j].Person = to[w.Answers[j].Person]
		}
		slices.SortStableFunc(out.Waves[i].Answers, func(a, b microdata.Answer) int {
			return cmp.Or(cmp.Compare(a.Question, b.Question), cmp.Compare(a.Person, b.Person))
		})
		out.Waves[i].Comments = slices.Clone(w.Comments)
		for j := range w.Comments {
			out.Waves[i].Comments[j].Person = to[w.Comments[j].Person]
		}
		out.Waves[i].Responded = make([]bool, len(w.Responded))
		for j, r := range w.Responded {
			out.Waves[i].Responded[to[j]] = r
		}
	}
	return out
}

// renumberPairs moves pair i to place to[i].
func renumberPairs(c microdata.Cohort, to []int) microdata.Cohort {
	out := c
	out.Pairs = make([]microdata.Pair, len(c.Pairs))
	for i, p := range c.Pairs {
		out.Pairs[to[i]] = p
	}
	out.Sessions, out.Goals, out.Followups = slices.Clone(c.Sessions), slices.Clone(c.Goals), slices.Clone(c.Followups)
	for i := range out.Sessions {
		out.Sessions[i].Pair = to[c.Sessions[i].Pair]
	}
	slices.SortStableFunc(out.Sessions, func(a, b microdata.Session) int {
		return cmp.Or(cmp.Compare(a.Pair, b.Pair), strings.Compare(day(a.Date), day(b.Date)), cmp.Compare(a.Minutes, b.Minutes),
			cmp.Compare(a.Status, b.Status), strings.Compare(a.Format, b.Format), slices.Compare(a.Topics, b.Topics))
	})
	for i := range out.Goals {
		out.Goals[i].Pair = to[c.Goals[i].Pair]
	}
	slices.SortStableFunc(out.Goals, func(a, b microdata.Goal) int {
		return cmp.Or(cmp.Compare(a.Pair, b.Pair), strings.Compare(a.Theme, b.Theme), strings.Compare(a.Status, b.Status))
	})
	for i := range out.Followups {
		out.Followups[i].Pair = to[c.Followups[i].Pair]
	}
	slices.SortStableFunc(out.Followups, func(a, b microdata.Followup) int {
		return cmp.Or(cmp.Compare(a.Pair, b.Pair), strings.Compare(day(a.Date), day(b.Date)), strings.Compare(a.Kind, b.Kind))
	})
	return out
}
