package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"kohort/generator/diag"
)

// form is a way to write a directive; a construct may allow several.
type form uint8

const (
	formBlock  form = 1 << iota // :::name … :::
	formLeaf                    // ::name
	formInline                  // :name[…]
)

// construct is one kind of directive: what an author may write, and how it is
// rendered.
type construct struct {
	name       string
	forms      form
	needsLabel bool
	noLabel    bool     // words in square brackets would be lost
	anchored   bool     // {#id .class} is allowed
	attributes []string // that are allowed
	required   []string // attributes that must be there
	block      func(w *writer, d *directive, n ast.Node)
	inline     func(w *writer, d *directive, n ast.Node)
}

// constructs is every directive that Kohort knows, sorted by name.
var constructs = []*construct{
	&cardConstruct, &cardsConstruct, &cautionConstruct, &checklistConstruct, &dangerConstruct, &detailsConstruct,
	&figureConstruct, &guidelineConstruct, &includeConstruct, &noteConstruct, &onlyConstruct, &questionConstruct,
	&rubyConstruct, &stepsConstruct, &tabConstruct, &tabsConstruct, &termConstruct, &timelineConstruct, &tipConstruct,
	&valueConstruct,
}

func lookupConstruct(name string) *construct {
	for _, c := range constructs {
		if c.name == name {
			return c
		}
	}
	return nil
}

func constructNames() []string {
	names := make([]string, len(constructs))
	for i, c := range constructs {
		names[i] = c.name
	}
	return names
}

// directive is what an author wrote: a name with label and attributes.
type directive struct {
	construct *construct // nil where the name is unknown
	name      string
	form      form
	colons    int
	offset    int // of the first colon in the file's body
	length    int // of the colons and the name
	label     ast.Node
	anchor    string
	anchorAt  int
	classes   []string
	attrs     []Attr
}

// attr gives the value of an attribute and whether it is there.
func (d *directive) attr(name string) (string, bool) {
	for _, a := range d.attrs {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// marker is the directive as written, up to its name.
func (d *directive) marker() string { return strings.Repeat(":", d.colons) + d.name }

// blockDirective is the node of a block or a leaf.
type blockDirective struct {
	ast.BaseBlock
	directive
	closed  bool
	lenient bool // its form is wrong and was reported; that it is not closed is no further cause
	void    bool // stands for a line that was reported and is not shown
}

var kindBlockDirective = ast.NewNodeKind("BlockDirective")

func (n *blockDirective) Kind() ast.NodeKind         { return kindBlockDirective }
func (n *blockDirective) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// labelBlock holds the label of a block, so that it is parsed as inline text.
type labelBlock struct{ ast.BaseBlock }

var kindLabelBlock = ast.NewNodeKind("DirectiveLabel")

func (n *labelBlock) Kind() ast.NodeKind         { return kindLabelBlock }
func (n *labelBlock) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// inlineDirective is the node of an inline directive; its children are its
// label.
type inlineDirective struct {
	ast.BaseInline
	directive
}

var kindInlineDirective = ast.NewNodeKind("InlineDirective")

func (n *inlineDirective) Kind() ast.NodeKind         { return kindInlineDirective }
func (n *inlineDirective) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// check reports what is wrong with a directive as a whole, and says whether
// its name is known and its form right.
func (d *directive) check(f *file, labelled bool) bool {
	f.directives = append(f.directives, d.offset)
	if d.construct == nil {
		f.report("directive-unknown", d.offset, d.length, diag.Slot("name", d.marker()), diag.Slot("names", suggest(d.name, constructNames())))
		return false
	}
	if d.construct.forms&d.form == 0 {
		f.report("directive-form", d.offset, d.length, diag.Slot("name", d.marker()), diag.Slot("wanted", d.construct.example()))
		return false
	}
	if d.construct.needsLabel && !labelled {
		f.report("directive-label-missing", d.offset, d.length, diag.Slot("name", d.marker()))
	}
	if d.construct.noLabel && labelled {
		f.report("directive-label-unused", d.offset, d.length, diag.Slot("name", d.marker()))
	}
	d.checkAttributes(f)
	return true
}

func (d *directive) checkAttributes(f *file) {
	if !d.construct.anchored && (d.anchor != "" || len(d.classes) > 0) {
		name := "." + strings.Join(d.classes, ".")
		if d.anchor != "" {
			name = "#" + d.anchor
		}
		f.report("directive-attribute-unknown", d.offset, d.length, diag.Slot("name", d.marker()), diag.Slot("attribute", name), diag.Slot("names", d.construct.takes(name)))
	}
	for i, a := range d.attrs {
		if !slices.Contains(d.construct.attributes, a.Name) {
			*f.problems = append(*f.problems, diag.New("directive-attribute-unknown", a.Pos, diag.Slot("name", d.marker()),
				diag.Slot("attribute", a.Name), diag.Slot("names", d.construct.takes(a.Name))))
		}
		if slices.ContainsFunc(d.attrs[:i], func(b Attr) bool { return a.Name == b.Name }) {
			*f.problems = append(*f.problems, diag.New("directive-attribute-twice", a.Pos, diag.Slot("attribute", a.Name)))
		}
	}
	for _, name := range d.construct.required {
		if value, ok := d.attr(name); !ok || value == "" {
			f.report("directive-attribute-missing", d.offset, d.length, diag.Slot("name", d.marker()), diag.Slot("attribute", name))
		}
	}
}

// example is how the construct is written.
func (c *construct) example() string {
	switch {
	case c.forms&formBlock != 0:
		return ":::" + c.name + " … :::"
	case c.forms&formLeaf != 0:
		return "::" + c.name + "{…}"
	case c.needsLabel:
		return ":" + c.name + "[…]"
	}
	return ":" + c.name + "{…}"
}

// takes lists what may stand between the construct's braces, what is most
// likely meant by a wrong name first.
func (c *construct) takes(meant string) string {
	names := c.attributes
	if c.anchored {
		names = append([]string{"#id", ".class"}, names...)
	}
	return strings.Join(diag.NearestFirst(meant, names), ", ")
}

// suggest gives the known name that is nearest to a wrong one, or that has the
// same letters in another order, else all.
func suggest(word string, known []string) string {
	if near := diag.Nearest(word, known); near != "" {
		return near
	}
	for _, k := range known {
		if sortedLetters(k) == sortedLetters(word) {
			return k
		}
	}
	return strings.Join(known, ", ")
}

func sortedLetters(s string) string {
	letters := []byte(strings.ToLower(s))
	slices.Sort(letters)
	return string(letters)
}
