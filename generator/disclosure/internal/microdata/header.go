package microdata

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// heading is what a header says: a column, with how sure it is, or one that no
// table takes.
type heading struct {
	column int    // index of the known columns; -1: not read
	called string // the word of ours or of cohort.yaml that it is
	rank   rank
}

// rank says how surely a header means its column: of several, the surest
// counts.
type rank uint8

const (
	nowhere   rank = iota // no header
	elsewhere             // a word that may mean something else too
	synonym               // the column's name or a word for it
	settled               // cohort.yaml says so
)

// headings knows the headers of one table.
type headings struct {
	known   []column
	words   map[string]heading // by foldHeader
	table   string
	ofPairs bool // the table is about pairs
	fewest  int  // columns that a row must name to be taken for a header
}

// headings gathers the words for the columns of a table: what cohort.yaml
// says, the columns' own names, synonyms, and what is not read.
func (r *reader) headings(table string, known []column) headings {
	// A person's row may hold one word that is also a header (a grade Manager). The
	// header of a survey is mostly questions, which are told later.
	h := headings{table: table, known: known, words: map[string]heading{}, fewest: 2}
	if strings.HasPrefix(table, "survey-") {
		h.fewest = 1
	}
	add := func(header string, as heading) {
		key := foldHeader(header)
		if was, twice := h.words[key]; key != "" && (!twice || as.rank > was.rank) {
			h.words[key] = as
		}
	}
	s := r.settings.Tables[table]
	for i, c := range known {
		if header := s.Columns[c.name]; header != "" {
			add(header, heading{i, oneLine(header), settled})
		}
		own := synonym
		if table != "participants" && (c.name == "mentor" || c.name == "mentee") {
			own = elsewhere // of two columns Mentor and Mentor no, the former holds names
		}
		add(c.name, heading{i, c.name, own})
		for _, header := range c.headers {
			add(header, heading{i, c.name, synonym})
		}
	}
	for _, ignored := range s.Ignore {
		add(ignored, heading{-1, "", settled})
	}
	for _, words := range synonymsOf(table) {
		i := slices.IndexFunc(known, func(c column) bool { return c.name == words.column })
		if i < 0 {
			continue
		}
		for _, header := range synonymList(words.headers) {
			add(header, heading{i, header, synonym})
		}
		for _, header := range synonymList(words.other) {
			add(header, heading{i, header, elsewhere})
		}
	}
	if !strings.HasPrefix(table, "survey-") { // where a question may be about anything
		for _, header := range synonymList(notRead) {
			add(header, heading{-1, "", elsewhere})
		}
	}
	h.ofPairs = slices.ContainsFunc(known, func(c column) bool { return c.name == "pair" })
	return h
}

func synonymsOf(table string) []synonyms {
	if strings.HasPrefix(table, "survey-") {
		table = surveyTable
	}
	return tableSynonyms[table]
}

// peopleHeaders are the headers of the roster, after foldHeader.
var peopleHeaders = func() map[string]bool {
	out := map[string]bool{}
	for _, s := range tableSynonyms["participants"] {
		for _, header := range append(synonymList(s.headers+", "+s.other), s.column) {
			out[foldHeader(header)] = true
		}
	}
	return out
}()

// aboutPerson says whether a header of a table of pairs repeats what the
// roster says of a person, such as 氏名, メンター氏名 or Mentee department.
func aboutPerson(key string) bool {
	for _, who := range aboutOthers {
		if rest, ok := strings.CutPrefix(key, who); ok && peopleHeaders[rest] {
			return true
		}
	}
	return peopleHeaders[key]
}

// of gives what a header means. A free-text column's header begins with its
// name: comment2, "Comment (good)".
func (h headings) of(header string) (heading, bool) {
	for _, key := range []string{foldHeader(header), foldWithoutNotes(header)} {
		if found, ok := h.words[key]; ok && key != "" {
			return found, true
		}
	}
	if i := slices.IndexFunc(h.known, func(c column) bool { return c.free && c.name == "comment" }); i >= 0 && strings.HasPrefix(foldHeader(header), "comment") {
		return heading{i, "comment", synonym}, true
	}
	if h.ofPairs && (aboutPerson(foldHeader(header)) || aboutPerson(foldWithoutNotes(header))) {
		return heading{column: -1}, true
	}
	return heading{}, false
}

// header gives each column of t its name, from the row of g that names most
// columns, and t the rows below it. A cell of a header that is not known is
// never quoted in a problem: it may be a person's row.
func (r *reader) header(t *table, g grid, known []column, match matcher) bool {
	h := r.headings(t.name, known)
	top, bottom := h.find(g)
	if top < 0 {
		r.report("data-header-missing", t.inRow(g.rows[0].Number), diag.SlotText("columns", columnWords(t.name, known)), diag.Slot("table", t.name))
		return false
	}
	t.headerRow = g.rows[top].Number
	t.rows = g.below(bottom)
	found := h.columns(g, top, bottom, t)
	if match != nil {
		for i, c := range match(t, t.headers, found.unknown(t)) {
			found[i] = &heading{column: c, rank: synonym}
			if c >= 0 {
				found[i].called = known[c].name
			}
		}
	}
	if isLog(t.name) {
		found.oneWay(known)
	}
	if t.name == "participants" {
		found.markedRoles(t, known)
	}
	r.choose(t, found, known)
	r.reportUnknown(t, found, known, h)
	ok := true
	for _, c := range known {
		if c.required && lacks(c.name, t.has) {
			r.report("data-column-missing", t.inRow(t.headerRow), diag.SlotText("column", r.called(t.name, c.name)), diag.Slot("name", c.name), diag.Slot("table", t.name))
			ok = false
		}
	}
	t.needParts()
	r.checkColumns(t, known)
	t.rows = slices.DeleteFunc(t.rows, t.isBlank)
	if !ok || found.columns() < 2 {
		t.hideUnknown(found)
	}
	return ok
}

// isBlank says whether a row has nothing in any column that is read. A row of
// a text file with more cells than its header is not blank.
func (t *table) isBlank(w row) bool {
	for i, cell := range w.cells {
		if cell.Kind != sheet.Empty && (i >= len(t.columns) || t.columns[i].name != "") {
			return false
		}
	}
	return true
}

// columnWords lists columns as a reader may write their headers, without those
// that stand in the place of others.
func columnWords(table string, columns []column) diag.Text {
	var en, ja []string
	for _, c := range columns {
		if isNamePart(c.name) || isRoleMark(table, c.name) || isLog(table) && (c.name == "mentor" || c.name == "mentee") {
			continue
		}
		word := c.name
		for _, words := range synonymsOf(table) {
			if words.column == c.name {
				word = synonymList(words.headers)[0]
			}
		}
		en, ja = append(en, c.name), append(ja, word)
	}
	return diag.Text{EN: strings.Join(en, ", "), JA: strings.Join(ja, "、")}
}

// lacking are the columns that t does not have.
func (t *table) lacking(known []column) []column {
	return slices.DeleteFunc(slices.Clone(known), func(c column) bool { return !lacks(c.name, t.has) })
}

// called is how a column is called where the file has no header for it.
func (r *reader) called(table, column string) diag.Text {
	for _, words := range synonymsOf(table) {
		if words.column == column {
			return diag.Text{EN: column, JA: column + " (" + synonymList(words.headers)[0] + ")"}
		}
	}
	return diag.Text{EN: column, JA: column}
}
