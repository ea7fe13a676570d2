package audit

import (
	"regexp"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// emailPattern is an e-mail address as people write it.
var emailPattern = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}`)

// unlisted appends the addresses of a text that site.yaml does not list among
// its contacts, each once. Where it lists none, any may stand.
func (a *auditor) unlisted(found []finding, text string) []finding {
	if len(a.contacts) == 0 || strings.IndexByte(text, '@') < 0 {
		return found
	}
	for _, at := range emailPattern.FindAllStringIndex(text, -1) {
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
