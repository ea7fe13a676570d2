package render

import (
	"fmt"
	"math"
	"strconv"
)

// Backgrounds that the accent colour must be read on, as the default theme has
// them, and the contrast that WCAG 2.2 asks of text.
const (
	lightBackground = "#f4f5f7"
	darkBackground  = "#22262c"
	textContrast    = 4.5
)

// accentCSS is the style sheet for the accent colour of site.yaml: darkened
// for light pages and lightened for dark ones until text in it can be read.
// It is empty for what is not #rrggbb.
func accentCSS(accent string) string {
	c, ok := parseColour(accent)
	if !ok {
		return ""
	}
	light := c.until(lightBackground, colour{0, 0, 0})
	dark := c.until(darkBackground, colour{1, 1, 1})
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

// until mixes c with target in steps until it can be read on background.
func (c colour) until(background string, target colour) colour {
	bg, _ := parseColour(background)
	for step := range 41 {
		share := float64(step) / 40
		var mixed colour
		for i := range c {
			mixed[i] = c[i]*(1-share) + target[i]*share
		}
		if contrast(mixed, bg) >= textContrast {
			return mixed
		}
	}
	return target
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
