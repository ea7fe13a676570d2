package preview

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long the folders must be quiet before a rebuild: editors and
// synchronisers write a file in several steps.
const settle = 80 * time.Millisecond

// state is what is known of a file without reading it.
type state struct {
	size     int64
	modified time.Time
}

// snapshot looks at every file below the folders. What cannot be read is left
// out: the rebuild will say why.
func snapshot(folders []string) map[string]state {
	seen := make(map[string]state)
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			if d.IsDir() {
				if path != folder && skipped(d.Name()) {
					return filepath.SkipDir
				}
				return nil
			}
			if info, err := os.Stat(path); err == nil {
				seen[path] = state{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return seen
}

// skipped are folders that hold no source: version control, and what a build
// leaves.
func skipped(name string) bool {
	return strings.HasPrefix(name, ".") || name == "node_modules"
}

func same(a, b map[string]state) bool {
	if len(a) != len(b) {
		return false
	}
	for path, s := range a {
		if t, ok := b[path]; !ok || t.size != s.size || !t.modified.Equal(s.modified) {
			return false
		}
	}
	return true
}

// watch rebuilds whenever the folders have changed. The system's reports are
// only a reason to look at once: shares and synchronised folders often report
// nothing, so it looks every Options.Poll as well.
func (s *Server) watch(ctx context.Context, last map[string]state) {
	poll := time.NewTicker(s.options.Poll)
	defer poll.Stop()
	quiet := time.NewTimer(time.Hour)
	quiet.Stop()
	reports, forget := s.reports(last)
	defer forget()
	for {
		select {
		case <-ctx.Done():
			return
		case <-reports:
			quiet.Reset(settle)
			continue
		case <-quiet.C:
		case <-poll.C:
		}
		now := snapshot(s.options.Folders)
		if same(last, now) {
			continue
		}
		last = now
		s.rebuild(ctx)
		forget()
		reports, forget = s.reports(now)
		quiet.Reset(settle) // what changed while it was built was reported to nobody
	}
}

// reports listens to the system's reports on every folder that holds a file of
// seen. Where the system has none to give, the channel never speaks.
func (s *Server) reports(seen map[string]state) (<-chan fsnotify.Event, func()) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, func() {}
	}
	folders := make(map[string]bool)
	for _, folder := range s.options.Folders {
		folders[folder] = true
	}
	for path := range seen {
		folders[filepath.Dir(path)] = true
	}
	for folder := range folders {
		// A folder that cannot be watched is still looked at by the poll.
		_ = watcher.Add(folder)
	}
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-watcher.Errors:
			case <-done:
				return
			}
		}
	}()
	return watcher.Events, func() {
		select {
		case <-done:
		default:
			close(done)
			_ = watcher.Close()
		}
	}
}
