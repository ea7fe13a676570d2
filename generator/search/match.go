package search

import (
	"cmp"
	"strings"
)

// How much a passage is worth that has a longer word than the one wanted, or
// another form of it, or a pair in its other way.
const (
	worthPrefix = 0.6
	worthAlso   = 0.5
)

// mostPrefixShards is how many shards the beginning of a word looks into.
const mostPrefixShards = 3

// hit is what one passage has of one wanted.
type hit struct {
	passage uint32
	body    float64 // of bodyWorth
	soft    bool    // only as hiragana, or as another form of the word
	name    uint8   // as in weight, one more where the worth is less
	page    uint8
	next    uint8
}

// matched is what an index has of one wanted.
type matched struct {
	hits   []hit // in the order of passages
	spread int
	cut    bool
}

// bodyWorth is what it is worth how a text has a term.
var bodyWorth = [mostBody + 1]float64{0, 0.3, 1, 1.3}

// match looks a wanted up.
func (r *reader) match(w wanted) matched {
	var m matched
	if !w.words {
		m.join(r.find(&r.manifest.grams, w.key), 1, false)
		if w.also != "" {
			m.join(r.find(&r.manifest.grams, w.also), worthAlso, false)
		}
		return m
	}
	m.join(r.find(&r.manifest.words, w.key), 1, false)
	if w.joined != "" {
		m.join(r.find(&r.manifest.words, w.joined), 1, false)
	}
	if longer := w.prefix || m.spread == 0; longer || w.also != "" {
		r.matchForms(w, longer, &m)
	}
	return m
}

// matchForms adds the words that begin with what a word begins with: with all
// of it, where longer ones will do, or with what it is without its ending.
func (r *reader) matchForms(w wanted, longer bool, m *matched) {
	d := &r.manifest.words
	begin := cmp.Or(w.also, w.key)
	shard := d.shard(begin)
	for i := shard; i < len(d.starts) && i < shard+mostPrefixShards; i++ {
		if i > shard && !strings.HasPrefix(d.starts[i], begin) {
			break
		}
		for _, e := range r.entries(d, i) {
			switch {
			case e.term == w.key || e.term == w.joined || !strings.HasPrefix(e.term, begin):
			case longer && strings.HasPrefix(e.term, w.key):
				m.join(e.found(), worthPrefix, true)
			case w.also != "":
				m.join(e.found(), worthAlso, true)
			}
		}
	}
}

// join adds what a term has. Of a passage with several terms the worthiest
// counts, the first among equals. form says that it is not the word itself.
func (m *matched) join(f found, worth float64, form bool) {
	m.spread += f.spread
	m.cut = m.cut || f.cut
	if len(f.kept) == 0 {
		return
	}
	out := make([]hit, 0, len(m.hits)+len(f.kept))
	i := 0
	for _, k := range f.kept {
		for i < len(m.hits) && m.hits[i].passage < k.passage {
			out = append(out, m.hits[i])
			i++
		}
		w := k.weight
		h := hit{k.passage, bodyWorth[w.body] * worth, form || w.body == soft && w.plain(), further(w.name, worth), further(w.page, worth), w.next}
		if i < len(m.hits) && m.hits[i].passage == k.passage {
			h = better(m.hits[i], h)
			i++
		}
		out = append(out, h)
	}
	m.hits = append(out, m.hits[i:]...)
}

func better(a, b hit) hit {
	return hit{a.passage, max(a.body, b.body), a.soft && b.soft, shorter(a.name, b.name), shorter(a.page, b.page), a.next | b.next}
}

// further makes a name longer for which a term is not quite what is wanted.
func further(length uint8, worth float64) uint8 {
	if length > 0 && worth < 1 {
		length++
	}
	return length
}

func shorter(a, b uint8) uint8 {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}
