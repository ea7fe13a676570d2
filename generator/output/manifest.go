package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// manifestName is the file by which a folder is known to be ours.
const manifestName = ".kohort-site.json"

// IsSite says whether a folder holds a site that this package wrote.
func IsSite(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, manifestName))
	return err == nil
}

// manifestFormat counts up when the manifest's form changes.
const manifestFormat = 1

// manifest lists the files of a site, itself left out. The zero value is that
// of a folder without a site.
type manifest struct {
	Format int           `json:"format"`
	Head   []string      `json:"head,omitempty"` // hash of the latest release of each cohort, in order
	Files  []listedEntry `json:"files"`          // in order of path
}

type listedEntry struct {
	Path string `json:"path"`
	Size int64  `json:"size"` // bytes
	Hash string `json:"hash"` // the first half of its SHA-256, in hex
}

// continues says whether every release that the site shows is in the chain.
func (m manifest) continues(chain []string) bool {
	return !slices.ContainsFunc(m.Head, func(hash string) bool { return !slices.Contains(chain, hash) })
}

// since counts a new site against the one before.
func (m manifest) since(old manifest) Summary {
	before := old.byPath()
	sum := Summary{Files: len(m.Files)}
	for _, f := range m.Files {
		sum.Bytes += f.Size
		if was, ok := before[f.Path]; !ok || was != f {
			sum.Changed++
		}
		delete(before, f.Path)
	}
	sum.Removed = len(before)
	return sum
}

func (m manifest) byPath() map[string]listedEntry {
	out := make(map[string]listedEntry, len(m.Files))
	for _, f := range m.Files {
		out[f.Path] = f
	}
	return out
}

// readOld reads the site that stands in dir and refuses a folder that is not
// ours or no longer only ours.
func readOld(dir, shown string) (manifest, []diag.Problem, error) {
	found, err := list(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil, nil
	}
	if err != nil {
		return manifest{}, nil, fmt.Errorf("list the output folder: %w", err)
	}
	if len(found) == 0 {
		return manifest{}, nil, nil
	}
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil, fmt.Errorf("read the output folder: %w", err)
	}
	var old manifest
	if err != nil || json.Unmarshal(data, &old) != nil || old.Format == 0 {
		return manifest{}, []diag.Problem{diag.New("output-foreign-folder", diag.Pos{}, diag.Slot("folder", shown))}, nil
	}
	return old, foreign(old, found, dir, shown), nil
}

// atMost is how many foreign files are named.
const atMost = 10

func foreign(old manifest, found []string, dir, shown string) []diag.Problem {
	ours := folded{manifestName: manifestName}
	for _, f := range old.Files {
		ours.add(f.Path)
	}
	var names []string
	for _, name := range found {
		if !ours.has(dir, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	listed := strings.Join(names[:min(len(names), atMost)], ", ")
	if len(names) > atMost {
		listed += ", …"
	}
	return []diag.Problem{diag.New("output-foreign-file", diag.Pos{}, diag.Slot("folder", shown),
		diag.SlotInt("count", len(names)), diag.Slot("files", listed))}
}

// folded finds a path whatever its letter case: Windows and macOS keep the old
// spelling of a folder when a page is renamed from Guide/ to guide/.
type folded map[string]string

func (f folded) add(name string) { f[strings.ToLower(name)] = name }

// has says whether name, a file of dir, is one of the paths.
func (f folded) has(dir, name string) bool {
	known, ok := f[strings.ToLower(name)]
	if !ok || known == name {
		return ok
	}
	a, errA := os.Stat(filepath.Join(dir, filepath.FromSlash(known)))
	b, errB := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
	return errA == nil && errB == nil && os.SameFile(a, b)
}

// list gives the files below dir, in order of path, without those that an
// operating system leaves where a folder was looked at.
func list(dir string) ([]string, error) {
	var found []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name == insideName:
			return fs.SkipDir
		case d.IsDir() || slices.Contains(litter, strings.ToLower(d.Name())) || strings.HasSuffix(name, copyingSuffix):
			return nil
		}
		found = append(found, name)
		return nil
	})
	return found, err
}

var litter = []string{".ds_store", "thumbs.db", "desktop.ini"}
