package disclosure

import (
	"errors"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
)

// Imported says what Import read.
type Imported struct {
	Releases int // entered into the ledger; 0: it knew them all
	Figures  int // of them
}

// Import enters a cohort's releases into the ledger again where it, or the key,
// was lost. It makes a release of the present data and holds each earlier one
// against it: figures that print the same are known to rest on these answers.
// Of any other it is known whom it was of at most, and not in which versions
// their answers stood behind it: it is entered as it was printed, and in its
// question and wave, or its family of sessions, nothing new is ever printed. That
// is said in a warning. But where the last release's figures of a wave that is
// still open do not follow from the data, those are the wrong data: a problem,
// and nothing is entered. A cohort that is closed needs no import, which a
// warning says.
func Import(in ReleaseInput) (done Imported, problems []diag.Problem, err error) {
	f, err := in.Place.open()
	if err != nil {
		return Imported{}, nil, err
	}
	defer f.close()
	releases, problems, err := loadReleases(f.handbook, in.Cohort)
	if err != nil || len(problems) > 0 {
		return Imported{}, problems, err
	}
	if len(releases) == 0 {
		return Imported{}, []diag.Problem{noRelease(in.Cohort)}, nil
	}
	data, problems := f.read(in.Cohort)
	if diag.Stops(problems, false) {
		return Imported{}, diag.Sort(problems), nil
	}
	m, found, err := f.restart(in.Cohort)
	if err != nil || len(found) > 0 {
		return Imported{}, found, err
	}
	defer func() { err = errors.Join(err, m.close()) }()
	if m.ledger.Closed(in.Cohort) {
		last := releases[len(releases)-1]
		problems = append(problems, diag.New("cohort-closed", diag.Pos{File: "cohorts/" + in.Cohort}, diag.Slot("cohort", in.Cohort), diag.SlotInt("number", last.release)))
		return Imported{}, diag.Sort(problems), nil
	}
	policy := in.Policy.orDefault()
	now, _, found := gate(data, policy) // as the releases were made, but for what they knew of each other
	problems = append(problems, found...)
	versions, fresh := ledger.NewVersions(m.key, data.ID), true
	if len(m.ledger.Of(data.ID)) > 0 && ledger.HasVersions(f.private, data.ID) {
		fresh = false
		if versions, err = ledger.ReadVersions(f.private, m.key, data.ID); err != nil {
			return Imported{}, nil, err
		}
	}
	past := newHistory(data, releases[len(releases)-1], nil, versions)
	past.moved() // notes where everybody belongs
	var records []ledger.Release
	for i, c := range releases {
		var before Cohort
		if i > 0 {
			before = releases[i-1]
		}
		recalled := past.recall(c, before, now, policy, i == len(releases)-1)
		problems = append(problems, recalled.problems(c)...)
		recalled.record.Hash, recalled.record.Quotes = c.hash, recallQuotes(c, m.key, policy)
		if fresh || !m.knows(recalled.record) {
			records = append(records, recalled.record)
		}
	}
	if diag.Stops(problems, false) {
		return Imported{}, diag.Sort(problems), nil
	}
	if len(records) > 0 {
		err = past.versions.Save(f.private)
	}
	for _, r := range records {
		if err == nil {
			err = m.book.Append(r)
		}
		done.Releases, done.Figures = done.Releases+1, done.Figures+len(r.Figures)
	}
	return done, diag.Sort(problems), err
}

func (m memory) knows(r ledger.Release) bool {
	for _, known := range m.ledger.Of(r.Cohort) {
		if known.Hash == r.Hash {
			return true
		}
	}
	return false
}

// recalled is what the data say of an earlier release.
type recalled struct {
	record  ledger.Release
	differ  int    // figures that the data print otherwise
	example string // one of them
	wrong   int    // of those, figures that show these to be the wrong data
}

// recall finds the slots behind what an earlier release printed. Facts may
// have changed since, and what it repeated from one before stands there.
func (h *history) recall(c, before, now Cohort, p Policy, last bool) recalled {
	stand := terms{now: p.under(p.thresholds().Stricter(ledger.Thresholds{K: c.k}))}
	out := recalled{record: ledger.Release{Cohort: c.id, Number: c.release, Time: time.Now().UTC().Format(time.RFC3339),
		Thresholds: stand.now.thresholds(), Bases: stand.record(c), Reading: ledger.Reading}}
	for _, table := range c.tables {
		present, _ := now.Table(table.id, table.statistic)
		earlier, _ := before.Table(table.id, table.statistic)
		of := ledgerTable(table)
		for _, cell := range table.cells {
			if cell.form == Withheld || cell.asOf != "" {
				continue
			}
			at := h.place(table, of, cell, p)
			is, _ := present.Cell(cell.at...)
			if at.kind != ledger.Fact && printed(is, table.decimals) != printed(cell, table.decimals) {
				was, _ := earlier.Cell(cell.at...)
				if printed(was, table.decimals) == printed(cell, table.decimals) {
					continue // repeated, on a day on which the data had the same date
				}
				at.now.Sealed, at.now.Exact = true, false
				at.now.Parts, _ = h.parts(of, at.now.At, ledger.AnySize)
				out.differs(at.now, len(at.now.Parts) == 0 || last && !h.frozen(table, cell))
			}
			out.record.Figures = append(out.record.Figures, at.now)
		}
	}
	return out
}

// differs counts a figure that the data print otherwise: wrong where they know
// nothing of whom it was of, or should still be the data of the last release.
func (r *recalled) differs(f ledger.Figure, wrong bool) {
	if r.differ++; r.example == "" || wrong && r.wrong == 0 {
		r.example = cellWords(f)
	}
	if wrong {
		r.wrong++
	}
}

// problems says what cannot be known of a release.
func (r recalled) problems(c Cohort) []diag.Problem {
	at := diag.Pos{File: releaseFile(c.id, c.release)}
	switch {
	case r.wrong > 0:
		return []diag.Problem{diag.New("import-differs", at, diag.SlotInt("count", r.wrong), diag.Slot("figure", r.example), diag.Slot("cohort", c.id))}
	case r.differ > 0:
		return []diag.Problem{diag.New("import-as-printed", at, diag.SlotInt("count", r.differ), diag.Slot("figure", r.example))}
	}
	return nil
}
