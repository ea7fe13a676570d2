package generator

import (
	"kohort/generator/audit"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/output"
)

// Inspected is what a cohort's data files are recognised as.
type Inspected struct {
	disclosure.DataReport
	// Line gives a line of the handbook for the excerpt below a problem, with
	// every participant blotted out.
	Line func(file string, line int) (string, bool)
}

// InspectData says what a cohort's data files are recognised as, with all of
// their problems. Where copy names a workbook, it is written: the same cells
// with the problems marked in lang. Nothing else is written.
func InspectData(o Options, cohort, copy string, lang diag.Lang) (Inspected, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil || diag.Stops(problems, false) {
		return Inspected{}, sorted(problems), err
	}
	report, more, err := disclosure.InspectData(disclosure.DataInput{
		Place: in.Place, Cohort: cohort, Policy: in.Policy, Copy: copy, Lang: lang, IsSite: output.IsSite,
	})
	if err != nil {
		return Inspected{}, nil, err
	}
	tripwire, err := o.tripwire(in)
	if err != nil {
		return Inspected{}, nil, err
	}
	blot(&report, tripwire)
	return Inspected{report, masked(Line(o.Source), tripwire)}, sorted(audit.Mask(tripwire, append(problems, more...))), nil
}

// blot blots every participant out of the names of files, sheets and columns.
func blot(r *disclosure.DataReport, tripwire disclosure.Tripwire) {
	sheet := func(s *disclosure.DataSheet) {
		s.File, s.Sheet = audit.MaskText(tripwire, s.File), audit.MaskText(tripwire, s.Sheet)
	}
	for i := range r.Tables {
		sheet(&r.Tables[i].DataSheet)
		for j := range r.Tables[i].Columns {
			header := &r.Tables[i].Columns[j].Header
			*header = audit.MaskText(tripwire, *header)
		}
	}
	for i := range r.Unread {
		sheet(&r.Unread[i])
	}
}

// DataTemplates writes empty workbooks for a cohort's tables into a folder, in
// the words of survey.yaml and, where a cohort is named, its cohort.yaml. It
// gives the names of the files. No file is ever replaced.
func DataTemplates(o Options, folder, cohort string, lang diag.Lang) ([]string, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil || diag.Stops(problems, false) {
		return nil, sorted(problems), err
	}
	files, more, err := disclosure.WriteTemplates(disclosure.TemplatesInput{
		Place: in.Place, Cohort: cohort, Folder: folder, Lang: lang, IsSite: output.IsSite,
	})
	return files, sorted(problems, more), err
}
