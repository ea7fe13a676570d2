package disclosure

import (
	"errors"
	"fmt"
	"io/fs"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
)

// CloseInput says which cohort is closed.
type CloseInput struct {
	Place      Place
	Cohort     string
	DeleteData bool // delete the cohort's data files too
}

// Closed says what Close did.
type Closed struct {
	Number  int      // of the release that stands
	Deleted []string // data files, as slash paths below the data folder
}

// Close freezes a cohort's figures for good: no release follows but a
// withdrawal, and what could tell one answer from another over time is deleted.
// Search forms and releases stay. It needs no ledger of the earlier releases:
// it is what is left where that, or the key, is lost.
func Close(in CloseInput) (done Closed, problems []diag.Problem, err error) {
	f, err := in.Place.open()
	if err != nil {
		return Closed{}, nil, err
	}
	defer f.close()
	last, ok, problems, err := loadChain(f.handbook, in.Cohort)
	if err != nil || len(problems) > 0 {
		return Closed{}, problems, err
	}
	if !ok {
		return Closed{}, []diag.Problem{noRelease(in.Cohort)}, nil
	}
	m, problems, err := f.restart(in.Cohort)
	if err != nil || len(problems) > 0 {
		return Closed{}, problems, err
	}
	defer func() { err = errors.Join(err, m.close()) }()
	if err := errors.Join(m.book.CloseCohort(in.Cohort), ledger.ForgetVersions(f.private, in.Cohort)); err != nil {
		return Closed{}, nil, err
	}
	done.Number = last.release
	if in.DeleteData {
		done.Deleted, err = f.deleteData(in.Cohort)
	}
	return done, nil, err
}

func noRelease(id string) diag.Problem {
	return diag.New("history-none", diag.Pos{File: "cohorts/" + id}, diag.Slot("cohort", id))
}

// restart opens the ledger for writing, whatever became of the key: a new key
// begins a new ledger, and the old one is put aside.
func (f *folders) restart(cohort string) (memory, []diag.Problem, error) {
	if _, err := f.makePrivate(); err != nil {
		return memory{}, nil, err
	}
	m, problems, err := f.remember(true, cohort)
	if err != nil || len(problems) > 0 {
		return memory{}, problems, err
	}
	if m.book.Foreign() {
		if err := m.book.Restart(); err != nil {
			return memory{}, nil, errors.Join(err, m.close())
		}
		m.ledger = m.book.Ledger
	}
	return m, nil, nil
}

// deleteData deletes a cohort's data files and the hash of them.
func (f folders) deleteData(id string) ([]string, error) {
	folder := "cohorts/" + id
	entries, err := fs.ReadDir(f.data.FS(), folder)
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", folder, err)
	}
	var deleted []string
	for _, e := range entries {
		if e.IsDir() || !microdata.IsDataFile(e.Name()) && e.Name() != microdata.ApprovalsFile {
			continue
		}
		name := folder + "/" + e.Name()
		if err := f.data.Remove(name); err != nil {
			return deleted, fmt.Errorf("delete %s: %w", name, err)
		}
		deleted = append(deleted, name)
	}
	if err := f.private.Remove(dataFile(id)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return deleted, fmt.Errorf("delete private/%s: %w", dataFile(id), err)
	}
	return deleted, nil
}
