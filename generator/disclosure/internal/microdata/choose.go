package microdata

import (
	"maps"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// found is what the header of each column of a table says; nil where that is
// not known.
type found []*heading

// unknown gives the columns of t with a header that is not known, and is no
// longer than one.
func (f found) unknown(t *table) (out []int) {
	for i := range f {
		if f[i] == nil && t.headers[i] != "" && len(t.headers[i]) <= maxHeader {
			out = append(out, i)
		}
	}
	return out
}

// columns is how many columns of the file are told.
func (f found) columns() (n int) {
	for _, is := range f {
		if is != nil && is.column >= 0 {
			n++
		}
	}
	return n
}

// hideUnknown drops the headers that are not known, where it is not sure that
// their row is a header.
func (t *table) hideUnknown(f found) {
	for i := range f {
		if f[i] == nil {
			t.headers[i] = ""
		}
	}
}

// choose settles which column of the file is which column of the table: of
// several headers for one, the surest. Of two that are equally sure it takes
// the first and reports both.
func (r *reader) choose(t *table, f found, known []column) {
	t.columns, t.called = make([]column, len(f)), make([]string, len(f))
	first := map[int]int{}
	for _, want := range []rank{settled, synonym, elsewhere} {
		for i, h := range f {
			if h == nil || h.rank != want || h.column < 0 {
				continue
			}
			c := known[h.column]
			was, taken := first[h.column]
			switch {
			case !taken || c.free:
			case f[was].rank == want:
				r.report("data-column-twice", t.letter(i), diag.Slot("column", t.called[was]), diag.Slot("first", sheet.Letter(was+1)), diag.Slot("name", c.name), diag.Slot("table", t.name))
				continue
			default:
				if f[was].rank != settled && !t.emptyColumn(i) {
					r.report("data-column-passed", t.letter(i), diag.Slot("column", t.called[was]), diag.Slot("first", sheet.Letter(was+1)), diag.Slot("name", c.name), diag.Slot("table", t.name))
				}
				continue
			}
			if !taken {
				first[h.column] = i
			}
			t.columns[i], t.called[i] = c, h.called
		}
	}
}

// reportUnknown reports the columns with cells and a header that says nothing:
// as a question where it is nearly one that the table lacks, or where it
// speaks of leaving or of consent.
func (r *reader) reportUnknown(t *table, f found, known []column, h headings) {
	for i := range f {
		if f[i] != nil || t.emptyColumn(i) {
			continue
		}
		if c := h.nearly(t, t.headers[i]); c != "" {
			r.report("data-column-unsure", t.letter(i), diag.SlotText("column", r.called(t.name, c)), diag.Slot("name", c), diag.Slot("table", t.name))
			continue
		}
		r.report("data-column-unknown", t.letter(i), diag.SlotText("columns", columnWords(t.name, t.lacking(known))), diag.Slot("table", t.name))
	}
}

// checkColumns reports what cohort.yaml says of the columns of a table that
// does not fit the file: there is no such column, or no such header.
func (r *reader) checkColumns(t *table, known []column) {
	columns := r.settings.Tables[t.name].Columns
	for _, name := range slices.Sorted(maps.Keys(columns)) {
		key := "tables." + t.name + ".columns." + name
		is := slices.IndexFunc(known, func(c column) bool { return c.name == name })
		if is < 0 {
			r.problems = append(r.problems, diag.New("cohort-column-unknown", r.settings.pos(key), diag.Slot("known", names(known))))
			continue
		}
		want := foldHeader(columns[name])
		if !slices.ContainsFunc(t.headers, func(h string) bool { return foldHeader(h) == want || foldWithoutNotes(h) == want }) {
			r.problems = append(r.problems, diag.New("cohort-column-header", r.settings.pos(key)))
		}
	}
}

// telltales are words in a header that must not be passed over: who left, or
// wants to be in no figure, counts otherwise.
var telltales = []struct{ column, words string }{
	{"withdrawn", "撤回, 同意, オプトアウト, withdr, optout, optedout, consent"},
	{"left_company", "退職, 退社, resign, terminat"},
	{"left", "離脱, 辞退, 脱退, dropout, droppedout"},
}

// maxSlip is the most bytes of a header that may be a slip for a word.
const maxSlip = 100

// nearly gives the column that t lacks and an unknown header nearly names;
// empty where there is none.
func (h headings) nearly(t *table, header string) string {
	key := foldHeader(header)
	for _, told := range telltales {
		if t.has(told.column) || !slices.ContainsFunc(h.known, func(c column) bool { return c.name == told.column }) {
			continue
		}
		if slices.ContainsFunc(synonymList(told.words), func(s string) bool { return strings.Contains(key, s) }) {
			return told.column
		}
	}
	if len(key) > maxSlip {
		return ""
	}
	best, least := "", 0
	for word, as := range h.words {
		if as.column < 0 || t.has(h.known[as.column].name) || isNamePart(h.known[as.column].name) || isRoleMark(t.name, h.known[as.column].name) {
			continue
		}
		length := len([]rune(word))
		distance := levenshtein.ComputeDistance(word, key)
		if distance > length/5 || length < 5 {
			continue
		}
		name := h.known[as.column].name
		if best == "" || distance < least || distance == least && name < best {
			best, least = name, distance
		}
	}
	return best
}
