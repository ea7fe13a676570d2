package microdata

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

// spellings are the ways in which a column's levels are written: the levels of
// each row under what they have in common, in order of the rows.
type spellings struct {
	keys []string
	rows map[string]map[string][]row
}

func (s *spellings) add(w row, levels ...string) {
	for _, level := range levels {
		key := spelt(level)
		if key == "" {
			continue
		}
		if s.rows == nil {
			s.rows = make(map[string]map[string][]row)
		}
		if s.rows[key] == nil {
			s.keys, s.rows[key] = append(s.keys, key), make(map[string][]row)
		}
		s.rows[key][level] = append(s.rows[key][level], w)
	}
}

// spelt is a level without what people write in one way or the other: case,
// width, blanks, and hyphens between words. The signs of A+, C# and 1-1 stay.
func spelt(level string) string {
	s := []rune(strings.ToLower(norm.NFKC.String(level)))
	out := make([]rune, 0, len(s))
	for i, c := range s {
		betweenDigits := i > 0 && i+1 < len(s) && unicode.IsDigit(s[i-1]) && unicode.IsDigit(s[i+1])
		switch {
		case betweenDigits:
		case unicode.IsSpace(c), strings.ContainsRune("_・·", c):
			continue
		case strings.ContainsRune("-‐‑–—", c) && i+1 < len(s):
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// alike warns of levels that are spelt alike: "Ops team" beside "Ops-Team".
// Most rows are taken to be right.
func (r *reader) alike(t table, column string, s spellings) {
	for _, key := range s.keys {
		rows := s.rows[key]
		levels := slices.SortedFunc(maps.Keys(rows), func(a, b string) int {
			return cmp.Or(cmp.Compare(len(rows[b]), len(rows[a])), cmp.Compare(rows[a][0].number, rows[b][0].number), cmp.Compare(a, b))
		})
		for _, level := range levels[1:] {
			r.report("data-level-alike", t.at(rows[level][0], column), diag.SlotInt("row", rows[levels[0]][0].number), diag.Slot("rows", rowNumbers(rows[level])))
		}
	}
}
