package microdata

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
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
	return value.Empty(cell) || slices.Contains(foldedNoAnswers, foldLabel(cell))
}

// foldedNoAnswers are noAnswers as cells are compared with them.
var foldedNoAnswers = func() (out []string) {
	for _, s := range noAnswers {
		out = append(out, foldLabel(s))
	}
	return out
}()

// scale is a question with the labels of its scale folded, for one column of a
// survey. A column has few different cells, and each is read once.
type scale struct {
	Question
	labels map[string]int     // value by label, as foldLabel has it
	known  map[string]reading // by cell
}

// reading is what a cell with an answer says.
type reading struct {
	value    int
	ok       bool // it is a value of the scale
	noAnswer bool // else: a word for no answer
}

// newScale folds the labels of a question. Of two values with one label the
// first has it.
func newScale(q Question) *scale {
	s := &scale{q, make(map[string]int), make(map[string]reading)}
	for _, p := range q.Scale {
		for _, label := range p.Label {
			folded := foldLabel(label)
			if _, taken := s.labels[folded]; !taken && folded != "" {
				s.labels[folded] = p.Value
			}
		}
	}
	return s
}

// read reads a cell that is not empty.
func (s *scale) read(cell string) reading {
	out, known := s.known[cell]
	if !known {
		out.value, out.ok = s.answer(cell)
		out.noAnswer = !out.ok && isNoAnswer(cell)
		s.known[cell] = out
	}
	return out
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
func (s *scale) answer(cell string) (int, bool) {
	cell = strings.TrimSpace(strings.TrimRight(norm.NFKC.String(cell), "; \u3000\r\n"))
	if n, ok := value.Whole(cell); ok {
		return n, s.hasValue(n)
	}
	if n, ok := s.labelled(cell); ok {
		return n, true
	}
	if m := points.FindStringSubmatch(strings.ToLower(cell)); m != nil {
		n, _ := value.Whole(m[1])
		return n, s.hasValue(n)
	}
	if number, words, ok := apart(cell); ok {
		n, _ := value.Whole(number)
		meant, known := s.inWords(words)
		return n, s.hasValue(n) && (known && meant == n || !known && !s.hasLabel(n))
	}
	return s.inWords(cell)
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
func (s *scale) inWords(cell string) (int, bool) {
	if n, ok := s.labelled(cell); ok {
		return n, true
	}
	parts := twoWords.Split(cell, -1)
	if m := noteInBrackets.FindString(cell); m != "" && strings.HasSuffix(strings.TrimSpace(cell), m) {
		parts = []string{strings.Replace(cell, m, "", 1), strings.Trim(m, "()[]【】〔〕<>")}
	}
	found, n := false, 0
	for _, part := range parts {
		is, ok := s.labelled(part)
		if !ok || found && is != n {
			return 0, false
		}
		found, n = true, is
	}
	return n, found
}

func (s *scale) labelled(words string) (int, bool) {
	value, ok := s.labels[foldLabel(words)]
	return value, ok
}

func (q Question) hasValue(n int) bool {
	return slices.ContainsFunc(q.Scale, func(p Point) bool { return p.Value == n })
}

func (q Question) hasLabel(n int) bool {
	return slices.ContainsFunc(q.Scale, func(p Point) bool { return p.Value == n && len(p.Label) > 0 })
}

// scaleText is the scale for a problem, with its labels in each language: "1
// Strongly disagree, 2 …"; its values alone where it has no labels.
func (q Question) scaleText() diag.Text {
	in := func(lang string) (points []string) {
		for _, p := range q.Scale {
			label := firstOf(p.Label[lang], p.Label[""])
			for _, other := range slices.Sorted(maps.Keys(p.Label)) {
				label = firstOf(label, p.Label[other])
			}
			points = append(points, strings.TrimSpace(fmt.Sprint(p.Value, " ", label)))
		}
		return points
	}
	return diag.Text{EN: strings.Join(in("en"), ", "), JA: strings.Join(in("ja"), "、")}
}
