package markdown

import (
	"strings"
	"testing"
	"time"
)

// TestHostileInputTakesNoLonger converts 20 kB of what parsers are slow with.
func TestHostileInputTakesNoLonger(t *testing.T) {
	for _, unit := range []string{
		":a[", ":term[", "[:term[", ":term[]", ":x{", ":::note\n", "::::::note[a]{#b}\n", ":::\n", "<div>", "</div>", "<b>", "<a href=x>", "**あ。",
		"> :::note\n", "- :::note\n", "{#a", "## a {#a}\n", "# a\n", "[^a]", "`:x[`", "<!--", "a\n: :::note\n", "![a](b \"c\")\n\n", "\\:a[",
		"::::tabs\n:::tab[a]\n", "::::cards\n:::card[a]\n", ":::checklist\n- [ ] a\n", ":::steps\n1. a\n", ":::timeline\n- **a** ",
	} {
		body := strings.Repeat(unit, 20000/len(unit))
		start := time.Now()
		doc, _ := New(Options{}).Convert(page(body), "ja")
		took := time.Since(start)
		checkBalanced(t, unit, doc.Parts)
		if took > 3*time.Second {
			t.Errorf("%q repeated to 20 kB took %v", unit, took)
		}
	}
}
