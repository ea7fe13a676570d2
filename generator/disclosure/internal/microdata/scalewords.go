package microdata

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/disclosure/internal/value"
)

// noAnswers are words for an answer that is not given, beside those of package
// value. A scale's own label goes before.
var noAnswers = []string{
	"回答しない", "回答したくない", "答えたくない", "答えない", "回答を控える", "回答を控えます", "わからない", "分からない", "わかりません", "分かりません", "対象外", "経験なし",
	"prefer not to say", "prefer not to answer", "i prefer not to answer", "i prefer not to say", "don't know", "do not know", "i don't know", "not sure", "no opinion", "none of the above",
}

// foldLabel is a label of a scale, or a cell with one, as it is compared.
func foldLabel(s string) string {
	s = strings.ReplaceAll(strings.ToLower(norm.NFKC.String(s)), "’", "'")
	return foldQuestion(s)
}

// isNoAnswer says whether a cell holds a word for no answer.
func isNoAnswer(cell string) bool {
	return value.Empty(cell) || slices.ContainsFunc(noAnswers, func(s string) bool { return foldLabel(s) == foldLabel(cell) })
}

var (
	numberFirst = regexp.MustCompile(`^([-+]?\d{1,3})(?:点)?\s*(?:[-–—−:=.,、/|)]|\s)\s*(\D.*)$|^([-+]?\d{1,3})(?:点)?\s*\((\D.*)\)$|^\(([-+]?\d{1,3})\)\s*(\D.*)$`)
	numberLast  = regexp.MustCompile(`^(.*\D)\s*\(([-+]?\d{1,3})(?:点)?\)$`)
	points      = regexp.MustCompile(`^(\d{1,3})\s*(?:点|points?|pts?)$`)
	twoWords    = regexp.MustCompile(`\s*[/|\n]\s*`)
)

// answer reads a cell of a question's column: a value of the scale, its label
// in any language or in two, or both. A number beside words that are the label
// of another value is no answer.
func (q Question) answer(cell string) (int, bool) {
	cell = strings.TrimSpace(strings.TrimRight(norm.NFKC.String(cell), "; \u3000\r\n"))
	if n, ok := value.Whole(cell); ok {
		return n, q.hasValue(n)
	}
	if n, ok := q.labelled(cell); ok {
		return n, true
	}
	if m := points.FindStringSubmatch(strings.ToLower(cell)); m != nil {
		n, _ := value.Whole(m[1])
		return n, q.hasValue(n)
	}
	if number, words, ok := apart(cell); ok {
		n, _ := value.Whole(number)
		meant, known := q.inWords(words)
		return n, q.hasValue(n) && (known && meant == n || !known && !q.hasLabel(n))
	}
	return q.inWords(cell)
}

// apart parts "5 - Strongly agree" or "Strongly agree (5)" into its number and
// its words.
func apart(cell string) (number, words string, ok bool) {
	if m := numberFirst.FindStringSubmatch(cell); m != nil {
		return m[1] + m[3] + m[5], m[2] + m[4] + m[6], true
	}
	if m := numberLast.FindStringSubmatch(cell); m != nil {
		return m[2], m[1], true
	}
	return "", "", false
}

// inWords reads a label, or the same answer's labels in two languages.
func (q Question) inWords(cell string) (int, bool) {
	if n, ok := q.labelled(cell); ok {
		return n, true
	}
	parts := twoWords.Split(cell, -1)
	if m := noteInBrackets.FindString(cell); m != "" && strings.HasSuffix(strings.TrimSpace(cell), m) {
		parts = []string{strings.Replace(cell, m, "", 1), strings.Trim(m, "()[]【】〔〕<>")}
	}
	found, n := false, 0
	for _, part := range parts {
		is, ok := q.labelled(part)
		if !ok || found && is != n {
			return 0, false
		}
		found, n = true, is
	}
	return n, found
}

func (q Question) labelled(words string) (int, bool) {
	folded := foldLabel(words)
	for _, p := range q.Scale {
		for _, label := range p.Label {
			if folded != "" && foldLabel(label) == folded {
				return p.Value, true
			}
		}
	}
	return 0, false
}

func (q Question) hasValue(n int) bool {
	return slices.ContainsFunc(q.Scale, func(p Point) bool { return p.Value == n })
}

func (q Question) hasLabel(n int) bool {
	return slices.ContainsFunc(q.Scale, func(p Point) bool { return p.Value == n && len(p.Label) > 0 })
}

// scaleText is the scale for a problem: "1 まったくそう思わない / Strongly disagree,
// 2 …", or its values alone where it has no labels.
func (q Question) scaleText() string {
	var points []string
	for _, p := range q.Scale {
		words := slices.Sorted(maps.Values(p.Label))
		slices.Reverse(words)
		points = append(points, strings.TrimSpace(fmt.Sprint(p.Value, " ", strings.Join(slices.Compact(words), " / "))))
	}
	return strings.Join(points, ", ")
}
