package diag

import "regexp"

// counted is a whole number with what it counts, in the singular and the
// plural: 3 {row|rows}, or 3 more {row|rows}.
var counted = regexp.MustCompile(`\b([0-9][0-9,]*)( [a-z]+)? \{([^{}|]+)\|([^{}|]+)\}`)

// Plural settles the words that an English text counts by: of "1 {row|rows}" it
// makes "1 row", of "0 {row|rows}" "0 rows". A text without such words stays
// as it is.
func Plural(text string) string {
	return counted.ReplaceAllStringFunc(text, func(s string) string {
		m := counted.FindStringSubmatch(s)
		if m[1] == "1" {
			return m[1] + m[2] + " " + m[3]
		}
		return m[1] + m[2] + " " + m[4]
	})
}
