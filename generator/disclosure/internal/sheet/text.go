package sheet

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"kohort/generator/diag"
)

// text reads a file of cells with separators between them.
func (r *reader) text(data []byte) Workbook {
	text, encoding, ok := r.decode(data)
	w := Workbook{Format: CSV, Encoding: encoding}
	if !ok {
		return w
	}
	if isMarkup(text) {
		r.report("sheet-other", r.whole())
		return w
	}
	text = lineEnds(text)
	separator := separatorOf(text)
	w.Format = map[rune]Format{',': CSV, '\t': TSV, ';': Semicolon}[separator]
	if widest(text, separator) > r.limits.Columns {
		r.report("sheet-columns-many", r.whole(), diag.SlotInt("limit", r.limits.Columns))
		return w
	}
	w.Sheets = []Sheet{{Rows: r.records(text, separator)}}
	return w
}

// widest is the most cells of a row, counted before a parser makes room for
// them: a file of separators alone would take fifty times its size.
func widest(text string, separator rune) (most int) {
	cells, quoted := 1, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case rune(c) == separator:
			cells++
			most = max(most, cells)
		case c == '\n':
			cells = 1
		}
	}
	return max(most, cells)
}

// isMarkup says whether a text is a web page or an XML file, which many web
// systems call an Excel file, or a document.
func isMarkup(text string) bool {
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 512)]))
	for _, mark := range []string{"<!doctype", "<html", "<?xml", "<table", "<meta", "<head", "%pdf-", `{\rtf`} {
		if strings.HasPrefix(start, mark) {
			return true
		}
	}
	return false
}

// lineEnds turns a carriage return that stands alone outside quotes into a
// line feed: Excel's "CSV (Macintosh)" ends rows with it.
func lineEnds(text string) string {
	if strings.Count(text, "\r") == strings.Count(text, "\r\n") {
		return text
	}
	out := []byte(text)
	quoted := false
	for i, c := range out {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '\r' && !quoted && (i+1 == len(out) || out[i+1] != '\n'):
			out[i] = '\n'
		}
	}
	return string(out)
}

// separatorOf is what stands most often between the cells of the first line
// that has any of comma, tab and semicolon outside quotes: a title above the
// header has none.
func separatorOf(text string) rune {
	count := map[rune]int{}
	quoted := false
	for _, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',' || c == '\t' || c == ';':
			count[c]++
		case c == '\n' && len(count) > 0:
			return most(count)
		}
	}
	return most(count)
}

func most(count map[rune]int) rune {
	best := ','
	for _, c := range []rune{',', '\t', ';'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}

// records reads the rows. After a quotation mark that does not fit nothing
// more is read, since it is not known where the next cell begins.
func (r *reader) records(text string, separator rune) []Row {
	c := csv.NewReader(strings.NewReader(text))
	c.Comma = separator
	c.FieldsPerRecord = -1
	c.ReuseRecord = true
	var rows []Row
	breaks, cells := 0, 0 // line breaks inside cells so far, which start no row; cells so far
	for {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			at := r.whole()
			if broken := new(csv.ParseError); errors.As(err, &broken) {
				at.Line = broken.StartLine - breaks
			}
			r.report("sheet-quote", at)
			return rows
		}
		line, _ := c.FieldPos(0)
		number := line - breaks
		row := Row{number, r.texts(record, number)}
		for _, cell := range record {
			breaks += strings.Count(cell, "\n")
		}
		if len(row.Cells) == 0 {
			continue
		}
		rows = append(rows, row)
		cells += len(row.Cells)
		if !r.within(len(rows), cells) {
			return nil
		}
	}
}

// texts makes cells of the fields of a record, up to the last filled one.
func (r *reader) texts(record []string, number int) []Cell {
	for len(record) > 0 && strings.TrimSpace(record[len(record)-1]) == "" {
		record = record[:len(record)-1]
	}
	if len(record) == 0 {
		return nil
	}
	cells := make([]Cell, len(record))
	for i, field := range record {
		if strings.TrimSpace(field) != "" {
			cells[i] = Cell{Kind: Text, Text: r.cut("", number, i+1, field)}
		}
	}
	return cells
}

// cut reports a cell with more text than Excel can hold, and cuts it there.
func (r *reader) cut(sheet string, row, column int, text string) string {
	if len(text) <= maxCell {
		return text
	}
	characters := 0
	for i := range text {
		if characters++; characters > maxCell {
			r.report("sheet-cell-large", r.cell(sheet, row, column), diag.SlotInt("limit", maxCell))
			return strings.Clone(text[:i])
		}
	}
	return text
}

// within reports the first limit that the counts pass.
func (r *reader) within(rows, cells int) bool {
	switch {
	case rows > r.limits.Rows:
		r.report("sheet-rows-many", r.whole(), diag.SlotInt("limit", r.limits.Rows))
	case cells > r.limits.Cells:
		r.report("sheet-cells-many", r.whole(), diag.SlotInt("limit", r.limits.Cells))
	default:
		return true
	}
	return false
}
