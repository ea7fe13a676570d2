package generator_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator/internal/sitetest"
)

// TestFiguresSayWhatIsReleased builds the starter's figures with themes that each break
// one rule: none of them gets a site.
func TestFiguresSayWhatIsReleased(t *testing.T) {
	folder := figuresOfStarter(t)
	const cell, bar = "theme/layouts/parts/cell.html", "theme/layouts/charts/bar.html"
	for _, c := range []struct{ name, file, old, new, want string }{
		{"as it is", cell, "", "", ""},
		{"reason in a tooltip", cell, `<span class="withheld"`, `<span class="withheld" title="fewer than 5"`, "figure-mark"},
		{"mark says a size", cell, `{{.Words}}</span>`, `&lt;5</span>`, "figure-mark"},
		{"number without its cell", cell, ` data-cell="{{.Cell}}"{{with .Answer}}`, `{{with .Answer}}`, "figure-untagged"},
		{"words of another number", cell, `{{.Text}}{{.After}}`, `{{.Text}}0{{.After}}`, "figure-differs"},
		{"median in a chart", bar, `<rect class="track"`, `<text>3.5</text><rect class="track"`, "figure-untagged"},
		{"bar of another table", bar, `data-cell="{{.Number.Cell}}" data-value`, `data-cell="{{.Number.Cell}}x" data-value`, "figure-unknown"},
	} {
		t.Run(c.name, func(t *testing.T) {
			original, err := os.ReadFile(filepath.Join("../themes/default", strings.TrimPrefix(c.file, "theme/")))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(original), c.old) {
				t.Fatalf("%s does not hold %q", c.file, c.old)
			}
			file := filepath.Join(folder, c.file)
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			defer os.Remove(file)
			if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(original), c.old, c.new)), 0o644); err != nil {
				t.Fatal(err)
			}
			site := sitetest.BuildFolder(t, folder)
			if site.Summary.Written != (c.want == "") || c.want != "" && !slices.Contains(site.IDs(), c.want) {
				t.Errorf("written %v, want the problem %q; got:\n%s", site.Summary.Written, c.want, site.Text())
			}
		})
	}
}
