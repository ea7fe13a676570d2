package value

import (
	"regexp"
	"time"
)

// stamp is a time as the workbook of a Microsoft Forms export shows it: its
// number format is m/d/yy h:mm:ss in every country, and a CSV file that is
// saved from it keeps what is shown.
var stamp = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{2}) (\d{1,2}:\d{2}:\d{2})$`)

// Stamp reads the time of an answer to a form: what Moment reads, and 4/8/25
// 13:05:22 with the month first. A year of two digits means this only in the
// columns that Microsoft Forms writes itself: elsewhere 25/04/08 may begin
// with the year.
func Stamp(cell string, order Order) (time.Time, bool) {
	if m := stamp.FindStringSubmatch(code(cell)); m != nil {
		return Moment("20"+m[3]+"/"+m[1]+"/"+m[2]+" "+m[4], order)
	}
	return Moment(cell, order)
}
