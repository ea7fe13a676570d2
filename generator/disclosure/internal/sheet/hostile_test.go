package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
)

// protected is a workbook that is wrapped by a password.
func protected(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetCellStr("Sheet1", "A1", marker); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out, excelize.Options{Password: "ひみつ"}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// archive is a zip file of other software.
func archive(t *testing.T, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// mostMB is what reading a file may take in memory: all that it ever asks for,
// freed or not, so that the collector's moods do not count. A process has its
// own 30 MB beside it.
const mostMB = 160

// readWithin reads a file within that.
func readWithin(t *testing.T, name string, data []byte) (Workbook, []diag.Problem) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	w, problems := Read(name, data, Limits{})
	runtime.ReadMemStats(&after)
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > mostMB {
		t.Errorf("took %d MB, of at most %d", used, mostMB)
	}
	return w, problems
}

// TestHostileFilesAreRefused holds that each is told within the memory, and
// that nothing is left in the folder for temporary files.
func TestHostileFilesAreRefused(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	whole := file(t, "roster.xlsx")
	cell := func(rows string) []byte { return pack(t, sheetXML(rows)) }
	tail := func(s string) []byte {
		p := sheetXML(`<row r="1"><c r="A1"><v>1</v></c></row>`)
		p.text = strings.Replace(p.text, "</worksheet>", s, 1)
		return pack(t, p)
	}
	for _, c := range []struct {
		about string
		data  []byte
		want  string
	}{
		{"an old workbook", file(t, "roster.xls"), ": sheet-old"},
		{"a protected workbook", protected(t), ": sheet-protected"},
		{"a truncated workbook", whole[:len(whole)/2], ": sheet-broken"},
		{"a workbook with a damaged part", bytes.Replace(whole, whole[200:260], make([]byte, 60), 1), ": sheet-broken"},
		{"an archive of files", archive(t, "members.csv"), ": sheet-other"},
		{"a binary workbook", archive(t, "xl/workbook.bin"), ": sheet-other"},
		{"an empty archive", archive(t), ": sheet-other"},
		{"a zip bomb", pack(t, part{"xl/worksheets/sheet1.xml", strings.Repeat(" ", 60<<20)}), ": sheet-large"},
		{"a bomb in the shared texts", pack(t, part{"xl/sharedStrings.xml", strings.Repeat("<si/>", 80<<20/5)}), ": sheet-large"},
		{"a million blank rows", cell(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"/>`), ": sheet-rows-many"},
		{"a million blank rows, each there", cell(strings.Repeat("<row/>", 1<<20)), ": sheet-broken"},
		{"the last column", cell(`<row r="1"><c r="XFD1"><v>1</v></c></row>`), ": sheet-columns-many"},
		{"cells without end", cell(strings.Repeat(`<row>`+strings.Repeat("<c/>", 1000)+`</row>`, 151)), ": sheet-cells-many"},
		{"shared texts without end", pack(t, part{"xl/sharedStrings.xml", "<sst>" + strings.Repeat("<si/>", 1_000_001) + "</sst>"}), ": sheet-cells-many"},
		{"merged ranges without end", tail(strings.Repeat(`<mergeCell ref="A1:B2"/>`, 501)), ": sheet-merged-many"},
		{"rows out of order", cell(`<row r="2"/><row r="1"/>`), ": sheet-broken"},
		{"columns out of order", cell(`<row r="1"><c r="B1"/><c r="A1"/></row>`), ": sheet-broken"},
		{"a cell of another row", cell(`<row r="1"><c r="A2"/></row>`), ": sheet-broken"},
		{"a cell without a name", cell(`<row r="1"><c r="ZQX"/></row>`), ": sheet-broken"},
		{"elements without end in each other", cell(strings.Repeat("<a>", 100_000)), ": sheet-broken"},
		{"a document type", cell(`<!DOCTYPE a [<!ENTITY b "ZQX">]>`), ": sheet-broken"},
		{"XML that ends early", tail("<"), ": sheet-broken"},
		{"XML that is not closed", tail("<mergeCells>"), " ▸ 名簿: sheet-broken"},
		{"UTF-16 inside", cell("<\x00r\x00"), ": sheet-broken"},
		{"no sheet", pack(t), ": sheet-broken"},
		{"a tab of which the part is missing", pack(t, append(twoTabs("worksheets/sheet2.xml"), sheetXML(""))...), ": sheet-broken"},
		{"a row's number with a prefix", cell(`<row x:r="1048576" xmlns:x="a"/>`), ": sheet-rows-many"},
		{"a row's number twice", cell(`<row r="1" r="1048576"/>`), ": sheet-broken"},
		{"a cell's name twice", cell(`<row r="1"><c r="A1" r="XFD1"/></row>`), ": sheet-broken"},
		{"a row between instructions with a quotation mark", cell(`<?a " ?><row r="1048576"/><?b " ?>`), ": sheet-rows-many"},
		{"a row after a comment with a quotation mark", cell(`<!-- " --><row a='"' r = "1048576" b='"'/>`), ": sheet-rows-many"},
		{"another encoding inside", pack(t, part{"xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="Shift_JIS"?><worksheet/>`}), ": sheet-broken"},
		{"two parts of one name", pack(t, sheetXML(""), part{"XL/worksheets/sheet1.xml", ""}), ": sheet-broken"},
		{"formulas in each other", cell(`<row r="1"><c r="A1"><f>` + strings.Repeat("SUM(", 100_000) + "1" + strings.Repeat(")", 100_000) + `</f></c></row>`), " ▸ 名簿!A1: sheet-formula-unsaved"},
		{"NUL bytes", cell("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>ZQX\x00</v></c></row>"), ": sheet-broken"},
		{"a control character", cell("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>ZQX\x01</v></c></row>"), ": sheet-broken"},
		{"tags that cross", cell(`<row r="1"><c r="A1"><v>1</c></v></row>`), " ▸ 名簿: sheet-broken"},
		{"a word that nothing defines", cell(`<row r="1"><c r="A1" t="str"><v>&ZQX;</v></c></row>`), " ▸ 名簿: sheet-broken"},
		{"a reference to no character", cell(`<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>`), " ▸ 名簿: sheet-broken"},
		{"a shared text that is not there", cell(`<row r="1"><c r="A1" t="s"><v>2</v></c></row>`), " ▸ 名簿: sheet-broken"},
		{"a cell of 10 MB", cell(`<row r="1"><c r="A1" t="inlineStr"><is><t>ZQX` + strings.Repeat("a", 10<<20) + `</t></is></c></row>`), " ▸ 名簿!A1: sheet-cell-large"},
		{"a shared text of 10 MB", pack(t, sharedText(strings.Repeat("a", 10<<20)), grid(1, 1, sharedCell)), " ▸ 名簿!A1: sheet-cell-large"},
		{"a shared text of 10 MB in runs", pack(t, part{"xl/sharedStrings.xml", "<sst><si>" + strings.Repeat("<r><t>"+strings.Repeat("あ", 1000)+"</t></r>", 3500) + "</si></sst>"}, grid(1, 1, sharedCell)), " ▸ 名簿!A1: sheet-cell-large"},
		{"formulas without values", cell(bombs(200)), strings.Repeat("x", maxUnsaved)},
	} {
		t.Run(c.about, func(t *testing.T) {
			_, problems := readWithin(t, "m.xlsx", c.data)
			got := told(t, problems)
			if c.want == strings.Repeat("x", maxUnsaved) {
				if n := strings.Count(got, "sheet-formula-unsaved"); n != maxUnsaved || n != len(problems) {
					t.Errorf("got\n%swant %d formulas", got, maxUnsaved)
				}
			} else if got != "m.xlsx"+c.want+"\n" {
				t.Errorf("got\n%swant\nm.xlsx%s", got, c.want)
			}
		})
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("left in the temporary folder: %v %v", left, err)
	}
}

// twoTabs are the parts that name a second tab, in the part with a name.
func twoTabs(name string) []part {
	book, relations := transitional[2], transitional[3]
	book.text = strings.Replace(book.text, "</sheets>", `<sheet name="グラフ" sheetId="2" r:id="rId9"/></sheets>`, 1)
	relations.text = strings.Replace(relations.text, "</Relationships>",
		`<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="`+name+`"/></Relationships>`, 1)
	return []part{book, relations}
}

func TestAChartsTabIsLeftOut(t *testing.T) {
	parts := append(twoTabs("chartsheets/sheet1.xml"), sheetXML(`<row r="1"><c r="A1"><v>1</v></c></row>`), part{"xl/chartsheets/sheet1.xml", "<chartsheet/>"})
	wantRead(t, "m.xlsx", pack(t, parts...), "[名簿]\nA1 number 1\n", "")
}

// bombs are rows of formulas that would each double the work of the last.
func bombs(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><f>A%d&amp;A%d</f></c></row>`, i, i, i+1, i+1)
	}
	return b.String()
}

func TestALockFileSaysThatTheWorkbookIsOpen(t *testing.T) {
	_, problems := Read("cohorts/c1/~$参加者.xlsx", []byte(marker), Limits{})
	if got := told(t, problems); got != "cohorts/c1/~$参加者.xlsx: sheet-open\n" {
		t.Errorf("got %s", got)
	}
}

// big is a workbook of rows × columns answers, with a date in the first column.
func big(t testing.TB, rows, columns int) []byte {
	var b strings.Builder
	for i := 1; i <= rows; i++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d" s="1"><v>%d</v></c>`, i, i, 45748+i%90)
		for j := 2; j <= columns; j++ {
			fmt.Fprintf(&b, `<c r="%s" t="s"><v>%d</v></c>`, Name(i, j), j%2)
		}
		b.WriteString("</row>")
	}
	return pack(t, sheetXML(b.String()))
}

func BenchmarkRead(b *testing.B) {
	sheetOf := func(rows string) []byte { return pack(b, sheetXML(rows)) }
	long := strings.Repeat("あ", 10<<20/3)
	for _, c := range []struct {
		about string
		data  []byte
	}{
		{"2,000 rows of 25 cells", big(b, 2000, 25)},
		{"a cell of 10 MB", sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>` + long + `</t></is></c></row>`)},
		{"a shared text of 10 MB", pack(b, sharedText(long), grid(1, 1, sharedCell))},
		{"a CSV cell of 10 MB", []byte("id,name\n1," + long + "\n")},
		{"150,000 cells", pack(b, grid(1500, 100, numberCell))},
		{"shared texts", pack(b, part{"xl/sharedStrings.xml", "<sst>" + strings.Repeat("<si><t>a</t></si>", 490_000) + "</sst>"})},
	} {
		b.Run(c.about, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if w, _ := Read("m.xlsx", c.data, Limits{}); w.Format == "" {
					b.Fatal("not recognised")
				}
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(pack(f, sheetXML(`<row r="1"><c r="A1" s="1"><v>45748</v></c><c r="B1" t="s"><v>0</v></c></row>`)))
	f.Add([]byte("氏名;部署\r\n\"髙\n橋\";営業部\r\n"))
	f.Add([]byte("\x8e\x81\x96\xbc,a\r\xfb\xfc,b"))
	f.Add([]byte("\xff\xfea\x00\t\x00b\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, problems := Read("m.csv", data, Limits{Rows: 100, Columns: 50, Cells: 1000, UnzippedMB: 1})
		checkShape(t, w)
		if w.Format == "" && len(problems) == 0 {
			t.Error("neither recognised nor refused")
		}
		// What stands in a sheet's XML, whatever zip makes of the bytes above.
		w, _ = Read("m.xlsx", pack(t, sheetXML(string(data))), Limits{Rows: 100, Columns: 50, Cells: 1000, UnzippedMB: 1})
		checkShape(t, w)
	})
}

func checkShape(t *testing.T, w Workbook) {
	t.Helper()
	for _, s := range w.Sheets {
		last := 0
		for _, row := range s.Rows {
			if row.Number <= last || len(row.Cells) == 0 || row.Cells[len(row.Cells)-1].Kind == Empty {
				t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
			for _, c := range row.Cells {
				if (c.Kind == Empty) != (c.Text == "") {
					t.Fatalf("kind %d with a text of %d bytes", c.Kind, len(c.Text))
				}
			}
		}
	}
}
