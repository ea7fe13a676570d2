package disclosure

import (
	"slices"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

// moved finds people whose department, role, grade or site is not what it was
// at the cohort's first release: it is that at enrolment, and stays. Where all
// people of a level that cohort.yaml names moved, its levels changed, which is
// told once.
func (h *history) moved() []diag.Problem {
	var problems []diag.Problem
	for _, d := range dimensions {
		moved, stayed := h.sinceFirst(d)
		called := diag.SlotText("dimension", microdata.DimensionText(d))
		regrouped := 0
		for _, p := range moved {
			if slices.Contains(h.data.Listed[d], p.Level(d)) && isRegrouped(p, d, moved, stayed) {
				regrouped++
				continue
			}
			at := p.Pos
			column := h.data.Columns[d]
			at.Letter, at.Field, at.Header = column.Letter, column.Field, column.Header
			problems = append(problems, diag.New("person-moved", at, called))
		}
		if regrouped > 0 {
			problems = append(problems, diag.New("levels-moved", h.data.LevelsAt[d], called, diag.SlotInt("people", regrouped)))
		}
	}
	return problems
}

// sinceFirst parts the people who were in an earlier release by whether their
// level of a dimension is still the first one, and notes that of the others.
func (h *history) sinceFirst(dimension string) (moved, stayed []microdata.Person) {
	for _, p := range h.data.People {
		level := p.Level(dimension)
		if level == "" {
			continue
		}
		isNew := !h.versions.Seen(p.ID, dimension)
		switch constant := h.versions.Constant(p.ID, dimension, level); {
		case isNew:
		case constant:
			stayed = append(stayed, p)
		default:
			moved = append(moved, p)
		}
	}
	return moved, stayed
}

// isRegrouped says whether somebody moved with all others of the same level, as
// it is counted or as it stands in the data.
func isRegrouped(p microdata.Person, dimension string, moved, stayed []microdata.Person) bool {
	together := func(same func(microdata.Person) bool) bool {
		return count(moved, same) > 1 && count(stayed, same) == 0
	}
	return together(func(o microdata.Person) bool { return o.Level(dimension) == p.Level(dimension) }) ||
		dimension == "department" && together(func(o microdata.Person) bool { return o.OwnDepartment() == p.OwnDepartment() })
}

func count(people []microdata.Person, is func(microdata.Person) bool) (n int) {
	for _, p := range people {
		if is(p) {
			n++
		}
	}
	return n
}
