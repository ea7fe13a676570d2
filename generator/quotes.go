package generator

import (
	"io"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// Reviewer is who reviews comments, and the terminal he does it in.
type Reviewer struct {
	By   string // empty: asked for
	Lang diag.Lang
	In   io.Reader
	Out  io.Writer
}

// Quotes says how far the review of a cohort's comments is. on is false where
// site.yaml does not let comments be shown.
func Quotes(o Options, cohort string) (counts []disclosure.QuotesCount, on bool, problems []diag.Problem, err error) {
	return o.quotes(cohort, func(in disclosure.ReleaseInput) ([]disclosure.QuotesCount, []diag.Problem, error) {
		return disclosure.CountQuotes(in)
	})
}

// ReviewQuotes walks a reviewer through the comments of a cohort that wait for
// review, and then says how far the review is.
func ReviewQuotes(o Options, cohort string, who Reviewer) (counts []disclosure.QuotesCount, on bool, problems []diag.Problem, err error) {
	return o.quotes(cohort, func(in disclosure.ReleaseInput) ([]disclosure.QuotesCount, []diag.Problem, error) {
		return disclosure.ReviewQuotes(disclosure.QuotesInput{ReleaseInput: in, By: who.By, On: o.Today.String(), Lang: who.Lang, In: who.In, Out: who.Out})
	})
}

func (o Options) quotes(cohort string, run func(disclosure.ReleaseInput) ([]disclosure.QuotesCount, []diag.Problem, error)) ([]disclosure.QuotesCount, bool, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil || diag.Stops(problems, o.Strict) {
		return nil, false, sorted(problems), err
	}
	counts, more, err := run(in)
	return counts, in.Policy.ShowsComments(), sorted(problems, more), err
}
