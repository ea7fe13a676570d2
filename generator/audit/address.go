package audit

import (
	"regexp"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// emailPattern is an e-mail address as people write it.
var emailPattern = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}`)

// addressesIn gives where the e-mail addresses of a text stand. It holds the
// pattern against what is written around an @ alone, for speed.
func addressesIn(text string) (found [][]int) {
	for end := 0; ; {
		at := strings.IndexByte(text[end:], '@')
		if at < 0 {
			return found
		}
		from, to := end+at, end+at+1
		for from > end && inAddress(text[from-1]) {
			from--
		}
		for to < len(text) && inAddress(text[to]) {
			to++
		}
		for _, m := range emailPattern.FindAllStringIndex(text[from:to], -1) {
			found = append(found, []int{from + m[0], from + m[1]})
		}
		end = to
	}
}

// inAddress says whether the pattern has a place for c.
func inAddress(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("._%+-@", c) >= 0
}

// unlisted appends the addresses of a text that site.yaml does not list among
// its contacts, each once. Where it lists none, any may stand.
func (a *auditor) unlisted(found []finding, text string) []finding {
	if len(a.contacts) == 0 || strings.IndexByte(text, '@') < 0 {
		return found
	}
	for _, at := range addressesIn(text) {
		address := text[at[0]:at[1]]
		if at[0] > 0 && text[at[0]-1] == '\\' { // the end of an escape, as in \u003coffice@example.com, is none of it
			address = emailPattern.FindString(unescapeData(text[at[0]-1 : at[1]]))
		}
		isListed := address == "" || slices.ContainsFunc(a.contacts, func(c string) bool { return strings.EqualFold(c, address) })
		isTold := slices.ContainsFunc(found, func(f finding) bool { return f.needle == address })
		if !isListed && !isTold {
			found = append(found, finding{id: "email-unlisted", needle: address, args: []diag.Arg{diag.Slot("address", address)}})
		}
	}
	return found
}
