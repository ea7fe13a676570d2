package disclosure

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// past is what earlier releases printed, as the attack reads it.
type past struct {
	attack.Earlier
	series  map[string]bool // of which something was printed
	changed map[string]bool // of which a value was replaced since
}

// due are the series with something new beside something old, and those of
// which values changed behind what was printed.
func (p past) due(fresh []ledger.Figure) map[string]bool {
	out := maps.Clone(p.changed)
	for _, f := range fresh {
		for _, s := range seriesBehind(f) {
			if p.series[s] {
				out[s] = true
			}
		}
	}
	return out
}

// earlier reads what every earlier release printed over the values of the data,
// each figure once.
func (h *history) earlier(data microdata.Cohort, t terms) past {
	out := past{attack.Earlier{Held: make(map[int][]string), Items: itemKeys(data)}, make(map[string]bool), make(map[string]bool)}
	now, owners, versions := h.present(data, &out.Earlier)
	numbers, seen := make(map[string]int), make(map[string]bool)
	for _, r := range h.releases {
		for _, f := range r.Figures {
			key := figureKey(f) + f.Printed + strings.Join(partNames(f), ",")
			cell, ok := readBack(f)
			if len(f.Parts) == 0 || f.Unknown() || seen[key] || !ok {
				continue
			}
			seen[key] = true
			p := attack.Past{Release: r.Number, Table: attack.Table{ID: f.Table, Statistic: f.Statistic, Decimals: h.decimalsOf(f, t), Cells: []attack.Cell{attackCell(cell)}}}
			for _, part := range f.Parts {
				slot, isNow := now[part.Slot]
				if !isNow {
					if numbers[part.Slot] == 0 {
						numbers[part.Slot] = 1 + len(numbers)
					}
					slot = attack.PastSlot{Owner: -1, Series: part.Strand, Replaced: numbers[part.Slot]}
					if owner, known := owners[part.Owner]; known {
						slot.Owner = owner
						slot.Value, slot.Known = replacedValue(data, part, owner, versions)
					}
				}
				p.Slots = append(p.Slots, slot)
				for _, s := range seriesBehind(f) {
					out.series[s] = true
					out.changed[s] = out.changed[s] || !isNow
				}
			}
			out.Cells = append(out.Cells, p)
		}
	}
	return out
}

// replacedValue finds what an answer was before it was replaced: the value on
// the scale that has its slot.
func replacedValue(data microdata.Cohort, part ledger.Part, owner int, versions *ledger.Versions) (int, bool) {
	for _, q := range data.Questions {
		if !strings.HasPrefix(part.Strand, q.Code+".") {
			continue
		}
		for _, p := range q.Scale {
			s := ledger.Slot{Owner: data.People[owner].ID, Key: part.Strand, Value: fmt.Sprint(p.Value)}
			if versions.Part(s).Slot == part.Slot {
				return p.Value, true
			}
		}
	}
	return 0, false
}

// present finds the values that the data hold now, by their slots, and whose
// they are. It gives a copy of the versions, since to ask adds what was not
// known.
func (h *history) present(data microdata.Cohort, held *attack.Earlier) (now map[string]attack.PastSlot, byHash map[string]int, versions *ledger.Versions) {
	mine := *h.versions
	mine.Known, versions = maps.Clone(h.versions.Known), &mine
	reader, owners := ledger.NewReader(data), make(map[string]int)
	now, byHash = make(map[string]attack.PastSlot), make(map[string]int)
	add := func(t ledger.Table) []attack.PastSlot {
		slots, _ := reader.Read(t, nil, ledger.AnySize)
		var found []attack.PastSlot
		for _, s := range slots {
			if owner, known := owners[s.Owner]; known {
				slot, part := attack.PastSlot{Owner: owner, Series: s.Key}, versions.Part(s)
				now[part.Slot], byHash[part.Owner] = slot, owner
				found = append(found, slot)
			}
		}
		return found
	}
	for i, p := range data.People {
		owners[p.ID] = i
	}
	for _, q := range data.Questions {
		for _, w := range data.Waves {
			add(ledger.Table{ID: "survey." + q.Code + "." + w.Name, Statistic: "mean", Base: []string{"survey", w.Name}})
		}
	}
	for i, p := range data.Pairs {
		owners[data.People[p.Mentor].ID+"\x00"+data.People[p.Mentee].ID] = i
	}
	for _, id := range []string{"sessions.planned", "sessions.minutes", "matching.days", "goals.met", "metric.followups_per_pair"} {
		for _, slot := range add(ledger.Table{ID: id}) {
			held.Held[slot.Owner] = append(held.Held[slot.Owner], slot.Series)
		}
	}
	return now, byHash, versions
}

// itemKeys gives the keys that each session, goal and check-in counts in.
func itemKeys(data microdata.Cohort) map[string][][]string {
	one := data
	one.Questions, one.Waves = nil, nil
	keys := func(ids ...string) (out []string) {
		for _, id := range ids {
			slots, _ := ledger.NewReader(one).Read(ledger.Table{ID: id}, nil, ledger.AnySize)
			for _, s := range slots {
				out = append(out, s.Key)
			}
		}
		return out
	}
	out := make(map[string][][]string)
	for i := range data.Sessions {
		one.Sessions = data.Sessions[i : i+1]
		out["sessions"] = append(out["sessions"], keys("sessions.planned", "sessions.minutes", "matching.days"))
	}
	for i := range data.Goals {
		one.Goals = data.Goals[i : i+1]
		out["goals"] = append(out["goals"], keys("goals.met"))
	}
	for i := range data.Followups {
		one.Followups = data.Followups[i : i+1]
		out["followups"] = append(out["followups"], keys("metric.followups_per_pair"))
	}
	one.Sessions = data.Sessions
	if first := keys("matching.days"); len(first) > 0 {
		out["days"] = [][]string{first[:1]}
	}
	return out
}

// readBack reads back what a figure printed.
func readBack(f ledger.Figure) (Cell, bool) {
	var from fileCell
	if json.Unmarshal([]byte(f.Printed), &from) != nil {
		return Cell{}, false
	}
	out := Cell{n: from.N}
	if from.number(&out, f.Statistic) != nil || from.spread(&out, f.Statistic) != nil {
		return Cell{}, false
	}
	out.at = printedAt(f)
	return out, true
}

func (h *history) decimalsOf(f ledger.Figure, t terms) int {
	if table, ok := h.last.Table(f.Table, f.Statistic); ok {
		return table.decimals
	}
	d, _ := figure.Lookup(f.Table, figure.Statistic(f.Statistic))
	return t.now.decimals(d)
}
