package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
)

// plan is a journal: what a run does that replaces file by file, in order.
type plan struct {
	Format int      `json:"format"`
	Move   []string `json:"move"`   // from the staged site into the output
	Remove []string `json:"remove"` // from the output
}

// copyingSuffix marks a file that is being copied from another volume.
const copyingSuffix = ".kohort-copy"

// planOf moves assets before the pages that need them.
func planOf(old, fresh manifest) plan {
	p := plan{Format: manifestFormat}
	var pages []string
	stays := map[string]bool{}
	for _, f := range fresh.Files {
		stays[f.Path] = true
		if path.Ext(f.Path) == ".html" {
			pages = append(pages, f.Path)
		} else {
			p.Move = append(p.Move, f.Path)
		}
	}
	p.Move = append(p.Move, pages...)
	for _, f := range old.Files {
		if !stays[f.Path] && fs.ValidPath(f.Path) {
			p.Remove = append(p.Remove, f.Path)
		}
	}
	return p
}

func (w writer) writeJournal(k work, p plan) error {
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	w.tick()
	if err := writeSynced(k.draft(), data); err != nil {
		return err
	}
	w.tick()
	return os.Rename(k.draft(), k.journal())
}

// resume follows the journal that a killed run left, if it left one.
func (w writer) resume(k work, dir string) error {
	data, err := os.ReadFile(k.journal())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the journal: %w", err)
	}
	var p plan
	if err := json.Unmarshal(data, &p); err != nil {
		return fmt.Errorf("read the journal: %w", err)
	}
	if err := w.follow(k, dir, p); err != nil {
		return fmt.Errorf("finish the last run: %w", err)
	}
	return nil
}

// follow does what the plan says and drops the journal. Every step may be done
// a second time: what is moved already is no longer staged.
func (w writer) follow(k work, dir string, p plan) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, name := range p.Move {
		if err := w.move(k.site(), dir, name); err != nil {
			return err
		}
	}
	stays := folded{}
	for _, name := range p.Move {
		stays.add(name)
	}
	for _, name := range p.Remove {
		if stays.has(dir, name) {
			continue
		}
		if err := w.remove(dir, name); err != nil {
			return err
		}
	}
	if err := w.move(k.site(), dir, manifestName); err != nil {
		return err
	}
	w.tick()
	return os.Remove(k.journal())
}

func (w writer) move(site, dir, name string) error {
	if !fs.ValidPath(name) {
		return fmt.Errorf("%q is no path for a file of a site", name)
	}
	from, to := filepath.Join(site, filepath.FromSlash(name)), filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Lstat(from); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := w.makeRoom(dir, name); err != nil {
		return err
	}
	w.tick()
	err := rename(from, to)
	if errors.Is(err, syscall.EXDEV) {
		return w.copyOver(from, to)
	}
	return err
}

// makeRoom makes the folders that a file lies in, in place of files of the
// old site, and drops an old folder where the file itself goes.
func (w writer) makeRoom(dir, name string) error {
	parts := strings.Split(name, "/")
	for i := range parts {
		place := filepath.Join(dir, filepath.Join(parts[:i+1]...))
		info, err := os.Lstat(place)
		last := i == len(parts)-1
		switch {
		case err == nil && info.IsDir() != last:
			continue // it stands as it must
		case err == nil:
			w.tick()
			if err := os.RemoveAll(place); err != nil {
				return err
			}
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
		if last {
			return nil
		}
		w.tick()
		if err := os.Mkdir(place, 0o777); err != nil {
			return err
		}
	}
	return nil
}

// copyOver moves a file to another volume.
func (w writer) copyOver(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	w.tick()
	out, err := os.Create(to + copyingSuffix)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	w.tick()
	if err := rename(to+copyingSuffix, to); err != nil {
		return err
	}
	w.tick()
	return os.Remove(from)
}

// remove drops a file of the old site, and the folders that it leaves empty.
// Where something of the new site stands in its place or above it, it is gone
// already.
func (w writer) remove(dir, name string) error {
	if !fs.ValidPath(name) {
		return fmt.Errorf("%q is no path for a file of a site", name)
	}
	if info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name))); err == nil && !info.IsDir() {
		w.tick()
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	for above := path.Dir(name); above != "."; above = path.Dir(above) {
		folder := filepath.Join(dir, filepath.FromSlash(above))
		if info, err := os.Lstat(folder); err != nil || !info.IsDir() {
			continue
		}
		w.tick()
		if os.Remove(folder) != nil {
			break // not empty
		}
	}
	return nil
}
