package quotes

import (
	"cmp"
	"slices"
	"strings"
)

// State is what became of a question's comments in a release.
type State uint8

// The states.
const (
	None    State = iota // too few people behind what is approved
	Shown                // all that is approved is shown, but for what no order admits
	Waiting              // shown as before: too few people behind what is new
	Taken                // a text that was shown may not be any more, so that the whole list goes
)

// List is what a release shows of one question.
type List struct {
	State State
	Texts []string // in their order; nil unless something is shown
	New   []string // those of Texts that no release showed yet
	Held  int      // approved texts that are not shown yet
}

// text is an approved text and who is behind it.
type text struct {
	shown   string
	people  []int
	printed bool
	rank    string // orders texts, under the private key
}

// Choose gives the list of a question. printed holds the Mark of each text of
// it that an earlier release showed.
//
// A list is shown whole or not at all, and grows by batches only, so that no
// two releases differ by the comments of fewer than rules.Batch people. What
// was shown and may not be any more (somebody withdrew, an approval was taken
// back) takes the list with it: a list without it would say which it was.
func (a Asked) Choose(f File, printed map[string]bool, rules Rules, key []byte, cohort string) List {
	all := a.approved(f, printed, key, cohort)
	var old, fresh []text
	for _, t := range all {
		if t.printed {
			old = append(old, t)
		} else {
			fresh = append(fresh, t)
		}
	}
	if len(old) < len(printed) {
		return List{State: Taken}
	}
	if next, ok := arrange(all); ok {
		added := slices.DeleteFunc(slices.Clone(next), func(t text) bool { return t.printed })
		if enough(added, rules.Batch) || len(old) > 0 && len(fresh) == 0 && enough(next, rules.Batch) {
			return List{State: Shown, Texts: words(next), New: words(added), Held: len(all) - len(next)}
		}
	}
	if len(old) == 0 {
		return List{State: None, Held: len(all)}
	}
	same, ok := arrange(old)
	if !ok || !enough(same, rules.Batch) {
		return List{State: Taken}
	}
	return List{State: Waiting, Texts: words(same), Held: len(fresh)}
}

// Mark is a text that was shown, as the ledger remembers it.
func Mark(key []byte, cohort, question, shown string) string {
	return keyed(key, "shown", cohort, question, shown)
}

// approved gives what may be shown, ordered by rank. Comments that read the
// same once they are redacted are one text.
func (a Asked) approved(f File, printed map[string]bool, key []byte, cohort string) []text {
	at := make(map[string]int)
	var out []text
	for _, c := range a.Comments {
		shown, ok := f.shown(c.Hash)
		if !ok {
			continue
		}
		i, known := at[shown]
		if !known {
			i, at[shown] = len(out), len(out)
			out = append(out, text{shown: shown, printed: printed[Mark(key, cohort, a.Question.Code, shown)],
				rank: keyed(key, "order", cohort, a.Question.Code, shown)})
		}
		people := slices.Concat(out[i].people, c.People)
		slices.Sort(people)
		out[i].people = slices.Compact(people)
	}
	slices.SortFunc(out, func(a, b text) int { return cmp.Or(strings.Compare(a.rank, b.rank), strings.Compare(a.shown, b.shown)) })
	return out
}

// enough says whether there are texts of at least so many people, and as many
// texts.
func enough(texts []text, people int) bool {
	var sets [][]int
	for _, t := range texts {
		sets = append(sets, t.people)
	}
	return len(texts) >= people && distinct(sets) >= people
}

func words(texts []text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, t.shown)
	}
	return out
}
