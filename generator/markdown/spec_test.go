package markdown

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kohort/generator/diag"
)

// example is one of a specification: what is written and what comes out.
type example struct {
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
	Number   int    `json:"example"`
}

func TestSpecifications(t *testing.T) {
	differences := readDifferences(t)
	seen := map[string]bool{}
	for name, examples := range readSpecifications(t) {
		for _, e := range examples {
			id := fmt.Sprintf("%s %d", name, e.Number)
			got, want := normalize(t, convertWhole(e.Markdown)), normalize(t, e.HTML)
			reason, listed := differences[id]
			seen[id] = true
			switch {
			case got != want && !listed:
				t.Errorf("%s\ninput %q\ngot  %q\nwant %q", id, e.Markdown, got, want)
			case got == want && listed:
				t.Errorf("%s is listed as a difference (%s) and passes; take it off the list", id, reason)
			}
		}
	}
	for id := range differences {
		if !seen[id] {
			t.Errorf("differences.txt lists %q, which is no example", id)
		}
	}
}

// convertWhole converts Markdown with its title in place and slots filled with
// their targets.
func convertWhole(markdown string) string {
	c := New(Options{})
	var problems []diag.Problem
	f := newFile(page(markdown), &problems)
	root := c.parse(f)
	w := &writer{converter: c}
	w.reset(f, "en")
	w.survey(root)
	w.topLevel(root, false)
	w.footnotes()
	w.flush()
	var b strings.Builder
	for _, p := range makeParts(string(w.buf), w.parts) {
		if p.Slot == nil {
			b.WriteString(p.HTML.String())
		} else {
			b.Write(appendEscaped(nil, util.URLEscape([]byte(p.Slot.Target), false)))
		}
	}
	return b.String()
}

func readSpecifications(t *testing.T) map[string][]example {
	t.Helper()
	data, err := os.ReadFile("testdata/spec/commonmark-0.31.2.json")
	if err != nil {
		t.Fatal(err)
	}
	var commonmark []example
	if err := json.Unmarshal(data, &commonmark); err != nil {
		t.Fatal(err)
	}
	out := map[string][]example{"commonmark": commonmark}
	files, _ := filepath.Glob("testdata/spec/goldmark-*.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		out[name] = readGoldmark(t, string(data))
	}
	return out
}

var goldmarkCase = regexp.MustCompile(`(?ms)^(\d+)[^\n]*\n(?:OPTIONS[^\n]*\n)?//- [- ]*//\n(.*?)//- [- ]*//\n(.*?)//= [= ]*//`)

// readGoldmark reads goldmark's own form of examples.
func readGoldmark(t *testing.T, data string) []example {
	t.Helper()
	var out []example
	for _, m := range goldmarkCase.FindAllStringSubmatch(data, -1) {
		var n int
		if _, err := fmt.Sscan(m[1], &n); err != nil {
			t.Fatal(err)
		}
		out = append(out, example{Markdown: strings.TrimSuffix(m[2], "\n"), HTML: m[3], Number: n})
	}
	if len(out) == 0 {
		t.Fatal("no examples in a file of goldmark's")
	}
	return out
}

func readDifferences(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/spec/differences.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		id, reason, ok := strings.Cut(line, ": ")
		if !ok || reason == "" {
			t.Fatalf("differences.txt: %q has no reason", line)
		}
		name, numbers, _ := strings.Cut(id, " ")
		for _, n := range strings.Fields(numbers) {
			out[name+" "+n] = reason
		}
	}
	return out
}

// normalize gives HTML in one form, so that what a browser reads alike
// compares alike, and takes off what Kohort adds everywhere.
func normalize(t *testing.T, markup string) string {
	t.Helper()
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(markup), body)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range nodes {
		writeNormal(&b, n, false)
	}
	return strings.TrimSpace(b.String())
}

var blank = regexp.MustCompile(`[ \t\n]+`)

func writeNormal(b *strings.Builder, n *html.Node, pre bool) {
	switch n.Type {
	case html.TextNode:
		if pre {
			b.WriteString(n.Data)
		} else {
			words := blank.ReplaceAllString(n.Data, " ")
			if n.NextSibling != nil && n.NextSibling.Data == "br" || words == " " && n.PrevSibling == nil {
				words = strings.TrimSuffix(words, " ")
			}
			b.WriteString(words)
		}
		return
	case html.CommentNode:
		b.WriteString("<!--" + n.Data + "-->")
		return
	}
	class := attribute(n, "class")
	switch {
	case n.Data == "a" && class == "anchor":
		return
	case n.Data == "div" && class == "table", n.Data == "figure" && n.FirstChild != nil && n.FirstChild.Data == "img", n.Data == "span" && pre, n.Data == "label":
		if n.Data == "figure" {
			n.FirstChild.Attr = append(n.FirstChild.Attr, html.Attribute{Key: "title", Val: textOf(n.LastChild)})
			n.RemoveChild(n.LastChild)
			b.WriteString("<p>")
			defer b.WriteString("</p>")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			writeNormal(b, c, pre)
		}
		return
	}
	b.WriteString("<" + n.Data)
	attrs := slices.DeleteFunc(slices.Clone(n.Attr), func(a html.Attribute) bool { return added(n.Data, a) })
	slices.SortFunc(attrs, func(x, y html.Attribute) int { return strings.Compare(x.Key, y.Key) })
	for _, a := range attrs {
		switch {
		case a.Key == "style", a.Key == "align":
			a = html.Attribute{Key: "class", Val: strings.TrimPrefix(a.Val, "text-align:")}
		case a.Key == "href" || a.Key == "src":
			a.Val = string(util.URLEscape([]byte(a.Val), false))
		}
		fmt.Fprintf(b, " %s=%q", a.Key, a.Val)
	}
	b.WriteString(">")
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		writeNormal(b, c, pre || n.Data == "pre")
	}
	b.WriteString("</" + n.Data + ">")
}

// added says whether Kohort adds an attribute to what a specification wants.
func added(tag string, a html.Attribute) bool {
	switch a.Key {
	case "rel", "aria-label", "scope":
		return true
	case "id":
		return len(tag) == 2 && tag[0] == 'h'
	case "class":
		return a.Val == "task" || a.Val == "chroma"
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}
