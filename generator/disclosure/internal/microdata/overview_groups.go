package microdata

import (
	"cmp"
	"os"
	"slices"

	"kohort/generator/diag"
)

// Inspect reads a cohort as Read does and gives what was recognised as what,
// also where there are problems, and, where none stops, proposals to count
// levels of fewer than k people together. The problems are one by one.
func Inspect(handbook, data *os.Root, id string, survey Survey, k int) (Overview, []Grouping, []diag.Problem) {
	r, problems, ok := open(handbook, data, id)
	if !ok {
		return Overview{}, nil, problems
	}
	defer r.dir.Close()
	r.inspects = true
	c := r.cohort(id, survey)
	var groupings []Grouping
	if !diag.Stops(r.problems, false) {
		groupings = r.settings.groupings(c, k)
	}
	return r.overview, groupings, diag.Sort(r.problems)
}

// Grouping proposes to count small levels of a dimension together. It follows
// from sizes alone, never from an answer.
type Grouping struct {
	Dimension string
	ByRole    bool // figures by this dimension and role are asked for, so that each role needs enough people
	Joined    []Joined
	// Of the levels that figures are broken down by, as they are and as
	// proposed: how many there are, how many hold enough people, and how many
	// people these hold.
	Before, After Coverage
	People        int      // with a level of this dimension
	Lines         []string // to paste into cohort.yaml in the place of its levels of this dimension
}

// Joined is levels that would be counted as one.
type Joined struct {
	Name   string
	Levels []string // by size, the smallest first
	People int
}

// Coverage is how far the levels of a dimension reach.
type Coverage struct{ Levels, Enough, People int }

// groupings proposes groups for each dimension that figures are asked for by.
// People who withdrew count nowhere.
func (s *settings) groupings(c Cohort, k int) []Grouping {
	var out []Grouping
	for _, dimension := range dimensions {
		asked, byRole := false, false
		for _, dims := range c.By {
			if dimension != "role" && slices.Contains(dims, dimension) {
				asked = true
				byRole = byRole || slices.Contains(dims, "role")
			}
		}
		if !asked {
			continue
		}
		if g, ok := grouping(c.People, dimension, k, byRole); ok {
			g.Lines = s.groupLines(g)
			out = append(out, g)
		}
	}
	return out
}

// size is how many people of each role some levels hold.
type size struct {
	levels  []string
	mentors int
	mentees int
}

func (z size) people() int { return z.mentors + z.mentees }

// enough says whether figures of these people can be shown: k of them, and of
// each role that is there where figures by role are asked for.
func (z size) enough(k int, byRole bool) bool {
	if !byRole {
		return z.people() >= k
	}
	return z.people() > 0 && (z.mentors == 0 || z.mentors >= k) && (z.mentees == 0 || z.mentees >= k)
}

func smaller(a, b size) int {
	return cmp.Or(cmp.Compare(a.people(), b.people()), cmp.Compare(a.levels[0], b.levels[0]))
}

// grouping joins the smallest level that holds too few people with the next
// smallest, until none does. ok is false where nothing need be joined, or
// where all would be one.
func grouping(people []Person, dimension string, k int, byRole bool) (g Grouping, ok bool) {
	sizes := sizesOf(people, dimension)
	g = Grouping{Dimension: dimension, ByRole: byRole, Before: coverage(sizes, k, byRole)}
	for _, z := range sizes {
		g.People += z.people()
	}
	for {
		slices.SortFunc(sizes, smaller)
		few := slices.IndexFunc(sizes, func(z size) bool { return !z.enough(k, byRole) })
		if few < 0 {
			break
		}
		if len(sizes) <= 2 {
			return Grouping{}, false
		}
		other := 0
		if few == 0 {
			other = 1
		}
		joined := size{slices.Concat(sizes[min(few, other)].levels, sizes[max(few, other)].levels),
			sizes[few].mentors + sizes[other].mentors, sizes[few].mentees + sizes[other].mentees}
		sizes = slices.Delete(sizes, max(few, other), max(few, other)+1)
		sizes[min(few, other)] = joined
	}
	g.After = coverage(sizes, k, byRole)
	for _, z := range sizes {
		if len(z.levels) > 1 {
			g.Joined = append(g.Joined, Joined{groupName(z.levels), z.levels, z.people()})
		}
	}
	return g, len(g.Joined) > 0
}

func sizesOf(people []Person, dimension string) []size {
	var out []size
	for _, p := range people {
		level := p.Level(dimension)
		if level == "" || !p.Withdrawn.IsZero() {
			continue
		}
		i := slices.IndexFunc(out, func(z size) bool { return z.levels[0] == level })
		if i < 0 {
			i = len(out)
			out = append(out, size{levels: []string{level}})
		}
		if p.Role == Mentor {
			out[i].mentors++
		} else {
			out[i].mentees++
		}
	}
	return out
}

func coverage(sizes []size, k int, byRole bool) Coverage {
	c := Coverage{Levels: len(sizes)}
	for _, z := range sizes {
		if z.enough(k, byRole) {
			c.Enough++
			c.People += z.people()
		}
	}
	return c
}
