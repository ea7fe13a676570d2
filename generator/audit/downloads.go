package audit

import (
	"archive/zip"
	"encoding/csv"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/render"
)

// The columns of a download, as they are read back. The first five name what
// the row is about.
const (
	columnValue = 5 + iota
	columnUnit
	columnN
	columnNote
	columnDate
	columnCell
	columns
)

// level is that of an interval, in percent, which its words may say.
const level = "95"

// field is one place of a download.
type field struct {
	text     string
	isNumber bool // of a workbook
}

// download holds a file of figures against the releases: each row of a CSV
// file and of a workbook's sheets must say what its cell says, and no number
// may stand in a row of another form. What the author put into pages/ is no
// such file.
func (a *auditor) download(f render.File) []finding {
	if slices.ContainsFunc(f.Sources, func(s string) bool { return strings.HasPrefix(s, "pages/") }) {
		return nil
	}
	var sheets [][][]field
	ok := false
	switch path.Ext(f.Path) {
	case ".csv":
		sheets, ok = readCSV(f.Content)
	case ".xlsx":
		sheets, ok = readWorkbook(f.Content)
	default:
		return nil
	}
	var found []finding
	tell := func(id diag.ID, args ...diag.Arg) {
		one := finding{id: id, args: args}
		if !slices.ContainsFunc(found, func(g finding) bool { return g.id == id && slices.Equal(g.args, args) }) {
			found = append(found, one)
		}
	}
	if !ok {
		tell("figure-untagged")
	}
	for _, sheet := range sheets {
		for i, row := range sheet {
			if i > 0 && len(row) == columns && !slices.ContainsFunc(row[:columnValue], func(f field) bool { return f.isNumber }) {
				a.released.checkRow(row, tell)
			} else if len(row) > columns || slices.ContainsFunc(row, func(f field) bool { return f.isNumber }) || path.Ext(f.Path) == ".csv" && (i > 0 || len(row) != columns) {
				tell("figure-untagged")
			}
		}
	}
	return found
}

// checkRow holds one row against the cell that its last field names.
func (r *released) checkRow(row []field, tell func(id diag.ID, args ...diag.Arg)) {
	key := row[columnCell].text
	fact, known := r.cells[key]
	point := ""
	if i := strings.LastIndexByte(key, '#'); !known && i >= 0 {
		fact, known = r.cells[key[:i]]
		key, point = key[:i], key[i+1:]
	}
	at := diag.Slot("cell", key)
	value, n, note := row[columnValue], row[columnN].text, row[columnNote].text
	switch {
	case !known:
		tell("figure-unknown", at)
	case fact.withheld:
		if point != "" || !slices.Contains(r.marks, value.text) || row[columnUnit].text != "" || n != "" || hasDigit(note) {
			tell("figure-mark", at)
		}
	case !fact.saysField(value, point) || n != "" && n != fact.size || row[columnDate].text != fact.asOf, hasDigit(row[columnUnit].text),
		slices.ContainsFunc(numbers(note), func(s string) bool {
			return fact.interval == nil || s != level && !slices.Contains(fact.interval, s)
		}):
		tell("figure-differs", at)
	}
}

// saysField holds a value against the cell: the number itself, or words that
// hold the ends of a range.
func (f fact) saysField(value field, point string) bool {
	if a, chosen := f.answers[point]; f.answers != nil {
		return chosen && (value.text == a.value || isRange(a.value) && value.words(append([]string{a.says}, f.words...)))
	}
	if point != "" || f.value == "" {
		return false
	}
	return value.text == f.value || isRange(f.value) && value.words(f.ends)
}

func isRange(value string) bool { return strings.Contains(value, "..") }

// words says whether a value is words with numbers in them, and none but those.
func (f field) words(may []string) bool {
	said := numbers(f.text)
	return !f.isNumber && len(said) > 0 && strings.Trim(f.text, "0123456789.-") != "" && !slices.ContainsFunc(said, func(s string) bool { return !slices.Contains(may, s) })
}

// readCSV reads a CSV file as one sheet. What Excel might run is written
// behind an apostrophe, which is taken off.
func readCSV(content string) (sheets [][][]field, ok bool) {
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(content, "\ufeff"))).ReadAll()
	var sheet [][]field
	for _, line := range lines {
		row := make([]field, len(line))
		for i, text := range line {
			row[i] = field{text: strings.TrimPrefix(text, "'")}
		}
		sheet = append(sheet, row)
	}
	return [][][]field{sheet}, err == nil
}

// part is what is read of a part of a workbook: the shared texts, or a sheet.
type part struct {
	Texts []words `xml:"si"`
	Rows  []struct {
		Cells []struct {
			At      string  `xml:"r,attr"`
			Type    string  `xml:"t,attr"`
			Value   string  `xml:"v"`
			Inline  words   `xml:"is"`
			Formula *string `xml:"f"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
}

// words are a text, plain or in runs.
type words struct {
	Plain string `xml:"t"`
	Runs  []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (w words) String() string {
	s := w.Plain
	for _, run := range w.Runs {
		s += run.Text
	}
	return s
}

// readWorkbook reads the cells of every sheet of a workbook; not ok where one
// holds a formula or cannot be read.
func readWorkbook(content string) (sheets [][][]field, ok bool) {
	files, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, false
	}
	var shared part
	for _, f := range files.File {
		if f.Name == "xl/sharedStrings.xml" && !readPart(f, &shared) {
			return nil, false
		}
	}
	for _, f := range files.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/") || path.Ext(f.Name) != ".xml" {
			continue
		}
		var p part
		if !readPart(f, &p) {
			return nil, false
		}
		sheet, ok := p.fields(shared.Texts)
		if !ok {
			return nil, false
		}
		sheets = append(sheets, sheet)
	}
	return sheets, true
}

// fields places the cells of a sheet in its columns.
func (p part) fields(texts []words) (sheet [][]field, ok bool) {
	for _, row := range p.Rows {
		var fields []field
		for _, c := range row.Cells {
			column := columnOf(c.At)
			if c.Formula != nil || column < 0 {
				return nil, false
			}
			for len(fields) <= column {
				fields = append(fields, field{})
			}
			f := field{c.Value, c.Value != "" && (c.Type == "" || c.Type == "n")}
			switch c.Type {
			case "s":
				i, err := strconv.Atoi(c.Value)
				if err != nil || i < 0 || i >= len(texts) {
					return nil, false
				}
				f.text = texts[i].String()
			case "inlineStr":
				f.text = c.Inline.String()
			}
			fields[column] = f
		}
		sheet = append(sheet, fields)
	}
	return sheet, true
}

// columnOf is the column of an address such as "C7", from 0; -1 where it is
// none of a download's.
func columnOf(at string) int {
	if len(at) < 2 || at[0] < 'A' || 'Z' < at[0] || at[1] < '0' || '9' < at[1] {
		return -1
	}
	return int(at[0] - 'A')
}

func readPart(f *zip.File, into *part) bool {
	body, err := f.Open()
	if err != nil {
		return false
	}
	defer body.Close()
	return xml.NewDecoder(io.LimitReader(body, unpacked)).Decode(into) == nil
}
