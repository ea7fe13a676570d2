package handbook

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How much of a page's beginning describes it, in full-width characters: about
// what search engines and cards show. A sentence is not begun where it would
// pass the first, and none is cut before the second.
const (
	summaryRoom = 80
	summaryMost = 120
)

// summary is the beginning of a text in whole sentences. A first sentence that
// is too long is cut between words, with a mark that it goes on.
func summary(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	end := 0
	for {
		next := end + sentence(text[end:])
		if end > 0 && FullWidth(text[:next]) > summaryRoom || next == end {
			break
		}
		end = next
	}
	short := strings.TrimSpace(text[:end])
	if FullWidth(short) <= summaryMost {
		return short
	}
	return cutWords(short)
}

// sentence is the length of the first sentence of a text, with the brackets and
// space behind its end.
func sentence(text string) int {
	for i, r := range text {
		next := i + utf8.RuneLen(r)
		switch {
		case strings.ContainsRune("。！？", r):
		case strings.ContainsRune(".!?", r) && (next == len(text) || text[next] == ' ') && !isShort(text[:i]):
		default:
			continue
		}
		rest := text[next:]
		return next + len(rest) - len(strings.TrimLeft(rest, " 」』）)”’\"'"))
	}
	return len(text)
}

// isShort says whether the word before a full stop is an initial, a number that
// begins a line or a common abbreviation: hardly the end of a sentence.
func isShort(before string) bool {
	word := strings.Trim(before[strings.LastIndexByte(before, ' ')+1:], "([\"'")
	switch word {
	case "No", "Mr", "Ms", "Mrs", "Dr", "vs", "approx":
		return true
	}
	isNumber := strings.Trim(word, "0123456789") == ""
	return strings.Contains(word, ".") || isNumber && word == before || !isNumber && len(word) == 1
}

// cutWords shortens a text to summaryMost, at a space or a Japanese comma
// where there is one near the end.
func cutWords(text string) string {
	cut, word := 0, 0
	for i, r := range text {
		if FullWidth(text[:i+utf8.RuneLen(r)]) >= summaryMost {
			break
		}
		if cut = i + utf8.RuneLen(r); unicode.IsSpace(r) || r == '、' || r == '，' {
			word = cut
		}
	}
	if word > cut*2/3 {
		cut = word
	}
	return strings.TrimRight(text[:cut], " 、，,") + "…"
}
