package audit

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

// view is a source as a reader may see it.
type view struct {
	text   string
	starts []int // where in the text each line of the source begins
}

// line is the line of the source, from 1, that a place in the text comes from.
func (v view) line(at int) int {
	lines, _ := slices.BinarySearch(v.starts, at+1)
	return lines
}

// views gives the ways in which a reader may see a page of Markdown: as it
// stands, its words without marks, its blocks one below the other, the readings over them, and its addresses
// and escapes decoded. Each is one text, since a name may go on in the next
// line.
func views(source string) []view {
	forms := []func(line string) string{strings.Clone, plainWords, plainBlocks, plainReadings, unescapePercent, unescapeData}
	out := make([]view, len(forms))
	for i, form := range forms {
		var b strings.Builder
		for line := range strings.Lines(source) {
			out[i].starts = append(out[i].starts, b.Len())
			b.WriteString(form(line))
		}
		out[i].text = b.String()
	}
	return out
}

var (
	directive = regexp.MustCompile(`:[a-z-]+\[([^\]]*)\](\{[^}]*\})?`)
	reading   = regexp.MustCompile(`rt=["']?([^"'}\s]*)|<rt>([^<]*)`)
	overWords = regexp.MustCompile(`<(?:rt|rp)>[^<]*`)
	tag       = regexp.MustCompile(`<[^>]*>`)
	quoted    = regexp.MustCompile(`^[ \t]*(?:>[ \t]?)+`)
	marks     = strings.NewReplacer("*", "", "_", "", "`", "", "~", "", "\\", "", "[", "", "]", "")
)

// plainWords takes the marks of Markdown and HTML from a line. Columns of a
// table are parted by a space.
func plainWords(line string) string {
	if !strings.ContainsAny(line, "*_`~\\[<&:>|") {
		return line
	}
	line = directive.ReplaceAllString(quoted.ReplaceAllString(line, ""), "$1")
	line = tag.ReplaceAllString(overWords.ReplaceAllString(line, ""), "")
	return strings.ReplaceAll(marks.Replace(html.UnescapeString(line)), "|", " ")
}

// plainBlocks takes the marks of headings and lists from a line, and empty
// lines away: a name may go on in the next block.
func plainBlocks(line string) string {
	if strings.Trim(line, space) == "" {
		return ""
	}
	return strings.TrimLeft(plainWords(line), "#*+-0123456789.) \t")
}

func plainReadings(line string) string {
	var b strings.Builder
	for _, m := range reading.FindAllStringSubmatch(line, -1) {
		b.WriteString(m[1] + m[2])
	}
	return b.String()
}
