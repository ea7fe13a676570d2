package markdown

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"kohort/generator/diag"
)

// definition is what a page says once, to be used by its label: the target of
// links, or a footnote. In a part for one audience it is for that one alone.
type definition struct {
	label     string // folded; of a footnote with ^ before it
	node      ast.Node
	audiences []string // of the only directives around it, the outer one first
}

// referenceParser takes the definitions of links out of paragraphs. Those that
// the readers of a file do not get name nothing.
type referenceParser struct{ parser.ParagraphTransformer }

func (p referenceParser) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if fileOf(pc).isForOthers(node) {
		pc = withoutReferences{pc}
	}
	p.ParagraphTransformer.Transform(node, reader, pc)
}

// withoutReferences is a context that takes no definition of a link.
type withoutReferences struct{ parser.Context }

func (withoutReferences) AddReference(parser.Reference) {}

// footnoteParser parses footnotes as goldmark does, and leaves out those that
// the readers of a file do not get.
type footnoteParser struct{ parser.BlockParser }

func newFootnoteParser() parser.BlockParser {
	return footnoteParser{extension.NewFootnoteBlockParser()}
}

func (p footnoteParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	f := fileOf(pc)
	if f.isForOthers(node) {
		node.Parent().RemoveChild(node.Parent(), node)
		return
	}
	f.define("^"+string(node.(*east.Footnote).Ref), node)
	p.BlockParser.Close(node, reader, pc)
}

// isForOthers says whether a block is in a part that the readers of f do not
// get. Readers of a whole page get all.
func (f *file) isForOthers(n ast.Node) bool {
	if f.reads == nil {
		return false
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if forOthers(p, f.reads) {
			return true
		}
	}
	return false
}

func (f *file) define(label string, n ast.Node) {
	f.definitions = append(f.definitions, definition{util.ToLinkReference([]byte(label)), n, f.audiencesAround(n)})
}

// audiencesAround names the audiences of the only directives around a node, the
// outer one first; none where it is for everyone. Those around a footnote are
// where it was written.
func (f *file) audiencesAround(n ast.Node) []string {
	var names []string
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == east.KindFootnote { // an outer one that is still open stands where it was written
			if at := slices.IndexFunc(f.definitions, func(d definition) bool { return d.node == p }); at >= 0 {
				return append(slices.Clone(f.definitions[at].audiences), names...)
			}
		}
		if d := onlyOf(p); d != nil {
			audience, _ := d.attr("for")
			names = append([]string{audience}, names...)
		}
	}
	return names
}

// checkDefinitions tells what is defined for one audience alone and used by
// others: they would see the label as it was typed.
func (f *file) checkDefinitions(root ast.Node) {
	if !bytes.Contains(f.body, []byte(onlyName)) {
		return
	}
	notes := make(map[int]string) // labels of footnotes by number
	for n := range nodes(root) {
		switch n := n.(type) {
		case *ast.LinkReferenceDefinition:
			f.define(string(n.Label), n)
		case *east.Footnote:
			notes[n.Index] = "^" + string(n.Ref)
		}
	}
	if !slices.ContainsFunc(f.definitions, func(d definition) bool { return len(d.audiences) > 0 }) {
		return
	}
	told := make(map[string]bool)
	for n := range nodes(root) {
		label := util.ToLinkReference([]byte(labelUsed(n, notes)))
		if label == "" || told[label] {
			continue
		}
		if d := f.outOfReach(label, f.audiencesAround(n)); d != nil {
			told[label] = true
			f.report("only-definition", max(d.node.Pos(), 0), 0, diag.Slot("label", label), diag.Slot("audience", strings.Join(d.audiences, ", ")))
		}
	}
}

// labelUsed is the label by which a node uses a definition; empty where it uses
// none.
func labelUsed(n ast.Node, notes map[int]string) string {
	var reference *ast.ReferenceLink
	switch n := n.(type) {
	case *ast.Link:
		reference = n.Reference
	case *ast.Image:
		reference = n.Reference
	case *east.FootnoteLink:
		return notes[n.Index]
	}
	if reference == nil {
		return ""
	}
	return string(reference.Value)
}

// outOfReach gives a definition of a label that not all readers of the given
// audiences get; nil where there is one that they do.
func (f *file) outOfReach(label string, audiences []string) *definition {
	var far *definition
	for i := range f.definitions {
		d := &f.definitions[i]
		switch n := len(d.audiences); {
		case d.label != label:
		case n <= len(audiences) && slices.Equal(d.audiences, audiences[:n]):
			return nil
		case far == nil:
			far = d
		}
	}
	return far
}

// nodes gives a node and all below it, in the order of the text.
func nodes(root ast.Node) iter.Seq[ast.Node] {
	return func(yield func(ast.Node) bool) {
		_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && !yield(n) {
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
}
