package output

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// staged is one file of the new site.
type staged struct{ path, content string }

// stage writes the whole site into a new folder, on all cores, and its
// manifest last. There is no fsync a file: a run that is killed loses none of
// what it wrote, and a machine that loses power builds the site again.
func (w writer) stage(ctx context.Context, root string, files iter.Seq2[string, string], head []string) (manifest, error) {
	var all []staged
	for name, content := range files {
		if !fs.ValidPath(name) || name == manifestName || name == "." {
			return manifest{}, fmt.Errorf("%q is no path for a file of a site", name)
		}
		all = append(all, staged{name, content})
	}
	if len(all) == 0 {
		return manifest{}, errors.New("the site has no files")
	}
	if err := w.makeFolders(root, all); err != nil {
		return manifest{}, err
	}
	m := manifest{Format: manifestFormat, Head: head, Files: make([]listedEntry, len(all))}
	if err := inParallel(ctx, len(all), func(i int) error {
		f := all[i]
		content := []byte(f.content)
		sum := sha256.Sum256(content)
		m.Files[i] = listedEntry{Path: f.path, Size: int64(len(content)), Hash: hex.EncodeToString(sum[:16])}
		w.tick()
		return writeNew(filepath.Join(root, filepath.FromSlash(f.path)), content)
	}); err != nil {
		return manifest{}, err
	}
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return manifest{}, err
	}
	w.tick()
	return m, writeSynced(filepath.Join(root, manifestName), append(data, '\n'))
}

func (w writer) makeFolders(root string, all []staged) error {
	made := map[string]bool{}
	for _, f := range all {
		dir := path.Dir(f.path)
		if made[dir] {
			continue
		}
		made[dir] = true
		w.tick()
		if err := os.MkdirAll(filepath.Join(root, filepath.FromSlash(dir)), 0o777); err != nil {
			return err
		}
	}
	return nil
}

// inParallel runs do for 0 to n-1 on all cores and stops at the first error.
func inParallel(ctx context.Context, n int, do func(i int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					cancel(err)
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

// writeNew writes a file that must not be there yet: two paths that a disk
// takes for one would lose one of them.
func writeNew(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// writeSynced writes a file through to the disk.
func writeSynced(name string, content []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}
