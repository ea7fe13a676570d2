package sheet

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"

	"kohort/generator/diag"
)

// marker stands in the cells of broken files: no message may hold it.
const marker = "ZQX"

// show writes a workbook with one line a cell that is not text alone.
func show(w Workbook) string {
	var b strings.Builder
	for _, s := range w.Sheets {
		if s.Name != "" {
			b.WriteString("[" + s.Name + "]\n")
		}
		for _, row := range s.Rows {
			for i, c := range row.Cells {
				if c.Kind != Empty {
					b.WriteString(Name(row.Number, i+1) + " " + [...]string{"empty", "text", "number", "date", "clock", "bool", "error"}[c.Kind] + " " + strings.ReplaceAll(c.Text, "\n", "⏎") + "\n")
				}
			}
		}
	}
	return b.String()
}

// told lists problems by place and id, and fails where a message holds a cell.
func told(t *testing.T, problems []diag.Problem) string {
	t.Helper()
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.Pos.String() + ": " + string(p.ID) + "\n")
		for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
			if strings.Contains(p.Pos.String()+p.Message(lang), marker) {
				t.Errorf("%s holds a cell: %s", p.ID, p.Message(lang))
			}
		}
		if def, _ := diag.Lookup(p.ID); def.Excerpt {
			t.Errorf("%s may show a line of a data file", p.ID)
		}
	}
	return b.String()
}

// wantRead reads data and holds its cells and problems.
func wantRead(t *testing.T, name string, data []byte, want, problems string) Workbook {
	t.Helper()
	w, got := Read(name, data, Limits{})
	if cells := show(w); cells != want {
		t.Errorf("%s: got\n%swant\n%s", name, cells, want)
	}
	if list := told(t, got); list != problems {
		t.Errorf("%s: got problems\n%swant\n%s", name, list, problems)
	}
	return w
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// part is one file of a workbook.
type part struct{ name, text string }

// transitional are the parts of a workbook around its sheets: one tab, 名簿.
var transitional = []part{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr/><sheets><sheet name="名簿" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
	// Style 1 is m/d/yyyy, 2 is [h]:mm, 3 is 令和 dates, 4 is h時mm分, 5 is red with a unit, 6 is a date with its time.
	{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="4"><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="166" formatCode="[Red]0&quot; days&quot;"/><numFmt numFmtId="167" formatCode="yyyy/m/d h:mm"/></numFmts><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="32"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`},
	{"xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>髙橋 花子</t><rPh sb="0" eb="2"><t>タカハシ</t></rPh><phoneticPr fontId="1"/></si><si><r><t>営業</t></r><r><rPr><b/></rPr><t>部</t></r></si></sst>`},
}

// sheetXML wraps rows as a worksheet.
func sheetXML(rows string) part {
	return part{"xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`}
}

// pack makes a workbook of the parts above with more in their place.
func pack(t testing.TB, more ...part) []byte {
	t.Helper()
	parts := append([]part{}, transitional...)
	for _, m := range more {
		found := false
		for i := range parts {
			if parts[i].name == m.name {
				parts[i], found = m, true
			}
		}
		if !found {
			parts = append(parts, m)
		}
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		f, err := w.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
