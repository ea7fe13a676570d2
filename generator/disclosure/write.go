package disclosure

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/roster"
)

// write leaves what build needs in private/, then the ledger, and last puts the
// release in place: a release never stands without the search forms of its
// people, nor without its lines in the ledger.
func (f *folders) write(m memory, r made) error {
	private, err := f.makePrivate()
	if err != nil {
		return err
	}
	if err := roster.Save(private, r.data.ID, roster.Forms(r.data)); err != nil {
		return fmt.Errorf("write the search forms of %s: %w", r.data.ID, err)
	}
	if !r.sum.Unchanged {
		if err := r.past.versions.Save(private); err != nil {
			return err
		}
		if err := f.put(m, r.sum.File, r.file, r.record); err != nil {
			return err
		}
	}
	mark, err := microdata.Fingerprint(f.handbook, f.data, r.data.ID, m.key)
	if err != nil {
		return fmt.Errorf("hash the data of %s: %w", r.data.ID, err)
	}
	return writeAtomically(private, dataFile(r.data.ID), []byte(mark+"\n"), 0o600)
}

// put stages a release beside its place, appends its lines to the ledger and
// renames it into its place. A run that is killed before the lines are whole
// leaves no release; one that is killed after them is finished by the next.
func (f folders) put(m memory, name string, file []byte, record ledger.Release) error {
	temp, err := stageFile(f.handbook, name, file, 0o644)
	if err != nil {
		return err
	}
	if err := m.book.Append(record); err != nil {
		return errors.Join(err, f.handbook.Remove(temp))
	}
	if err := f.handbook.Rename(temp, name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// finish puts a release in place that a killed run had staged and whose lines
// are in the ledger.
func (f folders) finish(id string, l ledger.Ledger) error {
	releases := l.Of(id)
	if len(releases) == 0 {
		return nil
	}
	last := releases[len(releases)-1]
	name := releaseFile(id, last.Number)
	if _, err := f.handbook.Stat(name); err == nil {
		return nil
	}
	staged, err := f.handbook.ReadFile(staging(name))
	if err != nil || hashOf(staged) != last.Hash {
		return nil
	}
	if err := f.handbook.Rename(staging(name), name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// staging is where a file stands before it is in its place.
func staging(name string) string { return path.Join(path.Dir(name), "."+path.Base(name)+".new") }

// writeAtomically writes a file beside its place, syncs and renames it, so
// that a run that is killed leaves the old file or the new one.
func writeAtomically(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	temp, err := stageFile(root, name, data, mode)
	if err != nil {
		return err
	}
	if err := root.Rename(temp, name); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), root.Remove(temp))
	}
	return nil
}

// stageFile writes and syncs a file beside its place.
func stageFile(root *os.Root, name string, data []byte, mode fs.FileMode) (temp string, err error) {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return "", fmt.Errorf("make %s: %w", path.Dir(name), err)
	}
	temp = staging(name)
	f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return "", fmt.Errorf("write %s: %w", name, err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", errors.Join(fmt.Errorf("write %s: %w", name, err), root.Remove(temp))
	}
	return temp, nil
}
