package microdata

import (
	"errors"
	"io/fs"
	"os"
)

// File is a data file as it lies in a cohort's folder.
type File struct {
	Path string // as positions name it
	Data []byte
}

// errFiles says that a cohort's files could not be opened, without what was in them.
var errFiles = errors.New("a data file cannot be opened")

// Files gives the data files of a cohort, by name. Files that are too large to
// be read are left out.
func Files(data *os.Root, id string) ([]File, error) {
	folder := "cohorts/" + id
	dir, err := data.OpenRoot(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, errFiles
	}
	defer dir.Close()
	entries, err := fs.ReadDir(dir.FS(), ".")
	if err != nil {
		return nil, errFiles
	}
	var out []File
	for _, e := range entries {
		if e.IsDir() || !IsDataFile(e.Name()) {
			continue
		}
		content, err := readLimited(dir, e.Name())
		switch {
		case errors.Is(err, errLarge):
		case err != nil:
			return nil, errFiles
		default:
			out = append(out, File{folder + "/" + e.Name(), content})
		}
	}
	return out, nil
}
