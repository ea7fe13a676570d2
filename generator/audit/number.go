package audit

import (
	"strings"
	"unicode"
)

// numbers gives the numbers that a text says, in order, in plain form: "−0.40"
// is "-0.40", "+12" is "12", "007" is "7", full-width digits are digits. A dash
// that joins two numbers is no sign.
func numbers(text string) []string {
	if !hasDigit(text) {
		return nil
	}
	var out []string
	runes := []rune(text)
	for i := 0; i < len(runes); {
		if !unicode.IsDigit(runes[i]) {
			i++
			continue
		}
		from := i
		for i < len(runes) && (unicode.IsDigit(runes[i]) || runes[i] == '.' && i+1 < len(runes) && unicode.IsDigit(runes[i+1])) {
			i++
		}
		s := digits(runes[from:i])
		if from > 0 && (runes[from-1] == '−' || runes[from-1] == '-') && (from == 1 || !unicode.IsDigit(runes[from-2])) {
			s = "-" + s
		}
		out = append(out, plainNumber(s))
	}
	return out
}

// digits writes runes of any script's digits in ASCII.
func digits(runes []rune) string {
	var b strings.Builder
	for _, r := range runes {
		switch {
		case '０' <= r && r <= '９':
			r += '0' - '０'
		case r != '.' && (r < '0' || '9' < r):
			r = '?' // a digit of another script, which no release prints
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plainNumber drops the noughts before a number: months are written 04 and 4.
func plainNumber(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	for len(s) > 1 && s[0] == '0' && s[1] != '.' {
		s = s[1:]
	}
	return sign + s
}

// hasDigit says whether a text holds a digit of any script.
func hasDigit(s string) bool {
	for i := range len(s) {
		if c := s[i]; '0' <= c && c <= '9' {
			return true
		} else if c >= 0x80 {
			return strings.ContainsFunc(s[i:], unicode.IsDigit)
		}
	}
	return false
}
