package picture

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
)

// svgSize is the size that a drawing gives itself (SVG 2, 8.2), else that of
// its view box; none where it gives neither.
func svgSize(root xml.StartElement) (width, height int) {
	var w, h float64
	var view []string
	for _, a := range root.Attr {
		switch a.Name.Local {
		case "width":
			w = length(a.Value)
		case "height":
			h = length(a.Value)
		case "viewBox":
			view = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ',' || r <= ' ' })
		}
	}
	if len(view) == 4 {
		vw, vh := length(view[2]), length(view[3])
		switch {
		case vw <= 0 || vh <= 0:
		case w > 0 && h <= 0:
			h = float64(w*vh) / vw
		case h > 0 && w <= 0:
			w = float64(h*vw) / vh
		case w <= 0 && h <= 0:
			w, h = vw, vh
		}
	}
	if w <= 0 || h <= 0 || w > 1e6 || h > 1e6 {
		return 0, 0
	}
	return max(1, int(math.Round(w))), max(1, int(math.Round(h)))
}

// units are the CSS lengths that do not depend on where a drawing stands.
var units = []struct {
	name   string
	pixels float64
}{{"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"", 1}}

// length is a length in CSS pixels; 0 where it is none, or a share.
func length(s string) float64 {
	s = strings.TrimSpace(s)
	for _, u := range units {
		if number, ok := strings.CutSuffix(s, u.name); ok {
			n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
			if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
				return 0
			}
			return float64(n * u.pixels)
		}
	}
	return 0
}
