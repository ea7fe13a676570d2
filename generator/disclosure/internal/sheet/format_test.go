package sheet

import "testing"

func TestNumberFormatsTellDaysFromNumbers(t *testing.T) {
	for code, want := range map[string]numberFormat{
		"General": plainNumber, `General"名"`: plainNumber, "@": plainNumber, `@"様"`: plainNumber, "": plainNumber, `"unclosed`: plainNumber, "[unclosed": plainNumber,
		"00000": shownNumber, "0%": shownNumber, "0.00E+00": shownNumber, `[Red]0" days"`: shownNumber, `#,##0"円"`: shownNumber, `0\d`: shownNumber, "_-* #,##0": shownNumber,
		"yyyy/m/d": dayNumber, "m/d": dayNumber, "mmm": dayNumber, `yyyy"年"m"月"d"日"(aaa)`: dayNumber, `[$-411]ggge"年"m"月"d"日";@`: dayNumber, "yyyy/m/d h:mm": dayNumber, "yyyy-mm-dd hh:mm:ss.000": dayNumber, "[$-409]d-mmm-yy": dayNumber,
		"h:mm": clockNumber, "[h]:mm": clockNumber, "[mm]:ss": clockNumber, "h:mm AM/PM": clockNumber, `h"時"mm"分"`: clockNumber, "mm:ss.0": clockNumber,
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%s: got %d, want %d", code, got, want)
		}
	}
	for id, want := range map[int]numberFormat{0: plainNumber, 1: shownNumber, 9: shownNumber, 14: dayNumber, 18: clockNumber, 22: dayNumber, 27: dayNumber, 32: clockNumber, 45: clockNumber, 49: plainNumber, 57: dayNumber} {
		if got := builtIn(id); got != want {
			t.Errorf("built-in format %d: got %d, want %d", id, got, want)
		}
	}
}
