package disclosure

import (
	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/roster"
)

// named reports the words of a release that name a participant: titles, levels
// and questions come from settings that people write by hand, and a release is
// kept with the pages.
func (f folders) named(c Cohort, extra []string, data microdata.Cohort) []diag.Problem {
	wire, problems := f.tripwire(extra, roster.Forms(data))
	hit := func(w Words) bool {
		for _, s := range w.byLang {
			if len(wire.Scan(s, Prose)) > 0 {
				return true
			}
		}
		return false
	}
	report := func(file string) {
		problems = append(problems, diag.New("release-names", diag.Pos{File: file}))
	}
	settings := "cohorts/" + c.id + "/cohort.yaml"
	if hit(c.title) {
		report(settings)
	}
	for _, l := range c.labels {
		if hit(l.Words) {
			report(settings)
		}
	}
	for _, q := range c.questions {
		if hit(q.text) {
			report("survey.yaml")
		}
		for _, p := range q.scale {
			if hit(p.Label) {
				report("survey.yaml")
			}
		}
	}
	if !diag.Stops(problems, false) && len(wire.Scan(string(encode(c, "")), Prose)) > 0 {
		report("cohorts/" + c.id)
	}
	return problems
}
