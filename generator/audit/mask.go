package audit

import (
	"strings"
	"unicode/utf8"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// MaskText blots out participants in a line that is to be shown.
func MaskText(tripwire disclosure.Tripwire, line string) string {
	return mask(tripwire.Scan, line)
}

// Mask blots out participants in the files and words of problems, so that a
// message about 佐藤花子.md does not say the name. Problems of every stage pass
// through it before they are shown.
func Mask(tripwire disclosure.Tripwire, problems []diag.Problem) []diag.Problem {
	return maskProblems(tripwire.Scan, problems)
}

func maskProblems(scan scanFunc, problems []diag.Problem) []diag.Problem {
	out := make([]diag.Problem, len(problems))
	for i, p := range problems {
		p.Pos.File = mask(scan, p.Pos.File)
		args := make([]diag.Arg, len(p.Args))
		for j, a := range p.Args {
			args[j] = diag.Arg{Name: a.Name, Value: mask(scan, a.Value), JA: mask(scan, a.JA)}
		}
		p.Args = args
		if len(p.More) > 0 {
			p.More = maskProblems(scan, p.More)
		}
		out[i] = p
	}
	return out
}

// blot stands in place of any name: its length tells nothing.
const blot = "●●●"

// mask replaces each match by a blot.
func mask(scan scanFunc, s string) string {
	matches := scan(s, disclosure.Prose)
	if len(matches) == 0 {
		if plain := unescapePercent(s); plain != s && len(scan(plain, disclosure.Prose)) > 0 {
			return mask(scan, plain)
		}
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case !covers(matches, i):
			b.WriteString(s[i : i+size])
		case i == 0 || !covers(matches, i-1):
			b.WriteString(blot)
		}
		i += size
	}
	return b.String()
}

func covers(matches []disclosure.Match, at int) bool {
	for _, m := range matches {
		if m.Start <= at && at < m.End {
			return true
		}
	}
	return false
}
