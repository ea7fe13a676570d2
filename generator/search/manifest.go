package search

import (
	"slices"
	"strings"
)

// manifest is the file that is loaded first: it says where everything is.
type manifest struct {
	lang       string
	ends       []int32 // the passage after each page's last
	kinds      []Kind  // of each passage
	grams      directory
	words      directory
	textStarts []int // the first passage of each shard of texts
	textHashes string
}

// directory says in which shard of a dictionary a term is.
type directory struct {
	prefix string
	starts []string // the first term of each shard
	hashes string
}

func newManifest(lang string, g *gathered, parts [3]shards) *manifest {
	m := &manifest{lang: lang, kinds: make([]Kind, len(g.passages)), textStarts: parts[2].firsts, textHashes: parts[2].hashes}
	end := int32(0)
	for _, n := range g.pages {
		end += int32(n)
		m.ends = append(m.ends, end)
	}
	for i, p := range g.passages {
		m.kinds[i] = p.section.Kind
	}
	for i, d := range []*directory{&m.grams, &m.words} {
		*d = directory{parts[i].prefix, parts[i].starts, parts[i].hashes}
	}
	return m
}

// script is the manifest's file. Numbers are written as in shards: pages and
// texts as how many passages each has, questions and terms as the distance from
// the one before.
func (m *manifest) script() []byte {
	out := appendString([]byte(`KohortSearch.add("",{lang:`), m.lang)
	out = append(out, `,pages:"`...)
	before := int32(0)
	for _, end := range m.ends {
		out = appendNumber(out, uint32(end-before))
		before = end
	}
	out = m.appendKind(append(out, `",questions:"`...), Question)
	out = m.appendKind(append(out, `",terms:"`...), Term)
	for _, d := range []directory{m.grams, m.words} {
		out = append(append(append(out, `",`...), d.prefix...), `Starts:"`...)
		out = append(append(append(out, strings.Join(d.starts, "|")...), `",`...), d.prefix...)
		out = append(append(out, `Hashes:"`...), d.hashes...)
	}
	out = append(out, `",tCounts:"`...)
	for i, start := range m.textStarts {
		end := len(m.kinds)
		if i+1 < len(m.textStarts) {
			end = m.textStarts[i+1]
		}
		out = appendNumber(out, uint32(end-start))
	}
	return append(append(append(out, `",tHashes:"`...), m.textHashes...), "\"});\n"...)
}

func (m *manifest) appendKind(out []byte, kind Kind) []byte {
	before := 0
	for i, k := range m.kinds {
		if k == kind {
			out = appendNumber(out, uint32(i-before))
			before = i
		}
	}
	return out
}

// page is the page of a passage.
func (m *manifest) page(passage uint32) int {
	page, _ := slices.BinarySearch(m.ends, int32(passage)+1)
	return page
}
