package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
)

// The words of the list of problems.
var (
	wordProblems     = diag.Text{EN: "Problems", JA: "問題一覧"}
	wordProblemsOf   = diag.Text{EN: "Mend the cells in your own files, not in this copy, and run the command again", JA: "修正は、このコピーではなく元のファイルで行い、もう一度コマンドを実行してください"}
	wordNoProblems   = diag.Text{EN: "There is no problem in these files", JA: "これらのファイルに問題はありません"}
	wordManyProblems = diag.Text{EN: "Cells are marked for the first %d problems alone", JA: "セルに色とコメントを付けたのは、最初の%d件だけです"}
	wordKind         = diag.Text{EN: "Kind", JA: "種類"}
	wordPlace        = diag.Text{EN: "Place", JA: "場所"}
	wordMessage      = diag.Text{EN: "What to do", JA: "内容と直し方"}
	wordID           = diag.Text{EN: "In the manual", JA: "マニュアルの項目"}
	wordError        = diag.Text{EN: "error", JA: "エラー"}
	wordWarning      = diag.Text{EN: "warning", JA: "警告"}
	wordGo           = diag.Text{EN: "Go to the cell", JA: "セルへ移動"}
)

// firstRow is the row below the header of the list.
const firstRow = 4

// list writes the sheet of problems.
func (c *copied) list(name string, problems []diag.Problem) {
	wrapped := c.style(excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	link := c.style(excelize.Style{
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, Font: &excelize.Font{Color: "0563C1", Underline: "single"},
	})
	bold := c.style(excelize.Style{Font: &excelize.Font{Bold: true}})
	c.text(name, "A1", c.say(wordProblemsOf))
	switch {
	case len(problems) == 0:
		c.text(name, "A1", c.say(wordNoProblems))
	case len(problems) > maxMarked:
		c.text(name, "A2", fmt.Sprintf(c.say(wordManyProblems), maxMarked))
	}
	for i, width := range []float64{8, 44, 90, 28} {
		letter := string(rune('A' + i))
		c.did(c.file.SetColWidth(name, letter, letter, width))
		c.text(name, fmt.Sprint(letter, firstRow-1), c.say([]diag.Text{wordKind, wordPlace, wordMessage, wordID}[i]))
	}
	c.did(c.file.SetCellStyle(name, fmt.Sprint("A", firstRow-1), fmt.Sprint("D", firstRow-1), bold))
	for i, p := range problems {
		row := firstRow + i
		kind, colour := c.say(wordError), colourError
		if p.Severity() == diag.Warning {
			kind, colour = c.say(wordWarning), colourWarning
		}
		c.did(c.file.SetCellStyle(name, fmt.Sprint("A", row), fmt.Sprint("D", row), wrapped))
		c.did(c.file.SetCellStyle(name, fmt.Sprint("A", row), fmt.Sprint("A", row), c.coloured(wrapped, colour)))
		for j, text := range []string{kind, p.Pos.In(c.lang), p.Message(c.lang), string(p.ID)} {
			c.text(name, fmt.Sprint(string(rune('A'+j)), row), text)
		}
		if at, cell := c.cell(p); cell != "" && i < maxMarked {
			c.link(name, fmt.Sprint("B", row), at, cell)
			c.did(c.file.SetCellStyle(name, fmt.Sprint("B", row), fmt.Sprint("B", row), link))
		}
	}
	c.did(c.file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: firstRow - 1, TopLeftCell: fmt.Sprint("A", firstRow), ActivePane: "bottomLeft"}))
	if i, err := c.file.GetSheetIndex(name); err == nil {
		c.file.SetActiveSheet(i)
	}
}

// link leads from a cell of the list to a cell of the copy.
func (c *copied) link(name, from string, at place, cell string) {
	target := "'" + strings.ReplaceAll(c.names[at], "'", "''") + "'!" + cell
	tip := c.say(wordGo)
	c.did(c.file.SetCellHyperLink(name, from, target, "Location", excelize.HyperlinkOpts{Tooltip: &tip}))
}
