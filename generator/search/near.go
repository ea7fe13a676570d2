package search

import "slices"

// oneAway says whether a text becomes another by one character: replaced, put
// in, left out, or exchanged with its neighbour.
func oneAway(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	switch rest := len(a) - i - j; {
	case len(b)-len(a) > 1:
		return false
	case len(b) > len(a):
		return rest == 0
	case rest == 2:
		return a[i] == b[i+1] && a[i+1] == b[i]
	default:
		return rest == 1
	}
}

// nearest gives the stretch of a text that is one character or one ー away from
// what was typed, as the text writes it, and how good it is. What was typed other
// than in hiragana is not held against hiragana.
func nearest(typed []rune, loud bool, s string) (found string, worth int) {
	var f folded
	f.fold(s)
	text := bases(f.runes)
	var from []int // of each base its place in the normal form
	for i, r := range f.runes {
		if r != 'ー' {
			from = append(from, i)
		}
	}
	for _, length := range []int{len(typed), len(typed) + 1, len(typed) - 1} {
		for i := 0; i+length <= len(text); i++ {
			if loud && isHiragana(s[f.from[from[i]]:]) {
				continue
			}
			if w := likeness(typed, text, i, length); w > worth {
				found, worth = s[f.from[from[i]]:f.end(lastOf(&f, from[i+length-1]))], w
			}
		}
	}
	return found, worth
}

// likeness says how good a stretch of a text is: nought where it is not near;
// more where both begin alike and end alike, and where it begins and ends as a
// stretch of one script does.
func likeness(typed, text []rune, at, length int) int {
	part := text[at : at+length]
	first, last := part[0], part[length-1]
	if isKana(first) != isKana(typed[0]) || isKana(last) != isKana(typed[len(typed)-1]) || !allCJK(part) {
		return 0
	}
	if first != typed[0] && len(typed) < 4 {
		return 0 // too little is alike
	}
	worth := 1
	switch {
	case slices.Equal(typed, part):
		worth = 8
	case !oneAway(typed, part):
		return 0
	}
	if first == typed[0] {
		worth += 2
	}
	if last == typed[len(typed)-1] {
		worth += 2
	}
	if at == 0 || scriptOf(text[at-1]) != scriptOf(first) {
		worth++
	}
	if end := at + length; end == len(text) || scriptOf(text[end]) != scriptOf(last) {
		worth++
	}
	return worth
}

// scriptOf is 0 of kana, 1 of kanji and 2 of the rest.
func scriptOf(r rune) int {
	switch {
	case isKana(r):
		return 0
	case isCJK(r):
		return 1
	}
	return 2
}

// lastOf is the place of a base's ー, or of itself.
func lastOf(f *folded, i int) int {
	if i+1 < len(f.runes) && f.runes[i+1] == 'ー' {
		return i + 1
	}
	return i
}

func allCJK(text []rune) bool {
	return !slices.ContainsFunc(text, func(r rune) bool { return !isCJK(r) })
}
