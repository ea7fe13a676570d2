package render

import (
	"encoding/csv"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kohort/generator/disclosure"
	"kohort/generator/source"
)

var csvLink = regexp.MustCompile(`<p class="download source"><a href="([^"]+)\.csv" download aria-describedby="(kohort-figure-\d+)-name">`)

// downloaded reads a CSV file, heading and all.
func downloaded(t *testing.T, content string) [][]string {
	t.Helper()
	text, hasMark := strings.CutPrefix(content, "\ufeff")
	if !hasMark || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Errorf("got %q, want UTF-8 with its mark and lines that end in CRLF", content[:min(len(content), 40)])
	}
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// rowSays is what the row of a cell must hold as value and n.
func rowSays(table disclosure.Table, c disclosure.Cell, answer string) (value, n string) {
	n = strconv.Itoa(c.N())
	if table.Statistic() == "count" {
		n = ""
	}
	switch c.Form() {
	case disclosure.Withheld:
		return "非表示", ""
	case disclosure.Number, disclosure.Distribution:
		return says(table, c, answer, false), n
	}
	return "", n // words, which package audit reads
}

func TestEveryFigureHasItsNumbersAsCSV(t *testing.T) {
	in := testInput(t, readSite(t))
	files := renderSite(t, in)
	page := files["reports/spring.html"]
	links := csvLink.FindAllStringSubmatch(page.Content, -1)
	if drawn := strings.Count(page.Content, `<figure class="stat`); len(links) != drawn || drawn < 8 {
		t.Fatalf("report: got %d links to CSV files in %d figures, want one each", len(links), drawn)
	}
	withheld := 0
	for _, link := range links {
		file, ok := files["reports/"+link[1]+".csv"]
		if !ok {
			t.Errorf("%s: got no such file", link[1])
			continue
		}
		if want := []string{"cohorts/2025-spring/releases/0001.json"}; !slices.Equal(file.Sources, want) {
			t.Errorf("%s: got sources %v, want %v", link[1], file.Sources, want)
		}
		lines := downloaded(t, file.Content)
		var keys []string
		for _, row := range lines[1:] {
			key, answer, _ := strings.Cut(row[10], "#")
			table, cell := released(t, in.Published, key)
			value, n := rowSays(table, cell, answer)
			if value != "" && row[5] != value || row[7] != n || row[9] != "2025-10-15" {
				t.Errorf("%s: got %q, want the value %q and n %q", link[1], row, value, n)
			}
			if cell.Form() == disclosure.Withheld {
				withheld++
			}
			if slices.Contains(keys, row[10]) {
				t.Errorf("%s: got the cell %s twice", link[1], row[10])
			}
			keys = append(keys, row[10])
		}
		// The figure's table and its file tell of the same cells.
		_, drawn, _ := strings.Cut(page.Content, `id="`+link[2]+`"`)
		_, drawn, _ = strings.Cut(drawn, "<table")
		drawn, _, _ = strings.Cut(drawn, "</table>")
		for _, m := range regexp.MustCompile(`data-cell="([^"]*)"(?: data-answer="(\d+)")?(?: data-show="(\w+)")?`).FindAllStringSubmatch(drawn, -1) {
			if key := m[1] + strings.Repeat("#"+m[2], min(len(m[2]), 1)); m[3] == "" && !slices.Contains(keys, key) {
				t.Errorf("%s: got no row for %s", link[1], key)
			}
		}
	}
	if withheld == 0 {
		t.Error("downloads of the report: got no withheld cell, want the mark of each")
	}
}

