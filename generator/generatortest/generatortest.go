// Package generatortest makes a new handbook for the tests of the generator and
// of the command.
package generatortest

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing/fstest"

	"kohort/generator"
	"kohort/generator/diag"
)

// New does what generator.New does, samples and all, for a folder that is
// missing or empty. The handbook is made once and then copied: its releases are
// the slow part.
func New(folder string) error {
	made, err := handbook()
	if err != nil {
		return fmt.Errorf("a new handbook: %w", err)
	}
	return os.CopyFS(folder, made)
}

var handbook = sync.OnceValues(func() (fs.FS, error) {
	temporary, err := os.MkdirTemp("", "kohort-new-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temporary)
	folder := filepath.Join(temporary, "handbook")
	_, problems, err := generator.New(context.Background(), folder, generator.NewOptions{})
	if err != nil || diag.Stops(problems, false) {
		return nil, fmt.Errorf("problems %v, error %v", problems, err)
	}
	made := make(fstest.MapFS)
	return made, fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		made[name] = &fstest.MapFile{Data: data, Mode: 0o600}
		return err
	})
})
