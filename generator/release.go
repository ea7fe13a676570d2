package generator

import (
	"context"

	"kohort/generator/audit"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/preview"
	"kohort/generator/source"
)

// Released is what a release did.
type Released struct {
	disclosure.Summary
	// Line gives a line of the handbook for the excerpt below a problem, with
	// every participant blotted out.
	Line func(file string, line int) (string, bool)
}

// Release passes a cohort's data through the gate and writes its next
// release, unless a problem stops it.
func Release(ctx context.Context, o Options, cohort string, dryRun bool) (Released, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil {
		return Released{}, nil, err
	}
	in.DryRun = dryRun
	var summary disclosure.Summary
	if !diag.Stops(problems, o.Strict) {
		o.begin(ProtectingData)
		var more []diag.Problem
		summary, more, err = disclosure.Release(in)
		if err != nil {
			return Released{}, nil, err
		}
		problems = append(problems, more...)
	}
	tripwire, err := o.tripwire(in)
	if err != nil {
		return Released{}, nil, err
	}
	return Released{summary, masked(Line(o.Source), tripwire)}, sorted(audit.Mask(tripwire, problems)), nil
}

// blotted gives problems with every participant blotted out, for a command
// that may have failed otherwise.
func (o Options) blotted(in disclosure.ReleaseInput, problems []diag.Problem, err error) ([]diag.Problem, error) {
	if err != nil {
		return nil, err
	}
	tripwire, err := o.tripwire(in)
	if err != nil {
		return nil, err
	}
	return sorted(audit.Mask(tripwire, problems)), nil
}

// tripwire is that of the releases: it blots participants out of problems.
func (o Options) tripwire(in disclosure.ReleaseInput) (disclosure.Tripwire, error) {
	_, tripwire, _, err := disclosure.Load(disclosure.LoadInput{Place: in.Place, ExtraNames: in.ExtraNames, WithoutRoster: o.WithoutRoster})
	return tripwire, err
}

// releaseInput reads the settings that a release is made with.
func (o Options) releaseInput(cohort string) (disclosure.ReleaseInput, []diag.Problem, error) {
	root, err := openHandbook(o.Source)
	if err != nil {
		return disclosure.ReleaseInput{}, nil, err
	}
	defer root.Close()
	o.begin(Reading)
	config, problems, err := source.ReadConfig(root)
	if err != nil {
		return disclosure.ReleaseInput{}, nil, err
	}
	policy, more := disclosure.NewPolicy(settings(config.Disclosure))
	problems = append(problems, more...)
	place, more := o.place(config)
	return disclosure.ReleaseInput{Place: place, Cohort: cohort, Policy: policy, ExtraNames: config.ExtraNames}, append(problems, more...), nil
}

// Import enters a cohort's releases into a ledger that was lost.
func Import(ctx context.Context, o Options, cohort string) (disclosure.Imported, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil || diag.Stops(problems, o.Strict) {
		return disclosure.Imported{}, sorted(problems), err
	}
	o.begin(ProtectingData)
	done, more, err := disclosure.Import(in)
	problems, err = o.blotted(in, append(problems, more...), err)
	return done, problems, err
}

// Close freezes a cohort's figures for good, and deletes its data files where
// that is asked for.
func Close(o Options, cohort string, deleteData bool) (disclosure.Closed, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil || diag.Stops(problems, o.Strict) {
		return disclosure.Closed{}, sorted(problems), err
	}
	done, more, err := disclosure.Close(disclosure.CloseInput{Place: in.Place, Cohort: cohort, DeleteData: deleteData})
	problems, err = o.blotted(in, append(problems, more...), err)
	return done, problems, err
}

// Withdraw writes a release in which a figure is replaced by a note of today.
func Withdraw(o Options, cohort, figure, reason string) (disclosure.Summary, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil || diag.Stops(problems, o.Strict) {
		return disclosure.Summary{}, sorted(problems), err
	}
	sum, more, err := disclosure.Withdraw(disclosure.WithdrawInput{
		Place: in.Place, Cohort: cohort, Figure: figure, Reason: reason, On: o.Today.String(), ExtraNames: in.ExtraNames,
	})
	problems, err = o.blotted(in, append(problems, more...), err)
	return sum, problems, err
}

// Cohorts lists the cohort folders of a handbook by name.
func Cohorts(o Options) ([]string, error) {
	place, err := o.readPlace()
	if err != nil {
		return nil, err
	}
	return disclosure.Cohorts(place)
}

// Watched lists the folders whose changes a preview follows.
func Watched(o Options) ([]string, error) {
	place, err := o.readPlace()
	if err != nil {
		return nil, err
	}
	folders := []string{o.Source}
	if place.Data != "" {
		folders = append(folders, place.Data)
	}
	return folders, nil
}

// readPlace reads site.yaml for the place of the cohorts. Its problems are told
// by whoever goes on from there.
func (o Options) readPlace() (disclosure.Place, error) {
	root, err := openHandbook(o.Source)
	if err != nil {
		return disclosure.Place{}, err
	}
	defer root.Close()
	config, _, err := source.ReadConfig(root)
	if err != nil {
		return disclosure.Place{}, err
	}
	place, _ := o.place(config)
	return place, nil
}

func settings(d source.Disclosure) disclosure.Settings {
	return disclosure.Settings{
		K: d.K, KDistribution: d.KDistribution, Coalition: d.Coalition, Width: d.Width,
		ModalMax: d.ModalMax, Roster: d.Roster, Keep: d.Keep, Lines: d.Lines,
		Comments: d.Comments, KComments: d.KComments,
		Dominance: disclosure.Dominance(d.Dominance), Known: d.Known, Decimals: d.Decimals,
	}
}

// Preview gives the rebuild function of a preview: drafts and the current data
// through the same gate, with every figure marked as unpublished. text turns
// problems into what the browser shows.
func Preview(o Options, text func([]diag.Problem, func(string, int) (string, bool)) string) func(context.Context) preview.Result {
	var data current
	return func(ctx context.Context) preview.Result {
		made, problems, err := o.make(ctx, data.figures, previewing)
		if err != nil {
			return preview.Result{Problems: err.Error(), Failed: true}
		}
		return preview.Result{Site: made.cleared, Problems: text(problems, made.line), Failed: diag.Stops(problems, o.Strict)}
	}
}
