package search

import (
	"math"
	"slices"
)

// How much counts what, beside how much of the query a passage has (0 to 1).
const (
	worthWhole    = 3.0 // a passage has all that is wanted
	worthLoud     = 1.5 // and not in hiragana what was typed in katakana
	worthTogether = 1.0 // a page has, in several passages
	worthName     = 1.5 // a heading says just that, twice
	worthTitle    = 2.0 // a title does
	worthInName   = 0.5 // a heading says that and more
	worthInTitle  = 1.0 // a title does
	worthAnswer   = 1.5 // a question or a glossary term does
	worthLinked   = 0.6 // what is wanted side by side stands side by side
	worthBody     = 0.3 // how often it is said
	worthCut      = 0.8 // a common term that a passage has no room to keep
)

// tally is what a passage has of a query, or all passages of a page together.
type tally struct {
	covered float64 // weight of the wanted that it has
	cut     float64 // weight of those among them that are cut
	body    float64
	heading inName // and other names
	title   inName
	linked  int // how many of the wanted are followed by what they should be
	broken  int // how many of those that must be are not
	soft    int // how many are there only in hiragana, or in another form, that were typed otherwise
	has     int // how many of the wanted, the minor ones left out
	hasCut  int
}

// inName is what the headings of a passage, or the title of its page, have of a
// query.
type inName struct {
	near, minor float64 // of what is wanted, and of what is minor of it
	has         int     // how many of the wanted
}

func (n *inName) add(length uint8, wanted int, minor bool) {
	switch {
	case length == 0:
	case minor:
		n.minor += nearness(length, wanted)
	default:
		n.near += nearness(length, wanted)
		n.has++
	}
}

// nearly says, 0 to 1, how nearly a name says just what is wanted. What is minor
// counts where all else is there.
func (n inName) nearly(wanted int) float64 {
	if n.has == wanted {
		return n.near + n.minor
	}
	return n.near
}

// ranking is what all passages have of a query.
type ranking struct {
	passages map[uint32]*tally
	pages    map[int]*tally
	order    []uint32 // passages as they were met
	wanted   int      // how many, the minor ones left out
	short    bool     // a word of three characters is wanted
	links    int      // how many of the wanted should be followed by something
	total    float64  // weight of all that is wanted
	cutAll   float64
	cuts     int
}

// rank weighs what was matched by how rare it is.
func (r *reader) rank(wanted []wanted, all []matched) *ranking {
	k := &ranking{passages: make(map[uint32]*tally), pages: make(map[int]*tally)}
	for _, w := range wanted {
		if !w.minor {
			k.wanted++
		}
	}
	k.short = len(all) == 2 && wanted[0].bound
	weights := r.weights(wanted, all)
	for i, m := range all {
		k.total += weights[i]
		if wanted[i].next != 0 {
			k.links++
		}
		if m.cut && !wanted[i].minor {
			k.cutAll += weights[i]
			k.cuts++
		}
		latest := -1
		for _, h := range m.hits {
			k.hit(h, wanted[i], weights[i], m.cut)
			if page := r.manifest.page(h.passage); page != latest {
				latest = page
				if k.pages[page] == nil {
					k.pages[page] = &tally{}
				}
				k.pages[page].add(weights[i], wanted[i].minor, m.cut)
			}
		}
	}
	slices.Sort(k.order)
	return k
}

// hit counts what a passage has of one of the wanted.
func (k *ranking) hit(h hit, w wanted, weight float64, cut bool) {
	t := k.passages[h.passage]
	if t == nil {
		t = &tally{}
		k.passages[h.passage] = t
		k.order = append(k.order, h.passage)
	}
	t.add(weight, w.minor, cut)
	t.body += weight * h.body
	t.heading.add(h.name, k.wanted, w.minor)
	t.title.add(h.page, k.wanted, w.minor)
	if h.soft && w.loud && !w.minor {
		t.soft++
	}
	switch {
	case w.next&h.next != 0:
		t.linked++
	case w.next != 0 && w.bound:
		t.broken++
	}
}

// add counts that one of the wanted is there.
func (t *tally) add(weight float64, minor, cut bool) {
	t.covered += weight
	if minor {
		return
	}
	t.has++
	if cut {
		t.cut += weight
		t.hasCut++
	}
}

// nearness is the part that one of the wanted has in a name of a length.
func nearness(length uint8, wanted int) float64 {
	return 1 / float64(max(int(length), wanted))
}

// weights says how rare each of the wanted is, in eighths of a bit, so that
// every machine reckons the same. What is nowhere weighs as the mean of the
// rest, what is minor an eighth.
func (r *reader) weights(wanted []wanted, all []matched) []float64 {
	passages := float64(len(r.manifest.kinds))
	out := make([]float64, len(all))
	sum, there := 0.0, 0
	for i, m := range all {
		if m.spread > 0 {
			out[i] = math.Floor(8*math.Log2(1+passages/float64(m.spread))+0.5) / 8
			out[i] = max(out[i], 0.125)
			sum += out[i]
			there++
		}
	}
	for i := range out {
		if out[i] == 0 {
			out[i] = 1
			if there > 0 {
				out[i] = sum / float64(there)
			}
		}
		if wanted[i].minor {
			out[i] /= 8
		}
	}
	return out
}

// whole says whether a passage, or a page, has all that is wanted as far as is
// known.
func (k *ranking) whole(t *tally) bool { return t.broken == 0 && t.has+k.cuts-t.hasCut == k.wanted }

// coverage is how much of what is wanted there is, 0 to 1.
func (k *ranking) coverage(t *tally) float64 {
	return (t.covered + worthCut*(k.cutAll-t.cut)) / k.total
}

// score is how well a passage answers.
func (k *ranking) score(t *tally, kind Kind) float64 {
	c := k.coverage(t)
	name, title := t.heading.nearly(k.wanted), t.title.nearly(k.wanted)
	s := c*c + worthBody*c*t.body/k.total + worthName*(name+name*name) + worthTitle*(title+title*title)
	if k.links > 0 {
		s += worthLinked * float64(t.linked) / float64(k.links)
	}
	if t.heading.has == k.wanted {
		s += worthInName
	}
	if t.title.has == k.wanted {
		s += worthInTitle
	}
	switch {
	case k.whole(t) && t.soft == 0:
		s += worthWhole + worthLoud
	case k.whole(t):
		s += worthWhole
	}
	if name > 0.99 && (kind == Question || kind == Term) {
		s += worthAnswer
	}
	return s
}
