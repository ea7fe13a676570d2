package disclosure

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/roster"
)

// write leaves what build needs in private/ and then the release: a release
// never stands without the search forms of its people.
func (f *folders) write(data microdata.Cohort, sum Summary, file []byte) error {
	private, err := f.makePrivate()
	if err != nil {
		return err
	}
	if err := roster.Save(private, data.ID, roster.Forms(data)); err != nil {
		return fmt.Errorf("write the search forms of %s: %w", data.ID, err)
	}
	if !sum.Unchanged {
		if err := writeAtomically(f.handbook, sum.File, file, 0o644); err != nil {
			return err
		}
	}
	key, err := roster.Key(private)
	if err != nil {
		return fmt.Errorf("read private/key: %w", err)
	}
	mark, err := microdata.Fingerprint(f.handbook, f.data, data.ID, key)
	if err != nil {
		return fmt.Errorf("hash the data of %s: %w", data.ID, err)
	}
	return writeAtomically(private, dataFile(data.ID), []byte(mark+"\n"), 0o600)
}

// writeAtomically writes a file beside its place, syncs and renames it, so
// that a run that is killed leaves the old file or the new one.
func writeAtomically(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return fmt.Errorf("make %s: %w", path.Dir(name), err)
	}
	temp := path.Join(path.Dir(name), "."+path.Base(name)+".new")
	f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = root.Rename(temp, name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), root.Remove(temp))
	}
	return nil
}
