package search

import (
	"hash/crc32"

	"kohort/generator/internal/workers"
)

// gathered is what all pages say, counted.
type gathered struct {
	passages []passage
	counters []*counter // of stretches of passages, in order
	pages    []int      // how many passages each page has
}

// stretches is how many counters share the work at most. It does not depend on
// the machine.
const stretches = 8

func gather(pages []Page) *gathered {
	n := max(1, min(stretches, len(pages)/16))
	g := &gathered{counters: make([]*counter, n), pages: make([]int, len(pages))}
	cut := make([][]passage, n)
	workers.Each(n, func(i int) {
		for p := len(pages) * i / n; p < len(pages)*(i+1)/n; p++ {
			before := len(cut[i])
			cut[i] = appendPassages(cut[i], p, &pages[p])
			g.pages[p] = len(cut[i]) - before
		}
	})
	starts := make([]int, n)
	for i, c := range cut {
		starts[i] = len(g.passages)
		g.passages = append(g.passages, c...)
	}
	workers.Each(n, func(i int) {
		size := 0
		for _, p := range cut[i] {
			size += len(p.text)
		}
		c := newCounter(size)
		for k, p := range cut[i] {
			c.passage(uint32(starts[i]+k), p, &pages[p.page])
		}
		g.counters[i] = c
	})
	return g
}

// passage counts all that a passage is found by.
func (c *counter) passage(n uint32, p passage, page *Page) {
	c.text(n, p.text)
	if p.lead {
		c.text(n, page.Description)
		c.name(n, page.Title, true)
	}
	if p.first {
		c.name(n, p.section.Heading, false)
		for _, alias := range p.section.Aliases {
			c.name(n, alias, false)
		}
	}
}

// hashLength is how many letters of a file's name are of its content.
const hashLength = 6

// contentHash is made of consonants, so that it spells nothing.
func contentHash(data []byte) string {
	sum := crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli))
	var name [hashLength]byte
	for i := range name {
		name[i] = "bcdfghjklmnpqrst"[sum>>(8*i)&15]
	}
	return string(name[:])
}
