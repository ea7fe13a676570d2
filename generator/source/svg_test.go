package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSVGMayDrawButNotRunOrLoad(t *testing.T) {
	for _, c := range []struct {
		name, svg string
		want      []string
	}{
		{"a drawing", `<?xml version="1.0" encoding="UTF-8"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><style>.a{fill:url(#g)}</style><use xlink:href="#a"/><image href="data:image/png;base64,AA=="/><rect fill="url('#g')"/></svg>`, nil},
		{"namespaces of a drawing program", `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;"/>`, nil},
		{"a handler", "<svg>\n<g onclick=\"x()\"/></svg>", []string{"2:19 svg-unsafe onclick=…"}},
		{"HTML inside", `<svg><foreignObject/></svg>`, []string{"1:22 svg-unsafe <foreignObject>"}},
		{"a link out", `<svg><a href="https://example.com/"/></svg>`, []string{"1:38 svg-unsafe href=…"}},
		{"a script address", `<svg><animate attributeName="href" to="java script:x()"/></svg>`, []string{"1:58 svg-unsafe to=…"}},
		{"an SVG in a data address", `<svg><use href="data:image/svg+xml,x"/></svg>`, []string{"1:40 svg-unsafe href=…"}},
		{"CSS that loads", `<svg><style>@import "x";</style><g style="fill:URL( 'http://e.example/x' )"/></svg>`, []string{"1:25 svg-unsafe url(…)", "1:78 svg-unsafe style=…"}},
		{"an entity with markup", `<!DOCTYPE svg [<!ENTITY x "<script/>">]><svg>&x;</svg>`, []string{"1:41 svg-unsafe <!ENTITY>"}},
		{"a style sheet", `<?xml-stylesheet href="x.css"?><svg/>`, []string{"1:32 svg-unsafe <?xml-stylesheet?>"}},
		{"another encoding", `<?xml version="1.0" encoding="Shift_JIS"?><svg/>`, []string{"1:0 svg-broken"}},
		{"half a file", "<svg>\n<g", []string{"2:0 svg-broken"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, short(checkSVG("pages/a.svg", []byte(c.svg)))); diff != "" {
				t.Errorf("input:\n%s\nwant(-) got(+):\n%s", c.svg, diff)
			}
		})
	}
}
