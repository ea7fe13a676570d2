package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// formats tells of each cell style what its numbers are.
type formats struct {
	file  *excelize.File
	known map[int]numberFormat // by index of the style
}

// maxShown is the longest format code by which a number is written: enough for
// codes such as 00000. A longer one is of money or of colours, and its work
// would be done for each cell.
const maxShown = 40

// numberFormat is what a number format makes of a number.
type numberFormat uint8

const (
	plainNumber numberFormat = iota // General: digits as they are
	shownNumber                     // digits in a form of their own: 00123, 50%
	dayNumber                       // a date
	clockNumber                     // hours and minutes without a date
)

// of gives the number format of the style with an index. A style that is not
// there has none.
func (f formats) of(style int) numberFormat {
	if known, ok := f.known[style]; ok {
		return known
	}
	var n numberFormat
	styles := f.file.Styles
	if styles != nil && styles.CellXfs != nil && style >= 0 && style < len(styles.CellXfs.Xf) && styles.CellXfs.Xf[style].NumFmtID != nil {
		id := *styles.CellXfs.Xf[style].NumFmtID
		n = builtIn(id)
		if styles.NumFmts != nil {
			for _, own := range styles.NumFmts.NumFmt {
				if own != nil && own.NumFmtID == id {
					n = formatOf(own.FormatCode)
					if n == shownNumber && len(own.FormatCode) > maxShown {
						n = plainNumber
					}
				}
			}
		}
	}
	f.known[style] = n
	return n
}

// builtIn is the number format with an id that no workbook spells out
// (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the Japanese dates).
func builtIn(id int) numberFormat {
	switch {
	case id == 0 || id == 49: // General, text
		return plainNumber
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id >= 34 && id <= 36, id >= 50 && id <= 58:
		return dayNumber
	case id >= 18 && id <= 21, id == 32, id == 33, id >= 45 && id <= 47:
		return clockNumber
	}
	return shownNumber
}

// formatOf reads the first section of a format code: letters outside quotes
// and brackets tell days (y, d, and g for an era) from hours (h, s); m is either.
func formatOf(code string) numberFormat {
	var letters strings.Builder
	first, _, _ := strings.Cut(code, ";")
	for i := 0; i < len(first); i++ {
		switch first[i] {
		case '\\', '_', '*': // the next character stands for itself
			i++
		case '"':
			end := strings.IndexByte(first[i+1:], '"')
			if end < 0 {
				end = len(first) - i - 2
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(first[i:], ']')
			if end < 0 {
				end = len(first) - i - 1
			}
			if inside := strings.ToLower(strings.Trim(first[i:i+end], "[")); strings.Trim(inside, "hms") == "" {
				letters.WriteString(inside) // [h]:mm is a length of time, [Red] is not
			}
			i += end
		default:
			letters.WriteByte(first[i])
		}
	}
	s := strings.ToLower(letters.String())
	switch {
	case strings.Contains(s, "general"), strings.Trim(s, "@ ") == "":
		return plainNumber
	case strings.ContainsAny(s, "ydg"):
		return dayNumber
	case strings.ContainsAny(s, "hs"):
		return clockNumber
	case strings.Contains(s, "m") && !strings.ContainsAny(s, "0#"):
		return dayNumber
	}
	return shownNumber
}
