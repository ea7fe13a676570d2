package microdata

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	noteInBrackets = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>`)
	numbering      = regexp.MustCompile(`^\d{1,2}[.)、．]`)
)

// mandatory are marks of what must be answered, and of what need not.
var mandatory = []string{"必須", "任意", "required", "optional"}

// unmarked is letters without such a mark in front and one at the end.
func unmarked(letters string) string {
	for _, mark := range mandatory {
		if rest, ok := strings.CutPrefix(letters, mark); ok {
			letters = rest
			break
		}
	}
	for _, mark := range mandatory {
		if rest, ok := strings.CutSuffix(letters, mark); ok {
			return rest
		}
	}
	return letters
}

// maxHeader is the most bytes of a header, some 600 characters of Japanese: a
// question of a form is one. A longer text is data, and not worth comparing.
const maxHeader = 2_000

// foldHeader is a header as it is compared: in one width and case, without
// blanks, line breaks, punctuation and marks of what must be filled in. A note
// in brackets stays as words of the header: 氏名（カナ） is 氏名カナ.
func foldHeader(header string) string {
	if len(header) > maxHeader {
		return ""
	}
	s := strings.ToLower(norm.NFKC.String(header))
	s = numbering.ReplaceAllString(strings.TrimSpace(s), "")
	return unmarked(letters(s))
}

// foldWithoutNotes is foldHeader without what stands in brackets: 氏名（漢字）
// is 氏名.
func foldWithoutNotes(header string) string {
	if len(header) > maxHeader {
		return ""
	}
	return foldHeader(noteInBrackets.ReplaceAllString(norm.NFKC.String(header), ""))
}

// letters keeps the letters and digits of s, and # where it stands alone.
func letters(s string) string {
	if strings.TrimSpace(s) == "#" {
		return "#"
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == 'ー' {
			return c
		}
		return -1
	}, s)
}
