package search

import "unicode/utf8"

// What a text is found by is counted into lists: for each term the passages
// that have it, in order. Terms are pairs of kana and kanji (gram) and words.

// posting is that a passage has a term.
type posting struct {
	term, passage uint32
	weight        weight
}

// counter counts the terms of a stretch of pages.
type counter struct {
	grams  gramTable
	words  map[string]uint32 // of words as they stand, the number of their stem
	stems  map[string]uint32
	lists  [2]list // of grams and of words
	folded folded
	letter []byte
	joined []rune
	names  []named // terms of the name that is counted
}

// list holds the postings of one kind of terms.
type list struct {
	postings []posting
	latest   []int32 // for each term the place of its latest posting, or -1
}

const (
	ofGrams = iota
	ofWords
)

// newCounter makes a counter for about so many bytes of text.
func newCounter(bytes int) *counter {
	c := &counter{grams: newGramTable(), words: make(map[string]uint32), stems: make(map[string]uint32)}
	for i := range c.lists {
		c.lists[i].postings = make([]posting, 0, bytes/4)
	}
	return c
}

// at gives the weight of a term in a passage, to change.
func (l *list) at(term, passage uint32) *weight {
	for int(term) >= len(l.latest) {
		l.latest = append(l.latest, -1)
	}
	if i := l.latest[term]; i >= 0 && l.postings[i].passage == passage {
		return &l.postings[i].weight
	}
	l.latest[term] = int32(len(l.postings))
	l.postings = append(l.postings, posting{term, passage, weight{}})
	return &l.postings[len(l.postings)-1].weight
}

// text counts what a passage says.
func (c *counter) text(passage uint32, text string) {
	c.folded.fold(text)
	f := &c.folded
	var before run
	runs(f.runes, func(r run) {
		if !r.cjk {
			c.countWord(passage, r.text, r.at+len(r.text))
			if hyphenated(text, f, before, r) {
				c.countWord(passage, c.join(before, r), r.at+len(r.text))
			}
			before = r
			return
		}
		l := &c.lists[ofGrams]
		grams(r.text, func(g gram, first, last int) {
			w := l.at(c.grams.id(g), passage)
			w.next |= following(f.runes, r.at+last+1)
			if isHiragana(text[f.from[r.at+first]:]) && isHiragana(text[f.from[r.at+last]:]) {
				w.body = max(w.body, soft)
			} else {
				w.count()
			}
		})
		for _, k := range r.text {
			if len(r.text) > 1 && !isKana(k) {
				l.at(c.grams.id(newGram(k, 0, false)), passage).count()
			}
		}
	})
}

// countWord counts a word of the text that is folded; end is where it ends.
func (c *counter) countWord(passage uint32, word []rune, end int) {
	w := c.lists[ofWords].at(c.word(word), passage)
	w.count()
	w.next |= following(c.folded.runes, end)
}

// join is two words as one: the email of e-mail.
func (c *counter) join(a, b run) []rune {
	c.joined = append(append(c.joined[:0], a.text...), b.text...)
	return c.joined
}

// following is a set of five bits for what stands at a place of a normal form,
// spaces left out: ー, and the character after it. By it pairs are known to
// overlap, and words to be neighbours, but for chance.
func following(runes []rune, at int) uint8 {
	set := uint8(0)
	if at < len(runes) && runes[at] == 'ー' {
		set = bit('ー')
		at++
	}
	if at < len(runes) && runes[at] == ' ' {
		at++
	}
	if at < len(runes) {
		set |= bit(runes[at])
	}
	return set
}

func bit(r rune) uint8 { return 1 << (r % 5) }

// count is that a text says something once, or once more.
func (w *weight) count() { w.body = min(max(w.body, soft)+1, mostBody) }

// isHiragana says whether a text begins with hiragana.
func isHiragana(s string) bool {
	return len(s) > 2 && s[0] == 0xe3 && (s[1] == 0x81 || s[1] == 0x82 && s[2] < 0x99)
}

// name counts a heading, another name or a title of a passage.
func (c *counter) name(passage uint32, text string, title bool) {
	c.folded.fold(text)
	f := &c.folded
	c.names = c.names[:0]
	runs(f.runes, func(r run) {
		if !r.cjk {
			c.names = append(c.names, named{ofWords, c.word(r.text), following(f.runes, r.at+len(r.text))})
			return
		}
		grams(r.text, func(g gram, _, last int) {
			c.names = append(c.names, named{ofGrams, c.grams.id(g), following(f.runes, r.at+last+1)})
		})
	})
	length := uint8(min(distinct(c.names), mostName))
	runs(f.runes, func(r run) {
		for _, k := range r.text {
			if r.cjk && len(r.text) > 1 && k != 'ー' {
				c.names = append(c.names, named{ofGrams, c.grams.id(newGram(k, 0, false)), 0})
			}
		}
	})
	for _, t := range c.names {
		w := c.lists[t.kind].at(t.term, passage)
		w.next |= t.next
		if title {
			w.page = shorter(w.page, length)
		} else {
			w.name = shorter(w.name, length)
		}
	}
}

// named is a term of a name.
type named struct {
	kind int
	term uint32
	next uint8
}

// distinct is how many different values there are.
func distinct(terms []named) int {
	n := 0
	for i, t := range terms {
		n++
		for _, before := range terms[:i] {
			if before.kind == t.kind && before.term == t.term {
				n--
				break
			}
		}
	}
	return n
}

// word gives the number of a word's stem.
func (c *counter) word(text []rune) uint32 {
	c.letter = c.letter[:0]
	for _, r := range text {
		c.letter = utf8.AppendRune(c.letter, r)
	}
	id, ok := c.words[string(c.letter)]
	if ok {
		return id
	}
	word := string(c.letter)
	if id, ok = c.stems[stem(word)]; !ok {
		id = uint32(len(c.stems))
		c.stems[stem(word)] = id
	}
	c.words[word] = id
	return id
}
