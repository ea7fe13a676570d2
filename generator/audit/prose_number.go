package audit

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// typedNumber is a number that an author typed, by its place among the runes
// of a sentence.
type typedNumber struct {
	from, to int // sign and digits
	end      int // behind its unit
	value    float64
	unit     string // as a release names it; empty for none
}

// fold makes letters equal that differ in width or case, rune by rune.
func fold(s string) []rune {
	out := []rune(s)
	for i, r := range out {
		switch {
		case '！' <= r && r <= '～':
			r -= '！' - '!'
		case r == '　' || r == '\n':
			r = ' '
		case r == '−':
			r = '-'
		}
		out[i] = unicode.ToLower(r)
	}
	return out
}

// What stands before or behind a number that counts nothing a release holds: a
// date, a time, an ordinal, an end of a scale, a part of a range or of a word.
var (
	noNumberBefore = regexp.MustCompile(`(?:[a-z0-9#/]|[a-z]-|[0-9a-z][:.]|第|[0-9年]月|[0-9][年人名組回分日%点]?\s?[~〜–—‐/×-]\s?|\bn\s?[=:]\s?|(?:january|february|march|april|may|june|july|august|september|october|november|december|chapter|section|step|version|month|week|day|phase|no\.)\s)$`)
	noNumberBehind = regexp.MustCompile(`^(?:年|月|時|週|か月|ヶ月|カ月|ケ月|箇月|期|回目|度目|つ|番|章|版|号|位|歳|代|段階|点満点|満点|点中|人目|名様|組目|日目|割|倍|分の|円|人一組|名一組|人1組|st\b|nd\b|rd\b|th\b|[/:]\d|[a-z]|-[a-z]|\s?[~〜–—‐/×]|[年人名組回分日%点]?\s?[~〜–—-]\s?[0-9]|\s?(?:january|february|march|april|may|june|july|august|september|october|november|december|years?|months?|weeks?|hours?|point scale)\b)`)
)

// units are the words behind a number, the longer of two first.
var units = []struct{ words, unit string }{
	{"%", "percent"}, {"パーセント", "percent"}, {"percent", "percent"}, {"per cent", "percent"},
	{"ポイント", "points"}, {"points", "points"}, {"point", "points"}, {"点", "points"},
	{"people", "people"}, {"persons", "people"}, {"participants", "people"}, {"employees", "people"}, {"colleagues", "people"}, {"members", "people"},
	{"mentors", "people"}, {"mentees", "people"}, {"人", "people"}, {"名", "people"},
	{"pairs", "pairs"}, {"ペア", "pairs"}, {"組", "pairs"},
	{"sessions", "sessions"}, {"meetings", "sessions"}, {"times", "sessions"}, {"回", "sessions"},
	{"minutes", "minutes"}, {"分間", "minutes"}, {"分", "minutes"},
	{"days", "days"}, {"日間", "days"}, {"日", "days"},
}

var digitRun = regexp.MustCompile(`^[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?`)

// typedNumbersIn gives the numbers of a folded sentence, in order.
func typedNumbersIn(s []rune) []typedNumber {
	var out []typedNumber
	for i := 0; i < len(s); {
		length, value := numberAt(s, i)
		if length == 0 {
			i++
			continue
		}
		n := typedNumber{from: i, to: i + length, value: value}
		i += length
		if n.from > 0 && (s[n.from-1] == '-' || s[n.from-1] == '+') && (n.from == 1 || !unicode.IsLetter(s[n.from-2]) || isKana(s[n.from-2])) {
			n.from--
			if s[n.from] == '-' {
				n.value = -n.value
			}
		}
		if n.counts(s) && n.measure(s) {
			out = append(out, n)
		}
	}
	return out
}

