package disclosure

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/ledger"
)

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
		out.stays = append(out.stays, h.stays(at, t))
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

// figureKey names a figure's place: table, statistic and levels in order.
func figureKey(f ledger.Figure) string {
	at := slices.SortedFunc(slices.Values(f.At), func(a, b ledger.Level) int { return strings.Compare(a.Dimension, b.Dimension) })
	return fmt.Sprintf("%s %s %q", f.Table, f.Statistic, at)
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
