package render

import (
	"slices"
	"strconv"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
	"kohort/generator/render/internal/download"
)

// definition says what a measure counts. Name is empty where the figure shows
// no other.
type definition struct{ Name, Says string }

// about is what every figure opens to, beside its definitions.
type about struct {
	Bases     []string  // whom or what it counts
	Of        *cellView // how many these are, where all its tables say the same; may be nil
	Roundings []string
}

// definitionsView is what the template of a report's definitions sees: all
// that its release holds, in the order of the catalogue.
type definitionsView struct {
	*frame
	Groups   []definitionGroup
	Workbook string // link to the report's workbook; empty where it has none
}

// definitionGroup is the definitions of one figure.
type definitionGroup struct {
	Title string
	List  []definitionEntry
}

// definitionEntry is one definition. ID is that of its element, the same in
// every report and release.
type definitionEntry struct {
	ID, Measure, Says string
	Unit              string
	Bases             []string
}

// definitionID is the id of a definition on the report of a cohort.
func definitionID(def figure.Definition) string { return "def-" + def.Anchor() }

// defined finds the definition of a table.
func defined(t disclosure.Table) (figure.Definition, bool) {
	return figure.Lookup(t.ID(), figure.Statistic(t.Statistic()))
}

// definitions lists the definition of every table that a report's release
// holds, and offers all figures of the page as one workbook.
func (b *body) definitions(d *drawer) definitionsView {
	v := d.definitions()
	if len(b.downloads.sheets) > 0 {
		b.downloads.workbook = b.beside(".xlsx")
		b.downloads.about = d.aboutSheet(v)
		b.downloads.properties = download.Properties{Title: d.cohort.Title().In(d.Lang, d.fallback), Lang: d.Lang, Day: d.cohort.DataAsOf()}
		v.Workbook = relative(folder(b.page.URL), b.downloads.workbook)
	}
	return v
}

// definitions lists the definition of every table of the cohort's release.
func (d *drawer) definitions() definitionsView {
	v := definitionsView{frame: d.frame}
	for _, def := range figure.All() {
		var bases []string
		for _, t := range d.cohort.Tables() {
			if of, ok := defined(t); ok && of == def {
				bases = d.addBase(bases, t)
			}
		}
		if bases == nil {
			continue
		}
		title := def.Figure.In(d.Lang)
		if n := len(v.Groups); n == 0 || v.Groups[n-1].Title != title {
			v.Groups = append(v.Groups, definitionGroup{Title: title})
		}
		g := &v.Groups[len(v.Groups)-1]
		g.List = append(g.List, definitionEntry{definitionID(def), capital(def.Measure.In(d.Lang)), def.Says.In(d.Lang), d.T("unit_" + string(def.Unit)), bases})
	}
	return v
}

// addBase adds whom a table counts.
func (d *drawer) addBase(bases []string, t disclosure.Table) []string {
	words := figure.Base(t.Base()...).In(d.Lang)
	if words == "" || slices.Contains(bases, words) {
		return bases
	}
	return append(bases, words)
}

// explain fills in what a figure says of its tables. Two measures of one name,
// of questions and of themes, are told apart by what they measure.
func (d *drawer) explain(v *figureView, tables []disclosure.Table) {
	var of []string
	for i, t := range tables {
		v.About.Bases = d.addBase(v.About.Bases, t)
		if r := d.rounding(t); !slices.Contains(v.About.Roundings, r) {
			v.About.Roundings = append(v.About.Roundings, r)
		}
		v.About.Of = d.sameSize(v.About.Of, t, i == 0)
		def, ok := defined(t)
		says := def.Says.In(d.Lang)
		if ok && !slices.ContainsFunc(v.Definitions, func(other definition) bool { return other.Says == says }) {
			v.Definitions = append(v.Definitions, definition{d.measure(t), says})
			of = append(of, def.Figure.In(d.Lang))
		}
	}
	names := make(map[string]int)
	for _, def := range v.Definitions {
		names[def.Name]++
	}
	for i, def := range v.Definitions {
		if names[def.Name] > 1 {
			v.Definitions[i].Name = of[i] + d.T("title_separator") + def.Name
		}
	}
	if len(v.Definitions) == 1 {
		v.Definitions[0].Name = ""
	}
}

// sameSize keeps how many a figure is about, as long as each of its tables
// says so.
func (d *drawer) sameSize(so *cellView, t disclosure.Table, first bool) *cellView {
	c, ok := t.Cell()
	if !ok {
		return nil
	}
	of, word := d.n(t, c), "size_people"
	if countsPairs(t) {
		word = "size_pairs"
	}
	of.Before, of.After = d.words.around(d.Lang, word)
	switch {
	case !of.Shown || !first && (so == nil || so.Value != of.Value || so.Before != of.Before):
		return nil
	case first:
		return &of
	}
	return so
}

// countsPairs says whether the n of a table is a number of pairs.
func countsPairs(t disclosure.Table) bool {
	base := t.Base()
	return len(base) > 0 && (base[0] == "pairs" || base[0] == "sessions" || base[0] == "goals")
}

// rounding says how a table's numbers are rounded.
func (d *drawer) rounding(t disclosure.Table) string {
	switch figure.Statistic(t.Statistic()) {
	case figure.Count, figure.Sum, figure.Distribution:
		return d.T("rounding_none")
	}
	if t.Decimals() == 0 {
		return d.T("rounding_whole")
	}
	return d.words.fill(d.Lang, "rounding_decimals", slots{N: strconv.Itoa(t.Decimals())})
}

// explained gives the link to the definition of a table on the report of its
// cohort, and the words that stand there; no link where the page's edition has
// no such report.
func (b *body) explained(d *drawer, t disclosure.Table) (link, words string) {
	def, ok := defined(t)
	if !ok {
		return "", ""
	}
	words = d.title(t) + d.T("title_separator") + def.Says.In(d.Lang) + d.T("sentence_gap") + d.provenance()
	for _, c := range b.page.Edition.Cohorts {
		if c.ID == d.cohort.ID() && c.Report != nil {
			link = relative(folder(b.page.URL), c.Report.URL) + "#" + definitionID(def)
			if c.Report == b.page {
				link = "#" + definitionID(def)
			}
		}
	}
	return link, words
}
