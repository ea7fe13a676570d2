package sheet

import (
	"strings"
	"testing"
)

func TestTextFilesAreRecognisedByTheirContent(t *testing.T) {
	const cells = "A1 text 氏名\nB1 text 部署\nA2 text 髙橋\nB2 text 営業部\n"
	for _, c := range []struct {
		name, data string
		format     Format
		encoding   Encoding
		want       string
	}{
		{"UTF-8", "氏名,部署\n髙橋,営業部\n", CSV, UTF8, cells},
		{"UTF-8 with a mark, CRLF", "\xef\xbb\xbf氏名,部署\r\n髙橋,営業部\r\n", CSV, UTF8BOM, cells},
		{"a CSV named .xlsx", "氏名,部署\n髙橋,営業部", CSV, UTF8, cells},
		{"tabs", "氏名\t部署\n髙橋\t営業部\n", TSV, UTF8, cells},
		{"semicolons, commas inside", "氏名;部署\n髙橋;営業部\n", Semicolon, UTF8, cells},
		{"lone carriage returns", "氏名,部署\r髙橋,営業部\r", CSV, UTF8, cells},
		{"lone carriage returns, a line break in a cell", "氏名,部署\r\"髙\n橋\",営業部\r", CSV, UTF8, "A1 text 氏名\nB1 text 部署\nA2 text 髙⏎橋\nB2 text 営業部\n"},
		{"CP932", "\x8e\x81\x96\xbc,\x95\x94\x8f\x90\n\xfb\xfc\x8b\xb4,\x89\x63\x8b\xc6\x95\x94\n", CSV, CP932, cells},
		{"UTF-16LE, as Excel's Unicode text", "\xff\xfe\x0f\x6c\x0d\x54\t\x00\xe8\x90\x72\x7f\r\x00\n\x00\xd9\x9a\x4b\x6a\t\x00\xb6\x55\x6d\x69\xe8\x90", TSV, UTF16LE, "A1 text 氏名\nB1 text 部署\nA2 text 髙橋\nB2 text 営業部\n"},
		{"UTF-16BE", "\xfe\xff\x6c\x0f\x54\x0d\x00,\x90\xe8\x7f\x72\x00\n\x9a\xd9\x6a\x4b\x00,\x55\xb6\x69\x6d\x90\xe8", CSV, UTF16BE, cells},
		{"a title above, blank rows and columns behind", "2025年度名簿\n\n氏名;部署,課;;\n髙橋;営業部;;\n;;;\n;;;\n", Semicolon, UTF8,
			"A1 text 2025年度名簿\nA3 text 氏名\nB3 text 部署,課\nA4 text 髙橋\nB4 text 営業部\n"},
		{"rows are counted as a spreadsheet does", "a,b\n\"x\ny\",1\n\n2,\"\"\"q\"\"\"\n", CSV, UTF8, "A1 text a\nB1 text b\nA2 text x⏎y\nB2 text 1\nA4 text 2\nB4 text \"q\"\n"},
		{"one column", "氏名\n髙橋\n", CSV, UTF8, "A1 text 氏名\nA2 text 髙橋\n"},
		{"nothing", "", CSV, UTF8, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := wantRead(t, "cohorts/c1/members.xlsx", []byte(c.data), c.want, "")
			if w.Format != c.format || w.Encoding != c.encoding {
				t.Errorf("recognised as %s in %s, want %s in %s", w.Format, w.Encoding, c.format, c.encoding)
			}
		})
	}
}

// The bytes are those of Microsoft's code page 932: NEC's row 13, IBM's
// extensions in both places, and the marks that Shift_JIS maps otherwise.
func TestCP932IsThatOfWindows(t *testing.T) {
	for bytes, want := range map[string]string{
		"\x87\x40\x87\x8a\x87\x54": "①㈱Ⅰ", "\xfb\xfc": "髙", "\xee\xe0": "髙", "\xfa\xb1": "﨑", "\xed\x95": "﨑",
		"\x81\x60\x81\x61\x81\x7c": "～∥－", "\x81\x91\x81\x92\x81\xca": "￠￡￢", "\xb1\xb2\xb3": "ｱｲｳ", "\x5c\x7e": "\\~", "\x81\x5c": "―",
	} {
		text, encoding, ok := (&reader{}).decode([]byte("\x82\xa0" + bytes))
		if text != "あ"+want || encoding != CP932 || !ok {
			t.Errorf("% x: got %q in %s (%v), want %q", bytes, text, encoding, ok, "あ"+want)
		}
	}
}

func TestTextThatCannotBeReadIsToldByItsLine(t *testing.T) {
	const name = "cohorts/c1/members.csv"
	for _, c := range []struct{ about, data, want string }{
		{"a character that only one computer knows", "\x8e\x81\x96\xbc,a\n\x8e\x81\xf0\x40,ZQX\n", ":2: sheet-characters"},
		{"Latin-1 or another encoding", "name,a\nM\xfcller,ZQX\n", ":2: sheet-characters"},
		{"EUC-JP", "\xbb\xe1\xcc\xbe,\xc9\xf4\xbd\xf0\nZQX,\x8f\xa2\xb7\n", ":1: sheet-characters"},
		{"UTF-8 cut within a character", "氏名,部署\n髙橋,営業\xe9\x83", ":2: sheet-characters"},
		{"UTF-8 with a mark and a byte too many", "\xef\xbb\xbf氏名\nZQX\xff\n", ":2: sheet-characters"},
		{"UTF-16 cut within a character", "\xff\xfea\x00\n\x00b", ":2: sheet-characters"},
		{"ISO-2022-JP", "\x1b$B;aL>\x1b(B,ZQX\n", ": sheet-encoding"},
		{"NUL", "a,b\nZQX\x00,1\n", ": sheet-nul"},
		{"UTF-16 without a mark", "a\x00,\x00b\x00\n\x00", ": sheet-nul"},
		{"a quotation mark that is not closed", "a,b\n1,\"ZQX\n3,4\n", ":2: sheet-quote"},
		{"a quotation mark after a cell with a line break", "a,b\n\"x\ny\",1\n3,4\"ZQX\n", ":3: sheet-quote"},
		{"a web page named .xls", "<html><table><tr><td>ZQX</td></tr></table></html>", ": sheet-other"},
		{"too many rows", strings.Repeat("ZQX\n", 50_001), ": sheet-rows-many"},
		{"too many columns", strings.Repeat("ZQX,", 1_001), ": sheet-columns-many"},
		{"too many cells", strings.Repeat(strings.Repeat("ZQX,", 999)+"1\n", 151), ": sheet-cells-many"},
		{"a cell of 10 MB", "a,b\n1,ZQX" + strings.Repeat("あ", 10<<20/3) + "\n", ":2 (B): sheet-cell-large"},
	} {
		t.Run(c.about, func(t *testing.T) {
			_, problems := Read(name, []byte(c.data), Limits{})
			if got := told(t, problems); got != name+c.want+"\n" {
				t.Errorf("got\n%swant\n%s", got, name+c.want)
			}
		})
	}
}

func TestCharactersThatCannotBeReadAreCounted(t *testing.T) {
	_, problems := Read("m.csv", []byte("\x8e\x81\n\xf0\x40\n\xf0\x41\n\xf0\x42"), Limits{})
	if len(problems) != 1 || problems[0].Args[0].Value != "3" || problems[0].Pos.Line != 2 {
		t.Errorf("got %v, want 3 characters from line 2 on", problems)
	}
}
