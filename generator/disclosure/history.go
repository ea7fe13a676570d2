package disclosure

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// history is what the earlier releases of a cohort printed, as its next one
// must respect it. Other cohorts need no rows here: their slots are others, and
// a combination that touches few people of one cohort is one of that cohort's
// figures alone.
type history struct {
	data     microdata.Cohort
	last     Cohort // the latest release; number 0: there is none
	releases []ledger.Release
	versions *ledger.Versions
	reader   ledger.Reader
}

func newHistory(data microdata.Cohort, last Cohort, releases []ledger.Release, v *ledger.Versions) *history {
	return &history{data: data, last: last, releases: releases, versions: v, reader: ledger.NewReader(data)}
}

// merged is a release that stands beside the earlier ones.
type merged struct {
	cohort  Cohort
	record  []ledger.Figure // of each printed cell, for the ledger
	kept    int             // cells that show an earlier value with its date
	dropped []WithheldCell  // cells that only the earlier releases made it withhold
	fresh   []ledger.Figure // those of record that no earlier release printed
}

// place is one cell of a release, and what is decided of it.
type place struct {
	table, cell int
	now         ledger.Figure
	kind        ledger.Kind
	shown       bool // the data give something to print
	old         Cell // what the last release printed there; withheld where nothing
	before      *ledger.Figure
	decision    decision
}

// besideEarlier is the rule that withholds a cell for the sake of earlier
// releases, told to HR alone.
var besideEarlier = figure.Words{
	EN: "together with earlier releases it would tell of too few people",
	JA: "以前のリリースと合わせると、少人数の値が分かってしまう",
}

type decision uint8

const (
	asNow     decision = iota // what the data give now
	asBefore                  // what was printed before, which is the same
	dated                     // what was printed before, with its date
	leaveOut                  // nothing
	candidate                 // not decided yet
)

// merge decides for each cell whether it shows what the data give now, what was
// printed before, with its own date, or nothing (section 4.4). A value stays
// where the same answers stand behind it; it is frozen where its survey is
// closed; else it is replaced where no combination
// with anything that was ever printed tells of fewer than k people.
func (h *history) merge(c Cohort, p Policy) merged {
	out := merged{cohort: c}
	out.cohort.tables = slices.Clone(c.tables)
	var places []place
	for t, table := range c.tables {
		out.cohort.tables[t].cells = slices.Clone(table.cells)
		if was, ok := h.last.Table(table.id, table.statistic); ok && was.withdrawn.on != "" {
			out.cohort.tables[t] = withdraw(table, was.withdrawn)
			continue
		}
		for i := range table.cells {
			places = append(places, h.place(table, t, i, p))
		}
	}
	h.choose(places, p)
	for _, at := range places {
		h.settle(&out, at, c.tables[at.table])
	}
	return out
}

// withdraw is a table of which nothing is shown.
func withdraw(t Table, w withdrawal) Table {
	t.withdrawn = w
	t.cells = slices.Clone(t.cells)
	for i, c := range t.cells {
		t.cells[i] = Cell{at: c.at}
	}
	return t
}

// place reads who stands behind a cell, now and before.
func (h *history) place(t Table, table, cell int, p Policy) place {
	c := t.cells[cell]
	out := place{table: table, cell: cell, now: ledger.Figure{Table: t.id, Statistic: t.statistic, At: ledgerLevels(c.at), Exact: c.form == Number || c.form == Distribution}}
	size := c.n
	if out.shown = c.form != Withheld; out.shown {
		out.now.Printed = printed(c, t.decimals)
	} else {
		size = ledger.AnySize
	}
	slots, kind := h.reader.Read(ledger.Table{ID: t.id, Statistic: t.statistic, Base: t.base}, out.now.At, size)
	for _, s := range slots {
		out.now.Parts = append(out.now.Parts, h.versions.Part(s))
	}
	if kind != ledger.Fact && len(slots) == 0 {
		kind = ledger.Unread
	}
	out.kind, out.now.Sealed = kind, kind == ledger.Unread
	if was, ok := h.last.Table(t.id, t.statistic); ok {
		out.old, _ = was.Cell(c.at...)
		out.before = h.latest(out.now)
	}
	out.decision = h.decide(out, t, p)
	return out
}

// decide is what can be said of a cell alone.
func (h *history) decide(at place, t Table, p Policy) decision {
	old := at.old.form != Withheld && at.before != nil && at.old.n >= p.k
	switch {
	case at.kind == ledger.Fact || len(h.releases) == 0:
		return asNow
	case at.kind == ledger.Unread && old:
		return dated
	case at.kind == ledger.Unread:
		return leaveOut
	case old && sameParts(*at.before, at.now):
		return asBefore
	case at.shown && !h.frozen(t):
		return candidate
	case at.shown && !old && h.unchanged(at.now):
		return candidate // a finer breakdown of the same answers
	case old:
		return dated
	}
	return leaveOut
}

