package picture

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

// Cache keeps smaller copies between builds, in a folder outside of the
// handbook. It costs time alone where it is missing, cannot be written or
// holds something else than it should: every copy stands behind its own hash.
// Several builds may use it at once. The zero value keeps nothing.
type Cache struct{ folder string }

// limit is how many bytes a cache may hold, after Trim.
const limit = 256 << 20

// CacheIn is the cache in a folder, which it makes; empty is no cache.
func CacheIn(folder string) Cache {
	if folder == "" || os.MkdirAll(folder, 0o700) != nil {
		return Cache{}
	}
	return Cache{folder}
}

// file is where a copy is kept: under a hash of the picture and of all that
// makes other bytes of it.
func (c Cache) file(p Picture, width int) string {
	recipe := fmt.Sprintf("1 %d %d %s\x00", width, quality, runtime.Version())
	sum := sha256.Sum256([]byte(recipe + p.Data))
	return filepath.Join(c.folder, hex.EncodeToString(sum[:])+".picture")
}

// Get gives a copy that was put before; it may be empty.
func (c Cache) Get(p Picture, width int) (data string, ok bool) {
	if c.folder == "" {
		return "", false
	}
	name := c.file(p, width)
	whole, err := os.ReadFile(name)
	if err != nil || len(whole) < sha256.Size {
		return "", false
	}
	if sum := sha256.Sum256(whole[sha256.Size:]); string(sum[:]) != string(whole[:sha256.Size]) {
		return "", false
	}
	now := time.Now()
	_ = os.Chtimes(name, now, now) // one that is used stays longest
	return string(whole[sha256.Size:]), true
}

// Put keeps a copy; empty where there is none worth having.
func (c Cache) Put(p Picture, width int, data string) {
	if c.folder == "" {
		return
	}
	f, err := os.CreateTemp(c.folder, "new-*")
	if err != nil {
		return
	}
	sum := sha256.Sum256([]byte(data))
	_, err1 := f.Write(sum[:])
	_, err2 := f.WriteString(data)
	if err := cmp.Or(err1, err2, f.Close()); err == nil {
		err = os.Rename(f.Name(), c.file(p, width))
		if err == nil {
			return
		}
	}
	os.Remove(f.Name())
}

// Trim removes what was used longest ago, until the cache is within its limit,
// and what a build that was killed left half written.
func (c Cache) Trim() { c.trim(limit) }

func (c Cache) trim(limit int64) {
	if c.folder == "" {
		return
	}
	entries, err := os.ReadDir(c.folder)
	if err != nil {
		return
	}
	var files []fs.FileInfo
	var size int64
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		ours := filepath.Ext(e.Name()) == ".picture"
		if half, _ := filepath.Match("new-*", e.Name()); half && time.Since(info.ModTime()) > time.Hour {
			os.Remove(filepath.Join(c.folder, e.Name()))
		}
		if ours {
			files = append(files, info)
			size += info.Size()
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, f := range files {
		if size <= limit {
			return
		}
		if os.Remove(filepath.Join(c.folder, f.Name())) == nil {
			size -= f.Size()
		}
	}
}
