package generator

import (
	"context"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// Explain says, for HR, why each cell of a cohort's next release is withheld and
// what would free it; of one table where its id is given. It writes nothing.
func Explain(_ context.Context, o Options, cohort, table string) (disclosure.Explanation, []diag.Problem, error) {
	in, problems, err := o.releaseInput(cohort)
	if err != nil || diag.Stops(problems, o.Strict) {
		return disclosure.Explanation{}, sorted(problems), err
	}
	o.begin(ProtectingData)
	out, more, err := disclosure.Explain(in, table)
	problems, err = o.blotted(in, append(problems, more...), err)
	return out, problems, err
}
