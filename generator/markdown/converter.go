package markdown

import (
	"sync"

	"github.com/yuin/goldmark/parser"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// Options are what a Converter needs from the rest of the site.
type Options struct {
	// Words gives the theme's words for an id of WordIDs.
	Words func(lang, id string) string
	// Include finds a Markdown file by its path below pages/; nil finds none.
	Include func(path string) (source.Page, bool)
	// Metric gives the words of a metric for readers; nil, or an empty name,
	// shows the metric's id.
	Metric func(lang, id string) MetricWords
}

// MetricWords are a metric's name and the unit of its values, such as
// "sessions per pair per month" and "sessions".
type MetricWords struct{ Name, Unit string }

// Converter turns pages into documents. It is safe for concurrent use.
type Converter struct {
	options Options
	parser  parser.Parser
	writers sync.Pool // of *writer, whose buffers are worth keeping
	words   sync.Map  // of a language, each a map[string]string
	code    codeCache
}

// New makes a Converter.
func New(o Options) *Converter {
	if o.Words == nil {
		o.Words = func(_, id string) string { return id }
	}
	if o.Include == nil {
		o.Include = func(string) (source.Page, bool) { return source.Page{}, false }
	}
	if o.Metric == nil {
		o.Metric = func(string, string) MetricWords { return MetricWords{} }
	}
	c := &Converter{options: o, parser: newParser()}
	c.writers.New = func() any { return &writer{converter: c} }
	return c
}

// wordsIn gives the theme's words in a language, looked up once.
func (c *Converter) wordsIn(lang string) map[string]string {
	if words, ok := c.words.Load(lang); ok {
		return words.(map[string]string)
	}
	words := make(map[string]string)
	for _, id := range WordIDs() {
		words[id] = c.options.Words(lang, id)
	}
	c.words.Store(lang, words)
	return words
}

// Convert turns a page in the language lang into a Document. The Document is
// whole even where there are problems; what is wrong is left out of it.
func (c *Converter) Convert(p source.Page, lang string) (Document, []diag.Problem) {
	var problems []diag.Problem
	f := newFile(p, &problems)
	root := c.parse(f)
	w := c.writers.Get().(*writer)
	doc := w.document(f, root, lang)
	c.writers.Put(w)
	return doc, diag.Sort(problems)
}
