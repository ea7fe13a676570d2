package quotes

import (
	"strings"

	"kohort/generator/diag"
)

// removed is what stands for anything that is blotted out: one word for all,
// so that its length tells nothing.
var removed = diag.Text{EN: "[removed]", JA: "[伏せ字]"}

// redact blots out what is sure to name or narrow down somebody.
func redact(text string, hits []Hit) string {
	token := removed.EN
	if isJapanese(text) {
		token = removed.JA
	}
	var b strings.Builder
	last := 0
	for _, h := range hits {
		if !h.Sure {
			continue
		}
		b.WriteString(text[last:h.Start])
		b.WriteString(token)
		last = h.End
	}
	b.WriteString(text[last:])
	out := b.String()
	for _, between := range []string{"", " ", "の", "・"} {
		for strings.Contains(out, token+between+token) {
			out = strings.ReplaceAll(out, token+between+token, token)
		}
	}
	return out
}

// mark shows where the hits are: 【sure】, 〔to judge〕.
func mark(text string, hits []Hit) string {
	var b strings.Builder
	last := 0
	for _, h := range hits {
		open, end := "〔", "〕"
		if h.Sure {
			open, end = "【", "】"
		}
		b.WriteString(text[last:h.Start] + open + text[h.Start:h.End] + end)
		last = h.End
	}
	b.WriteString(text[last:])
	return b.String()
}
