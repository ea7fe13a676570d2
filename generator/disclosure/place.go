package disclosure

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"kohort/generator/disclosure/internal/roster"
)

// Place is where a handbook stands on disk. Data is the folder that holds the
// data files and private/; empty, it is the handbook's own.
type Place struct{ Handbook, Data string }

func (p Place) data() string {
	if p.Data == "" {
		return p.Handbook
	}
	return p.Data
}

// folders are the opened folders of a Place. private is nil where there is none.
type folders struct{ handbook, data, private *os.Root }

func (p Place) open() (folders, error) {
	handbook, err := os.OpenRoot(p.Handbook)
	if err != nil {
		return folders{}, fmt.Errorf("open the handbook: %w", err)
	}
	f := folders{handbook: handbook}
	f.data, err = os.OpenRoot(p.data())
	if err != nil {
		f.close()
		return folders{}, fmt.Errorf("open the data folder: %w", err)
	}
	f.private, err = f.data.OpenRoot("private")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		f.close()
		return folders{}, fmt.Errorf("open private: %w", err)
	}
	return f, nil
}

func (f folders) close() {
	for _, r := range []*os.Root{f.handbook, f.data, f.private} {
		if r != nil {
			r.Close()
		}
	}
}

// Cohorts lists the cohort folders, of the handbook and of its data folder,
// by name. A folder whose name begins with . or _ is none.
func Cohorts(p Place) ([]string, error) {
	f, err := p.open()
	if err != nil {
		return nil, err
	}
	defer f.close()
	return f.cohorts()
}

func (f folders) cohorts() ([]string, error) {
	var ids []string
	for _, root := range []*os.Root{f.handbook, f.data} {
		entries, err := fs.ReadDir(root.FS(), "cohorts")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("list cohorts: %w", err)
		}
		for _, e := range entries {
			if e.IsDir() && e.Name()[0] != '.' && e.Name()[0] != '_' {
				ids = append(ids, e.Name())
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// NewPrivate makes private/ with a new key where they are missing. It never
// replaces a key.
func NewPrivate(p Place) error {
	f, err := p.open()
	if err != nil {
		return err
	}
	defer f.close()
	_, err = f.makePrivate()
	return err
}

// makePrivate gives private/, made with a key where it has none.
func (f *folders) makePrivate() (*os.Root, error) {
	if f.private == nil {
		if err := f.data.Mkdir("private", 0o700); err != nil {
			return nil, fmt.Errorf("make private: %w", err)
		}
		private, err := f.data.OpenRoot("private")
		if err != nil {
			return nil, fmt.Errorf("open private: %w", err)
		}
		f.private = private
	}
	if _, err := f.private.Stat("key"); err == nil {
		return f.private, nil
	}
	_, err := roster.NewKey(f.private)
	return f.private, err
}
