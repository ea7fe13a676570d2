package disclosure

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
)

// place is one cell of a release, and what is decided of it.
type place struct {
	table, cell int
	now         ledger.Figure
	kind        ledger.Kind
	shown       bool // the data give something to print
	old         Cell // what the last release printed there; withheld where nothing
	before      *ledger.Figure
	policy      Policy // that its base stands under
	decision    decision
	attacked    bool // given up, since an attack beside earlier releases succeeded
}

type decision uint8

const (
	asNow     decision = iota // what the data give now
	asBefore                  // what was printed before, which is the same
	dated                     // what was printed before, with its date
	leaveOut                  // nothing
	candidate                 // not decided yet
)

// place reads who stands behind a cell, now and before, and decides what can be
// said of it alone.
func (h *history) place(t Table, of ledger.Table, c Cell, p Policy) place {
	out := place{now: ledger.Figure{Table: t.id, Statistic: t.statistic, At: ledgerLevels(c.at), Exact: c.form == Number || c.form == Distribution}, policy: p}
	size := c.n
	if out.shown = c.form != Withheld; out.shown {
		out.now.Printed = printed(c, t.decimals)
	} else {
		size = ledger.AnySize
	}
	out.now.Parts, out.kind = h.parts(of, out.now.At, size)
	nameless := out.kind == ledger.People && h.nameless(t, c)
	out.now.Sealed = out.kind == ledger.Unread || nameless
	if was, ok := h.last.Table(t.id, t.statistic); ok {
		out.before = h.printed[figureKey(out.now)]
		if !isOther(c) || sameNames(of.Named, ledgerTable(was).Named) {
			out.old, _ = was.Cell(c.at...)
		}
	}
	out.decision = h.decide(out, t, c)
	return out
}

// parts gives the slots behind a cell that prints a size.
func (h *history) parts(of ledger.Table, at []ledger.Level, size int) ([]ledger.Part, ledger.Kind) {
	slots, kind := h.reader.Read(of, at, size)
	var out []ledger.Part
	for _, s := range slots {
		part, known := h.asked[s]
		if !known {
			part = h.versions.Part(s)
			h.asked[s] = part
		}
		out = append(out, part)
	}
	if kind != ledger.Fact && len(slots) == 0 {
		kind = ledger.Unread
	}
	return out, kind
}

func ledgerTable(t Table) ledger.Table {
	out := ledger.Table{ID: t.id, Statistic: t.statistic, Base: t.base}
	for _, c := range t.cells {
		for _, l := range c.at {
			out.Named = append(out.Named, ledger.Level(l))
		}
	}
	return out
}

// isOther says whether a cell counts what its table does not name. It is the
// same figure as before only where the table names the same.
func isOther(c Cell) bool {
	return slices.ContainsFunc(c.at, func(l Level) bool { return l.Level == ledger.Other })
}

func sameNames(a, b []ledger.Level) bool {
	return !slices.ContainsFunc(a, func(l ledger.Level) bool { return !slices.Contains(b, l) }) &&
		!slices.ContainsFunc(b, func(l ledger.Level) bool { return !slices.Contains(a, l) })
}

// decide is what can be said of a cell alone.
func (h *history) decide(at place, t Table, c Cell) decision {
	old := at.stands()
	switch {
	case h.rosterStays(at, t, c):
		return at.instead()
	case at.kind == ledger.Fact || len(h.releases) == 0:
		return asNow
	case old && at.before.Sealed == at.now.Sealed && sameParts(*at.before, at.now):
		return asBefore
	case at.kind == ledger.Unread || h.isSealed(at.now) || at.now.Sealed && h.frozen(t, c):
		return at.instead()
	case at.shown && !h.frozen(t, c):
		return candidate
	case at.shown && !old && h.unchanged(at.now):
		return candidate // a finer breakdown of the same answers
	}
	return at.instead()
}

// rosterStays says whether a cell counts part of a roster that is secret, in a
// table that is out. The next count less this one would be who joined since, and
// a date on changed cells alone would name their group: all of them stay. Counts
// of the whole cohort name no group and follow the data.
func (h *history) rosterStays(at place, t Table, c Cell) bool {
	_, out := h.last.Table(t.id, t.statistic)
	return at.kind == ledger.Fact && at.policy.secretRoster && out && len(c.at) > 0
}

