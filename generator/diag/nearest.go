package diag

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"
)

// Nearest is the word of known that is most likely meant by word, or nothing
// where none is near: at most a third of the longer word's letters differ,
// and always one. Letter case and NFC do not count; of equally near words the
// first one is taken.
func Nearest(word string, known []string) string {
	word = fold(word)
	nearest, least := "", 0
	for _, k := range known {
		folded := fold(k)
		longer := max(utf8.RuneCountInString(word), utf8.RuneCountInString(folded))
		distance := levenshtein.ComputeDistance(word, folded)
		if swapped(word, folded) {
			distance = 1
		}
		if distance > max(1, (longer+1)/3) || distance >= longer && distance > 0 {
			continue
		}
		if nearest == "" || distance < least {
			nearest, least = k, distance
		}
	}
	return nearest
}

// NearestFirst gives the known words, those that may be meant by word first:
// the nearest, then other near ones, then those that share most of the parts
// between dots. What is equal in this keeps its order.
func NearestFirst(word string, known []string) []string {
	nearest := Nearest(word, known)
	parts := strings.Split(fold(word), ".")
	shared := func(k string) int {
		n := 0
		for part := range strings.SplitSeq(fold(k), ".") {
			if slices.Contains(parts, part) {
				n++
			}
		}
		return n
	}
	rank := func(k string) int {
		switch {
		case k == nearest:
			return 0
		case Nearest(word, []string{k}) != "":
			return 1
		}
		return 2
	}
	out := slices.Clone(known)
	slices.SortStableFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(shared(b), shared(a)))
	})
	return out
}

// swapped says whether two neighbouring letters changed places, the commonest
// slip in typing, which Levenshtein's distance counts as two.
func swapped(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
}

func fold(s string) string { return strings.ToLower(norm.NFC.String(s)) }
