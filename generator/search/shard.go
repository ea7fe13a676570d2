package search

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"kohort/generator/internal/workers"
)

// shards are the files of one kind of data before they have names.
type shards struct {
	prefix string // of what the manifest calls them
	data   [][]byte
	hashes string   // of each, hashLength letters
	firsts []int    // the number of the first term or passage of each
	starts []string // of dictionaries: the first term of each
}

// How large shards are: small enough that a query loads little, unless there
// would be more files than a file share bears.
const (
	dictionaryBytes = 2000
	textBytes       = 3000
	mostShards      = 2000
)

// shardSize is how large the shards of so much data are.
func shardSize(total, wanted int) int { return max(wanted, total/mostShards) }

// mostPostings is how many passages a term keeps, its best, and mostKanji how
// many a single character does. A passage that a term has no room for counts as
// one that may have it.
const (
	mostPostings = 1000
	mostKanji    = 200
)

func (g *gathered) gramShards() shards {
	terms, counted := make([][]gram, len(g.counters)), make([]*list, len(g.counters))
	for i, c := range g.counters {
		terms[i], counted[i] = c.grams.grams, &c.lists[ofGrams]
	}
	all := merge(terms, counted)
	return dictionary("g", &all, func(g gram) (string, int) {
		if g.single() {
			return g.String(), mostKanji
		}
		return g.String(), mostPostings
	})
}

func (g *gathered) wordShards() shards {
	terms, counted := make([][]string, len(g.counters)), make([]*list, len(g.counters))
	for i, c := range g.counters {
		terms[i], counted[i] = make([]string, len(c.stems)), &c.lists[ofWords]
		for word, id := range c.stems {
			terms[i][id] = word
		}
	}
	all := merge(terms, counted)
	return dictionary("w", &all, func(word string) (string, int) { return word, mostPostings })
}

// dictionary writes terms with their postings: term, space, postings, space and
// so on. text gives a term as it stands there, and how many postings it keeps.
func dictionary[T cmp.Ordered](prefix string, all *lists[T], text func(T) (string, int)) shards {
	entries := encode(all, text)
	total := 0
	for _, e := range entries {
		total += len(e)
	}
	out := shards{prefix: prefix}
	size, length := shardSize(total, dictionaryBytes), 0
	for i, e := range entries {
		if i == 0 || length+len(e)/2 > size {
			name, _ := text(all.terms[i])
			out.firsts, out.starts, length = append(out.firsts, i), append(out.starts, name), 0
		}
		length += len(e)
	}
	out.write(len(out.firsts), func(data []byte, n int) []byte {
		end := len(entries)
		if n+1 < len(out.firsts) {
			end = out.firsts[n+1]
		}
		data = append(data, '"')
		for _, e := range entries[out.firsts[n]:end] {
			data = append(data, e...)
		}
		data[len(data)-1] = '"' // in place of the last space
		return data
	})
	return out
}

// encode gives the entry of each term.
func encode[T cmp.Ordered](all *lists[T], text func(T) (string, int)) [][]byte {
	const block = 256
	out := make([][]byte, len(all.terms))
	workers.Each((len(out)+block-1)/block, func(b int) {
		var data []byte
		for i := b * block; i < min(len(out), (b+1)*block); i++ {
			start := len(data)
			term, most := text(all.terms[i])
			data = append(append(data, term...), ' ')
			data = append(appendPostings(data, all.of(i), most, hasLinks(term)), ' ')
			out[i] = data[start:]
		}
	})
	return out
}

// hasLinks says whether it is kept what follows a term: not of one character.
func hasLinks(term string) bool {
	_, size := utf8.DecodeRuneInString(term)
	return len(term) > size || size == 1
}

// write makes n files, each of which hands over the value that value appends.
func (s *shards) write(n int, value func(data []byte, i int) []byte) {
	s.data = make([][]byte, n)
	hashes := make([]string, n)
	workers.Each(n, func(i int) {
		data := append([]byte(`KohortSearch.add("`), s.part(i)...)
		s.data[i] = append(value(append(data, `",`...), i), ");\n"...)
		hashes[i] = contentHash(s.data[i])
	})
	s.hashes = strings.Join(hashes, "")
}

// part is what the manifest calls a file.
func (s *shards) part(i int) string { return s.prefix + strconv.Itoa(i) }

// name is what a file is called.
func (s *shards) name(i int) string {
	return s.part(i) + "-" + s.hashes[i*hashLength:(i+1)*hashLength] + ".js"
}