// numberAt reads a number that begins at i, in digits or in words: its length
// in runes, 0 for none.
func numberAt(s []rune, i int) (length int, value float64) {
	if '0' <= s[i] && s[i] <= '9' {
		run := digitRun.FindString(string(s[i:min(len(s), i+24)]))
		value, _ = strconv.ParseFloat(strings.ReplaceAll(run, ",", ""), 64)
		return len(run), value
	}
	if length, value := kanjiNumber(s, i); length > 0 {
		return length, float64(value)
	}
	if i > 0 && (unicode.IsLetter(s[i-1]) || s[i-1] == '-') {
		return 0, 0
	}
	length, n := englishNumber(s[i:])
	return length, float64(n)
}

// counts says whether a number counts something, by what stands around it.
func (n typedNumber) counts(s []rune) bool {
	if isYear := n.to-n.from == 4 && 1900 <= n.value && n.value < 2100; isYear {
		return false
	}
	return !noNumberBefore.MatchString(string(s[max(0, n.from-12):n.from])) && !noNumberBehind.MatchString(string(s[n.to:min(len(s), n.to+14)]))
}

// measure reads the unit. It is false where the number counts what no release
// does, such as departments.
func (n *typedNumber) measure(s []rune) bool {
	behind := string(s[n.to:min(len(s), n.to+16)])
	trimmed := strings.TrimLeft(behind, " ")
	for _, u := range units {
		if rest, ok := strings.CutPrefix(trimmed, u.words); ok && (!isLatin(u.words) || !startsLatin(rest)) {
			n.unit, n.end = u.unit, n.to+len([]rune(behind))-len([]rune(rest))
			return true
		}
	}
	n.end = n.to
	next, _ := firstRune(trimmed)
	return strings.ContainsRune(changes, next) || !unicode.Is(unicode.Han, next) && !unicode.Is(unicode.Katakana, next)
}

// changes are the letters that words for a change begin with: 0.9上がった.
const changes = "上下増減低高改向"

const kanjiDigits = "〇一二三四五六七八九"

// kanjiNumber reads a number such as 三十一 that begins at i and that a unit
// follows. Kanji that stand in a word are none.
func kanjiNumber(s []rune, i int) (length, value int) {
	if !strings.ContainsRune(kanjiDigits+"十百", s[i]) || i > 0 && unicode.Is(unicode.Han, s[i-1]) {
		return 0, 0
	}
	part, at := 0, i
	for ; at < len(s); at++ {
		if d := strings.IndexRune(kanjiDigits, s[at]); d >= 0 {
			part = part*10 + d/len("一")
		} else if s[at] == '十' || s[at] == '百' {
			value += max(part, 1) * map[rune]int{'十': 10, '百': 100}[s[at]]
			part = 0
		} else {
			break
		}
	}
	rest := string(s[at:])
	for _, unit := range []string{"人", "名", "組", "ペア", "回", "点", "%", "パーセント"} {
		if strings.HasPrefix(rest, unit) {
			return at - i, value + part
		}
	}
	return 0, 0
}

// englishWords are the numbers that English prose spells out.
var englishWords = []struct {
	word  string
	value int
}{
	{"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11},
	{"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
	{"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90},
}

// englishNumber reads a number such as "twelve" or "forty-two" at the start.
func englishNumber(s []rune) (length, value int) {
	words := strings.FieldsFunc(string(s[:min(len(s), 20)]), func(r rune) bool { return r < 'a' || 'z' < r })
	if len(words) == 0 || s[0] != rune(words[0][0]) {
		return 0, 0
	}
	of := func(word string) int {
		for _, w := range englishWords {
			if w.word == word {
				return w.value
			}
		}
		if word == "one" {
			return 1
		}
		return 0
	}
	value = of(words[0])
	if value < 2 {
		return 0, 0
	}
	length = len(words[0])
	if len(words) > 1 && value >= 20 && length < len(s) && s[length] == '-' && of(words[1]) > 0 && of(words[1]) < 10 {
		return length + 1 + len(words[1]), value + of(words[1])
	}
	return length, value
}

func isKana(r rune) bool { return unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) }

func isLatin(s string) bool { return startsLatin(s) }

func startsLatin(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}
