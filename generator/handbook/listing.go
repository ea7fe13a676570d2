package handbook

import (
	"strings"

	"kohort/generator/diag"
)

// most is how many names a problem lists.
const most = 12

// listing joins names for a problem and cuts a long list; a dash for none.
func listing(names []string) string {
	if len(names) == 0 {
		return "–"
	}
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// nearestFirst lists the known words, those most likely meant first.
func nearestFirst(word string, known []string) string {
	return listing(diag.NearestFirst(word, known))
}
