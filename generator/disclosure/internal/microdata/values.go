package microdata

import (
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// code is a cell as it is compared: an id, a number or a word of a fixed
// list. Full-width letters and digits are the same as ASCII ones.
func code(cell string) string { return strings.TrimSpace(norm.NFKC.String(cell)) }

// text is a cell as it is kept: a name or a level.
func text(cell string) string { return strings.TrimSpace(norm.NFC.String(cell)) }

// parseDate reads 2006-01-02 or 2006/1/2 and says whether there is such a day.
func parseDate(cell string) (Date, bool) {
	cell = code(cell)
	sep := "-"
	if strings.Contains(cell, "/") {
		sep = "/"
	}
	parts := strings.Split(cell, sep)
	if len(parts) != 3 || len(parts[0]) != 4 {
		return Date{}, false
	}
	year, ok1 := parseNumber(parts[0], 4)
	month, ok2 := parseNumber(parts[1], 2)
	day, ok3 := parseNumber(parts[2], 2)
	if !ok1 || !ok2 || !ok3 || year < 1900 {
		return Date{}, false
	}
	d := Date{year, time.Month(month), day}
	// time.Date turns 31 February into 3 March; a real day stays what it is.
	y, m, dd := time.Date(year, d.Month, day, 0, 0, 0, 0, time.UTC).Date()
	return d, d == Date{y, m, dd}
}

// parseNumber reads a whole number of at most digits digits. It stands in
// place of strconv, whose errors quote what they read.
func parseNumber(s string, digits int) (int, bool) {
	if s == "" || len(s) > digits {
		return 0, false
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// latest gives the later of two dates.
func latest(a, b Date) Date {
	if a.Before(b) {
		return b
	}
	return a
}
