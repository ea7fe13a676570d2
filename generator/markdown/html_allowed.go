package markdown

// element says what the sanitizer knows of an allowed HTML element.
type element uint8

const (
	flow     element = 1 << iota // may stand between paragraphs only
	phrasing                     // may stand in a paragraph
	void                         // has no content and no end tag
)

// allowedElements are the elements that an author may write as raw HTML.
var allowedElements = map[string]element{
	"a": phrasing, "abbr": phrasing, "b": phrasing, "bdi": phrasing, "bdo": phrasing, "br": phrasing | void, "cite": phrasing,
	"code": phrasing, "del": phrasing, "dfn": phrasing, "em": phrasing, "i": phrasing, "img": phrasing | void, "ins": phrasing,
	"kbd": phrasing, "mark": phrasing, "q": phrasing, "rp": phrasing, "rt": phrasing, "ruby": phrasing, "s": phrasing,
	"samp": phrasing, "small": phrasing, "span": phrasing, "strong": phrasing, "sub": phrasing, "sup": phrasing,
	"time": phrasing, "u": phrasing, "var": phrasing, "wbr": phrasing | void,
	"address": flow, "article": flow, "aside": flow, "blockquote": flow, "caption": flow, "center": flow, "col": flow | void,
	"colgroup": flow, "dd": flow, "details": flow, "div": flow, "dl": flow, "dt": flow, "figcaption": flow, "figure": flow,
	"h1": flow, "h2": flow, "h3": flow, "h4": flow, "h5": flow, "h6": flow, "hr": flow | void, "li": flow, "ol": flow, "p": flow,
	"pre": flow, "section": flow, "summary": flow, "table": flow, "tbody": flow, "td": flow, "tfoot": flow, "th": flow,
	"thead": flow, "tr": flow, "ul": flow,
}

// allowedAttributes are those that say nothing about behaviour or style.
var allowedAttributes = map[string]bool{
	"alt": true, "class": true, "colspan": true, "datetime": true, "dir": true, "height": true, "id": true, "lang": true,
	"open": true, "rowspan": true, "scope": true, "start": true, "title": true, "value": true, "width": true,
}

// removedWhole are elements that are removed with what is in them.
var removedWhole = map[string]bool{
	"applet": true, "audio": true, "canvas": true, "head": true, "iframe": true, "math": true, "noembed": true,
	"noframes": true, "noscript": true, "object": true, "script": true, "select": true, "style": true, "svg": true,
	"template": true, "textarea": true, "title": true, "video": true, "xmp": true,
}

// impliedEnds says which open element ends where another one begins.
var impliedEnds = map[string][]string{
	"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"td", "th", "tr"}, "td": {"td", "th"}, "th": {"td", "th"},
	"tbody": {"td", "th", "tr", "thead", "tbody"}, "tfoot": {"td", "th", "tr", "tbody"}, "rt": {"rt", "rp"}, "rp": {"rt", "rp"},
}
