// Package value reads what people write into the cells of a table: dates,
// lengths of time, whole numbers, yes and no, lists.
//
// It takes the text of one cell and gives a value and whether there is one;
// its two main types are Order, which says how a date such as 4/1/2025 is
// meant, and time.Time for days. Full-width characters are the same as ASCII
// ones. It refuses to guess: what can be read in two ways is no value. It never
// gives an error, since an error of a parser quotes its input.
package value

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// code is a cell as it is compared: full-width letters and digits as ASCII
// ones, in lower case, with single blanks.
func code(cell string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(cell)), " "))
}

// empties are the words for a cell that is left empty on purpose.
var empties = []string{
	"", "-", "--", "---", "\u2010", "\u2013", "\u2014", "\u2015", "\u2212", "\u30fc", // dashes of every width
	"n/a", "#n/a", "n.a.", "not applicable", "no answer", "not answered", "(blank)", "(none)",
	"該当なし", "該当無し", "該当せず", "該当しない", "非該当", "未回答", "無回答", "回答なし", "未記入", "記入なし", "(空白)",
}

// Empty says whether a cell is empty or holds a word for it, such as N/A,
// 該当なし, 未回答 or a dash.
func Empty(cell string) bool { return slices.Contains(empties, code(cell)) }

// Whole reads a whole number of at most nine digits: 1234, 1,234, １２３４, -5.
// A fraction of zeros (5.0), as some programs write whole numbers, is left off.
func Whole(cell string) (int, bool) {
	s, negative := strings.CutPrefix(strings.Replace(code(cell), "\u2212", "-", 1), "-")
	if !negative {
		s = strings.TrimPrefix(s, "+")
	}
	if whole, fraction, has := strings.Cut(s, "."); has {
		if fraction == "" || strings.Trim(fraction, "0") != "" {
			return 0, false
		}
		s = whole
	}
	if strings.Contains(s, ",") {
		groups := strings.Split(s, ",")
		for i, g := range groups {
			if len(g) != 3 && (i > 0 || len(g) == 0 || len(g) > 3) {
				return 0, false
			}
		}
		s = strings.Join(groups, "")
	}
	n, ok := digits(s)
	if negative {
		n = -n
	}
	return n, ok
}

// digits reads one to nine ASCII digits.
func digits(s string) (n int, ok bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// The words for yes and no. A lone x is neither: it ticks a box in English and
// strikes it in Japanese.
var (
	yesWords = []string{"はい", "有", "有り", "あり", "済", "済み", "実施済", "実施済み", "○", "◯", "〇", "◎", "●", "✓", "✔", "☑", "yes", "y", "true", "1", "done"}
	noWords  = []string{"いいえ", "無", "無し", "なし", "未", "未済", "未実施", "×", "✕", "✗", "✘", "☐", "no", "n", "false", "0", "not yet"}
)

// YesNo reads a word or mark for yes or no, in Japanese or English.
func YesNo(cell string) (yes, ok bool) {
	word := strings.ReplaceAll(code(cell), "\ufe0f", "") // a mark shown as a picture
	yes = slices.Contains(yesWords, word)
	return yes, yes || slices.Contains(noWords, word)
}

// Choices reads the choices of a cell, each once and in their order. They are
// separated by semicolons (Microsoft Forms ends with one), else by line breaks,
// else by 、, else by commas: a choice may hold a mark that comes later here.
func Choices(cell string) []string {
	cell = strings.ReplaceAll(norm.NFC.String(cell), "；", ";")
	separators := ",，"
	for _, s := range []string{";", "\r\n", "、"} {
		if strings.ContainsAny(strings.Trim(cell, " \r\n"), s) {
			separators = s
			break
		}
	}
	var out []string
	for _, choice := range strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune(separators, c) }) {
		if choice = strings.TrimSpace(choice); choice != "" && !slices.Contains(out, choice) {
			out = append(out, choice)
		}
	}
	return out
}
