package disclosure

import (
	"cmp"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// terms are the policies that the bases of a release stand under: thresholds
// of a wave that is out are frozen. They may be raised at any time; lowered,
// they hold for new waves alone (section 4.4).
type terms struct {
	now    Policy            // of every base that of does not name
	of     map[string]Policy // of bases that were printed under stricter thresholds
	frozen bool              // some threshold of now is not the one that was asked for
}

// on gives the terms of a cohort's next release.
func (p Policy) on(releases []ledger.Release) terms {
	all, bases := ledger.Frozen(releases)
	asked := p.thresholds()
	out := terms{now: p.under(asked.Stricter(all)), of: make(map[string]Policy)}
	out.frozen = out.now.thresholds() != asked
	for _, base := range sortedKeys(bases) {
		if t := out.now.thresholds().Stricter(bases[base]); t != out.now.thresholds() {
			out.of[base] = p.under(t)
		}
	}
	return out
}

func (t terms) at(base string) Policy {
	if p, named := t.of[base]; named {
		return p
	}
	return t.now
}

// distinct are the policies of t, now first, each once.
func (t terms) distinct() []Policy {
	out := []Policy{t.now}
	for _, base := range sortedKeys(t.of) {
		p := t.of[base]
		if !slices.ContainsFunc(out, func(q Policy) bool { return q.thresholds() == p.thresholds() }) {
			out = append(out, p)
		}
	}
	return out
}

func (t terms) problems(id string) []diag.Problem {
	if !t.frozen && len(t.of) == 0 {
		return nil
	}
	return []diag.Problem{diag.New("policy-frozen", diag.Pos{File: "site.yaml"}, diag.Slot("cohort", id))}
}

// record gives the thresholds of each base of a release, for the ledger.
func (t terms) record(c Cohort) map[string]ledger.Thresholds {
	out := make(map[string]ledger.Thresholds)
	for _, table := range c.tables {
		for _, cell := range table.cells {
			base := baseOf(table, cell)
			out[base] = t.at(base).thresholds()
		}
	}
	return out
}

// baseOf names what a cell rests on, as thresholds are frozen for it: its waves,
// such as "before after" or "pulse-2025-06-02", else "participants", "sessions".
func baseOf(t Table, c Cell) string {
	if waves := wavesOf(t, c); len(waves) > 0 {
		return strings.Join(waves, " ")
	}
	return t.base[0]
}

func (p Policy) thresholds() ledger.Thresholds {
	d := p.dominance
	return ledger.Thresholds{K: p.k, KDistribution: p.kDistribution, Coalition: p.coalition, Width: p.width, ModalMax: p.modalMax, SecretRoster: p.secretRoster,
		Top1: d.top1, Top2: d.top2, MinPairs: d.minPairs, MinMentors: d.minMentors, MinMentees: d.minMentees}
}

// under is the policy with other thresholds.
func (p Policy) under(t ledger.Thresholds) Policy {
	p.k, p.kDistribution, p.coalition, p.width, p.modalMax = t.K, t.KDistribution, t.Coalition, t.Width, t.ModalMax
	p.secretRoster = t.SecretRoster
	p.dominance = dominance{top1: t.Top1, top2: t.Top2, minPairs: t.MinPairs, minMentors: t.MinMentors, minMentees: t.MinMentees}
	return p
}

// gate makes a release of data, without number, in which each base stands
// under its own policy, and attacks it. Bases of different policies share no
// slot, so that each is made, and attacked, in a release of its policy alone.
func (t terms) gate(data microdata.Cohort) (Cohort, protected, []diag.Problem) {
	out, shield, problems := gate(data, t.now)
	if len(t.of) == 0 {
		return out, shield, problems
	}
	order := out.tables
	all, withhelds := order, shield.withhelds
	out.tables, shield.withhelds = nil, nil
	for i, p := range t.distinct() {
		if i > 0 {
			one, more, found := gate(data, p)
			all, withhelds, problems = one.tables, more.withhelds, append(problems, found...)
			shield.notes, shield.courses = append(shield.notes, more.notes...), append(shield.courses, more.courses...)
		}
		mine := func(table Table, at []Level) bool {
			return t.at(baseOf(table, Cell{at: at})).thresholds() == p.thresholds()
		}
		for _, table := range all {
			out.tables = placeCells(out.tables, table, func(c Cell) bool { return mine(table, c.at) })
			for _, w := range withhelds {
				if w.Table == table.id && w.Statistic == table.statistic && mine(table, w.At) {
					shield.withhelds = append(shield.withhelds, w)
				}
			}
		}
	}
	inPlaces(out.tables, order)
	out.tables = slices.DeleteFunc(out.tables, func(table Table) bool { return len(table.cells) == 0 })
	shield.notes = distinctWords(shield.notes)
	out.k = t.least(out.tables)
	return out, shield, append(problems, attackRelease(inOrder(data), out, t.now)...)
}

// least is the fewest people behind any figure of a release.
func (t terms) least(tables []Table) int {
	out := 0
	for _, table := range tables {
		for _, c := range table.cells {
			if k := t.at(baseOf(table, c)).k; out == 0 || k < out {
				out = k
			}
		}
	}
	return out
}

// auditOn attacks the union of all releases, the new figures of each policy by
// its thresholds.
func (h *history) auditOn(m merged, t terms) []diag.Problem {
	var problems []diag.Problem
	for _, p := range t.distinct() {
		mine := m
		mine.fresh = slices.DeleteFunc(slices.Clone(m.fresh), func(f ledger.Figure) bool {
			table, _ := m.cohort.Table(f.Table, f.Statistic)
			return t.at(baseOf(table, Cell{at: printedAt(f)})).thresholds() != p.thresholds()
		})
		problems = append(problems, h.audit(mine, p)...)
	}
	return problems
}

func printedAt(f ledger.Figure) []Level {
	out := make([]Level, len(f.At))
	for i, l := range f.At {
		out[i] = Level(l)
	}
	return out
}

// inPlaces gives cells the order that they have in other tables, so that a
// release of the same figures has the same bytes.
func inPlaces(tables, order []Table) {
	for _, t := range tables {
		i := slices.IndexFunc(order, func(o Table) bool { return o.id == t.id && o.statistic == t.statistic })
		if i < 0 {
			continue
		}
		place := func(c Cell) int {
			j := slices.IndexFunc(order[i].cells, func(o Cell) bool { return slices.Equal(o.at, c.at) })
			if j < 0 {
				return len(order[i].cells)
			}
			return j
		}
		slices.SortStableFunc(t.cells, func(a, b Cell) int { return cmp.Compare(place(a), place(b)) })
	}
}

// placeCells adds those cells of a table that are to stand to the tables of a
// release.
func placeCells(tables []Table, t Table, stands func(Cell) bool) []Table {
	cells := slices.DeleteFunc(slices.Clone(t.cells), func(c Cell) bool { return !stands(c) })
	i := slices.IndexFunc(tables, func(o Table) bool { return o.id == t.id && o.statistic == t.statistic })
	if i < 0 {
		t.cells = cells
		return append(tables, t)
	}
	tables[i].cells = append(tables[i].cells, cells...)
	return tables
}

func distinctWords(words []figure.Words) []figure.Words {
	var out []figure.Words
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
