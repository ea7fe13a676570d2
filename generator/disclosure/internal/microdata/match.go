package microdata

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"
)

// wording is one way in which a question is asked.
type wording struct {
	column int // index of the known columns
	code   string
	text   asking
}

// asking is the text of a question as it is compared.
type asking struct {
	letters string // foldQuestion
	size    int    // of the letters, in characters
	negated bool
	digits  string
}

// matched is the question that a header asks: sure, or one or two candidates
// for it. Both are zero where it is near none.
type matched struct {
	best, second wording
	sure         bool
}

// How alike two texts must be, from 0 to 1: to be the same question, to be
// perhaps, and by how much the best must lead.
const (
	surely  = 0.8
	perhaps = 0.6
	ahead   = 0.12
)

func wordings(survey Survey, known []column) []wording {
	var out []wording
	add := func(code string, text map[string]string) {
		i := slices.IndexFunc(known, func(c column) bool { return c.name == code })
		for _, words := range textsOf(text) {
			out = append(out, wording{i, code, newAsking(words)})
		}
	}
	for _, q := range survey.Questions {
		add(q.Code, q.Text)
	}
	for _, q := range survey.Texts {
		add(q.Code, q.Text)
	}
	return out
}

// match finds the question that a header asks. It is sure where a text is near
// and clearly nearer than that of any other question. A text that denies what
// the other says, or that has another number in it, is never the same.
func match(header string, asked []wording) matched {
	if len(header) > maxHeader {
		return matched{}
	}
	var best, second wording
	var most, next float64
	var askings []asking
	for _, variant := range variants(header) {
		askings = append(askings, newAsking(variant))
	}
	for _, w := range asked {
		alike := 0.0
		for _, a := range askings {
			alike = max(alike, similarity(a, w.text))
		}
		switch {
		case alike > most && w.code == best.code:
			best, most = w, alike
		case alike > most:
			best, second, most, next = w, best, alike, most
		case alike > next && w.code != best.code:
			second, next = w, alike
		}
	}
	switch {
	case most < perhaps:
		return matched{}
	case most >= surely && (most-next >= ahead || most == 1 && next < 1):
		return matched{best: best, sure: true}
	case next < perhaps:
		return matched{best: best}
	}
	return matched{best: best, second: second}
}

var inBrackets = regexp.MustCompile(`\[([^\[\]]+)\]\s*$`)

// variants are the texts in a header that may be a question: the whole, and of
// a grid the row in brackets.
func variants(header string) []string {
	out := []string{header}
	if plain := norm.NFKC.String(header); noteInBrackets.MatchString(plain) {
		out = append(out, noteInBrackets.ReplaceAllString(plain, ""))
	}
	if m := inBrackets.FindStringSubmatch(header); m != nil {
		out = append(out, m[1])
	}
	return out
}

// similarity is 1 less the share of letters that must change to make one text
// of the other. A text that holds the other whole, with words before or after
// it, is nearly the same.
func similarity(a, b asking) float64 {
	long, short := a.size, b.size
	if long < short {
		long, short = short, long
	}
	if short == 0 || 2*short < long { // less alike than perhaps, whatever the letters
		return 0
	}
	if a.letters == b.letters {
		return 1
	}
	alike := 1 - float64(levenshtein.ComputeDistance(a.letters, b.letters))/float64(long)
	if short >= 8 && 2*short >= long && strings.Contains(a.letters, b.letters) {
		alike = max(alike, 0.9)
	}
	if short < 5 && alike < 1 {
		return 0
	}
	if a.negated != b.negated || a.digits != b.digits {
		alike = min(alike, surely-0.01)
	}
	return alike
}

var (
	// questionNumber is how forms number questions: 1. Q3． 問2: （1） ①
	questionNumber = regexp.MustCompile(`^\s*(?:(?:q|問|設問|質問|no\.?)\s*\d{1,2}(?:-\d{1,2})?\s*[.:、．。)]?|\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}(?:-\d{1,2})?\s*[.:、．。)])\s*`)
	circled        = regexp.MustCompile(`^\s*[①-⑳]\s*`)
	denials        = regexp.MustCompile(`ない|ません|なく|なかった|\bnot\b|n't\b|n’t\b|\bnever\b|\bno longer\b|\bunable\b|\bcannot\b`)
	onlyDigits     = regexp.MustCompile(`\d+`)
	// endings turn polite ends of Japanese statements and questions into plain ones.
	endings = []struct{ polite, plain string }{
		{"思いますか", "思う"}, {"思います", "思う"}, {"思いません", "思わない"}, {"しますか", "する"}, {"します", "する"},
		{"ませんか", "ない"}, {"ません", "ない"}, {"ましたか", "た"}, {"ました", "た"}, {"ますか", "る"}, {"ます", "る"},
		{"でしょうか", ""}, {"ですか", ""}, {"です", ""}, {"である", ""}, {"か", ""},
	}
)

func newAsking(text string) asking {
	plain := strings.ToLower(norm.NFKC.String(circled.ReplaceAllString(text, "")))
	plain = questionNumber.ReplaceAllString(plain, "")
	folded := foldQuestion(plain)
	return asking{folded, utf8.RuneCountInString(folded), len(denials.FindAllString(plain, -1))%2 == 1, strings.Join(onlyDigits.FindAllString(plain, -1), " ")}
}

// foldQuestion is a statement without blanks, punctuation, marks of what must
// be answered, and the politeness at its end.
func foldQuestion(plain string) string {
	s := unmarked(letters(plain))
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(s, e.polite); ok && stem != "" {
			return stem + e.plain
		}
	}
	return s
}
