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
		keys := m.keys(frame, by)
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

// keys are the cells of a breakdown: those that the frame has somebody in or,
// where the roster is secret, all crossings of listed levels and of the frame's
// roles, whether there is anybody or not.
func (m *maker) keys(frame []int, by []string) []string {
	if m.rules.SecretRoster {
		keys := []string{""}
		for i, d := range by {
			levels := m.cohort.Listed[d]
			if d == "role" {
				levels = m.keysOf(frame, by[i:i+1])
			}
			keys = crossed(keys, levels, i)
		}
		return keys
	}
	return m.keysOf(frame, by)
}

func (m *maker) keysOf(frame []int, by []string) []string {
	var keys []string
	for _, p := range frame {
		if key, ok := m.key(p, by); ok && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// crossed adds each level to each key of so many levels.
func crossed(keys, levels []string, before int) []string {
	var out []string
	for _, key := range keys {
		for _, l := range levels {
			if before > 0 {
				l = key + "\x00" + l
			}
			out = append(out, l)
		}
	}
	return out
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
