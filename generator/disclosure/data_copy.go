package disclosure

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/workbook"
)

// checkCopy refuses a copy that would be published, read as data, or written
// over somebody's file.
func (in DataInput) checkCopy() ([]diag.Problem, error) {
	if in.Copy == "" {
		return nil, nil
	}
	at := diag.Pos{File: in.Copy}
	folder, err := resolved(filepath.Dir(in.Copy))
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", in.Copy, err)
	}
	if in.Place.inside(folder, "pages", "theme", "cohorts") || in.inSite(folder) {
		return []diag.Problem{diag.New("data-annotate-place", at)}, nil
	}
	data, err := os.ReadFile(in.Copy)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("write %s: %w", in.Copy, err)
	case !workbook.IsOurs(data):
		return []diag.Problem{diag.New("data-annotate-exists", at)}, nil
	}
	return nil, nil
}

// resolved is a folder by its whole path, without links.
func resolved(folder string) (string, error) {
	folder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", err
	}
	return filepath.Abs(folder)
}

// inside says whether a folder lies in one of the named folders of a handbook
// or its data folder.
func (p Place) inside(folder string, names ...string) bool {
	for _, top := range []string{p.Handbook, p.data()} {
		for _, name := range names {
			parent, err := resolved(filepath.Join(top, name))
			if err != nil {
				continue // it is not there
			}
			if below, err := filepath.Rel(parent, folder); err == nil && filepath.IsLocal(below) {
				return true
			}
		}
	}
	return false
}

// inSite says whether a folder lies in a site.
func (in DataInput) inSite(folder string) bool {
	for in.IsSite != nil {
		if in.IsSite(folder) {
			return true
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			break
		}
		folder = parent
	}
	return false
}

// writeCopy writes the copy of the files that tables were read from, of those
// in whose cells something is wrong, and of what databases gave.
func (in DataInput) writeCopy(f folders, r DataReport, queried []microdata.Queried, problems []diag.Problem) error {
	read := make(map[string]bool)
	for _, t := range r.Tables {
		read[t.File] = true
	}
	for _, p := range problems {
		read[p.Pos.File] = read[p.Pos.File] || p.Pos.Line > 0
	}
	all, err := microdata.Files(f.data, in.Cohort)
	if err != nil {
		return err
	}
	var files []workbook.File
	for _, file := range all {
		if read[file.Path] {
			files = append(files, workbook.File{Path: file.Path, Data: file.Data})
		}
	}
	for _, q := range queried {
		files = append(files, workbook.File{Path: q.File, Sheet: q.Sheet, Rows: q.Rows})
	}
	data, err := workbook.Annotate(files, problems, in.Lang)
	if err != nil {
		return fmt.Errorf("write %s: %w", in.Copy, err)
	}
	return replace(in.Copy, data)
}

// replace writes a file that its owner alone may read, whole or not at all.
func replace(name string, data []byte) error {
	draft, err := os.CreateTemp(filepath.Dir(name), ".kohort-*.tmp")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer os.Remove(draft.Name())
	_, err = draft.Write(data)
	if err = errors.Join(err, draft.Close()); err == nil {
		err = os.Rename(draft.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
