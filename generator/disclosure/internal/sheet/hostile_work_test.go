package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// grid is a sheet of rows × columns cells.
func grid(rows, columns int, cell func(name string) string) part {
	var b strings.Builder
	for i := 1; i <= rows; i++ {
		fmt.Fprintf(&b, `<row r="%d">`, i)
		for j := 1; j <= columns; j++ {
			b.WriteString(cell(Name(i, j)))
		}
		b.WriteString("</row>")
	}
	return sheetXML(b.String())
}

func numberCell(name string) string { return `<c r="` + name + `" s="0"><v>7</v></c>` }
func sharedCell(name string) string { return `<c r="` + name + `" t="s"><v>0</v></c>` }

// sharedText is the part of a workbook's shared texts with one text.
func sharedText(s string) part {
	return part{"xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>` + s + `</t></si></sst>`}
}

// withFormats are the styles of a workbook of which style 0 has the number
// format 200.
func withFormats(formats string) part {
	return part{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>` + formats + `</numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`}
}

// onePartAs names the first sheet's part by n tabs more.
func onePartAs(n int, tab string) part {
	book := transitional[2]
	book.text = strings.Replace(book.text, "</sheets>", strings.Repeat(tab, n)+"</sheets>", 1)
	return book
}

// targetTwice are relations of which two name one part in two ways.
func targetTwice(target string) []part {
	parts := twoTabs(target)
	return append(parts, sheetXML(`<row r="1"><c r="A1"><v>1</v></c></row>`))
}

// TestSmallFilesThatCostMuchWorkAreRefused holds files of a few kilobytes over
// which a parser would sit for minutes.
func TestSmallFilesThatCostMuchWorkAreRefused(t *testing.T) {
	for _, c := range []struct {
		about string
		data  []byte
		want  string
	}{
		{"a text of separators alone", []byte(strings.Repeat(",", 32<<20)), "sheet-columns-many"},
		{"a row of separators behind quoted ones", []byte(`"a,,,",` + strings.Repeat("\t,", 1000)), "sheet-columns-many"},
		{"a large part under a thousand tabs", pack(t, onePartAs(1000, `<sheet name="a" sheetId="9" r:id="rId1"/>`), grid(1000, 20, numberCell)), "sheet-broken"},
		{"one part under two tabs", pack(t, onePartAs(1, `<sheet name="a" sheetId="9" r:id="rId1"/>`), grid(1, 1, numberCell)), "sheet-broken"},
		{"two tabs of one name", pack(t, append(twoTabs("worksheets/sheet2.xml"), onePartAs(1, `<sheet name="名簿" sheetId="9" r:id="rId9"/>`), grid(1, 1, numberCell))...), "sheet-broken"},
		{"one part by two names", pack(t, targetTwice("/xl/worksheets/./Sheet1.xml")...), "sheet-broken"},
		{"one part by an escaped name", pack(t, targetTwice("worksheets/sheet&#49;.xml")...), "sheet-broken"},
		{"a long text in every cell", pack(t, sharedText(strings.Repeat("x", 100<<10)), grid(2000, 75, sharedCell)), "sheet-large"},
		{"a long text of escapes", pack(t, sharedText(strings.Repeat("_x0041_", 200<<10/7)), grid(1, 1, sharedCell)), "sheet-large"},
		{"an index of a shared text in parts", pack(t, sheetXML(`<row r="1"><c r="A1" t="s"><v>&#48;</v></c></row>`)), "sheet-broken"},
		{"a cell of two types", pack(t, sheetXML(`<row r="1"><c r="A1" t="n" t="s"><v>0</v></c></row>`)), "sheet-broken"},
		{"a number of a million digits", pack(t, sheetXML(`<row r="1"><c r="A1"><v>`+strings.Repeat("1", 1<<20)+`</v></c></row>`)), "sheet-broken"},
		{"a number in a CDATA section", pack(t, sheetXML(`<row r="1"><c r="A1"><v><![CDATA[`+strings.Repeat("1", 1<<20)+`]]></v></c></row>`)), "sheet-broken"},
		{"shared formulas without the formula", pack(t, grid(1500, 100, func(name string) string { return `<c r="` + name + `"><f t="shared" si="9"/></c>` })), "sheet-broken"},
		{"number formats without end", pack(t, withFormats(strings.Repeat(`<numFmt numFmtId="9" formatCode="0"/>`, 1001))), "sheet-broken"},
		{"a tag of many attributes", pack(t, sheetXML(`<row r="1"`+strings.Repeat(` a="1"`, 50_000)+`/>`)), "sheet-broken"},
		{"other elements without end", pack(t, sheetXML(strings.Repeat(`<hyperlink ref="A1"/>`, 250_001))), "sheet-cells-many"},
	} {
		t.Run(c.about, func(t *testing.T) {
			w, problems := readWithin(t, "m.xlsx", c.data)
			if got := told(t, problems); got != "m.xlsx: "+c.want+"\n" || len(w.Sheets) > 0 {
				t.Errorf("got %d sheets and\n%swant %s", len(w.Sheets), got, c.want)
			}
		})
	}
}

// TestWhatIsLargeAndHonestIsRead holds that the limits on work leave room for
// what a cohort could have.
func TestWhatIsLargeAndHonestIsRead(t *testing.T) {
	for _, c := range []struct {
		about string
		data  []byte
		rows  int
	}{
		{"comments with line ends of old", pack(t, sharedText(strings.Repeat(strings.Repeat("あ", 100)+"_x000D_", 10)), grid(2000, 1, sharedCell)), 2000},
		{"a common word in every cell", pack(t, sharedText("とてもそう思う"), grid(2000, 75, sharedCell)), 2000},
		{"codes with leading zeros", pack(t, withFormats(`<numFmt numFmtId="200" formatCode="00000"/>`), grid(2000, 20, numberCell)), 2000},
		{"a number format of a megabyte", pack(t, withFormats(`<numFmt numFmtId="200" formatCode="`+strings.Repeat("0;", 100_000)+`"/>`), grid(2000, 20, numberCell)), 2000},
		{"a million blank rows", []byte("a,b\n" + strings.Repeat(",,,,\n", 1<<20)), 1},
	} {
		t.Run(c.about, func(t *testing.T) {
			w, problems := readWithin(t, "m.xlsx", c.data)
			if got := told(t, problems); got != "" || len(w.Sheets) != 1 || len(w.Sheets[0].Rows) != c.rows {
				t.Errorf("got %d sheets and\n%swant one of %d rows", len(w.Sheets), got, c.rows)
			}
		})
	}
}