// latest finds what was last printed at a figure's place.
func (h *history) latest(f ledger.Figure) *ledger.Figure {
	for i := len(h.releases) - 1; i >= 0; i-- {
		for j := range h.releases[i].Figures {
			if g := &h.releases[i].Figures[j]; g.Table == f.Table && g.Statistic == f.Statistic && sameAt(g.At, f.At) {
				return g
			}
		}
	}
	return nil
}

// frozen says whether a survey's figures stand as they were first printed: its
// wave is closed.
func (h *history) frozen(t Table) bool {
	if len(t.base) < 2 || t.base[0] != "survey" {
		return false
	}
	return slices.ContainsFunc(h.data.Waves, func(w microdata.Wave) bool {
		return slices.Contains(t.base[1:], w.Name) && !w.Closed.IsZero() && !h.data.AsOf.Before(w.Closed) && h.printedBefore(w.Name)
	})
}

// printedBefore says whether some earlier release printed figures of a wave.
func (h *history) printedBefore(wave string) bool {
	return slices.ContainsFunc(h.last.tables, func(t Table) bool {
		return len(t.base) > 1 && t.base[0] == "survey" && slices.Contains(t.base[1:], wave)
	})
}

// unchanged says whether all slots of a figure stood behind earlier figures in
// the version that they have now.
func (h *history) unchanged(f ledger.Figure) bool {
	known := make(map[string]bool)
	for _, r := range h.releases {
		for _, g := range r.Figures {
			for _, part := range g.Parts {
				known[part.Slot] = true
			}
		}
	}
	return !slices.ContainsFunc(f.Parts, func(p ledger.Part) bool { return !known[p.Slot] })
}

// settle writes a decided cell into the release.
func (h *history) settle(out *merged, at place, t Table) {
	cell, f := t.cells[at.cell], at.now
	if at.decision == asNow || at.decision == candidate {
		if cell.form == Withheld {
			return
		}
		out.record, out.fresh = append(out.record, f), append(out.fresh, f)
		return
	}
	if at.decision == leaveOut {
		if cell.form != Withheld {
			out.dropped = append(out.dropped, WithheldCell{Table: t.id, Statistic: t.statistic, At: cell.at, Why: besideEarlier})
		}
		out.cohort.tables[at.table].cells[at.cell] = Cell{at: cell.at}
		return
	}
	cell = at.old
	if at.decision == asBefore {
		cell.asOf = ""
	} else {
		if cell.asOf == "" {
			cell.asOf = h.last.dataAsOf
		}
		if cell.asOf == out.cohort.dataAsOf {
			cell.asOf = ""
		}
		out.kept++
	}
	out.cohort.tables[at.table].cells[at.cell] = cell
	f = *at.before
	out.record = append(out.record, f)
}

// printed is a cell's numbers as they stand in the release file.
func printed(c Cell, decimals int) string {
	c.at, c.asOf = nil, ""
	var b bytes.Buffer
	encodeCell(&b, c, decimals)
	return "{" + strings.TrimPrefix(b.String(), `{"at": {}, `)
}

func sameAt(a, b []ledger.Level) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(l ledger.Level) bool { return !slices.Contains(b, l) })
}

// sameParts says whether two figures are of the same slots.
func sameParts(a, b ledger.Figure) bool {
	return len(a.Parts) > 0 && slices.Equal(partNames(a), partNames(b))
}

func partNames(f ledger.Figure) []string {
	out := make([]string, len(f.Parts))
	for i, p := range f.Parts {
		out[i] = fmt.Sprint(p.Slot, " ", p.Times)
	}
	slices.Sort(out)
	return out
}

func ledgerLevels(at []Level) []ledger.Level {
	var out []ledger.Level
	for _, l := range at {
		out = append(out, ledger.Level(l))
	}
	slices.SortFunc(out, func(a, b ledger.Level) int { return strings.Compare(a.Dimension, b.Dimension) })
	return out
}

// stillWithheld leaves out cells that show an earlier value after all.
func stillWithheld(c Cohort, cells []WithheldCell) []WithheldCell {
	return slices.DeleteFunc(cells, func(w WithheldCell) bool {
		t, _ := c.Table(w.Table, w.Statistic)
		cell, found := t.Cell(w.At...)
		return found && cell.form != Withheld
	})
}

// words tells HR what the earlier releases keep from being shown.
func (m merged) words() []Note {
	if m.kept == 0 {
		return nil
	}
	return []Note{{figure.Words{
		EN: fmt.Sprintf("%d cells show an earlier value with its date: their survey is closed, or too few people changed for an update", m.kept),
		JA: fmt.Sprintf("%d 個のセルは以前の値を日付付きで示します。調査が締め切られているか、変わった人が少なく更新できないためです", m.kept),
	}}}
}
