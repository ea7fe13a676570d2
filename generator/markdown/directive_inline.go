package markdown

import (
	"bytes"
	"slices"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"kohort/generator/diag"
)

// directiveInlineParser parses :name{…} and the beginning of :name[…].
type directiveInlineParser struct{}

// openLabel stands in the tree where an inline directive's label begins, until
// the bracket that closes it is found.
type openLabel struct {
	ast.BaseInline
	node    *inlineDirective
	segment text.Segment // :name[
	bottom  *parser.Delimiter
}

var kindOpenLabel = ast.NewNodeKind("OpenDirectiveLabel")

func (n *openLabel) Kind() ast.NodeKind         { return kindOpenLabel }
func (n *openLabel) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// openLabelsKey is where the labels that are open in a block are kept, outer
// ones first.
var openLabelsKey = parser.NewContextKey()

func openLabels(pc parser.Context) []*openLabel {
	labels, _ := pc.Get(openLabelsKey).([]*openLabel)
	return labels
}

func (directiveInlineParser) Trigger() []byte { return []byte{':'} }

func (directiveInlineParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	end := scanName(line, 1)
	if end == 1 || end >= len(line) || line[end] != '[' && line[end] != '{' || !util.IsAlphaNumeric(line[1]) {
		return nil
	}
	if before := block.PrecendingCharacter(); before == ':' || (unicode.IsLetter(before) || unicode.IsDigit(before)) && !isCJK(before) {
		return nil
	}
	n := &inlineDirective{directive: directive{
		name: string(line[1:end]), form: formInline, colons: 1, offset: segment.Start - segment.Padding, length: end,
	}}
	n.construct = lookupConstruct(n.name)
	if line[end] == '[' {
		open := &openLabel{node: n, segment: segment.WithStop(segment.Start + end + 1), bottom: pc.LastDelimiter()}
		pc.Set(openLabelsKey, append(openLabels(pc), open))
		block.Advance(end + 1)
		return open
	}
	if !n.scanInlineAttributes(block, pc, end) {
		return nil
	}
	n.check(fileOf(pc), false)
	return n
}

// scanInlineAttributes reads the attributes at i of the block's line and
// leaves the block behind them. What does not read as attributes stays text;
// behind a known name that is a problem.
func (n *inlineDirective) scanInlineAttributes(block text.Reader, pc parser.Context, i int) bool {
	line, segment := block.PeekLine()
	f := fileOf(pc)
	offset := segment.Start - segment.Padding
	end := n.scanAttributes(f, line, i, offset)
	if end < 0 {
		if n.construct != nil {
			rest := bytes.TrimSpace(line[i:])
			f.report("directive-attributes-malformed", offset+i, len(rest), diag.Slot("text", string(rest)))
		}
		return false
	}
	block.Advance(end)
	return true
}

// CloseBlock turns the labels that nothing closed in a block into text.
func (directiveInlineParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	labels := openLabels(pc)
	if len(labels) == 0 {
		return
	}
	pc.Set(openLabelsKey, labels[:0])
	f := fileOf(pc)
	for _, open := range labels {
		open.Parent().ReplaceChild(open.Parent(), open, ast.NewTextSegment(open.segment))
		if open.node.construct != nil {
			f.report("directive-label-open", open.node.offset, open.node.length, diag.Slot("name", open.node.marker()))
		}
	}
}

// directiveCloseParser parses the bracket that closes an inline directive's
// label. It stands before the parser of links and leaves to it a bracket that
// closes a link inside the label.
type directiveCloseParser struct{}

func (directiveCloseParser) Trigger() []byte { return []byte{']'} }

func (directiveCloseParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	labels := openLabels(pc)
	if len(labels) == 0 {
		return nil
	}
	open := labels[len(labels)-1]
	for n := parent.LastChild(); n != nil && n != ast.Node(open); n = n.PreviousSibling() {
		if n.Kind().String() == "LinkLabelState" {
			return nil
		}
	}
	if open.Parent() != parent {
		// A link around the beginning of the label closed before it.
		pc.Set(openLabelsKey, slices.Delete(labels, len(labels)-1, len(labels)))
		open.Parent().ReplaceChild(open.Parent(), open, ast.NewTextSegment(open.segment))
		return nil
	}
	pc.Set(openLabelsKey, labels[:len(labels)-1])
	parser.ProcessDelimiters(open.bottom, pc)
	n := open.node
	for c := open.NextSibling(); c != nil; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		n.AppendChild(n, c)
		c = next
	}
	parent.RemoveChild(parent, open)
	block.Advance(1)
	if block.Peek() == '{' {
		n.scanInlineAttributes(block, pc, 0)
	}
	n.check(fileOf(pc), n.HasChildren())
	return n
}
