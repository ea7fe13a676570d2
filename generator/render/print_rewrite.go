package render

import (
	"bytes"
	"html"
	"strconv"
	"strings"

	tokens "golang.org/x/net/html"

	"kohort/generator/handbook"
)

// rewriter puts finished pages one behind the other: ids get the page's own
// beginning, links between the pages become links inside the document, others
// start from its folder, headings go a level down and what is folded opens.
type rewriter struct {
	document document
	dir      string         // the document's folder
	places   map[string]int // of its pages, by URL
	ids      []map[string]bool

	out      bytes.Buffer
	page     *handbook.Page
	place    int
	used     map[string]bool // ids of the page that have been written
	headings []printHeading  // open levels of the page
	level    int             // of the heading that is open, as written
}

// printHeading is a level of headings in a page, and what becomes of it.
type printHeading struct{ in, out int }

// written is a page of the document as it was rendered.
type written struct {
	page *handbook.Page
	html string // its article
}

// article cuts a page's own part out of its file.
func article(content string) string {
	_, main, _ := strings.Cut(content, "<main")
	if _, rest, found := strings.Cut(main, ">"); found {
		main = rest
	}
	if end := strings.LastIndex(main, "</main>"); end >= 0 {
		main = main[:end]
	}
	start, end := strings.Index(main, "<article"), strings.LastIndex(main, "</article>")
	if start < 0 || end < start {
		return main
	}
	_, inner, _ := strings.Cut(main[start:end], ">")
	return inner
}

// idsOf collects the ids of a page, to know which links inside it arrive.
func idsOf(page string) map[string]bool {
	const attribute = ` id="`
	ids := make(map[string]bool)
	for at := strings.Index(page, attribute); at >= 0; at = strings.Index(page, attribute) {
		page = page[at+len(attribute):]
		id, _, _ := strings.Cut(page, `"`)
		ids[html.UnescapeString(id)] = true
	}
	return ids
}

// rewrite gives the pages of a document as its body; f words what stands below
// each.
func rewrite(d document, pages []written, f *frame) string {
	r := &rewriter{document: d, dir: folder(d.url), places: make(map[string]int, len(pages))}
	size := 0
	for i, p := range pages {
		r.places[p.page.URL] = i
		r.ids = append(r.ids, idsOf(p.html))
		size += len(p.html) + 256
	}
	r.out.Grow(size)
	for i, p := range pages {
		r.add(i, p, f)
	}
	return r.out.String()
}

func (r *rewriter) add(place int, p written, f *frame) {
	r.page, r.place, r.used, r.headings, r.level = p.page, place, make(map[string]bool), r.headings[:0], 0
	r.write(`<article class="print-page layout-`, string(layoutOf(p.page)), `" id="`, printID(place), "\">\n")
	z := tokens.NewTokenizer(strings.NewReader(p.html))
	skip := ""
	for {
		kind := z.Next()
		if kind == tokens.ErrorToken {
			break
		}
		raw := z.Raw()
		if skip == "" && (kind == tokens.TextToken || kind == tokens.DoctypeToken) {
			r.out.Write(raw)
		}
		if kind == tokens.TextToken || kind == tokens.DoctypeToken || kind == tokens.CommentToken {
			continue
		}
		tag, _ := z.TagName()
		switch name := string(tag); {
		case skip != "":
			if kind == tokens.EndTagToken && name == skip {
				skip = ""
			}
		case kind == tokens.StartTagToken && (name == "script" || name == "template"):
			skip = name
		case kind == tokens.EndTagToken && headingLevel(name) > 0 && r.level > 0:
			r.write("</h", strconv.Itoa(r.level), ">")
			r.level = 0
		case kind == tokens.EndTagToken || headingLevel(name) == 0 && name != "details" && bytes.IndexByte(raw, '=') < 0:
			r.out.Write(raw)
		default:
			r.start(name, string(raw))
		}
	}
	r.write(aboutPage(p.page, f), "</article>\n")
}

// aboutPage is the line below a page: when it was changed, and whose it is.
func aboutPage(page *handbook.Page, f *frame) string {
	var about []string
	if d := f.Date(page.Front.Updated); d.ISO != "" {
		about = append(about, html.EscapeString(f.T("updated"))+` <time datetime="`+d.ISO+`">`+html.EscapeString(d.Text)+`</time>`)
	}
	if page.Front.Owner != "" {
		about = append(about, html.EscapeString(f.T("owner")+" "+page.Front.Owner))
	}
	if len(about) == 0 {
		return ""
	}
	return `<p class="print-about">` + strings.Join(about, `<br>`) + "</p>\n"
}

func (r *rewriter) write(parts ...string) {
	for _, part := range parts {
		r.out.WriteString(part)
	}
}

// headingLevel is 1 to 6 for h1 to h6, else 0.
func headingLevel(name string) int {
	if len(name) == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6' {
		return int(name[1] - '0')
	}
	return 0
}

// below gives the level that a heading of the page has in the document, where
// pages are of level 2 and no level is left out.
func (r *rewriter) below(in int) int {
	for n := len(r.headings); n > 0 && r.headings[n-1].in >= in; n-- {
		r.headings = r.headings[:n-1]
	}
	out := 2
	if n := len(r.headings); n > 0 {
		out = min(r.headings[n-1].out+1, 6)
	}
	r.headings = append(r.headings, printHeading{in, out})
	return out
}
