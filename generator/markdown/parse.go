package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// fileKey is where a parser finds the file it parses.
var fileKey = parser.NewContextKey()

// newParser makes the one parser of a Converter: CommonMark, GFM, footnotes,
// definition lists and directives. The order of the parsers is goldmark's, the
// directives before the definition lists, whose mark is a colon too.
func newParser() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(directiveBlockParser{}, 90),
			util.Prioritized(headingParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(headingParser{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(newFootnoteParser(), 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(directiveCloseParser{}, 190),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(directiveInlineParser{}, 450),
			util.Prioritized(newEmphasisParser(), 500),
			util.Prioritized(newStrikethroughParser(), 500),
		),
		parser.WithParagraphTransformers(util.Prioritized(referenceParser{parser.LinkReferenceParagraphTransformer}, 100)),
		parser.WithASTTransformers(util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
	extended := goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(
		extension.Linkify, extension.Table, extension.TaskList, extension.DefinitionList,
	))
	return extended.Parser()
}

// parse gives the syntax tree of a file as its readers get it. What is wrong in
// it is added to the file's problems.
func (c *Converter) parse(f *file) ast.Node {
	context := parser.NewContext()
	context.Set(fileKey, f)
	root := c.parser.Parse(text.NewReader(f.body), parser.WithContext(context))
	if f.reads != nil {
		return prune(root, f)
	}
	f.checkOnly(root)
	f.checkDefinitions(root)
	return root
}

func fileOf(pc parser.Context) *file { return pc.Get(fileKey).(*file) }
