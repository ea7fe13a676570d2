package generator

import (
	"context"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// Explain says, for HR, why each cell of a cohort's next release is withheld and
// what would free it. It writes nothing.
func Explain(_ context.Context, o Options, cohort string) (disclosure.Explanation, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil || diag.Stops(problems, o.Strict) {
		return disclosure.Explanation{}, sorted(problems), err
	}
	o.begin(ProtectingData)
	out, more, err := disclosure.Explain(in)
	return out, sorted(problems, more), err
}
