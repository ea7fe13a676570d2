package sheet

import (
	"bytes"
	"path"
	"strings"
)

// maxTabs and maxFormats are the most tabs and number formats of a workbook:
// each tab is looked up among all, and so is each cell's format.
const (
	maxTabs    = 250
	maxFormats = 1_000
)

// names holds what the tags of one part call each other by, so that a small
// file cannot name a large part many times over.
type names struct {
	tabs, formats int
	taken         map[string]bool // ids of tabs, targets of relationships
	shared        map[string]bool // shared formulas that have a cell with the formula itself
}

func newNames() names { return names{taken: map[string]bool{}, shared: map[string]bool{}} }

// add looks at one tag. Where a name stands twice that Excel writes once, or
// one is used that nothing bears, the part is broken.
func (n *names) add(element string, tag []byte) error {
	switch element {
	case "sheet":
		if n.tabs++; n.tabs > maxTabs {
			return errBroken
		}
		return n.once("tab ", tag, "id")
	case "Relationship":
		return n.once("part ", tag, "Target")
	case "numFmt":
		if n.formats++; n.formats > maxFormats {
			return errBroken
		}
	case "f":
		return n.formula(tag)
	}
	return nil
}

// once holds that the value of an attribute stands once: of a path, the folder
// and the file at its end.
func (n *names) once(kind string, tag []byte, name string) error {
	value, times := attribute(tag, name)
	if times > 1 || bytes.IndexByte(value, '&') >= 0 {
		return errBroken
	}
	dir, file := path.Split(path.Clean(strings.ToLower(strings.ReplaceAll(string(value), `\`, "/"))))
	key := kind + path.Base(dir) + "/" + file
	if times == 1 && n.taken[key] {
		return errBroken
	}
	n.taken[key] = true
	return nil
}

// formula holds that a cell takes part in a shared formula only after the cell
// that has it: the library, which makes HR's marked copy, would look for that
// one through the whole sheet.
func (n *names) formula(tag []byte) error {
	kind, _ := attribute(tag, "t")
	index, times := attribute(tag, "si")
	if string(kind) != "shared" {
		return nil
	}
	if _, has := attribute(tag, "ref"); has > 0 {
		n.shared[string(index)] = true
	}
	if times != 1 || !n.shared[string(index)] {
		return errBroken
	}
	return nil
}
