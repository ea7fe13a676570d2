package audit

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kohort/generator/diag"
)

// Prose is what a page's own words are about: the cohort whose figures they
// tell, and their language.
type Prose struct{ Cohort, Lang string }

// sentence is one sentence of a page about a cohort: what it names, and the
// numbers typed in it.
type sentence struct {
	released *released
	of       Prose
	raw      []rune
	s        []rune // folded
	names    []mention
	numbers  []typedNumber
}

// mention is a place where a sentence names figures.
type mention struct {
	from, to int
	figures  []spokenFigure
}

// link is a number and the name that it belongs to.
type link struct {
	number typedNumber
	name   mention
	wave   string // told by "from … to …"; else empty
	ranged bool   // it is an end of "from … to …"
	behind bool   // the name stands behind the number
}

// retold finds numbers in prose that repeat a released figure, contradict it,
// or stand for one that is withheld. It would rather miss one than tell of one
// that is none: a number counts only where the words between it and a figure's
// name are those that join the two.
func (r *released) retold(prose string, of Prose) []finding {
	of.Lang, _, _ = strings.Cut(of.Lang, "-")
	if !slices.Contains(proseLanguages, of.Lang) {
		return nil
	}
	var found []finding
	for _, text := range sentencesIn(prose) {
		s := sentence{released: r, of: of, raw: []rune(text), s: fold(text)}
		s.read()
		for _, l := range s.links() {
			if f, ok := s.judge(l); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

// sentencesIn parts prose at the ends of sentences and blocks, which stay.
func sentencesIn(prose string) []string {
	var out []string
	from := 0
	for i, c := range prose {
		next := i + utf8.RuneLen(c)
		if endsSentence(c) || (c == '.' || c == '?' || c == '!') && (next == len(prose) || strings.IndexByte(" \n\x01", prose[next]) >= 0) {
			out = append(out, prose[from:next])
			from = next
		}
	}
	return append(out, prose[from:])
}

// read finds the names in the sentence, the longest at each place, and the
// numbers that are part of none.
func (s *sentence) read() {
	for _, f := range s.released.spoken[s.of.Cohort].figures {
		for _, words := range f.names[s.of.Lang] {
			s.addName(words, f)
		}
	}
	slices.SortStableFunc(s.names, func(a, b mention) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	kept := s.names[:0]
	for _, n := range s.names {
		if len(kept) == 0 || n.from >= kept[len(kept)-1].to {
			kept = append(kept, n)
		}
	}
	s.names = kept
	s.numbers = slices.DeleteFunc(typedNumbersIn(s.s), func(n typedNumber) bool {
		return slices.ContainsFunc(s.names, func(m mention) bool { return n.from < m.to && m.from < n.to })
	})
}

func (s *sentence) addName(words []rune, f spokenFigure) {
	for from := 0; from+len(words) <= len(s.s); from++ {
		if s.s[from] != words[0] || !slices.Equal(s.s[from:from+len(words)], words) || !s.isWhole(from, from+len(words)) {
			continue
		}
		at := mention{from: from, to: from + len(words)}
		i := slices.IndexFunc(s.names, func(n mention) bool { return n.from == at.from && n.to == at.to })
		if i < 0 {
			i = len(s.names)
			s.names = append(s.names, at)
		}
		s.names[i].figures = append(s.names[i].figures, f)
	}
}

// isWhole says whether a stretch of the sentence is no part of a longer word.
func (s *sentence) isWhole(from, to int) bool {
	before, after := rune(0), rune(0)
	if from > 0 {
		before = s.s[from-1]
	}
	if to < len(s.s) {
		after = s.s[to]
	}
	latin := func(r rune) bool { return 'a' <= r && r <= 'z' }
	return !(latin(before) && latin(s.s[from])) && !(latin(after) && latin(s.s[to-1])) && !strings.ContainsRune("未無非再不", before)
}

// without is the folded sentence with its names blotted out, and one number
// written as #.
func (s *sentence) without(number *typedNumber) string {
	out := slices.Clone(s.s)
	for _, n := range s.names {
		for i := n.from; i < n.to; i++ {
			out[i] = '_'
		}
	}
	return string(out[:number.from]) + "#" + string(out[number.end:])
}

// links joins each number to the name before it or, where there is none,
// behind it.
func (s *sentence) links() []link {
	var out []link
	for i, n := range s.numbers {
		if i > 0 && len(out) > 0 && out[len(out)-1].number == s.numbers[i-1] && !out[len(out)-1].behind && fromTo[s.of.Lang].MatchString(string(s.s[s.numbers[i-1].end:n.from])) {
			first := &out[len(out)-1]
			first.wave, first.ranged = "before", true
			out = append(out, link{number: n, name: first.name, wave: "after", ranged: true})
			continue
		}
		if j := s.lastName(n.from); j >= 0 && joinsAfter[s.of.Lang].MatchString(string(s.s[s.names[j].to:n.from])) {
			out = append(out, link{number: n, name: s.names[j]})
			continue
		}
		if j := slices.IndexFunc(s.names, func(m mention) bool { return m.from >= n.to }); j >= 0 && joinsBefore[s.of.Lang].MatchString(string(s.s[n.to:s.names[j].from])) {
			out = append(out, link{number: n, name: s.names[j], behind: true})
		}
	}
	return out
}

// lastName is the last name that ends at or before a place; -1 for none.
func (s *sentence) lastName(before int) int {
	for i, n := range slices.Backward(s.names) {
		if n.to <= before {
			return i
		}
	}
	return -1
}

// The words that join a name to a number behind it, a number to a name behind
// it, and two numbers of "from … to …".
var (
	joinsAfter = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`^[」』”"）)]?(?:数|の人数|の割合|の値|の?スコア)?(?:の(?:平均|変化|差|結果))?(?:は|が|も|を|:|=|、|で|に|と|の|\(| )*(?:いまや|結局|最終的に|全部で|全体で|全体では|あわせて|合わせて|合計で?|計|平均で?|ちょうど|今回は?|今期は?|(?:終了|開始)(?:時|後|前)(?:に|は|で|には|の|、)?|プログラムの?(?:後|前)(?:に|は|で|には|の|、)?|最後に?は?|はじめに?は?|約|およそ|ほぼ|、|は|が| )*$`),
		"en": regexp.MustCompile(`^["”’'»]?(?:\s+(?:in all|in total|overall|at the (?:end|start)|after(?:wards| the program(?:me)?)?|before(?: the program(?:me)?)?|of the (?:survey|cohort|program(?:me)?)|(?:for|in) (?:this|the) (?:cohort|survey)|to the (?:final|first|last) survey))*(?:,|:|\s*=|\s*\()?(?:\s+(?:was|were|is|are|of|at|reached|stood at|came to|averaged|totalled|totaled|(?:rose|fell|went|grew|dropped|climbed|increased|decreased)(?: from| to| by)?|change(?:d)?(?: was| by| of)?))?(?:\s+(?:about|around|nearly|almost|roughly|some|just|exactly|only|an?|the))?\s*$`),
	}
	joinsBefore = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`^\s?(?:人|名|組|回|点|件|%|パーセント)?\s?(?:の|が|もの)?$`),
		"en": regexp.MustCompile(`^(?:\s?(?:%|percent|per cent))?(?:\s+(?:people|persons|employees|colleagues|participants|pairs|sessions|goals|of (?:people|participants|goals|pairs|sessions)))?(?:\s+(?:have|had|were|was))?(?:\s+of(?:\s+(?:the|all))?)?(?:\s+|-)$`),
	}
	fromTo = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`^(?:から|→)(?:終了時(?:の|には)?)?$|^、終了時(?:の|には|は|に)?$`),
		"en": regexp.MustCompile(`^(?: at the start| before)? to $`),
	}
)

// text is a stretch of the sentence as the author typed it.
func (s *sentence) text(from, to int) string {
	return strings.TrimSpace(string(s.raw[from:to]))
}

// finding makes one of a number. Its needles are what to look for in a source,
// the surest first.
func (s *sentence) finding(id diag.ID, l link, args ...diag.Arg) finding {
	from, to := min(l.number.from, l.name.from), max(l.number.end, l.name.to)
	number := s.text(l.number.from, l.number.end)
	return finding{
		id: id, needle: s.text(from, to), words: []string{s.text(l.name.from, l.name.to), number},
		args: append(args, diag.Slot("number", number), diag.Slot("name", s.text(l.name.from, l.name.to))),
	}
}
