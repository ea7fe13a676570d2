package generator_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"kohort/generator/internal/browsertest"
	"kohort/generator/internal/sitetest"
)

// drawnFigure is what a figure of a page holds, as a browser has read it.
// Chart and Table give numbers by their cells; a withheld one is "withheld".
type drawnFigure struct {
	ID       string            `json:"id"`
	Kind     string            `json:"kind"`
	Name     string            `json:"name"`
	Nameless []string          `json:"nameless"`
	Images   int               `json:"images"`
	Hatched  int               `json:"hatched"`
	Chart    map[string]string `json:"chart"`
	Table    map[string]string `json:"table"`
}

// drawnFigures reads the figures. How many a number is of is left out: a chart
// may leave it to the table.
const drawnFigures = `(() => {
  const words = (e, attribute) => (e.getAttribute(attribute) || '').split(' ').map(id => {
    const target = document.getElementById(id);
    return target ? target.textContent.trim() : '';
  });
  const numbers = parts => {
    const found = {};
    for (const part of parts) for (const e of part.querySelectorAll('[data-cell]:not([data-show])')) {
      const key = [e.dataset.cell, e.dataset.answer || ''].join(' ').trim();
      const value = e.getAttribute('value') ?? e.dataset.value ?? 'withheld';
      found[key] = key in found && found[key] !== value ? found[key] + ' and ' + value : value;
    }
    return found;
  };
  return [...document.querySelectorAll('figure.stat')].map(f => {
    const images = [...f.querySelectorAll('.chart svg[role=img]')];
    return {
      id: f.id, kind: f.className.replace(/.*stat-/, ''), name: words(f, 'aria-labelledby').join(''),
      nameless: images.filter(s => words(s, 'aria-labelledby').some(w => w === '')).map(s => s.outerHTML.slice(0, 200)),
      images: images.length, hatched: f.querySelectorAll('.chart rect.hatch').length, chart: numbers(f.querySelectorAll('.chart')), table: numbers(f.querySelectorAll('table')),
    };
  });
})()`

// TestEveryChartInEveryShape builds a page, a report, a brief and a comparison
// for each shape of data, which audit clears, and reads them on a phone: every
// chart is named, described, no wider than 320 px, and has the numbers of its
// table. axe looks at the page that has them all, outside CI in every other
// shape.
func TestEveryChartInEveryShape(t *testing.T) {
	ctx := browsertest.Start(t)
	for i, s := range shapes() {
		t.Run(s.name, func(t *testing.T) {
			site := s.site(t)
			var kinds []string
			for _, page := range []string{"index.html", "en/index.html", "reports/new.html", "reports/new-brief.html", "reports/index.html"} {
				if _, built := site.Files[page]; !built {
					t.Errorf("%s is not in the site", page)
					continue
				}
				for _, f := range readFigures(t, ctx, site, page) {
					kinds = append(kinds, f.Kind)
					requireReadable(t, page, f)
				}
			}
			for _, kind := range s.kinds() {
				if !slices.Contains(kinds, kind) {
					t.Errorf("no figure is drawn as %s: got %v", kind, kinds)
				}
			}
			if i%2 == 0 || os.Getenv("KOHORT_SWEEP") == "all" {
				requireAccessible(t, ctx, site.Files, []string{"index.html"})
			}
		})
	}
}

// readFigures opens a page on the narrowest phone and reads its figures.
func readFigures(t *testing.T, ctx context.Context, site sitetest.Site, page string) []drawnFigure {
	t.Helper()
	address := "file://" + filepath.ToSlash(site.Output) + "/" + page
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(320, 640), chromedp.Navigate(address)); err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[seen](measure))
	if err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	if len(got.Overflow) > 0 {
		t.Errorf("%s is wider than 320 px: %v", page, got.Overflow)
	}
	figures, err := chromedp.Run(ctx, chromedp.Evaluate[[]drawnFigure](drawnFigures))
	if err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	return figures
}

// requireReadable holds that a figure says the same to everybody.
func requireReadable(t *testing.T, page string, f drawnFigure) {
	t.Helper()
	at := fmt.Sprintf("%s#%s (%s)", page, f.ID, f.Kind)
	if f.Name == "" {
		t.Errorf("%s has no name", at)
	}
	for _, image := range f.Nameless {
		t.Errorf("%s: a drawing has no name or description: %s", at, image)
	}
	if len(f.Table) == 0 {
		t.Errorf("%s has no table", at)
	}
	if f.Kind == "table" {
		return
	}
	if f.Images == 0 {
		t.Errorf("%s draws nothing", at)
	}
	for _, cell := range sortedNames(f.Chart) {
		if f.Chart[cell] != f.Table[cell] {
			t.Errorf("%s: %s is %q in the chart and %q in the table", at, cell, f.Chart[cell], f.Table[cell])
		}
	}
	for _, cell := range sortedNames(f.Table) {
		_, drawn := f.Chart[cell]
		// Charts of parts leave the whole to the table, and a bullet leaves the
		// cohort before to it.
		left := strings.Count(cell, "/") == 2 && slices.Contains([]string{"columns", "line", "calendar", "heatmap"}, f.Kind) ||
			f.Kind == "bullet" && strings.HasPrefix(cell, "old/")
		switch {
		case drawn || left:
		case f.Table[cell] != "withheld":
			t.Errorf("%s: %s is %q in the table and not in the chart", at, cell, f.Table[cell])
		case f.Hatched == 0:
			t.Errorf("%s: %s is withheld in the table, and nothing is hatched in the chart", at, cell)
		}
	}
}
