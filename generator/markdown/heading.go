package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

// headingParser parses headings as goldmark does and takes {#id} off their
// end.
type headingParser struct{ parser.BlockParser }

// headingID is the id that an author gave a heading.
type headingID struct {
	name           string
	offset, length int // of {#id} in the file's body
}

func (p headingParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	heading, ok := node.(*ast.Heading)
	if !ok || heading.Parent() == nil || heading.Lines().Len() == 0 {
		return
	}
	last := heading.Lines().Len() - 1
	segment := heading.Lines().At(last)
	line := bytes.TrimRight(segment.Value(reader.Source()), " \t\r\n")
	start := bytes.LastIndex(line, []byte("{#"))
	if start < 0 || line[len(line)-1] != '}' || start > 0 && line[start-1] == '\\' {
		return
	}
	name := string(line[start+2 : len(line)-1])
	if name == "" || strings.ContainsAny(name, " \t{}`\"'<>") {
		return
	}
	offset := segment.Start - segment.Padding + start
	f := fileOf(pc)
	if f.headings == nil {
		f.headings = make(map[*ast.Heading]headingID)
	}
	f.headings[heading] = headingID{norm.NFC.String(name), offset, len(line) - start}
	segment = segment.WithStop(offset)
	heading.Lines().Set(last, segment.TrimRightSpace(reader.Source()))
}

// survey notes the ids that the author gave, so that no made id takes one of
// them, and gives the deepest level of the page's headings.
func (w *writer) survey(root ast.Node) (deepest int) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			deepest = max(deepest, n.Level)
			if id, ok := w.file.headings[n]; ok {
				w.ids[id.name] = taken{given: true}
			}
		case *ast.Paragraph, *ast.TextBlock, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
		case *blockDirective:
			if n.anchor != "" {
				w.ids[n.anchor] = taken{given: true}
			}
			w.survey(n)
		default:
			if n.Type() == ast.TypeBlock {
				w.survey(n)
			}
		}
	}
	return deepest
}

// heading writes a heading with its anchor.
func (w *writer) heading(n *ast.Heading) {
	words := w.file.plain(n)
	if n.Level == 1 && !w.seenTitle && len(w.audience) == 0 {
		w.doc.Title, w.seenTitle = words, true
	}
	id := w.headingID(n, words)
	w.addHeading(n.Level, id, words, w.file.pos(n.Pos(), 0))
	tag := "h" + strconv.Itoa(n.Level)
	w.html("<", tag, ` id="`)
	w.escaped(id)
	w.html(`">`)
	w.sentence(n)
	if n.Level >= 2 && n.Level <= 4 {
		w.html(`<a class="anchor" href="#`)
		w.escaped(id)
		w.html(`"`)
		w.attribute("aria-label", w.word(wordAnchor))
		w.html(`>#</a>`)
	}
	w.html("</", tag, ">\n")
}

func (w *writer) addHeading(level int, id, words string, pos diag.Pos) {
	if w.doc.Title == "" && len(w.audience) == 0 {
		w.doc.Title = words
	}
	w.level = level
	w.doc.Headings = append(w.doc.Headings, Heading{level, id, words, w.forAudience(), pos})
}

// headingID gives the id of a heading: the author's, else one made of its
// words.
func (w *writer) headingID(n *ast.Heading, words string) string {
	if id, ok := w.file.headings[n]; ok {
		return w.givenID(id.name, id.offset, id.length)
	}
	return w.makeID(words, n.Pos())
}

// givenID takes the id that the author gave what stands at a place. Where
// something has it already, that is a problem, and the id is a made one.
func (w *writer) givenID(id string, offset, length int) string {
	if other, ok := w.takeID(id, offset, length); !ok {
		w.report("id-duplicate", offset, length, diag.Slot("id", id), diag.SlotInt("line", other.line))
		return w.makeID(id, offset)
	}
	return id
}

// takeID takes an id, and says who has it where it is not free. Parts for two
// audiences may use the same one.
func (w *writer) takeID(id string, offset, length int) (other taken, ok bool) {
	audience := w.forAudience()
	if other = w.ids[id]; other.met && (other.audience == audience || other.audience == "" || audience == "") {
		return other, false
	}
	pos := w.file.pos(offset, length)
	w.ids[id] = taken{given: true, met: true, audience: audience, line: pos.Line}
	w.doc.IDs = append(w.doc.IDs, ID{id, audience, pos})
	return taken{}, true
}

// makeID makes an id of words that nothing else of the page has.
func (w *writer) makeID(words string, offset int) string {
	base := slug(words)
	id := base
	for {
		if _, ok := w.ids[id]; !ok {
			break
		}
		w.repeats[base]++
		id = base + "-" + strconv.Itoa(w.repeats[base]+1)
	}
	pos := w.file.pos(offset, 0)
	w.ids[id] = taken{met: true, audience: w.forAudience(), line: pos.Line}
	w.doc.IDs = append(w.doc.IDs, ID{id, w.forAudience(), pos})
	return id
}

// anchor gives the id of a directive: the author's, else one made of words.
func (w *writer) anchor(d *directive, words string) string {
	if d.anchor != "" {
		return w.givenID(d.anchor, d.anchorAt, len(d.anchor)+1)
	}
	return w.makeID(words, d.offset)
}

// slug is the id that words make: letters, kana, kanji and digits in lower
// case and NFC, with a hyphen for each space.
func slug(words string) string {
	var b strings.Builder
	b.Grow(len(words))
	for _, r := range norm.NFC.String(words) {
		switch {
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) && r != '\ufe0f':
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsSpace(r):
			b.WriteByte('-')
		}
	}
	if strings.Trim(b.String(), "-") == "" {
		return "section"
	}
	return b.String()
}
