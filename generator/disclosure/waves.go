package disclosure

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
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
				EN: fmt.Sprintf("survey %s: people whose answers came in after its closing date, and are not used: %d", w.Name, w.Late),
				JA: fmt.Sprintf("アンケート %s: 締切日より後に届いたため使わない回答: %d人分", w.Name, w.Late),
			}})
		}
	}
	return out
}

// closing says which later figures the release makes impossible. What is out of
// a closed wave stays. Of an open one a figure follows the answers that come in
// only where k people or more are behind the difference: where fewer than that
// have still to answer, theirs are never shown. It is said before the first
// release of a wave, in a dry run.
func (h *history) closing(next Cohort, t terms, dryRun bool) []Note {
	if !dryRun {
		return nil
	}
	var out []Note
	for _, w := range h.data.Waves {
		figures := figuresOf(next, w.Name)
		if len(figures) == 0 || h.printedBefore(w.Name) {
			continue
		}
		if !w.Closed.IsZero() && !h.data.AsOf.Before(w.Closed) {
			out = append(out, Note{figure.Words{
				EN: fmt.Sprintf("this release fixes what is shown of survey %s for good (%s)", w.Name, figures),
				JA: fmt.Sprintf("このリリースでアンケート %s の数字は確定し、以後は変わりません（%s）", w.Name, figures),
			}})
			continue
		}
		k := t.at(w.Name).k
		en := fmt.Sprintf("survey %s is not closed yet: what this release shows of it can be shown anew only where %d or more people come in or change their answers", w.Name, k)
		ja := fmt.Sprintf("アンケート %s はまだ締め切られていません。このリリースで示す数字は、%d人以上の回答が増えるか変わるまで更新できません", w.Name, k)
		if few := h.fewLeft(next, w, k); len(few) > 0 {
			en += "; the answers still missing are too few for that, and could never be shown, in " + strings.Join(few, ", ")
			ja += "。未回答者がそれより少ないため、残りの回答を今後も示せなくなる数字: " + strings.Join(few, "、")
		}
		out = append(out, Note{figure.Words{EN: en, JA: ja}})
	}
	return out
}

// fewLeft names the cells of means of a wave in whose group some, and fewer than
// k, have not answered yet.
func (h *history) fewLeft(next Cohort, w microdata.Wave, k int) []string {
	var out []string
	for _, t := range next.tables {
		if t.statistic != string(figure.Mean) || !strings.HasPrefix(t.id, "survey.") && !strings.HasPrefix(t.id, "pulse.") {
			continue
		}
		for _, c := range t.cells {
			if c.form == Withheld || !slices.Equal(wavesOf(t, c), []string{w.Name}) {
				continue
			}
			if left := h.couldAnswer(next, t, c) - c.n; left > 0 && left < k {
				out = append(out, cellWords(ledger.Figure{Table: t.id, Statistic: t.statistic, At: ledgerLevels(c.at)}))
			}
		}
	}
	return out
}

// couldAnswer counts the people of a cell whom its question is for.
func (h *history) couldAnswer(next Cohort, t Table, c Cell) int {
	code, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(t.id, "survey."), "pulse."), ".")
	q, _ := next.Question(code)
	n := 0
	for _, p := range h.data.People {
		outside := slices.ContainsFunc(c.at, func(l Level) bool { return l.Dimension != "week" && p.Level(l.Dimension) != l.Level })
		if p.Withdrawn.IsZero() && !p.Anonymous && !outside && (q.who == "" || q.who == string(p.Role)) {
			n++
		}
	}
	return n
}

// figuresOf names the figures of a release that rest on a wave.
func figuresOf(c Cohort, wave string) string {
	var out []string
	for _, t := range c.tables {
		name, _, _ := strings.Cut(t.id, ".")
		rests := slices.ContainsFunc(t.cells, func(c Cell) bool { return slices.Contains(wavesOf(t, c), wave) })
		if rests && !slices.Contains(out, name+".*") {
			out = append(out, name+".*")
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
	stand := policy.on(past.releases)
	next, shield, problems := stand.gate(data)
	beside, _ := past.withstand(past.merge(next, stand), next, shield.courses, stand)
	said, found := f.comments(in, m.key, data, past)
	return said.on(beside.cohort), slices.Concat(problems, past.auditOn(beside, stand), found), nil
}
