package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// Table is a table to fill in.
type Table struct {
	Title   string // the name of its sheet
	About   string // what one row is
	Columns []Column
}

// Column is a column of a Table.
type Column struct {
	Header   string
	Note     string // what to write; shown at the header
	Required bool
	Kind     Kind
	Choices  []string // words to choose from
	Open     bool     // other words than Choices may be written
}

// Kind is what the cells of a column hold.
type Kind uint8

// The kinds. A Text keeps what is typed, leading zeros too.
const (
	Text Kind = iota
	Day
	Minutes
)

// The words of a template.
var (
	wordHow      = diag.Text{EN: "How to fill in", JA: "記入方法"}
	wordLists    = diag.Text{EN: "Lists", JA: "選択肢"}
	wordColumn   = diag.Text{EN: "Column", JA: "列"}
	wordNeeded   = diag.Text{EN: "Required", JA: "必須"}
	wordWrite    = diag.Text{EN: "What to write", JA: "記入する内容"}
	wordYes      = diag.Text{EN: "required", JA: "必須"}
	wordNo       = diag.Text{EN: "optional", JA: "任意"}
	wordBadDay   = diag.Text{EN: "Write a date, such as 2026-04-01.", JA: "2026/4/1 のように日付を入れてください。"}
	wordBadWord  = diag.Text{EN: "Choose one of the words in the list.", JA: "一覧から選んでください。"}
	wordBadTime  = diag.Text{EN: "Write whole minutes from 1 to 600.", JA: "1〜600 の整数（分）を入れてください。"}
	wordBadTitle = diag.Text{EN: "Not as expected", JA: "入力の確認"}
	wordKeep     = diag.Text{EN: "Leave the first row of the other sheet as it is, and start in the second. Columns that you do not need may be deleted.",
		JA: "もう一方のシートの 1 行目はそのまま残し、2 行目から記入してください。使わない列は消して構いません。"}
	wordPrivate = diag.Text{EN: "The file will hold people's data: keep it where only those in charge can open it.",
		JA: "個人の情報が入るファイルです。担当者だけが開ける場所に置いてください。"}
)

// IsGuide says whether a sheet is the one of a template that says how to fill
// it in.
func IsGuide(sheet string) bool { return sheet == wordHow.EN || sheet == wordHow.JA }

// lastRow is the last row with formats and choices: no cohort is larger.
const lastRow = 2000

// Template gives a workbook with the sheet of a table, and a second one that
// says how to fill it in.
func Template(t Table, lang diag.Lang) ([]byte, error) {
	b := newBook(excelize.NewFile(), lang)
	defer b.file.Close()
	b.did(b.file.SetSheetName("Sheet1", t.Title))
	how, lists := b.say(wordHow), b.say(wordLists)
	for _, name := range []string{how, lists} {
		_, err := b.file.NewSheet(name)
		b.failed = b.failed || err != nil
	}
	for i, c := range t.Columns {
		b.column(t.Title, i+1, c)
		b.choices(t.Title, lists, i+1, c)
	}
	b.did(b.file.SetRowHeight(t.Title, 1, 36))
	b.did(b.file.SetPanes(t.Title, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	b.how(how, t)
	b.did(b.file.SetSheetVisible(lists, false))
	b.file.SetActiveSheet(0)
	return b.bytes()
}

// column writes a header with its note and formats the cells below it.
func (b *book) column(name string, number int, c Column) {
	letter, colour := sheet.Letter(number), "E7E6E6"
	if c.Required {
		colour = "DDEBF7"
	}
	wide := 16.0
	if len([]rune(c.Header)) > 24 {
		wide = 32
	}
	b.did(b.file.SetColWidth(name, letter, letter, wide))
	b.did(b.file.SetColStyle(name, letter, b.style(cells(c.Kind))))
	head := letter + "1"
	b.text(name, head, c.Header)
	b.did(b.file.SetCellStyle(name, head, head, b.style(excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
	})))
	note := b.needed(c) + "\n" + c.Note
	b.did(b.file.AddComment(name, excelize.Comment{
		Cell: head, Author: "kohort", Width: 320, Height: height(note), Paragraph: []excelize.RichTextRun{{Text: note}},
	}))
}

// cells is the style of cells of a kind.
func cells(k Kind) excelize.Style {
	switch k {
	case Day:
		form := "yyyy-mm-dd"
		return excelize.Style{CustomNumFmt: &form}
	case Minutes:
		return excelize.Style{NumFmt: 1} // whole numbers
	}
	return excelize.Style{NumFmt: 49} // text
}

func (b *book) needed(c Column) string {
	if c.Required {
		return b.say(wordYes)
	}
	return b.say(wordNo)
}

// choices lets the cells of a column be chosen or checked as they are typed.
// The words stand on a sheet of their own, as they may be long and have commas.
func (b *book) choices(name, lists string, number int, c Column) {
	letter := sheet.Letter(number)
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, lastRow))
	style, message := excelize.DataValidationErrorStyleStop, wordBadWord
	switch {
	case len(c.Choices) > 0:
		for i, word := range c.Choices {
			b.text(lists, sheet.Name(i+1, number), word)
		}
		v.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", lists, letter, letter, len(c.Choices)))
		if c.Open {
			style = excelize.DataValidationErrorStyleWarning
		}
	case c.Kind == Day:
		message = wordBadDay
		b.did(v.SetRange(36526, 73050, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)) // 2000 to 2099
	case c.Kind == Minutes:
		message = wordBadTime
		b.did(v.SetRange(1, 600, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
	default:
		return
	}
	v.SetError(style, b.say(wordBadTitle), b.say(message))
	b.did(b.file.AddDataValidation(name, v))
}

// how writes the sheet that says what to write into each column.
func (b *book) how(name string, t Table) {
	wrapped := b.style(excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	bold := b.style(excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	b.text(name, "A1", t.Title)
	for i, line := range []string{t.About, b.say(wordKeep), b.say(wordPrivate)} {
		b.text(name, fmt.Sprint("A", i+2), line)
	}
	for i, head := range []diag.Text{wordColumn, wordNeeded, wordWrite} {
		b.text(name, sheet.Name(6, i+1), b.say(head))
	}
	b.did(b.file.SetCellStyle(name, "A1", "A1", bold))
	b.did(b.file.SetCellStyle(name, "A6", "C6", bold))
	for i, c := range t.Columns {
		row := i + 7
		for j, text := range []string{c.Header, b.needed(c), c.Note} {
			b.text(name, sheet.Name(row, j+1), text)
		}
		b.did(b.file.SetCellStyle(name, sheet.Name(row, 1), sheet.Name(row, 3), wrapped))
	}
	for i, width := range []float64{36, 10, 90} {
		letter := sheet.Letter(i + 1)
		b.did(b.file.SetColWidth(name, letter, letter, width))
	}
}
