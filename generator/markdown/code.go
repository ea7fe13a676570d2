package markdown

import (
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// fencedCode writes a fenced code block, highlighted where its language is
// named and known.
func (w *writer) fencedCode(n *ast.FencedCodeBlock) {
	w.code(n.Lines(), string(n.Language(w.file.body)))
}

func (w *writer) code(lines *text.Segments, language string) {
	language = unescape([]byte(language))
	if lexer := lexerFor(language); lexer != nil {
		code := w.sourceOf(lines)
		if markup, ok := w.converter.code.highlight(language, code, lexer); ok {
			w.html(`<pre class="chroma"><code`)
			w.attribute("class", "language-"+language)
			w.html(">", markup, "</code></pre>\n")
			return
		}
	}
	w.html("<pre><code")
	if language != "" {
		w.attribute("class", "language-"+language)
	}
	w.html(">")
	for i := range lines.Len() {
		line := lines.At(i)
		w.buf = appendEscaped(w.buf, line.Value(w.file.body))
	}
	w.html("</code></pre>\n")
}

// lexerFor finds the lexer of a language by its name or alias, never by
// guessing; plain text has none.
func lexerFor(language string) chroma.Lexer {
	switch strings.ToLower(language) {
	case "", "text", "txt", "plain", "plaintext":
		return nil
	}
	return lexers.GlobalLexerRegistry.Get(language)
}

func (w *writer) sourceOf(lines *text.Segments) string {
	var code strings.Builder
	for i := range lines.Len() {
		line := lines.At(i)
		code.Write(line.Value(w.file.body))
	}
	return code.String()
}

// codeCache keeps highlighted code. BenchmarkConvert shows the need: chroma
// takes a third of the time of a whole page for a block of five lines, and the
// two languages of a handbook hold the same blocks.
type codeCache struct {
	mu   sync.Mutex
	done map[string]string
	size int
}

// codeCacheSize is how many bytes of code and markup are kept.
const codeCacheSize = 4 << 20

// highlight gives code with a class for each kind of token, and whether the
// lexer could read it.
func (c *codeCache) highlight(language, code string, lexer chroma.Lexer) (string, bool) {
	key := language + "\n" + code
	c.mu.Lock()
	markup, ok := c.done[key]
	c.mu.Unlock()
	if ok {
		return markup, true
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, code)
	if err != nil {
		return "", false
	}
	var buf []byte
	for token := tokens(); token != chroma.EOF; token = tokens() {
		class := chroma.StandardTypes[token.Type]
		if class == "" || strings.TrimSpace(token.Value) == "" {
			buf = appendEscaped(buf, token.Value)
			continue
		}
		buf = append(append(append(buf, `<span class="`...), class...), `">`...)
		buf = append(appendEscaped(buf, token.Value), "</span>"...)
	}
	markup = string(buf)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done == nil {
		c.done = make(map[string]string)
	}
	if c.size += len(key) + len(markup); c.size <= codeCacheSize {
		c.done[key] = markup
	}
	return markup, true
}
