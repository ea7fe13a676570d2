package disclosure

import (
	"slices"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/figure"
)

// history is what the earlier releases of a cohort printed, as its next one
// must respect it.
//
// Other cohorts need no rows here. A release is made of one cohort's data, and
// a slot is of one cohort: whoever takes part in two answers, and meets, in each
// of them anew, so that no figure of one cohort counts a slot of the other. Rows
// over disjoint slots form a matrix of blocks, and a combination of them that
// touches few people in all touches no more of them in any block: it is a sum
// of one combination for each cohort, each of which was refused there. Trends
// over cohorts stand each cohort's own figures side by side. No figure over all
// cohorts is released; one would be a sum over their slots and would need their
// rows together.
type history struct {
	data     microdata.Cohort
	last     Cohort // the latest release; number 0: there is none
	releases []ledger.Release
	versions *ledger.Versions
	reader   ledger.Reader
	printed  map[string]*ledger.Figure   // what was last printed, by figureKey
	known    map[string]bool             // slots, in the version that stood behind some figure
	sealed   map[string]bool             // series of which nothing new may be printed
	asked    map[ledger.Slot]ledger.Part // what versions gave
	memory   *suppress.Memory
}

func newHistory(data microdata.Cohort, last Cohort, releases []ledger.Release, v *ledger.Versions) *history {
	h := &history{data: data, last: last, releases: releases, versions: v, reader: ledger.NewReader(data),
		printed: make(map[string]*ledger.Figure), known: make(map[string]bool), sealed: make(map[string]bool), asked: make(map[ledger.Slot]ledger.Part), memory: &suppress.Memory{}}
	for _, r := range releases {
		for i := range r.Figures {
			f := &r.Figures[i]
			h.printed[figureKey(*f)] = f
			for _, part := range f.Parts {
				h.known[part.Slot] = true
			}
			if f.Unknown() || readAnew(r, *f) {
				for _, name := range seriesOf(*f) {
					h.sealed[name] = true
				}
			}
		}
	}
	return h
}

// merged is a release that stands beside the earlier ones.
type merged struct {
	cohort  Cohort
	record  []ledger.Figure // of each printed cell, for the ledger
	stays   []stayed        // cells that show an earlier value with its date
	dropped []WithheldCell  // cells that only the earlier releases made it withhold
	fresh   []ledger.Figure // those of record that no earlier release printed
}

// besideEarlier is the rule that withholds a cell for the sake of earlier
// releases, told to HR alone.
var besideEarlier = figure.Words{
	EN: "together with earlier releases it would tell of too few people",
	JA: "以前のリリースと合わせると、少人数の値が分かってしまう",
}

// merge decides for each cell whether it shows what the data give now, what was
// printed before, with its own date, or nothing (section 4.4). A value stays
// where the same answers stand behind it; it is frozen where its survey is
// closed; else it is replaced where no combination
// with anything that was ever printed tells of fewer than k people.
func (h *history) merge(c Cohort, t terms) merged {
	out := merged{cohort: c}
	out.cohort.tables = slices.Clone(c.tables)
	var places []place
	for i, table := range c.tables {
		out.cohort.tables[i].cells = slices.Clone(table.cells)
		if was, ok := h.last.Table(table.id, table.statistic); ok && was.withdrawn.on != "" {
			out.cohort.tables[i] = withdraw(table, was.withdrawn)
			continue
		}
		of := ledgerTable(table)
		for j, cell := range table.cells {
			at := h.place(table, of, cell, t.at(baseOf(table, cell)))
			at.table, at.cell = i, j
			places = append(places, at)
		}
	}
	h.choose(places)
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

// stillWithheld leaves out cells that show an earlier value after all.
func stillWithheld(c Cohort, cells []WithheldCell) []WithheldCell {
	return slices.DeleteFunc(cells, func(w WithheldCell) bool {
		t, _ := c.Table(w.Table, w.Statistic)
		cell, found := t.Cell(w.At...)
		return found && cell.form != Withheld
	})
}
