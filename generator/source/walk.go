package source

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"

	"kohort/generator/diag"
)

// entry is a file of pages/ that is to be read.
type entry struct {
	name     string // as the disk has it
	path     string // the same in NFC
	markdown bool
	part     bool // its name or that of a folder above it begins with _
}

// walker lists pages/. It follows a symlink that stays inside, as os.Root
// allows it.
type walker struct {
	pages    *os.Root
	tree     fs.FS
	found    []entry
	problems []diag.Problem
}

func walkPages(pages *os.Root) ([]entry, []diag.Problem, error) {
	w := walker{pages: pages, tree: pages.FS()}
	top, err := pages.Stat(".")
	if err != nil {
		return nil, nil, fmt.Errorf("open %s: %w", pagesFolder, err)
	}
	if err := w.folder(".", false, []fs.FileInfo{top}); err != nil {
		return nil, nil, err
	}
	slices.SortFunc(w.found, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	return w.found, w.problems, nil
}

// folder lists one folder; above holds it and those that it lies in.
func (w *walker) folder(dir string, part bool, above []fs.FileInfo) error {
	children, err := fs.ReadDir(w.tree, dir)
	if err != nil {
		return fmt.Errorf("list %s: %w", path.Join(pagesFolder, dir), err)
	}
	for _, child := range children {
		name := child.Name()
		if strings.HasPrefix(name, ".") || litter(name) {
			continue
		}
		full := path.Join(dir, name)
		kind := child.Type()
		if kind&fs.ModeSymlink != 0 || kind.IsDir() {
			info, err := w.pages.Stat(full)
			if err != nil {
				if p, ok := linkProblem(w.file(full), err); ok {
					w.problems = append(w.problems, p)
					continue
				}
				return fmt.Errorf("read %s: %w", w.file(full), err)
			}
			if info.IsDir() {
				if err := w.enter(full, part || strings.HasPrefix(name, "_"), append(slices.Clip(above), info)); err != nil {
					return err
				}
				continue
			}
			kind = info.Mode().Type()
		}
		w.leaf(full, kind, part || strings.HasPrefix(name, "_"))
	}
	return nil
}

// enter lists a folder below another, but not one that holds itself.
func (w *walker) enter(dir string, part bool, above []fs.FileInfo) error {
	last := len(above) - 1
	if slices.ContainsFunc(above[:last], func(i fs.FileInfo) bool { return os.SameFile(i, above[last]) }) {
		w.report("symlink-loop", dir)
		return nil
	}
	w.checkName(dir)
	return w.folder(dir, part, above)
}

func (w *walker) leaf(name string, kind fs.FileMode, part bool) {
	switch {
	case isMarkdown(name) && kind.IsRegular():
	case part:
		return
	case almostMarkdown(name):
		w.report("page-extension", name)
		return
	case !assetAllowed(name) || !kind.IsRegular():
		w.report("asset-type", name, diag.Slot("type", cmp.Or(path.Ext(name), path.Base(name))))
		return
	}
	w.checkName(name)
	w.found = append(w.found, entry{name: name, path: nfc(name), markdown: isMarkdown(name), part: part})
}

func (w *walker) checkName(name string) {
	if what := refusedBy(path.Base(name)); what != "" {
		w.report("file-name", name, diag.Slot("what", what))
	}
}

func (w *walker) report(id diag.ID, name string, args ...diag.Arg) {
	w.problems = append(w.problems, diag.New(id, diag.Pos{File: w.file(name)}, args...))
}

// file is the position name of a file of pages/.
func (w *walker) file(name string) string {
	return pagesFolder + "/" + strings.ToValidUTF8(nfc(name), "\ufffd")
}

// linkProblem tells a symlink that cannot be followed from an error of the
// disk. os.Root has no error value for a link that leaves it.
func linkProblem(file string, err error) (diag.Problem, bool) {
	pos := diag.Pos{File: file}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return diag.New("symlink-broken", pos), true
	case errors.Is(err, syscall.ELOOP):
		return diag.New("symlink-loop", pos), true
	case strings.Contains(err.Error(), "escapes"):
		return diag.New("symlink-outside", pos), true
	}
	return diag.Problem{}, false
}
