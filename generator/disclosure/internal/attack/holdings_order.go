package attack

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// inOrder is a holding with its pairs and pieces numbered by themselves: pairs by
// what they hold of it and what everybody knows of them, pieces by pair and day.
// The search for twins has limits, so whether it finds one hangs on the order in
// which it tries; here nothing else that a cohort's people answered or hold, and
// no order of rows, has a part in it.
//
// owners and places say which pair and which piece of the cohort each one is.
func (h holding) inOrder() holding {
	places, owners := h.ranks(), make([]int, len(h.cohort.Pairs))
	pairs := make([]microdata.Pair, len(owners))
	for i, p := range h.cohort.Pairs {
		owners[places[i]], pairs[places[i]] = i, p
	}
	h.owners, h.places = owners, make([]int, len(h.pieces))
	for i := range h.places {
		h.places[i] = i
	}
	before := h.pieces
	slices.SortStableFunc(h.places, func(i, j int) int {
		a, b := before[i], before[j]
		return cmp.Or(places[a.pair]-places[b.pair], strings.Compare(a.words(), b.words()))
	})
	h.pieces = make([]piece, len(before))
	for i, at := range h.places {
		h.pieces[i] = before[at]
		h.pieces[i].pair = places[before[at].pair]
	}
	h.cohort.Pairs = pairs
	h.cohort = h.put(h.cohort, h.pieces)
	return h
}

// ranks gives the place of each pair. People may be in several pairs: pairs are
// told apart by those of their people too, as long as that tells more apart.
func (h holding) ranks() []int {
	pieces := make([][]string, len(h.cohort.Pairs))
	for _, p := range h.pieces {
		pieces[p.pair] = append(pieces[p.pair], p.words())
	}
	keys := make([]string, len(pieces))
	for i, p := range h.cohort.Pairs {
		slices.Sort(pieces[i])
		keys[i] = fmt.Sprintf("%q %v %v %s %s", pieces[i], p.Matched, p.Ended, standing(h.cohort.People[p.Mentor]), standing(h.cohort.People[p.Mentee]))
	}
	classes, kinds := classesOf(keys)
	for {
		of := make(map[int][]int) // the classes of a person's pairs
		for i, p := range h.cohort.Pairs {
			of[p.Mentor] = append(of[p.Mentor], classes[i])
			of[p.Mentee] = append(of[p.Mentee], classes[i])
		}
		for _, own := range of {
			slices.Sort(own)
		}
		for i, p := range h.cohort.Pairs {
			keys[i] = fmt.Sprintf("%06d %06d %06d", classes[i], of[p.Mentor], of[p.Mentee])
		}
		next, more := classesOf(keys)
		if more == kinds {
			break
		}
		classes, kinds = next, more
	}
	order := make([]int, len(classes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return classes[i] - classes[j] })
	places := make([]int, len(order))
	for place, i := range order {
		places[i] = place
	}
	return places
}

// classesOf numbers keys in their order, equal ones alike, and counts the kinds.
func classesOf(keys []string) (classes []int, kinds int) {
	sorted := slices.Compact(slices.Sorted(slices.Values(keys)))
	classes = make([]int, len(keys))
	for i, key := range keys {
		classes[i], _ = slices.BinarySearch(sorted, key)
	}
	return classes, len(sorted)
}

// standing is what everybody knows of somebody in a pair.
func standing(p microdata.Person) string {
	return fmt.Sprintf("%q %v", []string{string(p.Role), p.Department, p.Grade, p.Site}, []microdata.Date{p.Oriented, p.Joined, p.Left, p.LeftCompany, p.Withdrawn})
}

func (p piece) words() string {
	return fmt.Sprintf("%v %05d %q %q %q %q", p.date, p.minutes, p.status, p.format, p.theme, p.topics)
}
