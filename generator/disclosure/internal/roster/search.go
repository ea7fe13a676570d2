package roster

import (
	"bytes"
	"cmp"
	"slices"
	"sync"
	"unicode/utf8"
)

// The search is our own. Of the Aho-Corasick libraries at hand the fastest
// that says where it found something reads 260 to 380 MB/s of folded text,
// which with the folding before it is too slow for a large site; and what is
// searched for has two properties that they cannot use: no form is shorter
// than four bytes, and almost no text holds one. So a bitmap of what forms
// begin with answers nearly every place, and what is left is compared.

// minForm is the fewest bytes of a folded form.
const minForm = 4

// filterBits is the size of the filter, as a power of two: 16 kB, which the
// processor keeps at hand.
const filterBits = 17

// matcher finds forms in folded text. What it searches for never changes once
// it is made, so that many may search at a time.
type matcher struct {
	width   int // how many bytes make a head: those of the shortest form, at most 8
	filter  [1 << (filterBits - 6)]uint64
	byHead  map[uint64][]pattern
	buffers sync.Pool // of *[]byte, for folded text; one grows to the longest text that it met
}

type pattern struct {
	text []byte
	rule Rule
}

// newMatcher makes a matcher of forms that are folded and none shorter than
// minForm.
func newMatcher(forms []Form) *matcher {
	m := &matcher{width: 8, byHead: map[uint64][]pattern{}}
	for _, f := range forms {
		m.width = min(m.width, len(f.Text))
	}
	for _, f := range forms {
		var head uint64
		for i, c := range []byte(f.Text[:m.width]) {
			head |= uint64(c) << (8 * i)
		}
		bit := hash(head)
		m.filter[bit/64] |= 1 << (bit % 64)
		m.byHead[head] = append(m.byHead[head], pattern{[]byte(f.Text), f.Rule})
	}
	return m
}

// hash gives the bit of the filter for a head: Fibonacci hashing.
func hash(head uint64) uint64 { return head * 0x9e3779b97f4a7c15 >> (64 - filterBits) }

// find appends the places of buf that hold a form.
func (m *matcher) find(places []Span, buf []byte, prose bool) []Span {
	if len(buf) < m.width {
		return places
	}
	var head uint64 // the window of width bytes that begins at i, the first byte lowest
	up := 8 * (m.width - 1) & 63
	for i, c := range buf[:m.width-1] {
		head |= uint64(c) << (8 * (i + 1))
	}
	for i, next := range buf[m.width-1:] {
		head = head>>8 | uint64(next)<<up
		bit := hash(head)
		if m.filter[bit/64]&(1<<(bit%64)) == 0 {
			continue
		}
		for _, p := range m.byHead[head] {
			if bytes.HasPrefix(buf[i:], p.text) && p.rule.allows(buf, i, i+len(p.text), prose) {
				places = append(places, Span{i, i + len(p.text)})
			}
		}
	}
	return places
}

// allows says whether a form that stands at buf[start:end] counts as found.
func (r Rule) allows(buf []byte, start, end int, prose bool) bool {
	switch r {
	case Anywhere:
		return true
	case Titled:
		return !joined(buf, start, false)
	case Alone:
		return !joined(buf, start, false) && !joined(buf, end, false)
	default:
		return prose && !joined(buf, start, true) && !joined(buf, end, true)
	}
}

// script is what kind of word a byte of folded text belongs to.
func script(c byte, digits bool) int {
	switch {
	case c >= 'a' && c <= 'z', digits && c >= '0' && c <= '9':
		return 1
	case c == 0xe3: // kana
		return 2
	case c >= 0xe4 && c <= 0xe9: // kanji
		return 3
	}
	return 0
}

// joined says whether the characters on both sides of a place belong to one
// word: both Latin letters (or digits, where digits says so), both kana, or
// both kanji.
func joined(buf []byte, at int, digits bool) bool {
	if at == 0 || at == len(buf) {
		return false
	}
	before := at - 1
	for before > 0 && buf[before]&0xc0 == 0x80 {
		before--
	}
	s := script(buf[before], digits)
	return s != 0 && s == script(buf[at], digits)
}

// scan gives the places of text that hold a form, in order and not
// overlapping. It allocates nothing where there is none.
func (m *matcher) scan(text string, prose bool) []Span {
	if len(m.byHead) == 0 {
		return nil
	}
	buf, _ := m.buffers.Get().(*[]byte)
	if buf == nil {
		buf = new([]byte)
	}
	defer m.buffers.Put(buf)
	*buf, _ = fold((*buf)[:0], nil, text)
	places := m.find(nil, *buf, prose)
	if len(places) == 0 {
		return nil
	}
	_, from := fold(make([]byte, 0, len(*buf)), make([]int, 0, len(*buf)), text)
	for i, p := range places {
		last := from[p.End-1]
		_, size := utf8.DecodeRuneInString(text[last:])
		places[i] = Span{from[p.Start], last + size}
	}
	return merge(places)
}

// merge sorts places and joins those that overlap.
func merge(places []Span) []Span {
	slices.SortFunc(places, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	out := places[:1]
	for _, p := range places[1:] {
		last := &out[len(out)-1]
		if p.Start < last.End {
			last.End = max(last.End, p.End)
		} else {
			out = append(out, p)
		}
	}
	return out
}
