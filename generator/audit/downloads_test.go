package audit

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kohort/generator/render"
)

const (
	heads = "コーホート,設問・分野,項目,区分,グループ,値,単位,n,備考,データ基準日,セル"
	day   = "2025-10-15"
)

// datedReleased is testReleased with the date that a row must say.
func datedReleased() *released {
	r := testReleased()
	for key, f := range r.cells {
		f.asOf = day
		r.cells[key] = f
	}
	return r
}

// row is a line of a download: value, unit, n, note, date, cell.
func row(fields ...string) []string {
	return append([]string{"2025年春期", "2問目", "平均", "", "全体"}, fields...)
}

func TestDownloadsAgainstReleases(t *testing.T) {
	const east = "2025-spring/trust/mean/department=Sales East"
	for _, c := range []struct {
		name string
		row  []string
		want string
	}{
		{"value", row("3.8", "点", "31", "", day, "2025-spring/trust/mean"), ""},
		{"count", row("31", "人", "", "", day, "2025-spring/people/count"), ""},
		{"change", row("-0.4", "点", "12", "効果量：小、95%信頼区間 −0.9〜0.1", day, "2025-spring/trust/difference"), ""},
		{"band", row("4.4以上", "点", "9", "未公開", day, east), ""},
		{"answer", row("6", "人", "12", "", day, "2025-spring/trust/distribution#4"), ""},
		{"class", row("10人以上が「5 agree」", "人", "12", "", day, "2025-spring/class/distribution#5"), ""},
		{"mark", row("非表示", "", "", "", day, "2025-spring/trust/mean/department=人事部"), ""},

		{"another value", row("3.9", "点", "31", "", day, "2025-spring/trust/mean"), "figure-differs"},
		{"more decimals", row("3.84", "点", "31", "", day, "2025-spring/trust/mean"), "figure-differs"},
		{"value in words", row("約3.8", "点", "31", "", day, "2025-spring/trust/mean"), "figure-differs"},
		{"another n", row("3.8", "点", "30", "", day, "2025-spring/trust/mean"), "figure-differs"},
		{"another day", row("3.8", "点", "31", "", "2025-10-16", "2025-spring/trust/mean"), "figure-differs"},
		{"another interval", row("-0.4", "点", "12", "−0.9〜0.2", day, "2025-spring/trust/difference"), "figure-differs"},
		{"deviation", row("3.8", "点", "31", "SD 0.7", day, "2025-spring/trust/mean"), "figure-differs"},
		{"inside a band", row("4.6以上", "点", "9", "", day, east), "figure-differs"},
		{"end of a band as the value", row("4.4", "点", "9", "", day, east), "figure-differs"},
		{"mean of a distribution", row("3.3", "点", "12", "", day, "2025-spring/trust/distribution"), "figure-differs"},
		{"another answer", row("6", "人", "12", "", day, "2025-spring/trust/distribution#3"), "figure-differs"},
		{"mark of a printed cell", row("非表示", "", "", "", day, "2025-spring/trust/mean"), "figure-differs"},
		{"cell of no release", row("3.8", "点", "31", "", day, "2025-spring/trust/median"), "figure-unknown"},
		{"no cell", row("3.8", "点", "31", "", day, "2025-spring"), "figure-unknown"},
		{"fewer than", row("<5", "", "", "", day, "2025-spring/trust/mean/department=人事部"), "figure-mark"},
		{"size of a mark", row("非表示", "", "4", "", day, "2025-spring/trust/mean/department=人事部"), "figure-mark"},
		{"reason of a mark", row("非表示", "", "", "4人", day, "2025-spring/trust/mean/department=人事部"), "figure-mark"},
		{"unit of a mark", row("非表示", "人", "", "", day, "2025-spring/trust/mean/department=人事部"), "figure-mark"},
		{"number in the unit", row("3.8", "点（SD 0.7）", "31", "", day, "2025-spring/trust/mean"), "figure-differs"},
		{"level without an interval", row("3.8", "点", "31", "95", day, "2025-spring/trust/mean"), "figure-differs"},
		{"one more column", append(row("3.8", "点", "31", "", day, "2025-spring/trust/mean"), "0.7"), "figure-untagged"},
		{"another form", []string{"合計", "31"}, "figure-untagged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &auditor{released: datedReleased()}
			if got := downloadIDs(a, "r/a.csv", "\ufeff"+heads+"\r\n"+strings.Join(quote(c.row), ",")+"\r\n"); got != c.want {
				t.Errorf("as CSV: %q: got %q, want %q", c.row, got, c.want)
			}
			if got := downloadIDs(a, "r.xlsx", testWorkbook(t, c.row)); got != c.want {
				t.Errorf("in a workbook: %q: got %q, want %q", c.row, got, c.want)
			}
		})
	}
}