func TestAReportHasItsNumbersAsAWorkbook(t *testing.T) {
	in := testInput(t, readSite(t))
	files := renderSite(t, in)
	page, file := files["reports/spring.html"], files["reports/spring.xlsx"]
	if want := `<a href="spring.xlsx" download>`; !strings.Contains(page.Content, want) {
		t.Errorf("report: got no %s", want)
	}
	if got := len(file.Content); got == 0 || got > 50_000 {
		t.Errorf("workbook: got %d bytes, want at most 50 kB", got)
	}
	f, err := excelize.OpenReader(strings.NewReader(file.Content))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	links := csvLink.FindAllStringSubmatch(page.Content, -1)
	sheets := f.GetSheetList()
	if len(sheets) != len(links)+1 || sheets[0] != "このファイルについて" {
		t.Fatalf("tabs: got %q, want one of words and %d of figures", sheets, len(links))
	}
	for i, link := range links {
		rows, err := f.GetRows(sheets[i+1], excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		lines := downloaded(t, files["reports/"+link[1]+".csv"].Content)
		for j := range lines {
			if j >= len(rows) || !slices.Equal(rows[j], lines[j]) {
				t.Errorf("tab %s, row %d: got other fields than the CSV file has: %q", sheets[i+1], j+1, lines[j])
			}
		}
	}
	about, err := f.GetRows(sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	words := ""
	for _, row := range about {
		words += strings.Join(row, "\t") + "\n"
	}
	for _, want := range []string{"データ基準日 2025年10月15日・リリース 1", "少なくとも5人", "コーホートに登録した人数", "開始時と終了時の両方に答えた人"} {
		if !strings.Contains(words, want) {
			t.Errorf("first sheet: got no %q in\n%s", want, words)
		}
	}
	if again := renderSite(t, in)["reports/spring.xlsx"]; again.Content != file.Content {
		t.Error("workbook: got other bytes the second time")
	}
}

func TestDownloadsSpeakTheLanguageOfTheirPage(t *testing.T) {
	files := renderSite(t, testInput(t, readSite(t)))
	lines := downloaded(t, files["en/reports/spring/participation.csv"].Content)
	if got, want := strings.Join(lines[0], ","), "Cohort,Question or area,Measure,By,Group,Value,Unit,n,Note,Data as of,Cell"; got != want {
		t.Errorf("heading: got %s, want %s", got, want)
	}
	if !slices.ContainsFunc(lines, func(row []string) bool { return row[5] == "withheld" }) {
		t.Errorf("got no withheld cell in %q", lines)
	}
}

func TestPreviewMarksEveryDownload(t *testing.T) {
	in := testInput(t, "-- index.md --\nはじめに\n")
	in.Preview = true
	for path, file := range renderSite(t, in) {
		if !strings.HasSuffix(path, ".csv") || strings.HasPrefix(path, "en/") {
			continue
		}
		for _, row := range downloaded(t, file.Content)[1:] {
			if !strings.HasSuffix(row[8], "未公開") {
				t.Errorf("%s: got the note %q in the preview, want it to end with 未公開", path, row[8])
			}
		}
	}
}

func TestDownloadTaken(t *testing.T) {
	in := testInput(t, "-- index.md --\nはじめに\n")
	in.Handbook.Trees[0].Assets = append(in.Handbook.Trees[0].Assets, source.Asset{Path: "reports/2025-Spring.xlsx", Data: "x"})
	_, problems, err := Render(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := problemIDs(problems), []string{"download-taken pages/reports/2025-Spring.xlsx"}; !slices.Equal(got, want) {
		t.Errorf("a file at the address of a workbook: got %v, want %v", got, want)
	}
}

func TestANumberInTextLeadsToItsDefinition(t *testing.T) {
	files := renderSite(t, testInput(t, "-- guides/a.md --\n登録は:value{id=participation.enrolled cohort=2025-spring}人、[変化は:value{id=survey.digital.change cohort=2025-spring}点](b.md)でした。\n-- guides/b.md --\n本文\n"))
	got := files["guides/a.html"].Content
	if want := `登録は<a class="explained" href="../reports/2025-spring.html#def-participation-enrolled" title="参加状況 — 登録 — コーホートに登録した人数。`; !strings.Contains(got, want) {
		t.Errorf("number in text: got\n%s\nwant %s", got, want)
	}
	if want := `変化は<data class="figure"`; !strings.Contains(got, want) {
		t.Errorf("number in a link: got\n%s\nwant %s", got, want)
	}
	if want := `<div id="def-participation-enrolled"><dt>登録</dt>`; !strings.Contains(files["reports/2025-spring.html"].Content, want) {
		t.Errorf("report: got no %s", want)
	}
}

func TestAFigureOpensToWhatStandsBehindIt(t *testing.T) {
	d, theme := testDrawer(t, "en")
	for _, c := range []struct {
		name string
		view figureView
		want []string
	}{
		{"one table", d.figure("f", mustTable(t, d, "response.after", "rate"), kindTable, ""), []string{
			"<dt>Definition</dt><dd>Share of the people in the program", "> (40 people)</data></dd>",
			"<dt>Rounding</dt><dd>rounded to whole numbers</dd>", "<dt>Data</dt><dd>Data as of 15 October 2025, release 1</dd>"}},
		{"several tables", d.learning("f"), []string{"<dt>Before</dt>", "<dt>Change</dt>", "<dd>the people who answered both before and after<data ", "rounded to 1 decimal"}},
		{"of different people", d.newFigure("f", kindTable, "", mustTable(t, d, "participation.enrolled", "count"), mustTable(t, d, "survey.digital.change", "difference")), []string{
			"the people who answered both before and after. n stands with each number"}},
		{"counted", d.participation("f"), []string{"<dt>Rounding</dt><dd>counted as they are</dd>"}},
	} {
		got, err := part(theme, "parts/figure", c.view)
		if err != nil {
			t.Fatal(err)
		}
		_, got, _ = strings.Cut(got, `<details class="about source">`)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: got no %s in\n%s", c.name, want, got)
			}
		}
	}
}

func mustTable(t *testing.T, d *drawer, id, stat string) disclosure.Table {
	t.Helper()
	table, ok := d.cohort.Table(id, stat)
	if !ok {
		t.Fatalf("%s %s: got no such table", id, stat)
	}
	return table
}
