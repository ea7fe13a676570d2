package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kohort/generator/diag"
)

// checkPlace refuses a target that would overwrite the handbook or be read as
// part of it.
func checkPlace(dir, shown string, opts Options) ([]diag.Problem, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("find the output folder: %w", err)
	case !info.IsDir():
		return []diag.Problem{diag.New("output-not-folder", diag.Pos{}, diag.Slot("folder", shown))}, nil
	}
	for _, keep := range opts.Keep {
		if lies(keep, dir) {
			return []diag.Problem{diag.New("output-over-source", diag.Pos{}, diag.Slot("folder", shown), diag.Slot("kept", keep))}, nil
		}
	}
	for _, closed := range opts.Closed {
		if lies(dir, closed) {
			return []diag.Problem{diag.New("output-in-source", diag.Pos{}, diag.Slot("folder", shown), diag.Slot("closed", closed))}, nil
		}
	}
	return nil, nil
}

// lies says whether inner is outer or lies in it, whatever symlinks or letter
// case they are named by. A folder that does not exist holds nothing.
func lies(inner, outer string) bool {
	there, err := os.Stat(outer)
	if err != nil {
		return false
	}
	place, err := filepath.Abs(inner)
	if err != nil {
		return false
	}
	if behind, err := filepath.EvalSymlinks(place); err == nil {
		place = behind
	}
	for {
		if info, err := os.Stat(place); err == nil && os.SameFile(info, there) {
			return true
		}
		above := filepath.Dir(place)
		if above == place {
			return false
		}
		place = above
	}
}
