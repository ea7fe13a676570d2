package audit

import (
	"strings"
	"testing"

	"kohort/generator/diag"
)

func TestCommentsAgainstReleases(t *testing.T) {
	released := testReleased()
	released.quotes = map[string][]string{"2025-spring/learned": {"部署の3名で話した。", "A & B"}, "2024-autumn/learned": {"別の期の声"}}
	const list = `<ul class="quotes"><li data-quote="2025-spring/learned">`
	for _, c := range []struct{ name, body, want string }{
		{"as released", list + `部署の3名で話した。</li></ul><p>次</p>`, ""},
		{"with an entity", list + `A &amp; B</li></ul>`, ""},
		{"on two lines", list + "\n A\n &amp; B\n</li>\n</ul>", ""},
		{"elsewhere", `<blockquote data-quote="2025-spring/learned">A &amp; B</blockquote>`, ""},
		{"another word", list + `部署の4名で話した。</li></ul>`, "quote-differs"},
		{"a part of it", list + `部署の3名</li></ul>`, "quote-differs"},
		{"more than it", list + `A &amp; B (営業部)</li></ul>`, "quote-differs"},
		{"of another cohort", list + `別の期の声</li></ul>`, "quote-differs"},
		{"of a question without comments", `<p data-quote="2025-spring/other">A &amp; B</p>`, "quote-differs"},
		{"without its tag", `<ul class="quotes"><li>A &amp; B</li></ul>`, "quote-differs"},
		{"words beside it", list + `A &amp; B</li><li>そのほか</li></ul>`, "quote-differs"},
		{"not closed", list + `部署`, "quote-differs"},
	} {
		p := newPage("a.html", released)
		var r reader
		r.words("a.html", "<h1>x</h1>"+c.body, p)
		var got []string
		for _, f := range p.findings {
			if f.id == diag.ID("quote-differs") || strings.HasPrefix(string(f.id), "figure-") {
				got = append(got, string(f.id))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
