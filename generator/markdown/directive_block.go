package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"kohort/generator/diag"
)

// directiveBlockParser parses :::name … ::: and ::name.
type directiveBlockParser struct{}

func (directiveBlockParser) Trigger() []byte { return []byte{':'} }

func (directiveBlockParser) CanInterruptParagraph() bool { return true }

func (directiveBlockParser) CanAcceptIndentedLine() bool { return false }

func (directiveBlockParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || line[pos] != ':' {
		return nil, parser.NoChildren
	}
	colons := countColons(line[pos:])
	offset := segment.Start - segment.Padding // of line[0]
	if colons < 3 {
		return openLeaf(line, pos, colons, offset, reader, pc)
	}
	if util.IsBlank(line[pos+colons:]) {
		reader.AdvanceToEOL()
		return strayClose(fileOf(pc), offset+pos, colons, pc), parser.NoChildren
	}
	f := fileOf(pc)
	start := pos + colons
	start += util.TrimLeftSpaceLength(line[start:])
	end := scanName(line, start)
	n := &blockDirective{directive: directive{form: formBlock, colons: colons, offset: offset + pos, length: end - pos}}
	n.name = string(line[start:end])
	if start != pos+colons || end == start {
		f.report("directive-malformed", offset+pos, max(end-pos, colons), diag.Slot("text", string(bytes.TrimSpace(line[pos:]))))
		n.lenient = true
		reader.AdvanceToEOL()
		return n, parser.HasChildren
	}
	n.construct = lookupConstruct(n.name)
	n.checkNesting(f, parent)
	n.scanRest(f, line, end, offset)
	n.lenient = !n.check(f, n.label != nil) && n.construct != nil
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// openLeaf opens ::name. Two colons count only before a name that a label, an
// attribute list or the end of the line follows, so that C++ names stay text.
func openLeaf(line []byte, pos, colons, offset int, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	start := pos + colons
	end := scanName(line, start)
	if colons != 2 || end == start || !(util.IsBlank(line[end:]) || line[end] == '[' || line[end] == '{') {
		return nil, parser.NoChildren
	}
	f := fileOf(pc)
	n := &blockDirective{directive: directive{form: formLeaf, colons: colons, offset: offset + pos, length: end - pos}}
	n.name = string(line[start:end])
	n.construct = lookupConstruct(n.name)
	n.scanRest(f, line, end, offset)
	n.check(f, n.label != nil)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// scanRest reads label and attributes from i to the end of the line.
func (n *blockDirective) scanRest(f *file, line []byte, i, offset int) {
	if i < len(line) && line[i] == '[' {
		end := scanLabel(line, i)
		if end < 0 {
			f.report("directive-label-open", offset+i, 1, diag.Slot("name", n.marker()))
			return
		}
		label := &labelBlock{}
		label.Lines().Append(text.NewSegment(offset+i+1, offset+end))
		n.label = label
		n.AppendChild(n, label)
		i = end + 1
	}
	if i < len(line) && line[i] == '{' {
		end := n.scanAttributes(f, line, i, offset)
		if end < 0 {
			f.report("directive-attributes-malformed", offset+i, len(bytes.TrimSpace(line[i:])), diag.Slot("text", string(bytes.TrimSpace(line[i:]))))
			return
		}
		i = end
	}
	if rest := bytes.TrimSpace(line[i:]); len(rest) > 0 {
		i += util.TrimLeftSpaceLength(line[i:])
		f.report("directive-text-behind", offset+i, len(rest), diag.Slot("name", n.marker()), diag.Slot("text", string(rest)))
	}
}

// checkNesting reports a block that has as many colons as one around it, or
// more: the closing line of one would close the other.
func (n *blockDirective) checkNesting(f *file, parent ast.Node) {
	for p := parent; p != nil; p = p.Parent() {
		outer, ok := p.(*blockDirective)
		if !ok {
			continue
		}
		if outer.colons <= n.colons {
			f.report("directive-nesting", n.offset, n.length, diag.Slot("inner", n.marker()), diag.Slot("outer", outer.marker()))
		}
		return
	}
}

// strayClose reports a closing line that closes nothing. Where a block is open
// that it was meant to close, that block counts as closed.
func strayClose(f *file, offset, colons int, pc parser.Context) ast.Node {
	void := &blockDirective{void: true, directive: directive{form: formLeaf, colons: colons}}
	blocks := pc.OpenedBlocks()
	for i := len(blocks) - 1; i >= 0; i-- {
		open, ok := blocks[i].Node.(*blockDirective)
		if !ok || open.closed || open.form != formBlock {
			continue
		}
		if open.colons == colons {
			f.report("directive-close-outside", offset, colons, diag.Slot("name", open.marker()))
		} else {
			f.report("directive-close-length", offset, colons, diag.Slot("name", open.marker()), diag.SlotInt("found", colons), diag.SlotInt("wanted", open.colons))
		}
		open.closed = true
		return void
	}
	f.report("directive-close-stray", offset, colons, diag.SlotInt("colons", colons))
	return void
}

func (directiveBlockParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*blockDirective)
	if n.form == formLeaf || n.closed {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	indent, pos := util.IndentWidth(line, reader.LineOffset())
	if indent > 3 || pos >= len(line) || line[pos] != ':' {
		return parser.Continue | parser.HasChildren
	}
	colons := countColons(line[pos:])
	if colons == n.colons && util.IsBlank(line[pos+colons:]) && !n.belongsInside(pc) {
		n.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

// belongsInside says whether a line that looks like n's closing line is of
// something open inside n: code, a comment, or a block wrongly written with
// as many colons.
func (n *blockDirective) belongsInside(pc parser.Context) bool {
	blocks := pc.OpenedBlocks()
	i := len(blocks) - 1
	for i >= 0 && blocks[i].Node != ast.Node(n) {
		i--
	}
	for _, b := range blocks[i+1:] {
		switch inner := b.Node.(type) {
		case *blockDirective:
			if inner.colons == n.colons && !inner.closed {
				return true
			}
		case *ast.FencedCodeBlock:
			return true
		case *ast.HTMLBlock:
			return inner.HTMLBlockType < ast.HTMLBlockType6
		default:
			return false // a list or quotation ends on a line that is not its own
		}
	}
	return false
}

func (directiveBlockParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	n := node.(*blockDirective)
	if n.form == formBlock && !n.closed && !n.lenient {
		fileOf(pc).report("directive-not-closed", n.offset, n.length, diag.Slot("name", n.marker()), diag.SlotInt("colons", n.colons))
	}
}

func countColons(line []byte) int {
	return len(line) - len(bytes.TrimLeft(line, ":"))
}
