package audit

import (
	"regexp"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// Numbers of people, or pairs, that an author typed, in Japanese and English.
// What goes on after 人 is often a word of its own (人事, 一人ひとり, 1人あたり).
var typedNumbers = []*regexp.Regexp{
	regexp.MustCompile(`((?:[0-9０-９]+|[一二三四五六七八九十百]*数|[一二三四五六七八九十百]+)\s*(?:名|人|組))(?:[^事材員間格工生物口件ひ一人1十三あ当称前織み合]|$)`),
	regexp.MustCompile(`(?i)\b((?:[0-9]+|one|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of)\s+(?:of\s+(?:the|our|its)\s+)?(?:(?:senior|junior|new|former)\s+)?(?:people|persons?|participants?|mentors?|mentees?|employees?|colleagues?|members?|pairs?))\b`),
}

// byHand finds the numbers in a page's words that no release stands
// behind: those of a cohort's figures and, where no such was found, those of
// people beside a department.
func (p *page) byHand(hand string) []finding {
	var retold []finding
	if p.prose != nil {
		retold = p.figures.released.retold(string(p.prose.text), p.prose.of)
	}
	if hand == "" {
		return retold
	}
	typed := slices.DeleteFunc(p.figures.released.typed(hand), func(f finding) bool {
		return slices.ContainsFunc(retold, func(told finding) bool { return strings.Contains(f.needle, told.words[1]) })
	})
	return append(retold, typed...)
}

// onePerLine leaves out a number beside a department where another finding is of
// a number on the same line: a document to print holds the words of a page, and
// not what tells its figures.
func onePerLine(problems []diag.Problem) []diag.Problem {
	told := make(map[diag.Pos]bool)
	line := func(p diag.Problem) diag.Pos { return diag.At(p.Pos.File, p.Pos.Line, 0) }
	for _, p := range problems {
		told[line(p)] = told[line(p)] || strings.HasPrefix(string(p.ID), "number-") && p.ID != "number-typed"
	}
	return slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.ID == "number-typed" && told[line(p)] })
}

// typed finds sentences of a page that say how many people of a department
// did something. Such a number passes no gate: together with released figures
// it may tell of a few.
func (r *released) typed(hand string) []finding {
	if department, _ := r.departmentIn(hand); department == "" {
		return nil // most pages name none, and need not be parted into sentences
	}
	var found []finding
	for _, sentence := range strings.FieldsFunc(strings.ReplaceAll(hand, ". ", "."+string(rune(gap))), endsSentence) {
		department, from := r.departmentIn(sentence)
		if department == "" {
			continue
		}
		for _, pattern := range typedNumbers {
			at := pattern.FindStringSubmatchIndex(sentence)
			if at == nil {
				continue
			}
			needle := sentence[min(from, at[2]):max(from+len(department), at[3])]
			found = append(found, finding{id: "number-typed", needle: strings.TrimSpace(needle), args: []diag.Arg{diag.Slot("department", department)}})
			break
		}
	}
	return found
}

// departmentIn gives a department that a sentence names, and where.
func (r *released) departmentIn(sentence string) (department string, at int) {
	for _, d := range r.departments {
		for from := 0; ; {
			at := strings.Index(sentence[from:], d)
			if at < 0 {
				break
			}
			from += at + len(d)
			if standsAlone(sentence, from-len(d), from) {
				return d, from - len(d)
			}
		}
	}
	return "", 0
}

// standsAlone says whether text[from:to] is no part of a longer word in Latin
// letters: the department IT does not stand in ITEMS.
func standsAlone(text string, from, to int) bool {
	latin := func(at int) bool {
		return at >= 0 && at < len(text) && ('a' <= text[at]|0x20 && text[at]|0x20 <= 'z')
	}
	return !(latin(from-1) && latin(from)) && !(latin(to-1) && latin(to))
}

// endsSentence is true for what parts sentences and blocks.
func endsSentence(c rune) bool {
	return c == '。' || c == '！' || c == '？' || c == gap || c == '\t'
}
