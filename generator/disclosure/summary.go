package disclosure

import "kohort/generator/figure"

// Summary tells HR what a release did: counts and rules, never a value.
type Summary struct {
	Cohort    string
	Number    int    // of the release; the last one's where Unchanged
	File      string // slash path below the handbook
	Unchanged bool   // equal to the last release: nothing was written
	Tables    int
	Cells     int
	Withheld  int // of Cells
	Withhelds []WithheldCell
	Notes     []Note
}

// WithheldCell is a cell that the release withholds, and the rule that did it.
// It is for HR alone and stands on no page.
type WithheldCell struct {
	Table, Statistic string
	At               []Level
	Why              figure.Words
}

// Note is what HR should know of a release, in both languages.
type Note struct{ Words figure.Words }

func summarize(c Cohort, shield protected) Summary {
	s := Summary{Cohort: c.id, Number: c.release, File: releaseFile(c.id, c.release), Tables: len(c.tables)}
	for _, t := range c.tables {
		s.Cells += len(t.cells)
	}
	s.Withhelds = shield.withhelds
	s.Withheld = len(s.Withhelds)
	for _, n := range shield.notes {
		s.Notes = append(s.Notes, Note{n})
	}
	return s
}
