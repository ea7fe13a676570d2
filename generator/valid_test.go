package generator_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// validity reads a page as it is written, without what a browser would mend,
// and holds it against the rules of the HTML standard in valid_rules_test.go.
// Every element that is not empty must have its end.
type validity struct {
	found    []string
	stack    []opened
	ids      map[string]bool
	pointing []string // ids that attributes name
	line     int
}

// opened is an element whose end has not come yet.
type opened struct {
	name     string
	rule     element
	children []string
	words    string   // of a <dt>
	terms    []string // of a <dl>
}

const void = "br col hr img input link meta wbr"

// invalid gives what is wrong with a page, by line.
func invalid(page string) []string {
	v := validity{ids: make(map[string]bool), line: 1}
	if !strings.HasPrefix(page, "<!DOCTYPE html>\n<html ") {
		v.say("begins otherwise than with <!DOCTYPE html> and <html>")
	}
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := string(z.Raw())
		switch token := z.Token(); kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			v.start(token, kind == html.SelfClosingTagToken)
			v.twice(raw)
		case html.EndTagToken:
			v.end(token.Data)
		case html.TextToken:
			v.text(token.Data)
		}
		v.line += strings.Count(raw, "\n")
	}
	for _, o := range v.stack {
		v.say("<%s> has no end", o.name)
	}
	for _, id := range v.pointing {
		if !v.ids[id] {
			v.say("there is no id %s", id)
		}
	}
	return v.found
}

func (v *validity) say(format string, args ...any) {
	v.found = append(v.found, fmt.Sprintf("%d: ", v.line)+fmt.Sprintf(format, args...))
}

// holds is what may stand at this place.
func (v *validity) holds() string {
	for i := len(v.stack) - 1; i >= 0; i-- {
		o := v.stack[i]
		switch {
		case o.rule.holds == "as around":
			continue
		case o.name == "div" && i > 0 && v.stack[i-1].name == "dl":
			return "dt dd"
		}
		return o.rule.holds
	}
	return "html"
}

func (v *validity) start(token html.Token, closed bool) {
	name, drawn := token.Data, v.holds() == "drawing"
	rule, known := elements[name]
	switch {
	case drawn && (name == "desc" || name == "title"):
		rule = element{holds: "flow"} // HTML again, by the standard
	case drawn:
		rule = element{holds: "drawing"}
	case !known:
		v.say("<%s> is not in the standard, or obsolete", name)
		rule = element{is: "flow phrasing", holds: "flow"}
	case !among(v.holds(), name, rule.is):
		v.say("<%s> may not stand in <%s>, which holds %s", name, v.top(), v.holds())
	}
	is := rule.is
	for _, a := range token.Attr {
		if a.Key == "tabindex" {
			is += " focusable"
		}
		if name == "a" && a.Key == "href" {
			is += " interactive"
		}
	}
	for _, above := range v.stack {
		if among(above.rule.never, name, is) {
			v.say("<%s> may not stand anywhere in <%s>", name, above.name)
		}
	}
	if n := len(v.stack); n > 0 {
		v.stack[n-1].children = append(v.stack[n-1].children, name)
	}
	v.attributes(token, rule, drawn)
	switch empty := among(void, name, ""); {
	case !drawn && closed && !empty:
		v.say("<%s/> closes nothing", name)
		fallthrough
	case !empty && (!closed || !drawn):
		v.stack = append(v.stack, opened{name: name, rule: rule})
	}
}

func (v *validity) top() string {
	if len(v.stack) == 0 {
		return "the page"
	}
	return v.stack[len(v.stack)-1].name
}

// attributes judges those of an element. Of a drawing's, ids alone.
func (v *validity) attributes(token html.Token, rule element, drawn bool) {
	seen := make(map[string]bool)
	for _, a := range token.Attr {
		seen[a.Key] = true
		if a.Key == "id" {
			if v.ids[a.Val] {
				v.say("the id %s stands twice", a.Val)
			}
			v.ids[a.Val] = true
		}
		if among(pointers, a.Key, "") {
			v.pointing = append(v.pointing, strings.Fields(a.Val)...)
		}
		if drawn || token.Data == "svg" {
			continue
		}
		if !among(rule.may, a.Key, "") && !among(everywhere, a.Key, "") && !strings.HasPrefix(a.Key, "data-") {
			v.say("<%s> may not have %s", token.Data, a.Key)
		}
		if form := forms[a.Key]; form != nil && !form.MatchString(a.Val) {
			v.say(`<%s> has %s="%s"`, token.Data, a.Key, a.Val)
		}
	}
	for _, need := range strings.Fields(rule.needs) {
		if !seen[need] {
			v.say("<%s> is without %s", token.Data, need)
		}
	}
}

var attributeWritten = regexp.MustCompile(`\s([^\s=>"'/]+)(?:="[^"]*")?`)

