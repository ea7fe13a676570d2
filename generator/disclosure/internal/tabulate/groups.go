package tabulate

import (
	"slices"
	"strings"
)

// dimensions are the columns of participants that a table may be broken down
// by, in the order of a report.
var dimensions = []string{"role", "department", "grade", "site"}

// breakdowns gives the sets of dimensions that cells are made for: none,
// each margin, then each crossing that cohort.yaml asks for. A margin of a
// crossing is always there, since its levels add up to it.
func (m *maker) breakdowns(only ...string) [][]string {
	asked := append([][]string{{"role"}, {"department"}}, m.cohort.By...)
	out := [][]string{nil}
	for _, by := range asked {
		var known []string
		for _, d := range dimensions {
			if slices.Contains(by, d) && (len(only) == 0 || slices.Contains(only, d)) {
				known = append(known, d)
			}
		}
		for _, d := range known {
			out = append(out, []string{d})
		}
		if len(known) > 1 {
			out = append(out, known)
		}
	}
	slices.SortStableFunc(out, compareBreakdowns)
	return slices.CompactFunc(out, slices.Equal)
}

func compareBreakdowns(a, b []string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	for i := range a {
		if d := slices.Index(dimensions, a[i]) - slices.Index(dimensions, b[i]); d != 0 {
			return d
		}
	}
	return 0
}

// groups divides people by breakdowns. Cells exist for the levels that the
// people of the frame have, so that what somebody answered makes none. Somebody
// without a level (no grade given) is in the margins alone.
func (m *maker) groups(frame, people []int, breakdowns [][]string) Base {
	var b Base
	for _, by := range breakdowns {
		for _, d := range by {
			if !slices.Contains(b.Dimensions, d) {
				b.Dimensions = append(b.Dimensions, d)
			}
		}
		members := make(map[string][]int)
		var keys []string
		for _, p := range frame {
			if key, ok := m.key(p, by); ok && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
		for _, p := range people {
			if key, ok := m.key(p, by); ok {
				members[key] = append(members[key], p)
			}
		}
		slices.Sort(keys)
		for _, key := range keys {
			b.Groups = append(b.Groups, Group{At: levels(by, key), Members: members[key]})
		}
	}
	slices.SortFunc(b.Dimensions, func(x, y string) int { return slices.Index(dimensions, x) - slices.Index(dimensions, y) })
	return b
}

func (m *maker) key(person int, by []string) (string, bool) {
	parts := make([]string, len(by))
	for i, d := range by {
		parts[i] = m.cohort.People[person].Level(d)
		if parts[i] == "" {
			return "", false
		}
	}
	return strings.Join(parts, "\x00"), true
}

func levels(by []string, key string) []Level {
	if len(by) == 0 {
		return nil
	}
	var at []Level
	for i, level := range strings.Split(key, "\x00") {
		at = append(at, Level{by[i], level})
	}
	return at
}
