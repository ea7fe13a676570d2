// Package search makes the index that a reader's browser searches, and answers
// the same queries in Go, so that a build can test what readers find.
//
// It takes the text of an edition's pages by section (Page) and gives an Index:
// files, each a classic script that calls KohortSearch.add, which a browser
// loads by script tags, over file:// as over http. It knows no page of the
// handbook, no theme and no file system. The theme's assets/search has the other
// half: 1x-*.js do what the files of this package do, step by step.
//
// # What is searched
//
// A section is cut into passages of about 1,400 bytes (passage.go); a passage is
// what is found and shown. Texts and queries are brought into one normal form
// (normalise.go, the specification). Kana and kanji are searched by pairs of
// neighbours, kanji alone too; everything else by words, without the plural's s
// (tokens.go). For each term a passage has a weight (weight.go): how often its
// text says it, whether in hiragana alone, the length of the shortest heading or
// other name, and of the page's title, that has it, and a set of five bits for
// what follows the term, by which pairs are known to overlap: 使用 and 可能 of
// 使用可能 are also in 使用は…可能, and 用可 in 利用可能.
//
// # Files
//
//	index.js     the manifest: passages of each page; the first term of each
//	             shard; the hashes in the names of all files
//	g12-HASH.js  pairs: "term postings term postings …", sorted
//	w3-HASH.js   words, the same
//	t40-HASH.js  texts: [[url, title, description, [anchor, heading, kind, text, …], …], …]
//
// Texts are plain UTF-8; numbers are written with signs and consonants that
// spell nothing (code.go), so that whoever scans the files for names reads what a
// reader reads. A shard is 2 kB, of texts 3 kB, more where there would be over 2,000 of a kind.
// A term keeps its best 1,000 passages: a passage beyond counts as one that may
// have it.
//
// # Ranking
//
// A query is read into what is wanted (wanted.go), each looked up in one shard
// (match.go); the last word is also the beginning of longer ones. A passage is
// worth what part of the wanted it has, weighed by how rare each is, squared;
// more where it has all, side by side; more the nearer a heading or the title
// comes to saying just that; more where it is the question or the term that was
// asked for (rank.go). A page is worth its best passage (choose.go). Where no
// passage has a run of the query, it may have been typed wrong by one character:
// words are held against the dictionary around them, Japanese against the texts
// that have most of its pairs (correct.go, near.go).
package search

// Kind says what a section is for a reader who searches.
type Kind string

// The kinds of sections.
const (
	Body     Kind = "body"
	Question Kind = "question" // an entry of an FAQ: the heading asks, the text answers
	Term     Kind = "term"     // an entry of a glossary: the heading is the term, the text explains it
)

// Page is what one page says.
type Page struct {
	URL         string // how a reader gets there from the edition's folder: guidelines/cadence.html
	Title       string
	Description string    // may be empty
	Lang        string    // of its words, where they are not in the language of the index; else empty
	Sections    []Section // in reading order; the first may be what stands before any heading
}

// Section is what stands between one heading and the next.
type Section struct {
	Anchor  string   // id of the heading; empty before the first heading
	Heading string   // plain text; empty before the first heading
	Kind    Kind     // the zero value is Body
	Text    string   // plain text without the heading; runs of white space count as one space
	Aliases []string // what else a term is called; a query that says one finds the section
}

// File is one file of an index.
type File struct {
	Name string // relative to the search folder; lower-case ASCII letters, digits, dots, hyphens
	Data []byte
}

// ManifestName is the file that is loaded first: KohortSearch.open(base) adds
// it to base. Every other name holds a hash of the file's content.
const ManifestName = "index.js"

// Answer is what a query finds.
type Answer struct {
	Results []Result // the best page first
	More    int      // how many further pages match
	Instead string   // what was searched instead, where the query as typed finds nothing; else empty
}

// Result is a page with its sections that match, the best first.
type Result struct {
	URL, Title string
	Hits       []Hit
}

// Hit is a section that matches.
type Hit struct {
	Anchor, Heading string
	Kind            Kind
}
