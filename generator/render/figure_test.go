package render

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/disclosure"
	"kohort/generator/handbook"
)

var update = flag.Bool("update", false, "write the golden files")

// testDrawer draws the figures of the test cohort.
func testDrawer(t *testing.T, lang string) (*drawer, *Theme) {
	t.Helper()
	in := testInput(t, "-- index.md --\nはじめに\n")
	s := newSite(in, nil, in.Handbook.Trees[0])
	cohort, ok := in.Published.Cohort("2025-spring")
	if !ok {
		t.Fatal("cohort 2025-spring: got none")
	}
	for _, e := range s.tree.Editions {
		if e.Lang == lang {
			return &drawer{frame: s.frame(e, e.Dir), cohort: cohort, fallback: "ja"}, in.Theme
		}
	}
	t.Fatalf("edition %q: got none", lang)
	return nil, nil
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		want       handbook.Figure
	}{
		{"bar", "ja", handbook.Figure{Table: "participation.enrolled", Stat: "count", By: "department"}},
		{"bar-change", "en", handbook.Figure{Table: "survey.digital.change", Stat: "difference", By: "department", Kind: "bar"}},
		{"columns", "ja", handbook.Figure{Table: "sessions.held", Stat: "sum", Caption: "月ごとの実施数"}},
		{"dumbbell", "en", handbook.Figure{Table: "survey.safety.after", Stat: "mean", By: "department"}},
		{"stacked", "en", handbook.Figure{Table: "survey.safety.after", Stat: "distribution"}},
		{"table", "ja", handbook.Figure{Table: "response.after", Stat: "rate", Kind: "table"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, theme := testDrawer(t, c.lang)
			v, problems := d.asked("kohort-figure-1", &c.want)
			noProblems(t, problems)
			got, err := part(theme, "parts/figure", v)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, c.name+".html", got)
		})
	}
}

func TestAFigureThatCannotBeDrawn(t *testing.T) {
	d, _ := testDrawer(t, "ja")
	want := handbook.Figure{Table: "participation.enrolled", Stat: "count", Kind: "stacked"}
	v, problems := d.asked("kohort-figure-1", &want)
	if len(problems) != 1 || problems[0].ID != "figure-kind-unknown" || v.Kind != "" {
		t.Errorf("%+v: got problems %v and kind %q, want figure-kind-unknown and none", want, problemIDs(problems), v.Kind)
	}
}

func TestPreviewMarksEveryFigure(t *testing.T) {
	d, theme := testDrawer(t, "ja")
	d.frame.Preview = true
	v, _ := d.asked("kohort-figure-1", &handbook.Figure{Table: "response.after", Stat: "rate"})
	got, err := part(theme, "parts/figure", v)
	if err != nil {
		t.Fatal(err)
	}
	if want := `<p class="unpublished">未公開</p>`; !strings.Contains(got, want) {
		t.Errorf("figure in the preview: got\n%s\nwant it to hold %q", got, want)
	}
}

func TestPreviewMarksANumberInText(t *testing.T) {
	in := testInput(t, "-- a.md --\n登録は:value{id=participation.enrolled cohort=2025-spring}人です。\n")
	in.Preview = true
	want := `data-cell="2025-spring/participation.enrolled/count">40</data> <span class="watermark">未公開</span></a>人です`
	if got := renderSite(t, in)["a.html"].Content; !strings.Contains(got, want) {
		t.Errorf("number in the preview: got\n%s\nwant it to hold %q", got, want)
	}
}

func TestNumbersAsTheyAreRead(t *testing.T) {
	for _, c := range []struct {
		value    float64
		decimals int
		change   bool
		machine  string
		read     string
	}{
		{3.84, 1, false, "3.8", "3.8"},
		{12, 0, false, "12", "12"},
		{-0.4, 1, true, "-0.4", "−0.4"},
		{0.4, 1, true, "0.4", "+0.4"},
		{-0.04, 1, true, "0.0", "0.0"},
		{0, 1, true, "0.0", "0.0"},
	} {
		machine := decimal(c.value, c.decimals)
		if read := signed(machine, c.change); machine != c.machine || read != c.read {
			t.Errorf("%v with %d decimals, change %v: got %q read %q, want %q read %q", c.value, c.decimals, c.change, machine, read, c.machine, c.read)
		}
	}
}

var (
	dataElement = regexp.MustCompile(`<data class="figure" value="([^"]*)" data-cell="([^"]*)"(?: data-answer="(\d+)")?(?: data-show="(n)")?>([^<]*)</data>`)
	drawnMark   = regexp.MustCompile(`data-cell="([^"]*)"(?: data-answer="(\d+)")? data-value="([^"]*)"`)
	bareNumber  = regexp.MustCompile(`<(?:td|span class="value")>[^<]*\d[^<]*</`)
)

// released looks a cell up by the key that a page carries.
func released(t *testing.T, p disclosure.Published, key string) (disclosure.Table, disclosure.Cell) {
	t.Helper()
	part := strings.SplitN(key, "/", 4)
	cohort, _ := p.Cohort(part[0])
	table, ok := cohort.Table(part[1], part[2])
	if !ok {
		t.Fatalf("cell %q: got no such table", key)
	}
	var at []disclosure.Level
	if len(part) > 3 {
		for _, level := range strings.Split(part[3], ";") {
			dimension, value, _ := strings.Cut(level, "=")
			at = append(at, disclosure.Level{Dimension: dimension, Level: value})
		}
	}
	cell, ok := table.Cell(at...)
	if !ok {
		t.Fatalf("cell %q: got no such cell", key)
	}
	return table, cell
}

