package sheet

import (
	"math"
	"strconv"
	"strings"
)

// tab is a sheet that is being read.
type tab struct {
	*book
	sheet   *Sheet
	unsaved int // formulas without a value that are told
}

// maxUnsaved is how many formulas without a value are told of a sheet: a
// program that saves none saves none at all.
const maxUnsaved = 10

// covered says whether a cell lies in a merged range and is not its first.
func (t *tab) covered(row, column int) bool {
	for _, m := range t.sheet.Merged {
		if row >= m.FirstRow && row <= m.LastRow && column >= m.FirstColumn && column <= m.LastColumn {
			return row != m.FirstRow || column != m.FirstColumn
		}
	}
	return false
}

// cellOf makes a cell of one as the file has it.
func (t *tab) cellOf(row int, raw rawCell) Cell {
	if t.covered(row, raw.column) {
		return Cell{}
	}
	if raw.text == "" {
		if raw.formula && raw.kind == "" && t.unsaved < maxUnsaved {
			t.unsaved++
			t.report("sheet-formula-unsaved", t.cell(t.sheet.Name, row, raw.column))
		}
		return Cell{}
	}
	switch raw.kind {
	case "e":
		return Cell{Kind: Error, Text: raw.text}
	case "b":
		return boolean(raw.text)
	case "d":
		if c, ok := written(raw.text); ok {
			return c
		}
	case "s", "str", "inlineStr":
	default:
		if n, err := strconv.ParseFloat(strings.TrimSpace(raw.text), 64); err == nil && !math.IsNaN(n) && !math.IsInf(n, 0) {
			return t.number(raw, n)
		}
	}
	if strings.TrimSpace(raw.text) == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: t.cut(t.sheet.Name, row, raw.column, raw.text)}
}

func boolean(raw string) Cell {
	if raw == "1" || strings.EqualFold(raw, "true") {
		return Cell{Kind: Bool, Text: "TRUE", Number: 1}
	}
	return Cell{Kind: Bool, Text: "FALSE"}
}

// number makes a cell of a number by its style's number format.
func (t *tab) number(raw rawCell, n float64) Cell {
	format := t.formats.of(raw.style)
	switch {
	case format == dayNumber && n >= 1 && n < maxSerial:
		return date(n, t.from1904)
	case format == clockNumber && n >= 0 && n < maxSerial:
		return Cell{Kind: Clock, Text: clock(n), Number: n}
	}
	text := strconv.FormatFloat(n, 'f', -1, 64)
	if math.Abs(n) >= 1e15 {
		text = strconv.FormatFloat(n, 'G', 15, 64)
	}
	if format == shownNumber {
		if shown := t.shown(shownForm{raw.style, raw.text}); shown != "" {
			text = shown
		}
	}
	return Cell{Kind: Number, Text: text, Number: n}
}

// shownForm is a number as the file has it and the style in which it is shown.
type shownForm struct {
	style int
	text  string
}

// shown gives a number as Excel shows it; empty where that cannot be told. The
// library shows it in a cell of the tab, which has none of its own there.
func (t *tab) shown(f shownForm) string {
	if text, known := t.forms[f]; known {
		return text
	}
	const cell = "A2"
	text := ""
	if t.file.SetCellDefault(t.sheet.Name, cell, strings.TrimSpace(f.text)) == nil && t.file.SetCellStyle(t.sheet.Name, cell, cell, f.style) == nil {
		if shown, err := t.file.GetCellValue(t.sheet.Name, cell); err == nil {
			text = shown
		}
	}
	t.forms[f] = text
	return text
}
