package value

import "testing"

func TestStampReadsTheTimesOfForms(t *testing.T) {
	for cell, want := range map[string]string{
		"4/8/25 9:05:22":      "2025-04-08 09:05:22",
		"12/31/25 23:59:59":   "2025-12-31 23:59:59",
		"４/８/２５ 13:05:22":     "2025-04-08 13:05:22",
		"2025/4/8 13:05":      "2025-04-08 13:05:00",
		"2025-04-08 13:05:22": "2025-04-08 13:05:22",
		"25/4/8 13:05:22":     "",
		"13/1/25 13:05:22":    "",
		"4/8/25":              "",
		"4/8/25 13:05":        "",
		"":                    "",
	} {
		got := ""
		if at, ok := Stamp(cell, Unknown); ok {
			got = at.Format("2006-01-02 15:04:05")
		}
		if got != want {
			t.Errorf("Stamp(%q): got %q, want %q", cell, got, want)
		}
	}
}
