package value

import "testing"

func TestDays(t *testing.T) {
	for _, cell := range []string{
		"2025-04-01", "2025/4/1", "2025/04/01", "2025.4.1", "２０２５／４／１", "20250401", "2025年4月1日", "2025年 4月 1日", "２０２５年０４月０１日",
		"2025/4/1(火)", "2025/4/1（火）", "2025年4月1日 火曜日", "令和7年4月1日", "令和７年４月１日", "㋿7年4月1日", "R7.4.1", "R7/4/1", "R07.04.01", "Ｒ７．４．１", "令和 7年4月1日",
		"平成37年4月1日", "H37.4.1",
		"Apr 1 2025", "Apr 1, 2025", "April 1st, 2025", "1 April 2025", "1-Apr-2025", "1-Apr-25", "01 Apr 25", "1 Apr. 2025", "Tue, 1 Apr 2025", "Tuesday, April 1, 2025",
		"45748", "45748.75", "2025-04-01 13:05", "2025-04-01T13:05:22Z", "2025/04/01 1:05:22 午後 GMT+9", "2025-04-01T09:00:00+09:00",
	} {
		d, ok := Day(cell, Unknown)
		if !ok || d.Format("2006-01-02") != "2025-04-01" {
			t.Errorf("%q: got %v (%v), want 2025-04-01", cell, d, ok)
		}
	}
	for cell, want := range map[string]string{
		"令和元年5月1日": "2019-05-01", "平成31年4月30日": "2019-04-30", "平成元年1月8日": "1989-01-08", "昭和64年1月7日": "1989-01-07", "S39.10.10": "1964-10-10",
		"13/4/2025": "2025-04-13", "4/13/2025": "2025-04-13", "4/4/2025": "2025-04-04", "29 Feb 2024": "2024-02-29", "Sept 30 2025": "2025-09-30", "1-Apr-99": "1999-04-01", "31.12.2025": "2025-12-31",
	} {
		if d, ok := Day(cell, Unknown); !ok || d.Format("2006-01-02") != want {
			t.Errorf("%q: got %v (%v), want %s", cell, d, ok, want)
		}
	}
}

func TestWhatIsNoDay(t *testing.T) {
	for _, cell := range []string{
		"", "4/1/2025", "1.4.2025", "2025-02-29", "2025/13/1", "2025/4/31", "2025年4月", "4月1日", "25/4/1", "2025-4/1", "令和0年4月1日", "R7.13.1", "Apr 2025", "1 Avril 2025", "Foo 1 2025", "31-Apr-25", "Apr-25", "1-Apr", "1-Foo-25",
		"1234", "99999", "123456", "20251301", "2025-04-01 25:00", "2025-04-01 13:05 pm", "2025-04-01 12:60", "2025-04-01 tomorrow", "32/1/2025", "明日",
	} {
		if d, ok := Day(cell, Unknown); ok {
			t.Errorf("%q: got %v, want none", cell, d)
		}
	}
}

func TestDayOrMonthFirst(t *testing.T) {
	for order, want := range map[Order]string{DayFirst: "2025-01-04", MonthFirst: "2025-04-01"} {
		if got := mustDay(t, "4/1/2025", order); got != want {
			t.Errorf("order %d: got %s, want %s", order, got, want)
		}
	}
	if !Ambiguous("4/1/2025") || !Ambiguous("4/1/2025 10:30") || Ambiguous("4/13/2025") || Ambiguous("2025/4/1") || Ambiguous("soon") {
		t.Error("only a date of two small numbers before a year is ambiguous")
	}
	for _, c := range []struct {
		cells []string
		want  Order
	}{
		{[]string{"4/1/2025", "4/15/2025 9:00", ""}, MonthFirst},
		{[]string{"1/4/2025", "15.4.2025"}, DayFirst},
		{[]string{"1/4/2025", "4/4/2025", "2025/4/15", "40/50/2025"}, Unknown},
		{[]string{"15/4/2025", "4/15/2025"}, Unknown},
		{nil, Unknown},
	} {
		if got := OrderOf(c.cells); got != c.want {
			t.Errorf("%q: got order %d, want %d", c.cells, got, c.want)
		}
	}
}

func mustDay(t *testing.T, cell string, order Order) string {
	t.Helper()
	d, ok := Day(cell, order)
	if !ok {
		t.Fatalf("%q is no day in order %d", cell, order)
	}
	return d.Format("2006-01-02")
}

func TestMoments(t *testing.T) {
	for cell, want := range map[string]string{
		"2025-04-01":                   "2025-04-01 00:00:00",
		"2025/4/1 13:05":               "2025-04-01 13:05:00",
		"2025-04-01T13:05:22.123Z":     "2025-04-01 13:05:22",
		"2025-04-01T13:05:22+09:00":    "2025-04-01 13:05:22",
		"2025/04/01 1:05:22 午後 GMT+9":  "2025-04-01 13:05:22",
		"2025/04/01 12:05:22 午前 GMT+9": "2025-04-01 00:05:22",
		"2025/04/01 1:05:22 PM GMT+9":  "2025-04-01 13:05:22",
		"2025年4月1日 午後1時05分":            "2025-04-01 13:05:00",
		"2025年4月1日 13時05分07秒":          "2025-04-01 13:05:07",
		"Apr 1, 2025 12:00 a.m.":       "2025-04-01 00:00:00",
		"4/15/2025 3:04:05 pm":         "2025-04-15 15:04:05",
		"45748.5":                      "2025-04-01 12:00:00",
		"45748.545":                    "2025-04-01 13:04:48",
	} {
		if m, ok := Moment(cell, Unknown); !ok || m.Format("2006-01-02 15:04:05") != want {
			t.Errorf("%q: got %v (%v), want %s", cell, m, ok, want)
		}
	}
}
