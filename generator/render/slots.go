package render

import (
	"strconv"
	"strings"
)

// slotted is what a template made once for many pages, with slots for what
// differs between them.
type slotted struct {
	pieces []string // one more than slots
	slots  []int
}

// slotOpen begins a slot in what a template makes; the slot's number and a
// hyphen follow. It reads the same in text, attributes and links.
const slotOpen = "kohort-slot-"

func slot(number int) string { return slotOpen + strconv.Itoa(number) + "-" }

// cutSlots finds the slots in text; open is slotOpen and what stands before it.
func cutSlots(text, open string) slotted {
	var s slotted
	piece := ""
	before, rest, found := strings.Cut(text, open)
	for ; found; before, rest, found = strings.Cut(rest, open) {
		piece += before
		digits, after, _ := strings.Cut(rest, "-")
		number, err := strconv.Atoi(digits)
		if err != nil {
			piece += open // the author's own words
			continue
		}
		s.pieces, s.slots = append(s.pieces, piece), append(s.slots, number)
		piece, rest = "", after
	}
	s.pieces = append(s.pieces, piece+before)
	return s
}

// size is the length without what goes into the slots.
func (s slotted) size() int {
	n := 0
	for _, p := range s.pieces {
		n += len(p)
	}
	return n
}

// write writes it with each slot filled.
func (s slotted) write(out *strings.Builder, fill func(slot int) string) {
	for i, number := range s.slots {
		out.WriteString(s.pieces[i])
		out.WriteString(fill(number))
	}
	out.WriteString(s.pieces[len(s.slots)])
}
