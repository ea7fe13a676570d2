package generator_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"kohort/generator/markdown"
	"kohort/generator/source"
)

// edition is a page in one language.
type edition struct {
	lang string
	page source.Page
	doc  markdown.Document
}

// editions reads the pages of a handbook's folder in Japanese and in English,
// both by the path of the Japanese page. Whether they have problems is
// TestStarterHasNoProblem's to say.
func editions(t *testing.T, folder string) (ja, en map[string]edition) {
	t.Helper()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	tree, _, err := source.Read(root)
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]source.Page)
	for _, p := range tree.Parts {
		parts[p.Path] = p
	}
	converter := markdown.New(markdown.Options{Include: func(path string) (source.Page, bool) {
		p, ok := parts[path]
		return p, ok
	}})
	ja, en = make(map[string]edition), make(map[string]edition)
	for _, p := range tree.Pages {
		e := edition{lang: "ja", page: p}
		base, english := strings.CutSuffix(p.Path, ".en.md")
		if english {
			e.lang = "en"
		}
		e.doc, _ = converter.Convert(p, e.lang)
		if english {
			en[base+".md"] = e
		} else {
			ja[p.Path] = e
		}
	}
	return ja, en
}

// section is what stands below one heading: its links and the numbers in its
// words.
type section struct {
	id      string
	links   []string
	numbers []numbers // of each paragraph, item and row
}

// sections parts a page by its headings. What the page says of itself (title,
// description, a report's verdict) is the first. Code is left out: it is the
// same to every reader, or an example in his language.
func (e edition) sections() []section {
	front := e.page.Front
	words := strings.Join(append([]string{front.Title, front.Description, front.Verdict, front.Decision}, front.Risks...), "\n")
	all, now := []section{}, section{id: "(front matter)"}
	endBlock := func() {
		if strings.TrimSpace(words) != "" {
			now.numbers = append(now.numbers, numbersOf(e.lang, words))
		}
		words = ""
	}
	endSection := func(next string) {
		endBlock()
		slices.Sort(now.links)
		all, now = append(all, now), section{id: next}
	}
	endSection("(top)")
	tokens, code := html.NewTokenizer(strings.NewReader(markup(e.doc.Parts))), 0
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		switch {
		case token.Type == html.TextToken && code == 0:
			words += token.Data
		case token.Data == "code" || token.Data == "pre":
			code += map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[token.Type]
		case token.Type == html.StartTagToken && e.isHeading(attribute(token, "id")):
			endSection(attribute(token, "id"))
		case token.Data == "a" && token.Type == html.StartTagToken:
			now.links = append(now.links, strings.ReplaceAll(attribute(token, "href"), ".en.md", ".md"))
		case token.Data == "img":
			words += "\n" + attribute(token, "alt")
		case slices.Contains([]string{"td", "th", "br"}, token.Data):
			words += "\n"
		case token.Type != html.TextToken && !slices.Contains(withinLine, token.Data):
			endBlock()
		}
	}
	endSection("")
	return all
}

// withinLine are the elements between whose words no line ends.
var withinLine = []string{"a", "dfn", "em", "rp", "rt", "ruby", "span", "strong"}

func (e edition) isHeading(id string) bool {
	return id != "" && slices.ContainsFunc(e.doc.Headings, func(h markdown.Heading) bool { return h.ID == id })
}

func attribute(token html.Token, name string) string {
	for _, a := range token.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// markup is a page's body with its slots filled as far as they say something
// of the page: where links lead and which figures it shows, as links.
func markup(parts []markdown.Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Slot == nil {
			b.WriteString(p.HTML.String())
			continue
		}
		switch s := p.Slot; s.Kind {
		case markdown.SlotLink:
			b.WriteString(html.EscapeString(s.Target))
		case markdown.SlotTerm:
			b.WriteString(html.EscapeString(s.Label))
		case markdown.SlotFigure, markdown.SlotValue:
			shown := s.Target
			for _, a := range s.Attrs {
				if a.Name != "caption" && a.Name != "id" {
					shown += " " + a.Name + "=" + a.Value
				}
			}
			fmt.Fprintf(&b, `<a href="%s">–</a>`, html.EscapeString(shown))
		case markdown.SlotOnly:
			b.WriteString(markup(s.Body))
		}
	}
	return b.String()
}
