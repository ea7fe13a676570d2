package generator

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"kohort/themes"
)

// ThemeFiles are the files of the default theme that a handbook may replace, as
// slash paths below its folder theme: "layouts/parts/footer.html".
func ThemeFiles() ([]string, error) {
	var files []string
	err := fs.WalkDir(themes.Default(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, name)
		}
		return err
	})
	return files, err
}

// CopyThemeFile copies a file of the default theme into the handbook and gives
// where to. The error is fs.ErrExist where the handbook has that file.
func CopyThemeFile(o Options, file string) (string, error) {
	standard, err := fs.ReadFile(themes.Default(), file)
	if err != nil {
		return "", err
	}
	name := filepath.Join(o.Source, "theme", filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return "", err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return name, err
	}
	_, err = f.Write(standard)
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(name)
	}
	return name, err
}
