package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// What an author may have meant for one audience: the name between colon and
// bracket, or the attribute that no other directive has. Each is looked for by
// its letters, which is quick, and then by what stands before them.
var (
	onlyWord     = regexp.MustCompile(`only\\?[\[{［｛]`)
	beforeOnly   = regexp.MustCompile(`[:：]+$`)
	forAttribute = regexp.MustCompile(`for[ \t]*[=＝]`)
	beforeFor    = regexp.MustCompile(`[{｛](?:[^{}｛｝]*[^\pL\pN{}｛｝])?$`)
)

var htmlComment = regexp.MustCompile(`(?s)<!--.*?-->`)

// LooksOnly says whether something of a text that no directive is read in, such
// as a title in front matter, was meant for one audience.
func LooksOnly(words string) bool { return len(onlyLike([]byte(words))) > 0 }

// onlyLike gives the places in a text that look like a part for one audience, or
// like the attributes of one.
func onlyLike(body []byte) []stretch {
	const most = 400 // bytes of a line that are looked back on
	var found []stretch
	add := func(word, before *regexp.Regexp) {
		for _, m := range word.FindAllIndex(body, -1) {
			line := body[max(bytes.LastIndexByte(body[:m[0]], '\n')+1, m[0]-most):m[0]]
			if b := before.FindIndex(line); b != nil {
				start := m[0] - len(line) + b[0]
				found = append(found, stretch{start, m[1] - start})
			}
		}
	}
	add(onlyWord, beforeOnly)
	add(forAttribute, beforeFor)
	slices.SortFunc(found, func(a, b stretch) int { return a.offset - b.offset })
	return found
}

// checkOnly tells what was meant for one audience and is not read so: behind a
// letter, in the title of a link, in HTML. As text it would be for everyone. A
// directive of its line that was told is why.
func (f *file) checkOnly(root ast.Node) {
	found := onlyLike(f.body)
	if len(found) == 0 {
		return
	}
	literal := f.literals(root)
	told := make(map[int]bool)
	for _, p := range *f.problems {
		if p.Pos.File == f.name && strings.HasPrefix(string(p.ID), "directive-") {
			told[p.Pos.Line] = true
		}
	}
	unread := false // the one before, whose attributes may come next
	for _, m := range found {
		attributes := bytes.IndexAny(f.body[m.offset:], "{｛") == 0
		escaped := isEscaped(f.body, m.offset)
		if attributes && unread || escaped || slices.Contains(f.directives, m.offset) || inLiteral(literal, m.offset) {
			unread = escaped
			continue
		}
		unread = !attributes
		if pos := f.pos(m.offset, m.length); !told[pos.Line] {
			told[pos.Line] = true
			f.report("only-unread", m.offset, m.length)
		}
	}
}

// isEscaped says whether a backslash makes the character at a place text.
func isEscaped(body []byte, at int) bool {
	before := body[:at]
	return (len(before)-len(bytes.TrimRight(before, `\`)))%2 == 1
}

func inLiteral(literal []stretch, at int) bool {
	return slices.ContainsFunc(literal, func(s stretch) bool { return s.offset <= at && at < s.offset+s.length })
}

// literals are the stretches of a file that are meant to show what they say as
// it stands, as code does, or nothing, as comments do. What is code because it
// is indented, or because nothing ends the code above, is hardly meant to be.
func (f *file) literals(root ast.Node) []stretch {
	var out []stretch
	add := func(start, stop int) { out = append(out, stretch{start, stop - start}) }
	for n := range nodes(root) {
		switch n := n.(type) {
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if words, ok := c.(*ast.Text); ok {
					add(words.Segment.Start, words.Segment.Stop)
				}
			}
		case *ast.FencedCodeBlock:
			if lines := n.Lines(); lines.Len() > 0 && f.isFence(lines.At(lines.Len()-1).Stop) {
				add(lines.At(0).Start, lines.At(lines.Len()-1).Stop)
			}
		case *ast.HTMLBlock, *ast.RawHTML:
			start, stop := extent(n)
			for _, m := range htmlComment.FindAllIndex(f.body[start:stop], -1) {
				add(start+m[0], start+m[1])
			}
		}
	}
	return out
}

// isFence says whether the line at a place ends code.
func (f *file) isFence(at int) bool {
	line, _, _ := bytes.Cut(f.body[at:], []byte("\n"))
	return bytes.Contains(line, []byte("```")) || bytes.Contains(line, []byte("~~~"))
}

// extent is where the HTML of a node begins and ends in the body.
func extent(n ast.Node) (start, stop int) {
	var lines *text.Segments
	switch n := n.(type) {
	case *ast.HTMLBlock:
		lines = n.Lines()
		if n.HasClosure() {
			stop = n.ClosureLine.Stop
		}
	case *ast.RawHTML:
		lines = n.Segments
	}
	if lines == nil || lines.Len() == 0 {
		return stop, stop
	}
	return lines.At(0).Start, max(stop, lines.At(lines.Len()-1).Stop)
}
