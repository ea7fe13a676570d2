package diag

import (
	"fmt"
	"strings"
)

// Pos is a place in a file of the handbook. The zero value is the handbook as
// a whole.
type Pos struct {
	File   string // slash path relative to the handbook's folder
	Line   int    // from 1; 0 is the whole file
	Column int    // from 1, in characters (runes, not bytes); 0 is the whole line
	Length int    // characters under the caret; 0 is one
	Sheet  string // of a workbook; empty elsewhere
	Letter string // the column of a data file as a spreadsheet program names it: C
	Field  string // the column of a data file by the name that the manual gives it, such as role; empty where it has none
	Header string // how readers know that column, such as 役割: a word of ours or of cohort.yaml, never a cell
}

// At is the position of a line and column of a file.
func At(file string, line, column int) Pos {
	return Pos{File: file, Line: line, Column: column}
}

// String gives file:line:column, leaving out what is not known. A cell of a
// workbook is file ▸ sheet!C14, one of a text file file:14 (C), each with the
// column's name: file:14 (C role).
func (p Pos) String() string {
	column := strings.TrimSpace(p.Letter + " " + p.Field)
	if p.Cell() != "" && p.Sheet != "" {
		column = p.Field
	}
	if column != "" {
		column = " (" + column + ")"
	}
	return p.place() + column
}

// In gives the position as String does, with the column as a reader of lang
// knows it: file:14 (column C, 役割).
func (p Pos) In(lang Lang) string {
	name, letter := p.Header, p.Letter
	if name == "" {
		name = p.Field
	}
	if p.Sheet != "" && p.Cell() != "" {
		letter = ""
	}
	switch {
	case name == "" && letter == "":
		return p.place()
	case lang == Japanese && name == "":
		return p.place() + "（" + letter + "列）"
	case lang == Japanese && letter == "":
		return p.place() + "（" + name + "）"
	case lang == Japanese:
		return p.place() + "（" + letter + "列、" + name + "）"
	case name == "":
		return p.place() + " (column " + letter + ")"
	case letter == "":
		return p.place() + " (" + name + ")"
	}
	return p.place() + " (column " + letter + ", " + name + ")"
}

// Cell is the name of the cell, such as C14; empty where the position is none.
func (p Pos) Cell() string {
	if p.Letter == "" || p.Line == 0 {
		return ""
	}
	return fmt.Sprint(p.Letter, p.Line)
}

func (p Pos) place() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Sheet != "" {
		b.WriteString(" ▸ " + p.Sheet)
		if cell := p.Cell(); cell != "" {
			b.WriteString("!" + cell)
			return b.String()
		}
	}
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	return b.String()
}
