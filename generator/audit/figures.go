package audit

import (
	"slices"
	"strings"

	"kohort/generator/diag"
)

// figures holds a page against the releases, as its tags go by. Every element
// with a data-cell, wherever it stands, must say what that cell says; inside a
// block of figures every other digit that is no label is refused. Where marks
// lie is not read: a chart is drawn from released numbers alone.
type figures struct {
	released *released
	tell     func(id diag.ID, args ...diag.Arg)
	open     []node // from the outermost block or tagged element inwards
	tag      node   // the start tag being read
	quotes   remarks
}

// node is an open element of a figure.
type node struct {
	element, class    string
	cell, cells       string // the keys it names
	target, targets   string // those of guidelines
	value, data       string // its value and data-value
	answer, show      string
	extra             bool // says a number in an attribute that holds none in our marks
	isLabel, isTagged bool
	text              []byte // of a tagged element
}

// blocks are the classes of what holds figures.
var blocks = []string{"stat", "tiles", "cohorts"}

// labelled are elements and classes whose words name, date or define a figure;
// placed are classes, inside those too, where numbers of people stand.
var (
	labelled = []string{"th", "figcaption", "summary", "title", "dt", "time", "h1", "h2", "h3", "h4", "h5", "h6",
		".label", ".tick", ".group", ".legend", ".ends", ".source", ".note", ".caption"}
	placed = []string{".n", ".value", ".change"}
)

// inside says whether a figure is open.
func (f *figures) inside() bool { return len(f.open)+len(f.quotes.open) > 0 }

// holdsFigures says whether a page may hold a figure at all; most do not.
func holdsFigures(content string) bool {
	return slices.ContainsFunc([]string{"data-cell", "data-target", "figure", "tiles", "cohorts", "stat-", "quotes", "data-quote"}, func(s string) bool { return strings.Contains(content, s) })
}

// start begins a start tag.
func (f *figures) start(element string) {
	f.tag = node{element: element}
	f.quotes.start(element)
}

// attribute takes one attribute of the start tag.
func (f *figures) attribute(name, value string) {
	t := &f.tag
	f.quotes.attribute(name, value)
	switch name {
	case "class":
		t.class = value
	case "data-cell":
		t.cell, t.isTagged = value, true
	case "data-cells":
		t.cells, t.isTagged = value, true
	case "data-target":
		t.target, t.isTagged = value, true
	case "data-targets":
		t.targets, t.isTagged = value, true
	case "data-value":
		t.data = value
	case "value":
		t.value = value
	case "data-answer":
		t.answer = value
	case "data-show":
		t.show = value
	case "title", "alt", "placeholder", "content", "label", "min", "max":
		t.extra = t.extra || hasDigit(value)
	default:
		// What is spoken or kept for a script; the ids of aria-labelledby and
		// the like are no words.
		if strings.HasPrefix(name, "data-") || strings.HasPrefix(name, "aria-") && !strings.HasSuffix(name, "by") && name != "aria-controls" {
			t.extra = t.extra || hasDigit(value)
		}
	}
}

// startDone opens the element, unless it is empty by its kind or closed.
func (f *figures) startDone(closed bool) {
	t := f.tag
	f.quotes.startDone(closed)
	inside := len(f.open) > 0
	if !inside && !t.isTagged && !isBlock(t.class) {
		if t.element == "data" && hasClass(t.class, "figure") {
			f.tell("figure-untagged")
		}
		return
	}
	if inside {
		t.isLabel = f.open[len(f.open)-1].isLabel
	}
	switch {
	case t.names(placed):
		t.isLabel = false
	case t.names(labelled):
		t.isLabel = true
	}
	if !t.isTagged && (t.extra && !t.isLabel || hasDigit(t.value) || hasDigit(t.data)) {
		f.tell("figure-untagged")
	}
	if closed || isVoid(t.element) {
		f.check(t)
		return
	}
	f.open = append(f.open, t)
}

// end closes the last open element of that name, and what was left open in it.
func (f *figures) end(element string) {
	f.quotes.end(element, f.tell)
	for i := len(f.open) - 1; i >= 0; i-- {
		if f.open[i].element != element {
			continue
		}
		for j := len(f.open) - 1; j >= i; j-- {
			f.check(f.open[j])
		}
		f.open = f.open[:i]
		return
	}
}

