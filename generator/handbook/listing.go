package handbook

import (
	"slices"
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

// nearestFirst lists the known words, the one most likely meant first.
func nearestFirst(word string, known []string) string {
	known = slices.Clone(known)
	if near := diag.Nearest(word, known); near != "" {
		i := slices.Index(known, near)
		known = slices.Insert(slices.Delete(known, i, i+1), 0, near)
	}
	return listing(known)
}
