// Package preview shows a handbook in the browser while it is written.
//
// It takes a function that rebuilds the site and the folders to watch, and
// serves what was cleared at 127.0.0.1, reloading the browser after each
// change. Its main types are Server and Options. It refuses requests for any
// other host name (a page of the web could otherwise read the preview by DNS
// rebinding), and it writes nothing.
package preview

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"kohort/generator/audit"
)

// Result is what one rebuild gave.
type Result struct {
	Site audit.Cleared // safe to show; empty where the audit did not clear it
	// Problems is the text of all problems as the terminal shows it, without
	// colour; empty where there is none.
	Problems string
	Failed   bool // problems that would stop a build
}

// Options are what a preview needs.
type Options struct {
	Listener net.Listener // on a loopback address
	Folders  []string     // watched with all below them
	Rebuild  func(context.Context) Result
	Poll     time.Duration // how often to look where the system reports nothing; 0 is 2 s
	Title    string        // heading of the page that stands in where there is no site yet
}

// Server serves the last cleared site and tells browsers of each new one.
type Server struct {
	options Options

	mu      sync.RWMutex
	files   map[string]string
	result  Result
	version int
	changed chan struct{} // closed and replaced at each rebuild
}

// New makes a server; Run starts it.
func New(o Options) *Server {
	if o.Poll == 0 {
		o.Poll = 2 * time.Second
	}
	return &Server{options: o, files: map[string]string{}, changed: make(chan struct{})}
}

// Run builds once, then serves and rebuilds until ctx ends. It returns nil
// when ctx ended it.
func (s *Server) Run(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	before := snapshot(s.options.Folders)
	s.rebuild(ctx)
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(s.options.Listener) }()
	go s.watch(ctx, before)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	// Streams of events never end by themselves, so that a graceful shutdown
	// would wait for them for good.
	if err := server.Close(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// rebuild runs the build and, where it gave a site, shows that one; else the
// last good site stays, with the problems beside it.
func (s *Server) rebuild(ctx context.Context) {
	result := s.options.Rebuild(ctx)
	var files map[string]string
	if result.Site.Len() > 0 {
		files = make(map[string]string, result.Site.Len())
		for f := range result.Site.Files() {
			files[f.Path] = f.Content
		}
	}
	s.show(files, result)
}

func (s *Server) show(files map[string]string, result Result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if files != nil {
		s.files = files
	}
	s.result = result
	s.version++
	close(s.changed)
	s.changed = make(chan struct{})
}
