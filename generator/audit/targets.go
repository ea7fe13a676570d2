package audit

import (
	"slices"
	"strings"

	"kohort/generator/diag"
)

// targets are what the handbook's guidelines aim at, as the author wrote it, by
// key: "guidelines/cadence.html#twice-a-month/min" is "1.5". They come from the
// handbook, not from a release, and stand in a figure beside what was reached.
type targets map[string]string

// checkTarget is for an element that says one target, by its data-target.
func (f *figures) checkTarget(n node) {
	want, known := f.released.targets[n.target]
	said := numbers(string(n.text))
	isOther := func(s string) bool { return s != plainNumber(want) }
	switch {
	case !known || n.extra || n.cell+n.cells+n.targets+n.answer+n.show != "",
		n.value+n.data != want && (n.value != want || n.data != want),
		slices.ContainsFunc(said, isOther), len(said) == 0 && !isShape(n.element):
		f.tell("target-differs", diag.Slot("target", n.target))
	}
}

// saysTargets gives the numbers that the words of a chart may say of the
// targets it names by its data-targets, and whether the handbook has them all.
func (f *figures) saysTargets(n node) (may []string, ok bool) {
	for key := range strings.FieldsSeq(n.targets) {
		want, known := f.released.targets[key]
		if !known {
			f.tell("target-differs", diag.Slot("target", key))
			return nil, false
		}
		may = append(may, plainNumber(want))
	}
	return may, true
}
