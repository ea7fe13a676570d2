package handbook

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/figure"
	"kohort/generator/markdown"
)

// released finds a released cohort, or tells that there is none. A cohort that
// only lacks its release is told by whoever reads the releases.
func (s *site) released(id string, pos diag.Pos) (*Released, []diag.Problem) {
	for i := range s.in.Cohorts {
		if s.in.Cohorts[i].ID == id {
			return &s.in.Cohorts[i], nil
		}
	}
	if slices.Contains(s.in.Unreleased, id) {
		return nil, nil
	}
	if len(s.in.Cohorts) == 0 {
		return nil, []diag.Problem{diag.New("figure-no-release", pos, diag.Slot("cohort", id))}
	}
	return nil, []diag.Problem{diag.New("figure-cohort", pos, diag.Slot("cohort", id), diag.Slot("known", s.cohortIDs(id)))}
}

// cohortIDs lists the released cohorts, the one most likely meant first.
func (s *site) cohortIDs(meant string) string {
	var ids []string
	for _, c := range s.in.Cohorts {
		ids = append(ids, c.ID)
	}
	return nearestFirst(meant, ids)
}

// figure checks a figure directive against the releases; nil where the
// figure that it asks for does not exist.
func (r *resolver) figure(slot *markdown.Slot) *Figure {
	cohort, table := r.table(slot, figure.Mean, figure.Distribution)
	if table == nil {
		return nil
	}
	by, _ := slot.Attr("by")
	for _, name := range splitNames(by) {
		if !slices.Contains(table.Dimensions, name) {
			r.dimension(slot, "by", name, table)
			return nil
		}
	}
	if !table.isCrossedBy(splitNames(by)) {
		r.tellAt("figure-crossing", slot, "by", diag.Slot("by", by), diag.Slot("table", table.ID), diag.Slot("known", nearestFirst(by, table.crossings())))
		return nil
	}
	kind, _ := slot.Attr("kind")
	caption, _ := slot.Attr("caption")
	return &Figure{Cohort: cohort, Table: table.ID, Stat: table.Statistic, By: by, Kind: kind, Caption: caption, Pos: attrPos(slot, "kind")}
}

// value checks a value directive against the releases; nil where the cell
// that it asks for does not exist.
func (r *resolver) value(slot *markdown.Slot) *Value {
	show, given := slot.Attr("show")
	if given && show != "n" {
		r.tellAt("value-show", slot, "show", diag.Slot("show", show))
		return nil
	}
	cohort, table := r.table(slot, figure.Mean)
	if table == nil {
		return nil
	}
	if table.Statistic == string(figure.Distribution) && show != "n" {
		r.tellAt("value-distribution", slot, "stat", diag.Slot("table", table.ID))
		return nil
	}
	at, ok := r.levels(slot, table)
	if !ok {
		return nil
	}
	return &Value{Cohort: cohort, Table: table.ID, Stat: table.Statistic, At: at, ShowN: show == "n", InLink: slot.InLink, Pos: slot.Pos}
}

// table finds the released table that a directive names. Where it has several
// statistics and the author names none, the first one of preferred is meant.
func (r *resolver) table(slot *markdown.Slot, preferred ...figure.Statistic) (cohort string, table *Table) {
	cohort, given := slot.Attr("cohort")
	if !given {
		cohort = r.page.Cohort
	}
	if cohort == "" && r.version.group.isUnread() {
		return "", nil
	}
	if cohort == "" {
		r.tellAt("figure-no-cohort", slot, "", diag.Slot("cohorts", r.site.cohortIDs("")))
		return "", nil
	}
	pos := attrPos(slot, "cohort")
	released, problems := r.site.released(cohort, pos)
	if released == nil {
		if given {
			r.problems = append(r.problems, problems...)
		} // else it is told once, at the page's front matter
		return "", nil
	}
	id, _ := slot.Attr("id")
	var ids, stats []string
	for i := range released.Tables {
		t := &released.Tables[i]
		if !slices.Contains(ids, t.ID) {
			ids = append(ids, t.ID)
		}
		if t.ID == id {
			stats = append(stats, t.Statistic)
		}
	}
	if len(stats) == 0 {
		r.tellAt("figure-table", slot, "id", diag.Slot("table", id), diag.Slot("cohort", cohort), diag.Slot("known", nearestFirst(id, ids)))
		return "", nil
	}
	stat, given := slot.Attr("stat")
	if given && !slices.Contains(stats, stat) {
		r.tellAt("figure-stat", slot, "stat", diag.Slot("stat", stat), diag.Slot("table", id), diag.Slot("known", nearestFirst(stat, stats)))
		return "", nil
	}
	if !given {
		stat = preferredOf(stats, preferred)
	}
	i := slices.IndexFunc(released.Tables, func(t Table) bool { return t.ID == id && t.Statistic == stat })
	return cohort, &released.Tables[i]
}

