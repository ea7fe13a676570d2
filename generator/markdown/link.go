package markdown

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

// destination is where a link or an image leads.
type destination uint8

const (
	toSite    destination = iota // a file of the handbook, or a place of this page
	toOutside                    // http, https, mailto, tel
	toNowhere                    // empty
	toUnsafe                     // any other scheme
)

// classify tells where a link leads, and its scheme.
func classify(target string) (destination, string) {
	bare := strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1 // browsers ignore these inside a scheme
		}
		return r
	}, target)
	if bare == "" {
		return toNowhere, ""
	}
	if strings.HasPrefix(bare, "//") || strings.HasPrefix(bare, `\\`) {
		return toUnsafe, bare[:2]
	}
	colon := strings.IndexByte(bare, ':')
	if colon < 0 || strings.ContainsAny(bare[:colon], "/?#") {
		return toSite, ""
	}
	switch scheme := strings.ToLower(bare[:colon]); scheme {
	case "http", "https", "mailto", "tel":
		return toOutside, scheme
	default:
		if !isScheme(scheme) {
			return toSite, ""
		}
		return toUnsafe, scheme + ":"
	}
}

func isScheme(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z'
		if !letter && (i == 0 || !(r >= '0' && r <= '9' || r == '+' || r == '-' || r == '.')) {
			return false
		}
	}
	return s != ""
}

// decodeTarget resolves percent-encoding, so that a target reads like the
// name of the file, and gives it in NFC. One that would then lead out of the site stays as it is.
func decodeTarget(target string) string {
	target = norm.NFC.String(target)
	if !strings.Contains(target, "%") {
		return target
	}
	decoded, err := url.PathUnescape(target)
	if err != nil || !utf8.ValidString(decoded) || strings.ContainsFunc(decoded, unicode.IsControl) {
		return target
	}
	if kind, _ := classify(decoded); kind != toSite {
		return target
	}
	return norm.NFC.String(decoded)
}

func (w *writer) link(n *ast.Link) {
	offset, length := w.file.locate(n.Destination, n.Pos())
	if !w.openLink(unescape(n.Destination), string(util.URLEscape(n.Destination, true)), w.file.pos(offset, length)) {
		w.inlines(n)
		return
	}
	if len(n.Title) > 0 {
		w.attribute("title", unescape(n.Title))
	}
	w.html(">")
	w.linked(n)
	w.html("</a>")
}

// linked writes the words of a link.
func (w *writer) linked(n ast.Node) {
	outer := w.inLink
	w.inLink = true
	w.sentence(n)
	w.inLink = outer
}

// openLink writes a link's tag up to its href. It says whether it did: the
// author is told where not.
func (w *writer) openLink(target, url string, pos diag.Pos) bool {
	switch kind, scheme := classify(target); kind {
	case toSite:
		w.html(`<a href="`)
		w.slot(&Slot{Kind: SlotLink, Pos: pos, Target: decodeTarget(target)})
		w.html(`"`)
		return true
	case toOutside:
		w.doc.External = append(w.doc.External, Link{url, pos})
		w.html(`<a`)
		w.attribute("href", url)
		if scheme == "http" || scheme == "https" {
			w.html(` rel="noopener"`)
		}
		return true
	case toNowhere:
		w.tell("link-target-missing", pos)
	case toUnsafe:
		w.tell("link-scheme", pos, diag.Slot("scheme", scheme))
	}
	return false
}

func (w *writer) autoLink(n *ast.AutoLink) {
	label := n.Label(w.file.body)
	target := string(n.URL(w.file.body))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	offset, length := w.file.locate(label, n.Pos())
	if w.openLink(target, string(util.URLEscape([]byte(target), false)), w.file.pos(offset, length)) {
		w.html(">")
		w.buf = appendEscaped(w.buf, label)
		w.html("</a>")
		return
	}
	w.buf = appendEscaped(w.buf, label)
}

// image writes a picture. Its title, where it has one and is not its caption,
// becomes a title attribute.
func (w *writer) image(n *ast.Image, titled bool) {
	alt := w.file.plain(n)
	offset, length := w.file.locate(n.Destination, n.Pos())
	target := unescape(n.Destination)
	if !w.openImage(target, alt, false, offset, length) {
		return
	}
	if strings.TrimSpace(alt) == "" {
		w.report("image-no-alt", offset, length, diag.Slot("image", target))
	}
	w.attribute("alt", alt)
	if titled && len(n.Title) > 0 {
		w.attribute("title", unescape(n.Title))
	}
	w.html(">")
}

// openImage writes an img tag up to its src, and says whether it did; sized
// says that the author gave its size. A picture from elsewhere becomes a link
// to it: a published page loads nothing from other sites.
func (w *writer) openImage(target, alt string, sized bool, offset, length int) bool {
	switch kind, scheme := classify(target); kind {
	case toSite:
		w.html(`<img src="`)
		w.slot(&Slot{Kind: SlotImage, Pos: w.file.pos(offset, length), Target: decodeTarget(target), Sized: sized})
		w.html(`"`)
		return true
	case toOutside:
		w.report("image-outside", offset, length, diag.Slot("url", target))
		if !w.inLink && w.openLink(target, string(util.URLEscape([]byte(target), true)), w.file.pos(offset, length)) {
			w.html(">")
			w.escaped(alt)
			w.html("</a>")
		} else {
			w.escaped(alt)
		}
	case toNowhere:
		w.report("link-target-missing", offset, length)
		w.escaped(alt)
	case toUnsafe:
		w.report("link-scheme", offset, length, diag.Slot("scheme", scheme))
		w.escaped(alt)
	}
	return false
}

// figureOf writes a picture that stands alone and has a caption.
func (w *writer) figureOf(n *ast.Image) {
	w.html("<figure>")
	w.image(n, false)
	w.html("<figcaption>")
	w.buf = appendText(w.buf, n.Title)
	w.html("</figcaption></figure>\n")
}

// locate gives the place of part in the file's body, where it is a piece of
// it, and else the place fallback.
func (f *file) locate(part []byte, fallback int) (offset, length int) {
	offset = cap(f.body) - cap(part)
	if len(part) > 0 && offset >= 0 && offset < len(f.body) && &f.body[offset] == &part[0] {
		return offset, len(part)
	}
	return max(fallback, 0), 0
}