// says is what a page may say of a cell.
func says(table disclosure.Table, c disclosure.Cell, answer string, n bool) string {
	switch c.Form() {
	case disclosure.Withheld:
		return "nothing"
	case disclosure.Distribution, disclosure.Class:
		for _, count := range c.Counts() {
			if strconv.Itoa(count.Value) == answer {
				if c.Form() == disclosure.Class {
					return strconv.Itoa(count.People) + ".." + strconv.Itoa(c.N())
				}
				return strconv.Itoa(count.People)
			}
		}
		return strconv.Itoa(c.N())
	case disclosure.Band:
		if from, to := c.Band(); !n {
			return decimal(from, table.Decimals()) + ".." + decimal(to, table.Decimals())
		}
	}
	if n {
		return strconv.Itoa(c.N())
	}
	return decimal(c.Value(), table.Decimals())
}

func TestEveryNumberOfAPageIsThatOfItsCell(t *testing.T) {
	in := testInput(t, readSite(t))
	for path, file := range renderSite(t, in) {
		numbers := dataElement.FindAllStringSubmatch(file.Content, -1)
		if strings.HasSuffix(path, "reports/spring.html") && len(numbers) < 100 {
			t.Errorf("%s: got %d numbers, want a whole report", path, len(numbers))
		}
		for _, m := range numbers {
			table, cell := released(t, in.Published, m[2])
			if want := says(table, cell, m[3], m[4] == "n"); m[1] != want {
				t.Errorf("%s: %s: got %q, want %q", path, m[2], m[1], want)
			}
		}
		for _, m := range drawnMark.FindAllStringSubmatch(file.Content, -1) {
			table, cell := released(t, in.Published, m[1])
			if want := says(table, cell, m[2], false); m[3] != want {
				t.Errorf("%s: drawn %s: got %q, want %q", path, m[1], m[3], want)
			}
		}
		if m := bareNumber.FindString(file.Content); m != "" && strings.Contains(path, "reports/") {
			t.Errorf("%s: got a number without its cell: %s", path, m)
		}
	}
}

func TestWithheldCellsAllLookTheSame(t *testing.T) {
	in := testInput(t, readSite(t))
	got := renderSite(t, in)["reports/spring.html"].Content
	marks := regexp.MustCompile(`<(?:span|text) class="withheld[^>]*>([^<]*)<`).FindAllStringSubmatch(got, -1)
	if len(marks) < 10 {
		t.Fatalf("withheld marks of the report: got %d, want them all", len(marks))
	}
	for _, m := range marks {
		if m[1] != "非表示" {
			t.Errorf("mark %s: got %q, want 非表示", m[0], m[1])
		}
	}
	if want := "少なくとも5人"; !strings.Contains(got, want) {
		t.Errorf("report: got no %q", want)
	}
}

func readSite(t *testing.T) string {
	t.Helper()
	archive, err := os.ReadFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return string(archive)
}

func TestATileSaysOfHowMany(t *testing.T) {
	in := testInput(t, "-- index.md --\nはじめに\n")
	got := renderSite(t, in)["reports/2025-spring.html"].Content
	tiles, _, _ := strings.Cut(got[strings.Index(got, `<section class="tiles"`):], "</section>")
	for _, c := range []struct{ tile, want string }{
		{"終了時の回答率", `data-show="n">n = `},
		{"1ペア1か月あたりのセッション", `組</data>`},
		{"最も大きい変化", `data-show="n">n = `},
	} {
		_, tile, _ := strings.Cut(tiles, "<dt>"+c.tile+"</dt>")
		if tile, _, _ = strings.Cut(tile, "</div>"); !strings.Contains(tile, c.want) {
			t.Errorf("tile %s: got no %q in %s", c.tile, c.want, tile)
		}
	}
}

func TestTheUnitOfARangeStandsInsideIt(t *testing.T) {
	for _, c := range []struct{ lang, unit, want, rest string }{
		{"ja", "unit_percent", "75%以上", ""},
		{"ja", "unit_points", "75点以上", ""},
		{"en", "unit_percent", "75% or more", ""},
		{"en", "unit_points", "75 points or more", ""},
	} {
		d, _ := testDrawer(t, c.lang)
		v := cellView{Shown: true, Text: "75"}
		v.Before, v.After = d.words.around(d.Lang, "band_from")
		got, rest := d.inUnit(v, d.T(c.unit))
		if said := got.Before + got.Text + got.After; said != c.want || rest != c.rest {
			t.Errorf("%s %s: got %q and %q, want %q and %q", c.lang, c.unit, said, rest, c.want, c.rest)
		}
	}
	d, _ := testDrawer(t, "en")
	if _, rest := d.inUnit(cellView{Shown: true, Text: "75"}, "%"); rest != "%" {
		t.Errorf("a plain number: got unit %q, want it still to be said", rest)
	}
}

func TestAPlaceWithoutACellSaysSo(t *testing.T) {
	d, theme := testDrawer(t, "ja")
	v := d.finish(figureView{frame: d.frame, Kind: kindTable, Table: gridView{
		Columns: []string{"メンター"}, Groups: []gridGroup{{Rows: []gridRow{{Label: "設問", Cells: []cellView{{}}}}}},
	}})
	got, err := part(theme, "parts/figure", v)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<td>–</td>", "<p>「–」は、数字がないことを示します。"} {
		if !strings.Contains(got, want) {
			t.Errorf("place without a cell: got no %s in\n%s", want, got)
		}
	}
}

func TestALongSeriesNamesSomeOfItsMonths(t *testing.T) {
	for _, c := range []struct{ months, every int }{{0, 0}, {1, 1}, {9, 1}, {10, 2}, {18, 2}, {24, 3}} {
		if got := labelEvery(c.months); got != c.every {
			t.Errorf("%d months: got a label every %d, want every %d", c.months, got, c.every)
		}
	}
}
