package generator_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// element is what the HTML standard has for one of its elements.
type element struct {
	is    string // the kinds of content that it is
	holds string // kinds and elements that may stand in it; "as around": what may stand where it stands itself
	may   string // attributes beside those of every element
	needs string // attributes that it may not be without
	never string // kinds and elements that may not stand anywhere below it
}

const (
	sectioned = "sectioning heading header footer"
	operable  = "interactive focusable"
)

// elements are those that a page may use. What is not here is either unknown
// to the standard, or obsolete, or nothing that a page of ours is for.
var elements = map[string]element{
	"html": {holds: "head body", needs: "lang"},
	"head": {holds: "metadata"},
	"body": {holds: "flow"},

	"title":  {is: "metadata", holds: "text"},
	"meta":   {is: "metadata", may: "charset name property http-equiv content media"},
	"link":   {is: "metadata", may: "rel href type hreflang media title sizes", needs: "rel href"},
	"script": {is: "metadata flow phrasing", may: "src defer async", needs: "src"},

	"main": {is: "flow", holds: "flow", never: "main"}, "div": {is: "flow", holds: "flow"},
	"header":  {is: "flow", holds: "flow", never: "header footer main"},
	"footer":  {is: "flow", holds: "flow", never: "header footer main"},
	"address": {is: "flow", holds: "flow", never: sectioned + " address"},
	"nav":     {is: "flow sectioning", holds: "flow", never: "main"},
	"aside":   {is: "flow sectioning", holds: "flow", never: "main"},
	"article": {is: "flow sectioning", holds: "flow", never: "main"},
	"section": {is: "flow sectioning", holds: "flow"},

	"h1": {is: "flow heading", holds: "phrasing"}, "h2": {is: "flow heading", holds: "phrasing"},
	"h3": {is: "flow heading", holds: "phrasing"}, "h4": {is: "flow heading", holds: "phrasing"},
	"h5": {is: "flow heading", holds: "phrasing"}, "h6": {is: "flow heading", holds: "phrasing"},
	"p": {is: "flow", holds: "phrasing"}, "pre": {is: "flow", holds: "phrasing"},
	"hr": {is: "flow"}, "blockquote": {is: "flow", holds: "flow", may: "cite"},

	"ul": {is: "flow", holds: "li"}, "ol": {is: "flow", holds: "li", may: "start reversed type"},
	"li": {holds: "flow", may: "value"},
	"dl": {is: "flow", holds: "dt dd div"}, "dt": {holds: "flow", never: sectioned}, "dd": {holds: "flow"},
	"figure": {is: "flow", holds: "flow figcaption"}, "figcaption": {holds: "flow"},
	"details": {is: "flow interactive", holds: "flow summary", may: "open name"},
	"summary": {holds: "phrasing heading"},

	"table":   {is: "flow", holds: "caption colgroup thead tbody tfoot tr"},
	"caption": {holds: "flow", never: "table"}, "colgroup": {holds: "col", may: "span"}, "col": {may: "span"},
	"thead": {holds: "tr"}, "tbody": {holds: "tr"}, "tfoot": {holds: "tr"}, "tr": {holds: "td th"},
	"td": {holds: "flow", may: "colspan rowspan headers"},
	"th": {holds: "flow", may: "colspan rowspan headers scope abbr", needs: "scope", never: sectioned},

	"a":    {is: "flow phrasing", holds: "as around", may: "href hreflang rel download type target", never: operable + " a"},
	"span": {is: "flow phrasing", holds: "phrasing"}, "em": {is: "flow phrasing", holds: "phrasing"},
	"strong": {is: "flow phrasing", holds: "phrasing"}, "small": {is: "flow phrasing", holds: "phrasing"},
	"b": {is: "flow phrasing", holds: "phrasing"}, "i": {is: "flow phrasing", holds: "phrasing"},
	"u": {is: "flow phrasing", holds: "phrasing"}, "s": {is: "flow phrasing", holds: "phrasing"},
	"sub": {is: "flow phrasing", holds: "phrasing"}, "sup": {is: "flow phrasing", holds: "phrasing"},
	"code": {is: "flow phrasing", holds: "phrasing"}, "kbd": {is: "flow phrasing", holds: "phrasing"},
	"samp": {is: "flow phrasing", holds: "phrasing"}, "var": {is: "flow phrasing", holds: "phrasing"},
	"mark": {is: "flow phrasing", holds: "phrasing"}, "cite": {is: "flow phrasing", holds: "phrasing"},
	"abbr": {is: "flow phrasing", holds: "phrasing"}, "bdi": {is: "flow phrasing", holds: "phrasing"},
	"q":    {is: "flow phrasing", holds: "phrasing", may: "cite"},
	"dfn":  {is: "flow phrasing", holds: "phrasing", never: "dfn"},
	"data": {is: "flow phrasing", holds: "phrasing", may: "value", needs: "value"},
	"time": {is: "flow phrasing", holds: "phrasing", may: "datetime", needs: "datetime"},
	"ruby": {is: "flow phrasing", holds: "phrasing rt rp"}, "rt": {holds: "phrasing"}, "rp": {holds: "text"},
	"del": {is: "flow phrasing", holds: "as around", may: "datetime cite"},
	"ins": {is: "flow phrasing", holds: "as around", may: "datetime cite"},
	"br":  {is: "flow phrasing"}, "wbr": {is: "flow phrasing"},
	"img": {is: "flow phrasing", may: "src srcset sizes alt width height loading decoding", needs: "src alt width height"},
	"svg": {is: "flow phrasing", holds: "drawing"},

	"button":   {is: "flow phrasing interactive", holds: "phrasing", may: "type disabled", needs: "type", never: operable},
	"label":    {is: "flow phrasing interactive", holds: "phrasing", may: "for", never: "label"},
	"input":    {is: "flow phrasing interactive", may: "type checked disabled name value", needs: "type"},
	"progress": {is: "flow phrasing", holds: "phrasing", may: "value max", never: "progress"},
	"select":   {is: "flow phrasing interactive", holds: "option optgroup", may: "disabled name"},
	"optgroup": {holds: "option", may: "label disabled", needs: "label"},
	"option":   {holds: "text", may: "value selected disabled label"},
}

