package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kohort/generator/internal/filelock"
)

// insideName is the work folder where it must lie in the target itself.
const insideName = ".kohort-stage"

// work is the folder of one run: the lock, the staged site and the journal. It
// lies beside the target, on the same volume, or in the target where the
// folder above may not be written.
type work struct {
	w      writer
	root   string
	inside bool
	lock   *os.File
}

func (k work) site() string    { return filepath.Join(k.root, "site") }
func (k work) journal() string { return filepath.Join(k.root, "journal.json") }
func (k work) draft() string   { return k.journal() + ".new" } // the journal until it is whole

func besidePath(dir string) string {
	return filepath.Join(filepath.Dir(dir), insideName+"-"+filepath.Base(dir))
}

// openWork makes the work folder, takes its lock, and finishes or clears what
// a killed run left in it.
func (w writer) openWork(dir string) (work, error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return work{}, fmt.Errorf("make the folder above the output: %w", err)
	}
	inside := filepath.Join(dir, insideName)
	if err := w.recoverWork(inside, true, dir); err != nil {
		return work{}, err
	}
	k, err := w.lockWork(besidePath(dir), false)
	if errors.Is(err, fs.ErrPermission) {
		if _, missing := os.Stat(dir); missing == nil {
			k, err = w.lockWork(inside, true)
		}
	}
	if err != nil {
		return work{}, err
	}
	err = w.resume(k, dir)
	if err == nil {
		err = os.RemoveAll(k.site())
	}
	if err != nil {
		return work{}, errors.Join(err, k.close())
	}
	return k, nil
}

// lockWork takes the lock of a work folder. A run that ends removes the folder
// with the lock in it, so the file that was locked must still be the one that
// the next run would open.
func (w writer) lockWork(root string, inside bool) (work, error) {
	for {
		w.tick()
		if err := os.Mkdir(root, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return work{}, fmt.Errorf("make the work folder: %w", err)
		}
		f, err := os.OpenFile(filepath.Join(root, "lock"), os.O_RDWR|os.O_CREATE, 0o666)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return work{}, fmt.Errorf("open the lock: %w", err)
		}
		if err := filelock.Lock(f); err != nil {
			f.Close()
			return work{}, err
		}
		if held, err := f.Stat(); err == nil {
			if there, err := os.Stat(f.Name()); err == nil && os.SameFile(held, there) {
				return work{w: w, root: root, inside: inside, lock: f}, nil
			}
		}
		f.Close()
	}
}

// close clears the work folder and gives the lock back. Where a journal is
// left, its site must stay too.
func (k work) close() error {
	_, err := os.Lstat(k.journal())
	if err == nil {
		return k.lock.Close()
	}
	k.w.tick()
	if err := errors.Join(os.RemoveAll(k.draft()), os.RemoveAll(k.site())); err != nil {
		return errors.Join(fmt.Errorf("clear the work folder: %w", err), k.lock.Close())
	}
	k.w.tick()
	return removeLocked(k.root, k.lock)
}

// recoverWork finishes or clears the work folder that a killed run left.
func (w writer) recoverWork(root string, inside bool, dir string) error {
	if _, err := os.Lstat(root); err != nil {
		return nil
	}
	k, err := w.lockWork(root, inside)
	if err != nil {
		return err
	}
	return errors.Join(w.resume(k, dir), k.close())
}