func preferredOf(stats []string, preferred []figure.Statistic) string {
	for _, p := range preferred {
		if slices.Contains(stats, string(p)) {
			return string(p)
		}
	}
	return stats[0]
}

// levels reads at="department=営業部;role=mentor" and checks that the table
// has such a cell.
func (r *resolver) levels(slot *markdown.Slot, table *Table) ([]Level, bool) {
	at, _ := slot.Attr("at")
	var levels []Level
	for _, pair := range strings.FieldsFunc(at, func(c rune) bool { return c == ';' || c == '；' }) {
		dimension, level, both := strings.Cut(strings.Replace(pair, "＝", "=", 1), "=")
		dimension, level = strings.TrimSpace(dimension), strings.TrimSpace(level)
		if of := table.dimensionOf(dimension); !both && of != "" {
			r.tellAt("value-level-bare", slot, "at", diag.Slot("level", dimension), diag.Slot("dimension", of))
			return nil, false
		}
		if !both || !slices.Contains(table.Dimensions, dimension) {
			r.dimension(slot, "at", dimension, table)
			return nil, false
		}
		if known := table.levels(dimension); !slices.Contains(known, level) {
			r.tellAt("value-level", slot, "at", diag.Slot("level", level), diag.Slot("dimension", dimension), diag.Slot("known", nearestFirst(level, known)))
			return nil, false
		}
		levels = append(levels, Level{dimension, level})
	}
	if !slices.ContainsFunc(table.Cells, func(cell []Level) bool { return sameLevels(cell, levels) }) {
		r.tellAt("value-cell", slot, "at", diag.Slot("at", at), diag.Slot("table", table.ID))
		return nil, false
	}
	return levels, true
}

func (r *resolver) dimension(slot *markdown.Slot, attr, name string, table *Table) {
	if len(table.Dimensions) == 0 {
		r.tellAt("figure-no-dimensions", slot, attr, diag.Slot("table", table.ID))
		return
	}
	r.tellAt("figure-dimension", slot, attr,
		diag.Slot("dimension", name), diag.Slot("table", table.ID), diag.Slot("known", nearestFirst(name, table.Dimensions)))
}

// levels gives the levels of a dimension in the order of the cells.
func (t *Table) levels(dimension string) []string {
	var out []string
	for _, cell := range t.Cells {
		for _, l := range cell {
			if l.Dimension == dimension && !slices.Contains(out, l.Level) {
				out = append(out, l.Level)
			}
		}
	}
	return out
}

// dimensionOf gives the dimension that has a level; nothing where none has it.
func (t *Table) dimensionOf(level string) string {
	for _, cell := range t.Cells {
		for _, l := range cell {
			if l.Level == level {
				return l.Dimension
			}
		}
	}
	return ""
}

// crossings lists the dimensions that cells are for, as by= takes them, in
// the order of the cells.
func (t *Table) crossings() []string {
	var out []string
	for _, cell := range t.Cells {
		var names []string
		for _, l := range cell {
			names = append(names, l.Dimension)
		}
		if by := strings.Join(names, ","); by != "" && !slices.Contains(out, by) {
			out = append(out, by)
		}
	}
	return out
}

// isCrossedBy says whether a table has cells for dimensions, in any order; it
// has for none.
func (t *Table) isCrossedBy(dimensions []string) bool {
	return len(dimensions) == 0 || slices.ContainsFunc(t.crossings(), func(by string) bool {
		crossed := strings.Split(by, ",")
		return len(crossed) == len(dimensions) && !slices.ContainsFunc(dimensions, func(d string) bool { return !slices.Contains(crossed, d) })
	})
}

func sameLevels(a, b []Level) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(l Level) bool { return !slices.Contains(b, l) })
}

// tellAt tells a problem at an attribute of a directive.
func (r *resolver) tellAt(id diag.ID, slot *markdown.Slot, attr string, args ...diag.Arg) {
	r.problems = append(r.problems, diag.New(id, attrPos(slot, attr), args...))
}

func attrPos(slot *markdown.Slot, name string) diag.Pos {
	for _, a := range slot.Attrs {
		if a.Name == name && a.Pos.Line > 0 {
			return a.Pos
		}
	}
	return slot.Pos
}
