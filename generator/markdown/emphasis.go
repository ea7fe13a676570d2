package markdown

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// delimiterParser parses the delimiter runs of emphasis and strikethrough by
// the rules of CommonMark with the CJK-friendly amendments
// (github.com/tats-u/markdown-cjk-friendly, specification.md), so that
// **強調。**次 is emphasis.
type delimiterParser struct {
	trigger   []byte
	longest   int // of a run; 0 is any length
	processor parser.DelimiterProcessor
}

// emphasisProcessor makes em and strong of matched runs.
type emphasisProcessor struct{}

func (emphasisProcessor) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

func (emphasisProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasisProcessor) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }

// strikethroughProcessor makes del of matched runs, which must be of one
// length.
type strikethroughProcessor struct{}

func (strikethroughProcessor) IsDelimiter(b byte) bool { return b == '~' }

func (strikethroughProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char && opener.OriginalLength == closer.OriginalLength
}

func (strikethroughProcessor) OnMatch(int) ast.Node { return east.NewStrikethrough() }

func newEmphasisParser() parser.InlineParser {
	return &delimiterParser{trigger: []byte("*_"), processor: emphasisProcessor{}}
}

func newStrikethroughParser() parser.InlineParser {
	return &delimiterParser{trigger: []byte("~"), longest: 2, processor: strikethroughProcessor{}}
}

func (p *delimiterParser) Trigger() []byte { return p.trigger }

func (p *delimiterParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	char, length := line[0], 1
	for length < len(line) && line[length] == char {
		length++
	}
	before := block.PrecendingCharacter()
	if p.longest > 0 && (length > p.longest || before == rune(char)) {
		return nil
	}
	after := ' '
	if length < len(line) {
		after, _ = utf8.DecodeRune(line[length:])
	}
	opens, closes := flanking(char, before, after, block.Source()[:segment.Start])
	node := parser.NewDelimiter(opens, closes, length, char, p.processor)
	node.Segment = segment.WithStop(segment.Start + length)
	block.Advance(length)
	pc.PushDelimiter(node)
	return node
}

// flanking says whether a run of char between two characters can open and
// close emphasis. The text before the run is needed where before is a
// variation selector, which belongs to the character it follows.
func flanking(char byte, before, after rune, text []byte) (opens, closes bool) {
	base, ideographic := before, before >= 0xe0100 && before <= 0xe01ef
	fullwidth := false
	if before >= 0xfe00 && before <= 0xfe0e {
		_, size := utf8.DecodeLastRune(text)
		base, _ = utf8.DecodeLastRune(text[:len(text)-size])
		fullwidth = before == 0xfe01 && (base == '‘' || base == '’' || base == '“' || base == '”')
	}
	spaceBefore, spaceAfter := util.IsSpaceRune(before), util.IsSpaceRune(after)
	punctBefore, punctAfter := util.IsPunctRune(base), util.IsPunctRune(after)
	cjkBefore, cjkAfter := isCJK(base) || fullwidth, isCJK(after)
	plainBefore, plainAfter := punctBefore && !cjkBefore, punctAfter && !cjkAfter

	left := !spaceAfter && (!plainAfter || spaceBefore || plainBefore || cjkBefore || ideographic)
	right := !spaceBefore && (!plainBefore || spaceAfter || plainAfter || cjkAfter)
	if char == '_' {
		return left && (!right || punctBefore), right && (!left || punctAfter)
	}
	return left, right
}
