package markdown

import (
	"fmt"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// words gives a theme's words: those with slots in English, else the id
// without its md_.
func words(_, id string) string {
	switch id {
	case wordTarget:
		return "Target: {metric}, {limits}"
	case wordBetween:
		return "{min} to {max} {unit}"
	case wordAtLeast:
		return "at least {min} {unit}"
	case wordAtMost:
		return "at most {max} {unit}"
	}
	return strings.TrimPrefix(id, "md_")
}

// show writes parts as one text, slots between ⟦ and ⟧.
func show(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Slot == nil {
			b.WriteString(p.HTML.String())
			continue
		}
		s := p.Slot
		kind := [...]string{"link", "image", "figure", "value", "term", "only"}[s.Kind]
		fmt.Fprintf(&b, "⟦%s %s", kind, s.Target)
		if s.Label != "" && s.Label != s.Target {
			fmt.Fprintf(&b, " %q", s.Label)
		}
		if s.Kind == SlotFigure || s.Kind == SlotValue {
			for _, a := range s.Attrs {
				fmt.Fprintf(&b, " %s=%s", a.Name, a.Value)
			}
		}
		if s.Kind == SlotOnly {
			b.WriteString(": " + show(s.Body))
		}
		b.WriteString("⟧")
	}
	return b.String()
}

// showProblems writes problems one a line, with their place.
func showProblems(problems []diag.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s+%d %s: %s\n", p.Pos, p.Pos.Length, p.ID, p.Message(diag.English))
	}
	return b.String()
}

func page(body string) source.Page { return source.Page{Path: "guide.md", Body: body, Line: 1} }

func convert(t *testing.T, body string) (Document, []diag.Problem) {
	t.Helper()
	return New(Options{Words: words}).Convert(page(body), "en")
}