// finish checks what no end tag closed.
func (f *figures) finish() {
	f.quotes.finish(f.tell)
	for _, n := range slices.Backward(f.open) {
		f.check(n)
	}
	f.open = nil
}

// words takes text between two tags.
func (f *figures) words(text string) {
	f.quotes.words(text, f.tell)
	if len(f.open) == 0 {
		return
	}
	for i := len(f.open) - 1; i >= 0; i-- {
		if f.open[i].isTagged {
			f.open[i].text = append(f.open[i].text, text...)
			return
		}
	}
	if !f.open[len(f.open)-1].isLabel && hasDigit(text) {
		f.tell("figure-untagged")
	}
}

// check holds a tagged element against the release.
func (f *figures) check(n node) {
	switch {
	case n.target != "":
		f.checkTarget(n)
	case n.cell != "":
		f.checkCell(n)
	case n.cells+n.targets != "":
		f.checkCells(n)
	case n.isTagged && (hasDigit(string(n.text)) || hasDigit(n.value) || hasDigit(n.data)):
		f.tell("figure-untagged")
	}
}

// checkCell is for an element that shows one cell.
func (f *figures) checkCell(n node) {
	fact, known := f.released.cells[n.cell]
	text := strings.TrimSpace(string(n.text))
	at := diag.Slot("cell", n.cell)
	switch {
	case !known:
		f.tell("figure-unknown", at)
	case fact.withheld:
		isMark := hasClass(n.class, "withheld") && slices.Contains(f.released.marks, text)
		if !isMark || n.extra || n.value+n.data+n.answer+n.show != "" {
			f.tell("figure-mark", at)
		}
	case n.extra || hasClass(n.class, "withheld") || !fact.says(n, text):
		f.tell("figure-differs", at)
	}
}

// says holds an element's value and words against the cell.
func (f fact) says(n node, text string) bool {
	value, ends, beside := f.value, f.ends, []string(nil)
	switch a, chosen := f.answers[n.answer]; {
	case n.show == "n":
		value, ends = f.size, []string{f.size}
	case n.show == "interval":
		value, ends = strings.Join(f.interval, ".."), f.interval
	case n.show != "" || n.answer != "" && !chosen:
		return false
	case chosen:
		value, ends, beside = a.value, []string{a.says}, append(slices.Clip(f.words), n.answer)
	}
	if value == "" || n.value+n.data != value && (n.value != value || n.data != value) {
		return false
	}
	said := numbers(text)
	if isShape(n.element) && len(said) == 0 {
		return true
	}
	first := slices.IndexFunc(said, func(s string) bool { return slices.Contains(ends, s) })
	return first >= 0 && !slices.ContainsFunc(said, func(s string) bool { return !slices.Contains(ends, s) && !slices.Contains(beside, s) })
}

// checkCells is for the words of a chart, which tell several cells and perhaps
// what was aimed at.
func (f *figures) checkCells(n node) {
	may, known := f.saysTargets(n)
	if !known {
		return
	}
	for _, key := range f.released.keys(n.cells) {
		fact, known := f.released.cells[key]
		if !known {
			f.tell("figure-unknown", diag.Slot("cell", key))
			return
		}
		may = append(append(may, fact.ends...), fact.words...)
		for point, a := range fact.answers {
			may = append(may, a.says, point)
		}
	}
	if n.extra || hasDigit(n.value) || hasDigit(n.data) || slices.ContainsFunc(numbers(string(n.text)), func(s string) bool { return !slices.Contains(may, s) }) {
		f.tell("figure-untagged")
	}
}

func isBlock(class string) bool {
	return class != "" && slices.ContainsFunc(blocks, func(b string) bool { return hasClass(class, b) })
}

// hasClass says whether a class attribute holds a class.
func hasClass(class, want string) bool {
	if !strings.Contains(class, want) {
		return false
	}
	return slices.Contains(strings.Fields(class), want)
}

// names says whether an element is in a list of elements and ".classes".
func (n node) names(list []string) bool {
	return slices.ContainsFunc(list, func(s string) bool {
		return s == n.element || s[0] == '.' && hasClass(n.class, s[1:])
	})
}

func isShape(element string) bool {
	switch element {
	case "rect", "circle", "ellipse", "line", "path", "polygon", "polyline":
		return true
	}
	return false
}

func isVoid(element string) bool {
	switch element {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}
