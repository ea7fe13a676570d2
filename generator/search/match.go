package search

import "strings"

// How much a passage is worth that has a longer word than the one wanted, or a
// pair in its other way.
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
	soft    bool    // only as hiragana
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
		m.join(r.find(&r.manifest.grams, w.key), 1)
		if w.also != "" {
			m.join(r.find(&r.manifest.grams, w.also), worthAlso)
		}
		return m
	}
	if f := r.find(&r.manifest.words, w.key); f.spread > 0 {
		m.join(f, 1)
	}
	if w.prefix || m.spread == 0 {
		r.matchLonger(w.key, &m)
	}
	return m
}

// matchLonger adds the words that begin with another.
func (r *reader) matchLonger(word string, m *matched) {
	d := &r.manifest.words
	shard := d.shard(word)
	for i := shard; i < len(d.starts) && i < shard+mostPrefixShards; i++ {
		if i > shard && !strings.HasPrefix(d.starts[i], word) {
			break
		}
		for _, e := range r.entries(d, i) {
			if e.term != word && strings.HasPrefix(e.term, word) {
				m.join(e.found(), worthPrefix)
			}
		}
	}
}

// join adds what a term has. Of a passage with several terms the worthiest
// counts, the first among equals.
func (m *matched) join(f found, worth float64) {
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
		h := hit{k.passage, bodyWorth[w.body] * worth, w.body == soft && w.plain(), further(w.name, worth), further(w.page, worth), w.next}
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
