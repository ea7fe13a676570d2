package render

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kohort/generator/handbook"
)

// drawnAs is a kind of chart and what a page asks for to see it.
var drawnAs = []struct {
	kind string
	want handbook.Figure
}{
	{"bar", handbook.Figure{Table: "participation.enrolled", Stat: "count"}},
	{"columns", handbook.Figure{Table: "sessions.held", Stat: "sum"}},
	{"line", handbook.Figure{Table: "sessions.held", Stat: "sum", Kind: "line"}},
	{"calendar", handbook.Figure{Table: "sessions.held", Stat: "sum", Kind: "calendar"}},
	{"stacked", handbook.Figure{Table: "survey.trust.after", Stat: "distribution"}},
	{"dumbbell", handbook.Figure{Table: "survey.trust.after", Stat: "mean"}},
	{"heatmap", handbook.Figure{Table: "survey.trust.change", Stat: "difference", Kind: "heatmap"}},
}

// drawn is a figure of a shape, as the page holds it; empty where the shape
// gives no such chart.
func (s shape) drawn(t *testing.T, lang string, want handbook.Figure) string {
	t.Helper()
	d, theme := testDrawer(t, lang)
	d.cohort = s.cohort(t)
	if table, _ := d.cohort.Table(want.Table, want.Stat); want.Kind != "" && !slices.Contains(kinds(table), want.Kind) {
		return ""
	}
	v, problems := d.asked("kohort-figure-1", &want)
	noProblems(t, problems)
	got, err := part(theme, "parts/figure", v)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestCharts holds every kind of chart against its golden file: with withheld
// cells, with one group, with none.
func TestCharts(t *testing.T) {
	for _, c := range drawnAs {
		for _, s := range chartShapes[:3] {
			t.Run(c.kind+"-"+s.name, func(t *testing.T) {
				if figure := s.drawn(t, "ja", c.want); figure != "" {
					chart, _, _ := strings.Cut(figure[strings.Index(figure, `<div class="chart`):], `<details class="numbers"`)
					golden(t, "chart-"+c.kind+"-"+s.name+".html", chart)
				}
			})
		}
	}
}

// TestAChartSaysNoMoreThanItsTable walks each figure: every drawing has a name
// and a description, lies within its width, and every cell that the chart shows
// stands with the same value in the table beside it.
func TestAChartSaysNoMoreThanItsTable(t *testing.T) {
	for _, c := range drawnAs {
		for _, s := range chartShapes {
			for _, lang := range []string{"ja", "en"} {
				figure := s.drawn(t, lang, c.want)
				if figure == "" {
					continue
				}
				t.Run(c.kind+"-"+s.name+"-"+lang, func(t *testing.T) {
					chart, table := parts(t, figure)
					checkDrawings(t, chart)
					checkAgainstTable(t, chart, table)
					if s.groups == 0 {
						return
					}
					if drawn := len(chart.find("svg", "role", "img")); drawn == 0 {
						t.Errorf("got no drawing")
					}
				})
			}
		}
	}
}

// TestAChartOfManyGroupsNamesEach holds that no group is lost or cut short
// where there are many, or where names are long.
func TestAChartOfManyGroupsNamesEach(t *testing.T) {
	for _, c := range drawnAs {
		for _, s := range chartShapes[3:] {
			chart, table := parts(t, s.drawn(t, "ja", c.want))
			rows := table.find("th", "scope", "row")
			said := chart.text()
			for _, row := range rows {
				name := row.text()
				if c.kind == "heatmap" {
					name, _, _ = strings.Cut(name, "・メン")
				}
				if name != "全体" && !strings.Contains(said, name) {
					t.Errorf("%s %s: the chart does not name %q", c.kind, s.name, name)
				}
			}
			if len(rows) < s.groups {
				t.Errorf("%s %s: got %d rows, want at least %d", c.kind, s.name, len(rows), s.groups)
			}
		}
	}
}

// tree is a part of a page.
type tree struct{ *html.Node }

// parts gives the chart and the table of a figure.
func parts(t *testing.T, figure string) (chart, table tree) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(figure))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch class := (tree{n}).attr("class"); {
		case n.Data == "div" && strings.HasPrefix(class, "chart "):
			chart = tree{n}
		case n.Data == "table":
			table = tree{n}
		}
	}
	if chart.Node == nil || table.Node == nil {
		t.Fatalf("figure: got no chart or no table in\n%s", figure)
	}
	return chart, table
}

func (n tree) attr(name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (n tree) find(element, attr, value string) (out []tree) {
	for c := range n.Descendants() {
		if found := (tree{c}); c.Type == html.ElementNode && (element == "" || c.Data == element) && (value == "" && found.attr(attr) != "" || value != "" && found.attr(attr) == value) {
			out = append(out, found)
		}
	}
	return out
}

func (n tree) text() string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func checkDrawings(t *testing.T, chart tree) {
	t.Helper()
	for _, svg := range chart.find("svg", "role", "img") {
		ids := strings.Fields(svg.attr("aria-labelledby"))
		if len(ids) != 2 {
			t.Errorf("drawing: got aria-labelledby %q, want a name and a description", svg.attr("aria-labelledby"))
		}
		for _, id := range ids {
			if named := svg.find("", "id", id); len(named) != 1 || strings.TrimSpace(named[0].text()) == "" && len(svg.find("", "data-cell", "")) > 0 {
				t.Errorf("drawing %s: got no words for %s", ids[0], id)
			}
		}
		for _, name := range []string{"x", "width", "x1", "x2", "cx"} {
			for _, mark := range svg.find("", name, "") {
				at, percent := strings.CutSuffix(mark.attr(name), "%")
				if v, err := strconv.ParseFloat(at, 64); percent && (err != nil || v < 0 || v > 100.005) {
					t.Errorf("drawing %s: got %s=%q, want it within the width", ids[0], name, mark.attr(name))
				}
			}
		}
	}
}

func checkAgainstTable(t *testing.T, chart, table tree) {
	t.Helper()
	values := make(map[string][]string) // of the table, by cell
	for _, n := range table.find("", "data-cell", "") {
		key := n.attr("data-cell")
		values[key] = append(values[key], n.attr("value")+n.attr("data-answer")+n.attr("data-show"))
	}
	for _, n := range chart.find("", "data-cells", "") {
		for _, key := range strings.Fields(n.attr("data-cells")) {
			if values[key] == nil {
				t.Errorf("cell %s of a description is not in the table", key)
			}
		}
	}
	for _, n := range chart.find("", "data-cell", "") {
		key, says := n.attr("data-cell"), n.attr("value")+n.attr("data-value")+n.attr("data-answer")+n.attr("data-show")
		if !slices.Contains(values[key], says) {
			t.Errorf("cell %s, drawn as %q: got %q in the table", key, says, values[key])
		}
		if digits.MatchString(n.text()) && says == "" {
			t.Errorf("cell %s: got %q, which has no value", key, n.text())
		}
	}
}

var digits = regexp.MustCompile(`\d`)
