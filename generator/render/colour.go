package render

import (
	"fmt"
	"math"
	"strconv"
)

// Backgrounds that the accent colour must be read on, as the default theme has
// them: the page's ground, a soft one, and the ground tinted with a share of the
// accent itself. textContrast is what WCAG 2.2 asks of text.
const (
	lightGround, lightSoft = "#ffffff", "#f4f5f7"
	darkGround, darkSoft   = "#16191d", "#22262c"
	tint                   = 0.1
	textContrast           = 4.5
)

// accentCSS is the style sheet for the accent colour of site.yaml: darkened
// for light pages and lightened for dark ones until text in it can be read.
// It is empty for what is not #rrggbb.
func accentCSS(accent string) string {
	c, ok := parseColour(accent)
	if !ok {
		return ""
	}
	light := c.until(lightGround, lightSoft, colour{0, 0, 0})
	dark := c.until(darkGround, darkSoft, colour{1, 1, 1})
	return fmt.Sprintf(":root{--accent-light:%s;--accent-dark:%s}", light, dark)
}

// colour is red, green and blue from 0 to 1, gamma-encoded as in CSS.
type colour [3]float64

func parseColour(s string) (colour, bool) {
	if len(s) != 7 || s[0] != '#' {
		return colour{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return colour{}, false
	}
	return colour{float64(n>>16) / 255, float64(n>>8&255) / 255, float64(n&255) / 255}, true
}

func (c colour) String() string {
	return fmt.Sprintf("#%02x%02x%02x", byte(math.Round(c[0]*255)), byte(math.Round(c[1]*255)), byte(math.Round(c[2]*255)))
}

// until mixes c with target in steps until it can be read on soft, and on
// ground tinted with itself.
func (c colour) until(ground, soft string, target colour) colour {
	page, _ := parseColour(ground)
	other, _ := parseColour(soft)
	for step := range 41 {
		mixed := c.mix(target, float64(step)/40)
		if min(contrast(mixed, other), contrast(mixed, page.mix(mixed, tint))) >= textContrast {
			return mixed
		}
	}
	return target
}

// mix gives c with a share of other, as color-mix in srgb does.
func (c colour) mix(other colour, share float64) colour {
	for i := range c {
		c[i] = c[i]*(1-share) + other[i]*share
	}
	return c
}

// contrast is the ratio that WCAG 2.2 defines, from 1 to 21.
func contrast(a, b colour) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func (c colour) luminance() float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}
