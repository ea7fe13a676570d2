package preview

import (
	"net/http"
	"strings"
	"testing"
)

// TestASiteForEachAudienceHasALobby holds that a handbook with audiences opens
// in the preview, where nothing is published at the root.
func TestASiteForEachAudienceHasALobby(t *testing.T) {
	_, url := started(t, map[string]string{
		"everyone/index.html": "<html><head></head>E</html>", "everyone/en/index.html": "x", "everyone/404.html": "<html><head></head>none here</html>",
		"leaders/index.html": "<html><head></head>L</html>",
	}, Result{})
	resp, body := get(t, url+"/", "")
	if resp.StatusCode != http.StatusOK || strings.Count(body, "<li>") != 2 ||
		!strings.Contains(body, `href="/everyone/index.html"`) || !strings.Contains(body, `href="/leaders/index.html"`) || !strings.Contains(body, ownScript) {
		t.Errorf("got %d %s", resp.StatusCode, body)
	}
	if resp, body := get(t, url+"/everyone/nothing.html", ""); resp.StatusCode != http.StatusNotFound || !strings.Contains(body, "none here") {
		t.Errorf("got %d %s", resp.StatusCode, body)
	}
	if resp, _ := get(t, url+"/leaders", ""); resp.StatusCode != http.StatusFound {
		t.Errorf("a tree's folder: got %d", resp.StatusCode)
	}
}
