package microdata

import (
	"cmp"
	"maps"
	"slices"
	"strings"

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
		key := letters(strings.ToLower(norm.NFKC.String(level)))
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

// alike warns of levels that differ in no letter or digit: "Ops team" beside
// "Ops-Team". Most rows are taken to be right.
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
