package disclosure

import (
	"errors"
	"io/fs"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/roster"
	"kohort/generator/internal/filelock"
)

// memory is the ledger and key that a release is made with. Its zero value is
// that of a handbook without private/, where a dry run finds nothing.
type memory struct {
	book   *ledger.Book // nil in a dry run and in a preview, which write nothing
	ledger ledger.Ledger
	key    []byte
}

func (m memory) close() error {
	if m.book == nil {
		return nil
	}
	return m.book.Close()
}

var privateKeyPos = diag.Pos{File: "private/key"}

// remember opens the ledger: for writing, under its lock, or only to read. It
// wants a key wherever something was released already: figures that went out
// under another key cannot be told from new ones.
func (f *folders) remember(write bool, cohort string) (memory, []diag.Problem, error) {
	released, err := f.anyReleased()
	if err != nil {
		return memory{}, nil, err
	}
	if !f.hasKey() {
		switch {
		case released:
			return memory{}, []diag.Problem{diag.New("ledger-key-missing", privateKeyPos, diag.Slot("cohort", cohort))}, nil
		case !write:
			return memory{}, nil, nil
		}
		if _, err := f.makePrivate(); err != nil {
			return memory{}, nil, err
		}
	}
	m := memory{}
	if m.key, err = roster.Key(f.private); err != nil {
		return memory{}, []diag.Problem{diag.New("private-key", privateKeyPos)}, nil
	}
	if write {
		if m.book, err = ledger.Open(f.private, m.key); err == nil {
			m.ledger = m.book.Ledger
		}
	} else {
		m.ledger, err = ledger.Read(f.private)
	}
	at := diag.Pos{File: "private/ledger.jsonl"}
	switch {
	case errors.Is(err, filelock.ErrBusy):
		return memory{}, []diag.Problem{diag.New("ledger-busy", at)}, nil
	case errors.Is(err, ledger.ErrForm):
		return memory{}, []diag.Problem{diag.New("ledger-form", at, diag.Slot("cohort", cohort))}, nil
	case err != nil:
		return memory{}, nil, err
	}
	return m, nil, nil
}

// complete says whether the ledger knows all releases of a chain, under the
// key that is here, and whether it can still be told which answers changed.
func (f folders) complete(m memory, id string, chain []string) []diag.Problem {
	at := diag.Pos{File: "private/ledger.jsonl"}
	if len(chain) > 0 && m.ledger.Key != "" && m.ledger.Key != ledger.Fingerprint(m.key) {
		return []diag.Problem{diag.New("ledger-other-key", at, diag.Slot("cohort", id))}
	}
	if len(chain) > 0 && !ledger.HasVersions(f.private, id) {
		return []diag.Problem{diag.New("ledger-missing", at, diag.Slot("cohort", id))}
	}
	known := make(map[string]bool)
	for _, r := range m.ledger.Of(id) {
		known[r.Hash] = true
	}
	for _, hash := range chain {
		if !known[hash] {
			return []diag.Problem{diag.New("ledger-missing", at, diag.Slot("cohort", id))}
		}
	}
	return nil
}

func (f folders) hasKey() bool {
	if f.private == nil {
		return false
	}
	_, err := f.private.Stat("key")
	return err == nil
}

// anyReleased says whether any cohort of the handbook has a release.
func (f folders) anyReleased() (bool, error) {
	ids, err := f.cohorts()
	if err != nil {
		return false, err
	}
	for _, id := range ids {
		entries, err := fs.ReadDir(f.handbook.FS(), "cohorts/"+id+"/releases")
		for _, e := range entries {
			if err == nil && releaseName.MatchString(e.Name()) {
				return true, nil
			}
		}
	}
	return false, nil
}
