package preview

import (
	_ "embed"
	"fmt"
	"html"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"
)

// The preview's own files, served below a folder that no page can be in.
const (
	ownScript = "/_kohort/preview.js"
	ownStyle  = "/_kohort/preview.css"
	ownEvents = "/_kohort/events"
	ownText   = "/_kohort/problems"
)

var (
	//go:embed assets/preview.js
	script string
	//go:embed assets/preview.css
	style string
)

// ServeHTTP answers a browser on this machine.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !local(r.Host) {
		http.Error(w, "kohort: the preview answers to 127.0.0.1 and localhost alone", http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "kohort: the preview can only be read", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch r.URL.Path {
	case ownScript:
		send(w, "text/javascript; charset=utf-8", script)
	case ownStyle:
		send(w, "text/css; charset=utf-8", style)
	case ownEvents:
		s.events(w, r)
	case ownText:
		s.mu.RLock()
		text := s.result.Problems
		s.mu.RUnlock()
		send(w, "text/plain; charset=utf-8", text)
	default:
		s.page(w, r)
	}
}

// local says whether a Host header names this machine by a name that no
// name server can point elsewhere.
func local(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return ip != nil && ip.IsLoopback()
}

func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	s.mu.RLock()
	files, result := s.files, s.result
	s.mu.RUnlock()
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	content, ok := files[name]
	if index := path.Join(name, "index.html"); !ok && files[index] != "" {
		// A folder is asked for: its links are relative to the index file.
		http.Redirect(w, r, "/"+index, http.StatusFound)
		return
	}
	switch {
	case ok:
	case len(files) == 0:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprint(w, withScript(s.standIn(result)))
		return
	case name == "" && len(trees(files)) > 0:
		send(w, "text/html; charset=utf-8", withScript(s.lobby(trees(files))))
		return
	default:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, withScript(notFound(files, name)))
		return
	}
	if strings.HasSuffix(name, ".html") {
		send(w, "text/html; charset=utf-8", withScript(content))
		return
	}
	send(w, typeOf(name), content)
}

// typeOf is the media type of a file by its ending; the system's own table is
// not asked where we know better (on Windows it often has .js as text/plain).
func typeOf(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".csv":
		return "text/csv; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

func send(w http.ResponseWriter, contentType, content string) {
	w.Header().Set("Content-Type", contentType)
	fmt.Fprint(w, content)
}

// withScript adds the preview's script to a page.
func withScript(page string) string {
	tags := `<link rel="stylesheet" href="` + ownStyle + `"><script src="` + ownScript + `" defer></script>`
	if at := strings.LastIndex(page, "</head>"); at >= 0 {
		return page[:at] + tags + page[at:]
	}
	return page + tags
}

// standIn is the page while there is no site to show.
func (s *Server) standIn(result Result) string {
	return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>` +
		html.EscapeString(s.options.Title) + `</title></head><body class="kohort-standin"><h1>` + html.EscapeString(s.options.Title) +
		`</h1><pre>` + html.EscapeString(result.Problems) + `</pre></body></html>`
}

// events streams one server-sent event for each rebuild. The first carries
// the state at the time of connecting, so that a page loaded just before a
// rebuild does not miss it.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "kohort: no streaming", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		s.mu.RLock()
		version, state, changed := s.version, s.state(), s.changed
		s.mu.RUnlock()
		if _, err := fmt.Fprintf(w, "id: %d\nevent: %s\ndata: %d\n\n", version, state, version); err != nil {
			return
		}
		flusher.Flush()
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}

func (s *Server) state() string {
	switch {
	case s.result.Failed:
		return "failed"
	case s.result.Problems != "":
		return "warned"
	}
	return "built"
}
