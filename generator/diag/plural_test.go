package diag

import "testing"

func TestPluralCountsInEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"%d {row|rows}": "%d {row|rows}",
		"1 {row|rows}":  "1 row",
		"0 {row|rows}":  "0 rows",
		"11 {person|people} of 1,001 {person|people}":                "11 people of 1,001 people",
		"1 {page|pages}: 21 {file|files}":                            "1 page: 21 files",
		"1 more {person|people}, 2 approved {text waits|texts wait}": "1 more person, 2 approved texts wait",
		"rows 1–3": "rows 1–3",
	} {
		if got := Plural(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