// stands says whether what was printed before may be shown again: it is of as
// many people as its base wants now.
func (at place) stands() bool {
	return at.old.form != Withheld && at.before != nil && at.old.n >= at.policy.k
}

// instead is what a cell shows that may not show what the data give now.
func (at place) instead() decision {
	if at.stands() {
		return dated
	}
	return leaveOut
}

// isSealed says whether a figure is of a series of which nothing new may be
// printed.
func (h *history) isSealed(f ledger.Figure) bool {
	return slices.ContainsFunc(seriesOf(f), func(name string) bool { return h.sealed[name] })
}

// readAnew says whether a release was written by another reading of slots, so
// that its figure of sessions, of goals or of the pulse cannot be held against
// slots as they are read now.
func readAnew(r ledger.Release, f ledger.Figure) bool {
	first, _, _ := strings.Cut(f.Table, ".")
	switch {
	case r.Reading == ledger.Reading || first == "survey" || first == "theme" || first == "recommend":
		return false
	case first == "goals", first == "pulse":
		return f.Sealed
	}
	return slices.Contains(seriesOf(f), sessionSeries)
}

// seriesOf names what a figure may be combined with: the questions and waves of
// answers, or the family of what pairs do.
func seriesOf(f ledger.Figure) []string {
	first, rest, _ := strings.Cut(f.Table, ".")
	switch first {
	case "survey", "theme", "recommend":
		var out []string
		for _, part := range f.Parts {
			if !slices.Contains(out, part.Strand) {
				out = append(out, part.Strand)
			}
		}
		return out
	case "pulse":
		for _, l := range f.At {
			if l.Dimension == "week" {
				return []string{rest + ".pulse-" + l.Level}
			}
		}
		return nil
	}
	return []string{pairFamily(f)}
}

// pairFamily names the figures that a figure of pairs may be combined with.
func pairFamily(f ledger.Figure) string {
	first, _, _ := strings.Cut(f.Table, ".")
	switch {
	case f.Table == "sessions.minutes" || f.Table == "metric.minutes":
		return "minutes"
	case first == "sessions" || first == "topics" || f.Table == "metric.sessions_per_month":
		return sessionSeries
	case first == "goals" || f.Table == "metric.goals_met_share":
		return "goals"
	case f.Table == "matching.days" || f.Table == "metric.days_to_first_session":
		return "first sessions"
	}
	return f.Table
}

// frozen says whether a survey's figures stand as they were first printed: its
// wave is closed.
func (h *history) frozen(t Table, c Cell) bool {
	waves := wavesOf(t, c)
	return slices.ContainsFunc(h.data.Waves, func(w microdata.Wave) bool {
		return slices.Contains(waves, w.Name) && !w.Closed.IsZero() && !h.data.AsOf.Before(w.Closed) && h.printedBefore(w.Name)
	})
}

// nameless says whether a cell rests on responses that name nobody. Whose they
// are cannot be told from one release to the next: nothing of them that an
// earlier release did not print is ever printed, and their series are sealed.
func (h *history) nameless(t Table, c Cell) bool {
	waves := wavesOf(t, c)
	return slices.ContainsFunc(h.data.Waves, func(w microdata.Wave) bool { return w.Anonymous && slices.Contains(waves, w.Name) })
}

// printedBefore says whether the last release has figures of a wave.
func (h *history) printedBefore(wave string) bool {
	return slices.ContainsFunc(h.last.tables, func(t Table) bool {
		return slices.ContainsFunc(t.cells, func(c Cell) bool { return slices.Contains(wavesOf(t, c), wave) })
	})
}

// wavesOf names the waves that a cell rests on; none where it is not of a
// survey.
func wavesOf(t Table, c Cell) []string {
	if len(t.base) < 2 || t.base[0] != "survey" {
		return nil
	}
	for _, l := range c.at {
		if l.Dimension == "week" {
			return []string{"pulse-" + l.Level}
		}
	}
	return t.base[1:]
}

// unchanged says whether all slots of a figure stood behind earlier figures in
// the version that they have now.
func (h *history) unchanged(f ledger.Figure) bool {
	return !slices.ContainsFunc(f.Parts, func(p ledger.Part) bool { return !h.known[p.Slot] })
}