func TestWorkbookThatCalculatesIsRefused(t *testing.T) {
	f := excelize.NewFile()
	if err := f.SetCellFormula("Sheet1", "A2", "1+1"); err != nil {
		t.Fatal(err)
	}
	a := &auditor{released: datedReleased()}
	for name, content := range map[string]string{"formula": bytesOf(t, f), "no workbook": "PK", "cut short": bytesOf(t, f)[:200]} {
		if got := downloadIDs(a, "r.xlsx", content); got != "figure-untagged" {
			t.Errorf("%s: got %q, want figure-untagged", name, got)
		}
	}
}

// TestFilesOfTheAuthorAreNoDownloads: HR may put a table of its own beside a
// page; only what is made of releases is held against them.
func TestFilesOfTheAuthorAreNoDownloads(t *testing.T) {
	a := &auditor{released: datedReleased()}
	if got := a.download(render.File{Path: "list.csv", Content: "部屋,席\r\nA,12\r\n", Sources: []string{"pages/list.csv"}}); got != nil {
		t.Errorf("got %v, want none", got)
	}
}

// TestWrongDownloadIsNotCleared: a file that says another number than its
// release is not safe to show.
func TestWrongDownloadIsNotCleared(t *testing.T) {
	content := heads + "\r\n" + strings.Join(quote(row("3.9", "点", "31", "", day, "2025-spring/trust/mean")), ",") + "\r\n"
	got, clean := checkFiles(t, []render.File{{Path: "reports/a.csv", Content: content, Sources: []string{"cohorts/2025-spring/releases/0001.json"}}}, nil, nil)
	if want := []string{"reports/a.csv figure-differs"}; !slices.Equal(got, want) || clean {
		t.Errorf("got %v, clean %v; want %v and not clean", got, clean, want)
	}
}

func downloadIDs(a *auditor, path, content string) string {
	var ids []string
	for _, f := range a.download(render.File{Path: path, Content: content, Sources: []string{"cohorts/2025-spring/releases/0001.json"}}) {
		ids = append(ids, string(f.id))
	}
	return strings.Join(ids, " ")
}

func quote(fields []string) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
	}
	return out
}

// testWorkbook has a first sheet of words and one with a row, in which what
// reads as a number is one.
func testWorkbook(t *testing.T, fields []string) string {
	t.Helper()
	f := excelize.NewFile()
	if err := f.SetCellStr("Sheet1", "A1", "2025年春期: 9か10を選んだ人"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("参加状況"); err != nil {
		t.Fatal(err)
	}
	for i, head := range strings.Split(heads, ",") {
		set(t, f, i, 1, head)
	}
	for i, field := range fields {
		set(t, f, i, 2, field)
	}
	return bytesOf(t, f)
}

func set(t *testing.T, f *excelize.File, column, line int, text string) {
	t.Helper()
	at, err := excelize.CoordinatesToCellName(column+1, line)
	if err != nil {
		t.Fatal(err)
	}
	if number, notNumber := strconv.ParseFloat(text, 64); notNumber == nil {
		err = f.SetCellFloat("参加状況", at, number, -1, 64)
	} else if text != "" {
		err = f.SetCellStr("参加状況", at, text)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func bytesOf(t *testing.T, f *excelize.File) string {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