// twice judges a tag as it is written: a token has each attribute once.
func (v *validity) twice(tag string) {
	seen := make(map[string]bool)
	for _, m := range attributeWritten.FindAllStringSubmatch(tag, -1) {
		if seen[m[1]] {
			v.say("%s twice in %.60s", m[1], tag)
		}
		seen[m[1]] = true
	}
}

func (v *validity) end(name string) {
	if v.top() != name {
		v.say("</%s> ends <%s>", name, v.top())
		if !slices.ContainsFunc(v.stack, func(o opened) bool { return o.name == name }) {
			return
		}
	}
	for len(v.stack) > 0 {
		last := v.stack[len(v.stack)-1]
		if wrong := disorder(last.name, last.children, v.holdsTerms(last)); wrong != "" {
			v.say("%s", wrong)
		}
		v.stack = v.stack[:len(v.stack)-1]
		if last.name == "dt" {
			v.term(last.words)
		}
		if last.name == name {
			return
		}
	}
}

// holdsTerms tells whether what is on top is a list of terms, or a part of one.
func (v *validity) holdsTerms(o opened) bool {
	return o.name == "dl" || v.holds() == "dt dd"
}

// term judges a name of the list around it: each stands there once.
func (v *validity) term(words string) {
	for i := range v.stack {
		list := &v.stack[len(v.stack)-1-i]
		if list.name != "dl" {
			continue
		}
		if slices.Contains(list.terms, words) {
			v.say("<dl> has the name %q twice", words)
		}
		list.terms = append(list.terms, words)
		return
	}
}

func (v *validity) text(text string) {
	for i := range v.stack {
		if v.stack[i].name == "dt" {
			v.stack[i].words += text
		}
	}
	if len(v.stack) > 0 && strings.TrimSpace(text) != "" && !among("flow phrasing text drawing", "", v.holds()) {
		v.say("<%s> may not hold text: %.40q", v.top(), text)
	}
}

// TestEveryPageIsValid holds every page of the starter against the standard.
func TestEveryPageIsValid(t *testing.T) {
	site := builtStarter(t)
	for _, name := range pagesOf(site.Files) {
		found := invalid(site.Files[name])
		for _, wrong := range found[:min(len(found), 5)] {
			t.Errorf("%s:%s", name, wrong)
		}
	}
}

// TestValidityIsSeen proves that what is wrong is found, and what is right is not.
func TestValidityIsSeen(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{`<p>a <em>b</em><br>c</p><ul><li>d</li></ul><dl><div><dt>a</dt><dd>b</dd></div></dl>`, ""},
		{`<svg role="img" aria-labelledby="t"><title id="t">a</title><path d="M0 0"/></svg>`, ""},
		{`<details><summary><h2>a</h2></summary><p>b</p></details>`, ""},
		{`<p>a<div>b</div></p>`, "<div> may not stand in <p>"},
		{`<p><a href="x"><div>b</div></a></p>`, "<div> may not stand in <a>"},
		{`<a href="x"><button type="button">b</button></a>`, "<button> may not stand anywhere in <a>"},
		{`<button type="button"><span tabindex="0">b</span></button>`, "<span> may not stand anywhere in <button>"},
		{`<label>a <label>b</label></label>`, "<label> may not stand anywhere in <label>"},
		{`<ul><p>a</p></ul>`, "<p> may not stand in <ul>"},
		{`<ul>a</ul>`, "<ul> may not hold text"},
		{`<dl><div><p>a</p></div></dl>`, "<p> may not stand in <div>"},
		{`<dl><dd>a</dd></dl>`, "without <dt>"},
		{`<dl><dt>a</dt><dd>b</dd><dt>a</dt><dd>c</dd></dl>`, "has the name \"a\" twice"},
		{`<table><td>a</td></table>`, "<td> may not stand in <table>"},
		{`<table><tbody><tr><th>a</th></tr></tbody></table>`, "<th> is without scope"},
		{`<details><p>a</p></details>`, "does not begin with <summary>"},
		{`<img src="a.png">`, "<img> is without alt"},
		{`<p id="a">b</p><p id="a">c</p>`, "the id a stands twice"},
		{`<p aria-describedby="none">b</p>`, "there is no id none"},
		{`<p align="left">b</p>`, "<p> may not have align"},
		{`<p style="color:red">b</p>`, "<p> may not have style"},
		{`<center>b</center>`, "<center> is not in the standard"},
		{`<p class="a" class="b">b</p>`, "class twice in <p"},
		{`<p>a`, "ends <p>"},
		{`<div/>`, "closes nothing"},
		{`<time datetime="tomorrow">a</time>`, `datetime="tomorrow"`},
		{`<header><footer>a</footer></header>`, "<footer> may not stand anywhere in <header>"},
	} {
		page := "<!DOCTYPE html>\n<html lang=\"en\"><head><title>a</title></head><body>" + c.body + "</body></html>"
		got := invalid(page)
		if c.want == "" && len(got) > 0 || c.want != "" && !strings.Contains(strings.Join(got, "\n"), c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.body, got, c.want)
		}
	}
}
