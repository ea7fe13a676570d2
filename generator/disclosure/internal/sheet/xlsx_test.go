package sheet

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func TestAWorkbookOfLibreOfficeReadsCellByCell(t *testing.T) {
	w := wantRead(t, "参加者.csv", file(t, "roster.xlsx"), `[名簿]
A1 text 2025年度 参加者名簿
A3 text 社員番号
B3 text 氏名
C3 text 入社日
D3 text 面談時間
E3 text 参加
F3 text 出席率
A4 number 00123
B4 text 髙橋 ①郎
C4 date 2025-04-01
D4 clock 1:30
E4 number 1
F4 number 50%
A5 number 00124
B5 text 山田 花子⏎(旧姓 田中)
C5 date 2025-05-12
D5 error #N/A
[メモ]
A1 number 3.5
`, "")
	if w.Format != XLSX || w.Encoding != UTF8 {
		t.Errorf("recognised as %s in %s", w.Format, w.Encoding)
	}
	list := w.Sheets[0]
	if len(list.Merged) != 1 || list.Merged[0] != (Range{1, 1, 1, 6}) {
		t.Errorf("got merged %v, want A1:F1", list.Merged)
	}
	day := list.Rows[2].Cells[2]
	if !day.Time.Equal(time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC)) || day.Number != 45748 || list.Rows[2].Cells[0].Number != 123 {
		t.Errorf("got %v", day)
	}
}

func TestACP932FileOfLibreOfficeReadsCellByCell(t *testing.T) {
	w := wantRead(t, "参加者.csv", file(t, "roster-cp932.csv"), `A1 text 2025年度 参加者名簿
A3 text 社員番号
B3 text 氏名
C3 text 入社日
D3 text 面談時間
E3 text 参加
F3 text 出席率
A4 text 00123
B4 text 髙橋 ①郎
C4 text 2025年4月1日
D4 text 1:30
E4 text 1
F4 text 50%
A5 text 00124
B5 text 山田 花子⏎(旧姓 田中)
C5 text 2025年5月12日
D5 text #N/A
`, "")
	if w.Encoding != CP932 {
		t.Errorf("recognised as %s", w.Encoding)
	}
}

