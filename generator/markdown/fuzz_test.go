package markdown

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"kohort/generator/source"
)

// FuzzDirectives converts any text and requires that nothing panics, that the
// markup of every body is balanced and free of scripts, and that every problem
// lies in the file.
func FuzzDirectives(f *testing.F) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".md") {
				f.Add(string(file.Data))
			}
		}
	}
	c := New(Options{Words: words})
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) || strings.ContainsRune(body, 0) {
			return // source refuses such a file
		}
		p := page(strings.ReplaceAll(body, "\r", "\n"))
		for _, layout := range []source.Layout{source.LayoutPage, source.LayoutFAQ} {
			p.Front.Layout = layout
			doc, problems := c.Convert(p, "ja")
			checkBalanced(t, p.Body, doc.Parts)
			lines := strings.Split(p.Body, "\n")
			for _, problem := range problems {
				pos := problem.Pos
				if pos.Line < 1 || pos.Line > len(lines) || pos.Column < 1 || pos.Column > utf8.RuneCountInString(lines[pos.Line-1])+1 {
					t.Fatalf("input %q\nproblem %s lies outside the file", p.Body, pos)
				}
			}
		}
	})
}

// voids are the elements without an end tag.
var voids = []string{"br", "hr", "img", "input", "wbr", "col"}

// checkBalanced requires that each body opens and closes its elements in
// order, and holds nothing that could run.
func checkBalanced(t *testing.T, input string, parts []Part) {
	t.Helper()
	var b strings.Builder
	for _, p := range parts {
		if p.Slot != nil {
			checkBalanced(t, input, p.Slot.Body)
			b.WriteString("slot")
			continue
		}
		b.WriteString(p.HTML.String())
	}
	var open []string
	z := html.NewTokenizer(strings.NewReader(b.String()))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Fatalf("input %q\ngot %q\nnot closed: %v", input, b.String(), open)
			}
			return
		case html.StartTagToken:
			token := z.Token()
			checkTag(t, input, token)
			if !slices.Contains(voids, token.Data) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("input %q\ngot %q\n</%s> closes %v", input, b.String(), name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

func checkTag(t *testing.T, input string, token html.Token) {
	t.Helper()
	switch token.Data {
	case "script", "style", "iframe", "object", "embed", "form", "svg", "meta", "link", "base":
		t.Fatalf("input %q\ngot <%s>", input, token.Data)
	}
	for _, a := range token.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
			t.Fatalf("input %q\ngot the attribute %s of <%s>", input, a.Key, token.Data)
		}
		if kind, scheme := classify(a.Val); (a.Key == "href" || a.Key == "src") && kind == toUnsafe {
			t.Fatalf("input %q\ngot %s with the scheme %s", input, a.Key, scheme)
		}
	}
}