// everywhere are the attributes of every element. There is no style: the
// policy of a page keeps it out.
const everywhere = "class dir hidden id inert lang popover role spellcheck tabindex title translate " +
	"aria-atomic aria-busy aria-controls aria-current aria-describedby aria-details aria-expanded aria-haspopup aria-hidden " +
	"aria-keyshortcuts aria-label aria-labelledby aria-level aria-live aria-orientation aria-roledescription aria-selected"

// forms are what the values of attributes look like, where the standard says so.
var forms = map[string]*regexp.Regexp{
	"id": regexp.MustCompile(`^\S+$`), "lang": languageTag, "hreflang": regexp.MustCompile(`^(x-default|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$`),
	"dir": regexp.MustCompile(`^(ltr|rtl|auto)$`), "hidden": regexp.MustCompile(`^(until-found)?$`),
	"tabindex": regexp.MustCompile(`^(0|-1)$`), // a larger one would break the order of the page
	"href":     regexp.MustCompile(`^\S+$`), "src": regexp.MustCompile(`^\S+$`),
	"width": natural, "height": natural, "colspan": natural, "rowspan": natural, "span": natural,
	"start": whole, "aria-level": natural,
	"scope":    regexp.MustCompile(`^(row|col|rowgroup|colgroup)$`),
	"loading":  regexp.MustCompile(`^(lazy|eager)$`),
	"decoding": regexp.MustCompile(`^(async|sync|auto)$`),
	"datetime": regexp.MustCompile(`^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?$`),
	"open":     empty, "disabled": empty, "checked": empty, "selected": empty, "defer": empty, "async": empty, "reversed": empty,
	"role":        regexp.MustCompile(`^(group|img|note|region|status|tablist|tab|tabpanel|list|listitem|doc-[a-z]+|none|presentation)$`),
	"aria-hidden": boolean, "aria-busy": boolean, "aria-atomic": boolean, "aria-expanded": boolean, "aria-selected": boolean,
	"aria-current": regexp.MustCompile(`^(page|step|location|date|time|true|false)$`),
	"aria-live":    regexp.MustCompile(`^(polite|assertive|off)$`),
	"aria-label":   regexp.MustCompile(`\S`),
}

var (
	languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	natural     = regexp.MustCompile(`^[1-9]\d*$`)
	whole       = regexp.MustCompile(`^-?\d+$`)
	empty       = regexp.MustCompile(`^$`)
	boolean     = regexp.MustCompile(`^(true|false)$`)
)

// pointers are the attributes that name elements of the same page.
const pointers = "for headers aria-labelledby aria-describedby aria-controls aria-details"

// among tells whether one of a rule's words is the element's name or one of its kinds.
func among(rule, name, is string) bool {
	for _, word := range strings.Fields(rule) {
		if word == name {
			return true
		}
		for _, kind := range strings.Fields(is) {
			if word == kind {
				return true
			}
		}
	}
	return false
}

// disorder tells what is wrong with the order of an element's children.
func disorder(name string, children []string, terms bool) string {
	for _, single := range []string{"summary", "figcaption", "caption", "thead", "tfoot", "title", "head", "body"} {
		if first := slices.Index(children, single); first >= 0 && slices.Contains(children[first+1:], single) {
			return fmt.Sprintf("<%s> has more than one <%s>", name, single)
		}
	}
	at := func(child string) int { return slices.Index(children, child) }
	switch {
	case name == "details" && at("summary") != 0:
		return "<details> does not begin with <summary>"
	case name == "figure" && at("figcaption") > 0 && at("figcaption") < len(children)-1:
		return "<figcaption> stands neither first nor last in <figure>"
	case name == "table" && (at("caption") > 0 || at("thead") > max(at("tbody"), at("tr")) && max(at("tbody"), at("tr")) >= 0):
		return "<caption> or <thead> stands behind rows"
	case name == "head" && at("title") < 0:
		return "<head> is without <title>"
	case name == "ruby" && at("rt") < 0:
		return "<ruby> is without <rt>"
	}
	if terms && len(children) > 0 {
		words := strings.Join(children, " ")
		if strings.HasPrefix(words, "dd") || strings.HasSuffix(words, "dt") || strings.Contains(words, "div dd") || strings.Contains(words, "dt div") {
			return "a <dd> is without <dt>, or a <dt> without <dd>"
		}
	}
	return ""
}