func TestCellsOfAWorkbook(t *testing.T) {
	for _, c := range []struct{ about, rows, want, problems string }{
		{"shared text without its reading, rich text", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`, "A1 text 髙橋 花子\nB1 text 営業部\n", ""},
		{"text in the cell, with a line break", `<row r="1"><c r="A1" t="inlineStr"><is><t>営業&#10;部</t></is></c></row>`, "A1 text 営業⏎部\n", ""},
		{"an escaped carriage return", `<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_</t></is></c></row>`, "A1 text a\r\n", ""},
		{"dates by number format", `<row r="2"><c r="A2" s="1"><v>45748</v></c><c r="B2" s="3"><v>45748</v></c><c r="C2" s="6"><v>45748.545</v></c></row>`,
			"A2 date 2025-04-01\nB2 date 2025-04-01\nC2 date 2025-04-01 13:04:48\n", ""},
		{"times by number format", `<row r="1"><c r="A1" s="2"><v>1.0625</v></c><c r="B1" s="4"><v>0.0625</v></c></row>`, "A1 clock 25:30\nB1 clock 1:30\n", ""},
		{"a colour and words in a format make no date", `<row r="1"><c r="A1" s="5"><v>30</v></c></row>`, "A1 number 30 days\n", ""},
		{"a date of strict files", `<row r="1"><c r="A1" s="1" t="d"><v>2025-04-01T00:00:00</v></c><c r="B1" t="d"><v>2025-04-01T13:05:00.000Z</v></c><c r="C1" t="d"><v>2025-04-01</v></c><c r="D1" t="d"><v>soon</v></c></row>`, "A1 date 2025-04-01\nB1 date 2025-04-01 13:05:00\nC1 date 2025-04-01\nD1 text soon\n", ""},
		{"a number with an error of binary fractions", `<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>1E-3</v></c></row>`, "A1 number 0.30000000000000004\nB1 number 0.001\n", ""},
		{"a formula's saved value", `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"営"&amp;"業"</f><v>営業</v></c><c r="C1" t="str"><f>""</f><v></v></c></row>`, "A1 number 2\nB1 text 営業\n", ""},
		{"shared formulas", `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>`, "A1 number 2\nA2 number 4\n", ""},
		{"a formula without a value", `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>ZQX()</f></c></row>`, "A1 number 1\n", "m.xlsx ▸ 名簿!B1: sheet-formula-unsaved\n"},
		{"errors and yes or no", `<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>0</v></c></row>`, "A1 error #REF!\nB1 bool FALSE\n", ""},
		{"a hidden row", `<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>`, "A1 number 1\n", ""},
		{"rows and cells without numbers", `<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`, "A1 number 1\nB1 number 2\nA2 number 3\n", ""},
		{"blank styled cells behind", `<row r="1"><c r="A1"><v>1</v></c><c r="J1" s="1"/></row><row r="40"><c r="A40" s="1"/></row>`, "A1 number 1\n", ""},
		{"a cell of 10 MB", `<row r="1"><c r="A1" t="inlineStr"><is><t>ZQX` + strings.Repeat("a", 10<<20) + `</t></is></c></row>`, "-", "m.xlsx ▸ 名簿!A1: sheet-cell-large\n"},
	} {
		t.Run(c.about, func(t *testing.T) {
			data := pack(t, sheetXML(c.rows))
			if c.want == "-" {
				_, problems := Read("m.xlsx", data, Limits{})
				if got := told(t, problems); got != c.problems {
					t.Errorf("got %q, want %q", got, c.problems)
				}
				return
			}
			wantRead(t, "m.xlsx", data, "[名簿]\n"+c.want, c.problems)
		})
	}
}

func TestWhatExcelVariantsHave(t *testing.T) {
	rows := sheetXML(`<row r="1"><c r="A1" s="1"><v>44286</v></c></row>`)
	book := transitional[2]
	book.text = strings.Replace(book.text, "<workbookPr/>", `<workbookPr date1904="1"/>`, 1)
	wantRead(t, "m.xlsx", pack(t, rows, book), "[名簿]\nA1 date 2025-04-01\n", "")

	var strict []part
	for _, p := range append(transitional, rows) {
		p.text = strings.ReplaceAll(p.text, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
		p.text = strings.ReplaceAll(p.text, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
		strict = append(strict, p)
	}
	wantRead(t, "m.xlsx", pack(t, strict...), "[名簿]\nA1 date 2021-03-31\n", "")

	macros := part{"xl/vbaProject.bin", string(compound) + marker}
	wantRead(t, "m.xlsm", pack(t, rows, macros), "[名簿]\nA1 date 2021-03-31\n", "m.xlsm: sheet-macros\n")

	links := part{"xl/externalLinks/externalLink1.xml", "<externalLink"}
	wantRead(t, "m.xlsx", pack(t, rows, links), "[名簿]\nA1 date 2021-03-31\n", "m.xlsx: sheet-links\n")

	hidden := transitional[2]
	hidden.text = strings.Replace(hidden.text, `sheetId="1"`, `sheetId="1" state="hidden"`, 1)
	if w, _ := Read("m.xlsx", pack(t, rows, hidden), Limits{}); len(w.Sheets) != 1 || !w.Sheets[0].Hidden {
		t.Errorf("got %v, want one hidden sheet", w.Sheets)
	}
}

func TestAMergedRangeHoldsItsFirstCellAlone(t *testing.T) {
	s := sheetXML(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>`)
	s.text = strings.Replace(s.text, "</worksheet>", `<mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`, 1)
	w := wantRead(t, "m.xlsx", pack(t, s), "[名簿]\nA1 number 1\nA2 number 3\n", "")
	if len(w.Sheets) != 1 || len(w.Sheets[0].Merged) != 1 || w.Sheets[0].Merged[0] != (Range{1, 1, 1, 2}) {
		t.Errorf("got %v, want A1:B1 merged", w.Sheets)
	}
}

// TestCellsAreThoseOfTheLibrary holds what is read of a cell against what the
// library reads, over texts of all kinds that the library wrote.
func TestCellsAreThoseOfTheLibrary(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	texts := []string{"髙橋 花子", " a ", "a\r\nb\tc", "<&>'\"", "]]>", "_x000D_", "_x005F_x0041_", "_x", "00123", "&amp;", "\u3042\u3099", "𠮷野", "\u00a0", "", "1e5", "=1+1", "line\none"}
	for i, text := range texts {
		if err := errors.Join(f.SetCellStr("Sheet1", Name(i+1, 1), text), f.SetCellFloat("Sheet1", Name(i+1, 2), float64(i)/7, -1, 64), f.SetCellBool("Sheet1", Name(i+1, 3), i%2 == 0)); err != nil {
			t.Fatal(err)
		}
	}
	written, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{written.Bytes(), file(t, "roster.xlsx"), big(t, 30, 12)} {
		oracle, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		defer oracle.Close()
		w, problems := Read("m.xlsx", data, Limits{})
		if len(problems) > 0 || len(w.Sheets) == 0 {
			t.Fatal(told(t, problems))
		}
		cells := 0
		for _, s := range w.Sheets {
			rows, err := oracle.GetRows(s.Name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range s.Rows {
				for j, c := range row.Cells {
					if c.Kind == Text || c.Kind == Error {
						cells++
						if want := rows[row.Number-1][j]; c.Text != want {
							t.Errorf("%s: got %q, want %q", Name(row.Number, j+1), c.Text, want)
						}
					}
				}
			}
		}
		if cells < 10 {
			t.Errorf("only %d texts were compared", cells)
		}
	}
}

func TestCellsAreNamedAsInExcel(t *testing.T) {
	for _, c := range []struct {
		row, column int
		want        string
	}{{14, 3, "C14"}, {1, 26, "Z1"}, {1, 27, "AA1"}, {2, 702, "ZZ2"}, {3, 703, "AAA3"}, {1048576, 16384, "XFD1048576"}} {
		if got := Name(c.row, c.column); got != c.want {
			t.Errorf("row %d, column %d: got %s, want %s", c.row, c.column, got, c.want)
		}
	}
}
