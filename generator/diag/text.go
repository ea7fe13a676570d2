package diag

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/width"
)

// Printer writes problems for a person to read.
type Printer struct {
	Lang  Lang
	Color bool
	// Line gives a line of a file of the handbook, for the excerpt under a
	// message. It is asked only where the problem's kind allows an excerpt.
	Line func(file string, line int) (string, bool)
}

// excerptWidth is how many terminal columns of a source line are shown.
const excerptWidth = 100

// Text writes each problem on a line of its own, with the source line and a
// caret below it where there is one.
func (p Printer) Text(w io.Writer, problems []Problem) error {
	for _, problem := range problems {
		if _, err := io.WriteString(w, p.one(problem)); err != nil {
			return err
		}
	}
	return nil
}

func (p Printer) one(problem Problem) string {
	var b strings.Builder
	if at := problem.Pos.In(p.Lang); at != "" {
		b.WriteString(p.style(bold, at) + ": ")
	}
	b.WriteString(p.severity(problem.Severity()) + ": ")
	b.WriteString(problem.Message(p.Lang))
	b.WriteString(p.style(faint, " ["+string(problem.ID)+"]") + "\n")
	def, _ := Lookup(problem.ID)
	if def.Excerpt && problem.Pos.Line > 0 && p.Line != nil {
		if line, ok := p.Line(problem.Pos.File, problem.Pos.Line); ok {
			b.WriteString(p.excerpt(line, problem.Pos))
		}
	}
	return b.String()
}

func (p Printer) severity(s Severity) string {
	words := Text{EN: "error", JA: "エラー"}
	style := red
	if s == Warning {
		words, style = Text{EN: "warning", JA: "警告"}, yellow
	}
	if p.Lang == Japanese {
		return p.style(style, words.JA)
	}
	return p.style(style, words.EN)
}

// The styles of a terminal (ECMA-48, select graphic rendition).
const (
	bold   = "1"
	faint  = "2"
	red    = "1;31"
	yellow = "1;33"
)

func (p Printer) style(code, s string) string {
	if !p.Color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// excerpt shows the source line and, where the column is known, a caret under
// the place. Wide characters count two columns, so that the caret stands right
// under Japanese text too.
func (p Printer) excerpt(line string, pos Pos) string {
	runes := []rune(strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", " "))
	number := fmt.Sprint(pos.Line)
	gutter := strings.Repeat(" ", len(number))
	start := min(max(pos.Column-1, 0), len(runes))
	from := crop(runes, start)
	shown, used := from, 0
	for shown < len(runes) && used < excerptWidth {
		used += runeWidth(runes[shown])
		shown++
	}
	text := string(runes[from:shown])
	if from > 0 {
		text = "…" + text
	}
	if shown < len(runes) {
		text += "…"
	}
	out := fmt.Sprintf("  %s | %s\n", number, text)
	if pos.Column == 0 {
		return out
	}
	pad := textWidth(runes[from:start])
	if from > 0 {
		pad++
	}
	end := min(start+max(pos.Length, 1), shown)
	carets := max(textWidth(runes[start:max(end, start)]), 1)
	return out + fmt.Sprintf("  %s | %s%s\n", gutter, strings.Repeat(" ", pad), p.style(red, strings.Repeat("^", carets)))
}

// crop chooses where the excerpt begins, so that the caret is inside it.
func crop(runes []rune, caret int) int {
	from := 0
	for textWidth(runes[from:caret]) > excerptWidth*2/3 {
		from++
	}
	return from
}

func textWidth(runes []rune) int {
	n := 0
	for _, r := range runes {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
