package audit

import (
	"context"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"kohort/generator/render"
)

func TestEmailUnlisted(t *testing.T) {
	for _, c := range []struct {
		name, content string
		contacts      []string
		want          []string
	}{
		{"a.html", document(`<a href="mailto:office@example.com">office@example.com</a>`), []string{"Office@example.com"}, nil},
		{"a.html", document(`<p>jun@example.org</p>`), nil, nil},
		{"a.html", document(`<p>jun@example.org, jun@example.org</p>`), []string{"office@example.com"}, []string{"pages/a.md:2 email-unlisted"}},
		{"a.html", document(`<a href="mailto:jun%40example.org">x</a>`), []string{"office@example.com"}, []string{"a.html email-unlisted"}},
		{"a.html", document(`<p>jun&#64;example.org</p>`), []string{"office@example.com"}, []string{"pages/a.md:2 email-unlisted"}},
		{"data.csv", "who\njun@example.org\n", []string{"office@example.com"}, []string{"data.csv email-unlisted"}},
		{"search.js", `t(1,["a \u003coffice@example.com>\noffice@example.com"])`, []string{"office@example.com"}, nil},
		{"search.js", `t(1,["a \u003cjun@example.org>"])`, []string{"office@example.com"}, []string{"pages/search.js:2 email-unlisted"}},
		{"style.css", "@media print { a { color: red } }", []string{"office@example.com"}, nil},
	} {
		file := render.File{Path: c.name, Content: c.content}
		source := "# x\nask jun@example.org\n"
		if c.name == "a.html" {
			file.Sources = []string{"pages/a.md"}
		} else {
			file.Sources = []string{"pages/" + c.name}
		}
		if strings.Contains(c.content, "%40") {
			source = "# x\n"
		}
		a := &auditor{files: []render.File{file}, scan: testScan, contacts: c.contacts, released: testReleased(),
			read: func(string) (string, bool) { return source, true }}
		problems, clean := a.check(context.Background())
		var got []string
		for _, p := range problems {
			got = append(got, p.Pos.String()+" "+string(p.ID))
		}
		if !slices.Equal(got, c.want) || !clean {
			t.Errorf("%s %s: got %v, want %v", c.name, c.content, got, c.want)
		}
	}
}

func TestNumberTyped(t *testing.T) {
	r := testReleased()
	r.departments = []string{"営業部", "人事部", "Sales"}
	for _, c := range []struct{ body, want string }{
		{`<p>営業部から3名が参加しました。</p>`, "営業部から3名"},
		{`<p>参加者のうち数名は<strong>営業部</strong>です。</p>`, "数名は営業部"},
		{`<p>人事部の十二人が答えました。</p>`, "人事部の十二人"},
		{`<p>Three mentors came from Sales.</p>`, "Three mentors came from Sales"},
		{`<p>営業部：３ 名</p>`, "営業部：３ 名"},
		{`<p>営業部のメンター5組が続けています。</p>`, "営業部のメンター5組"},
		{`<p>十数名が営業部から来ました。</p>`, "十数名が営業部"},
		{`<p>営業部からは2〜3名です。</p>`, "営業部からは2〜3名"},
		{`<ul><li>人事部 <b>4</b>名</li></ul>`, "人事部 4名"},
		{`<p>Several of the mentees work in Sales.</p>`, "Several of the mentees work in Sales"},
		{`<p>Sales has a few mentors.</p>`, "Sales has a few mentors"},
		{`<p>Sales: 3 people</p>`, "Sales: 3 people"},
		{`<p>営業部の4人が発表しました。人事部の3人が答えました。</p>`, "営業部の4人人事部の3人"},
		{`<p>Salesforce has three mentors.</p>`, ""},
		{`<p>Salesforce is used; one person from Sales left.</p>`, "one person from Sales"},
		{`<p>Both senior mentors of Sales agreed.</p>`, "Both senior mentors of Sales"},
		{`<p>Please ask Sales. Three mentors help you.</p>`, ""},
		{`<p>営業部では1人あたり60分です。</p>`, ""},
		{`<p>営業部も十人十色です。</p>`, ""},
		{`<p>営業部と二人三脚で進めます。</p>`, ""},
		{`<p>営業部の組織は3組織です。</p>`, ""},
		{`<p>営業部は3階、会議室は2つ。</p>`, ""},
		{`<p>営業部に連絡します。3名で話します。</p>`, ""},
		{`<p>営業部では一人ひとりが話します。</p>`, ""},
		{`<p>第3人事部長と営業部</p>`, ""},
		{`<p>3名から始めます</p><p>営業部</p>`, ""},
		{`<p>2025年4月に営業部で始めます。</p>`, ""},
		{`<figure class="stat"><table><tr><th>営業部<td><data value="31" data-cell="2025-spring/people/count">31</data>人</table></figure>`, ""},
		{`<p>営業部の<data class="figure" value="31" data-cell="2025-spring/people/count">31</data>人です。</p>`, ""},
	} {
		p := newPage("a.html", r)
		new(reader).words("a.html", document(c.body), p)
		got := ""
		for _, f := range p.findings {
			if f.id == "number-typed" {
				got += f.needle
			}
		}
		if want := c.want; got != strings.TrimSuffix(want, ".") {
			t.Errorf("%s: got %q, want %q", c.body, got, want)
		}
	}
}

func TestNamesInBase64(t *testing.T) {
	for _, encode := range []func([]byte) string{base64.StdEncoding.EncodeToString, base64.RawURLEncoding.EncodeToString} {
		body := `<a data-x="x:` + encode([]byte("担当は佐藤 花子です")) + `">x</a>`
		got, clean := checkFiles(t, []render.File{{Path: "a.html", Content: document(body)}}, nil, nil)
		if !slices.Equal(got, []string{"a.html tripwire-output"}) || clean {
			t.Errorf("%s: got %v, clean %v; want tripwire-output", body, got, clean)
		}
	}
	if got := decodeBase64("internationalization of images/flow-chart-2025 aGVsbG8="); strings.Contains(got, "hello") {
		t.Errorf("a short run was decoded: %q", got)
	}
}
