package disclosure

import (
	"errors"
	"slices"
	"strings"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
)

// WithdrawInput says what is withdrawn and why.
type WithdrawInput struct {
	Place      Place
	Cohort     string
	Figure     string // a table's id ("survey.trust.after"), or what ids begin with ("survey.trust")
	Reason     string // shown in place of the figure
	On         string // the day, as 2006-01-02
	ExtraNames []string
}

// Withdraw writes a release in which nothing of a figure is shown but a dated
// note. The ledger keeps what was printed: somebody has a copy. No data are
// read, and later releases do not show the figure again.
func Withdraw(in WithdrawInput) (sum Summary, problems []diag.Problem, err error) {
	f, err := in.Place.open()
	if err != nil {
		return Summary{}, nil, err
	}
	defer f.close()
	m, problems, err := f.restart(in.Cohort)
	if err != nil || len(problems) > 0 {
		return Summary{}, problems, err
	}
	defer func() { err = errors.Join(err, m.close()) }()
	if err := f.finish(in.Cohort, m.ledger); err != nil {
		return Summary{}, nil, err
	}
	last, ok, problems, err := loadChain(f.handbook, in.Cohort)
	if err != nil || len(problems) > 0 {
		return Summary{}, problems, err
	}
	if !ok {
		return Summary{}, []diag.Problem{noRelease(in.Cohort)}, nil
	}
	next, problems := in.withdrawn(f, last)
	if diag.Stops(problems, false) {
		return Summary{}, problems, nil
	}
	file := encode(next, last.hash)
	sum = summarize(next, protected{})
	if sameFigures(last, next) {
		sum.Unchanged, sum.Number, sum.File = true, last.release, releaseFile(in.Cohort, last.release)
		return sum, problems, nil
	}
	record := ledger.Release{Cohort: in.Cohort, Number: next.release, Time: time.Now().UTC().Format(time.RFC3339), Hash: hashOf(file)}
	return sum, problems, f.put(m, sum.File, file, record)
}

// withdrawn is the last release without the figure.
func (in WithdrawInput) withdrawn(f folders, last Cohort) (Cohort, []diag.Problem) {
	at := diag.Pos{File: "cohorts/" + in.Cohort}
	wire, problems := f.tripwire(in.ExtraNames)
	if len(wire.Scan(in.Reason, Prose)) > 0 {
		return Cohort{}, append(problems, diag.New("withdraw-person", at))
	}
	next := last
	next.release++
	next.tables = slices.Clone(last.tables)
	var known []string
	found := false
	for i, t := range last.tables {
		known = append(known, t.id)
		if t.id != in.Figure && !strings.HasPrefix(t.id, in.Figure+".") {
			continue
		}
		found = true
		if t.withdrawn.on == "" {
			next.tables[i] = withdraw(t, withdrawal{in.On, in.Reason})
		}
	}
	quoted, lists, also := withdrawQuotes(last.quotes, in.Figure, withdrawal{in.On, in.Reason})
	next.quotes, known, found = quoted, append(known, lists...), found || also
	if !found {
		slices.Sort(known)
		problems = append(problems, diag.New("withdraw-unknown", at, diag.Slot("cohort", in.Cohort),
			diag.Slot("figure", in.Figure), diag.Slot("known", strings.Join(slices.Compact(known), ", "))))
	}
	return next, problems
}
