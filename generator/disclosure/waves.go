package disclosure

import (
	"fmt"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// lateWords says how many answers came in after their wave's closing date.
// They are counted and not used.
func (h *history) lateWords() []Note {
	var out []Note
	for _, w := range h.data.Waves {
		if w.Late > 0 {
			out = append(out, Note{figure.Words{
				EN: fmt.Sprintf("wave %s: people whose answers came in after its closing date, and are not used: %d", w.Name, w.Late),
				JA: fmt.Sprintf("調査 %s: 締切日より後に届いたため使わない回答: %d 人分", w.Name, w.Late),
			}})
		}
	}
	return out
}

// closing says which later figures the release makes impossible: once figures
// of a wave are out, they stay, and answers that come in later are never
// shown. It is said before the first release of a wave, in a dry run.
func (h *history) closing(next Cohort, dryRun bool) []Note {
	if !dryRun {
		return nil
	}
	var out []Note
	for _, w := range h.data.Waves {
		figures := figuresOf(next, w.Name)
		if len(figures) == 0 || h.printedBefore(w.Name) {
			continue
		}
		open, openJA := "", ""
		if w.Closed.IsZero() || h.data.AsOf.Before(w.Closed) {
			open, openJA = "wave "+w.Name+" is not closed yet; ", "調査 "+w.Name+" はまだ締め切られていません。"
		}
		out = append(out, Note{figure.Words{
			EN: open + fmt.Sprintf("this release would freeze what is shown of %s: answers that come in later, and figures over other people, could never be shown (%s)", w.Name, figures),
			JA: openJA + fmt.Sprintf("このリリースにより %s の数字は固定されます。後から届いた回答や、対象者の異なる数字は、今後示せなくなります(%s)", w.Name, figures),
		}})
	}
	return out
}

// figuresOf names the figures of a release that rest on a wave.
func figuresOf(c Cohort, wave string) string {
	var out []string
	seen := make(map[string]bool)
	for _, t := range c.tables {
		if len(t.base) < 2 || t.base[0] != "survey" {
			continue
		}
		for _, w := range t.base[1:] {
			name, _, _ := strings.Cut(t.id, ".")
			if w == wave && !seen[name] {
				seen[name] = true
				out = append(out, name+".*")
			}
		}
	}
	return strings.Join(out, ", ")
}

// preview makes what a release would publish, and writes nothing. Where the
// ledger cannot be read, the figures stand alone: they are shown to HR.
func (f folders) preview(in ReleaseInput, data microdata.Cohort, last Cohort) (Cohort, []diag.Problem, error) {
	in.Cohort, in.DryRun = data.ID, true
	m, found, err := f.remember(false, data.ID)
	if err != nil {
		return Cohort{}, nil, err
	}
	if m.ledger.Closed(data.ID) {
		return last, nil, nil
	}
	policy := in.Policy.orDefault()
	if len(found) > 0 || len(f.complete(m, data.ID, last.chain)) > 0 {
		next, _, problems := gate(data, policy)
		return next, problems, nil
	}
	past, err := f.history(m, data, last)
	if err != nil {
		return Cohort{}, nil, err
	}
	policy, _ = policy.frozen(past.releases, data.ID)
	next, _, problems := gate(data, policy)
	beside := past.merge(next, policy)
	return beside.cohort, append(problems, past.audit(beside, policy)...), nil
}
