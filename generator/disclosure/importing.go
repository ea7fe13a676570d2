package disclosure

import (
	"errors"
	"fmt"
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
// against it: only figures that print the same are known to rest on these
// answers. One that does not is a problem, and nothing is entered.
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
	policy := in.Policy.orDefault()
	now, _, found := gate(data, policy)
	problems = append(problems, found...)
	versions, fresh := ledger.NewVersions(m.key, data.ID), true
	if len(m.ledger.Of(data.ID)) > 0 && ledger.HasVersions(f.private, data.ID) {
		fresh = false
		if versions, err = ledger.ReadVersions(f.private, m.key, data.ID); err != nil {
			return Imported{}, nil, err
		}
	}
	past := newHistory(data, Cohort{}, nil, versions)
	past.moved() // notes where everybody belongs
	var records []ledger.Release
	for i, c := range releases {
		record, found := past.recall(c, now, policy)
		problems = append(problems, found...)
		record.Hash = releases[i].hash
		if fresh || !m.knows(record) {
			records = append(records, record)
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

// recall finds the slots behind what an earlier release printed. Facts may
// have changed since, and what it repeated from one before stands there.
func (h *history) recall(c, now Cohort, p Policy) (ledger.Release, []diag.Problem) {
	out := ledger.Release{Cohort: c.id, Number: c.release, Time: time.Now().UTC().Format(time.RFC3339), Thresholds: p.thresholds()}
	out.Thresholds.K = max(out.Thresholds.K, c.k)
	differ, example := 0, ""
	for t, table := range c.tables {
		present, _ := now.Table(table.id, table.statistic)
		for i, cell := range table.cells {
			if cell.form == Withheld || cell.asOf != "" {
				continue
			}
			at := h.place(table, t, i, p)
			is, _ := present.Cell(cell.at...)
			if at.kind != ledger.Fact && printed(is, table.decimals) != printed(cell, table.decimals) {
				if differ++; example == "" {
					example = cellWords(at.now)
				}
			}
			out.Figures = append(out.Figures, at.now)
		}
	}
	if differ == 0 {
		return out, nil
	}
	return out, []diag.Problem{diag.New("import-differs", diag.Pos{File: fmt.Sprintf("cohorts/%s/releases/%04d.json", c.id, c.release)},
		diag.SlotInt("count", differ), diag.Slot("figure", example), diag.Slot("cohort", c.id))}
}
