package audit

import (
	"strings"
	"testing"

	"kohort/generator/figure"
)

// unspoken are tables that prose has no name for: their numbers are of levels
// of their own, or of a day.
var unspoken = []string{"sessions.format", "topics.share", "pulse.", "survey.", "theme."}

// TestEveryFigureHasNames holds that prose can speak of each table that a
// release may hold for a whole cohort, in words of both languages, and that
// the same words are not given to two.
func TestEveryFigureHasNames(t *testing.T) {
	none := func(string) string { return "" }
	owner := make(map[string]string)
	for _, d := range figure.All() {
		if strings.HasPrefix(d.Table, "metric.") && d.Table != "metric.followups_per_pair" {
			continue // the same as another figure
		}
		isSpoken := true
		for _, table := range unspoken {
			isSpoken = isSpoken && !strings.HasPrefix(d.Table, table)
		}
		table := strings.Replace(d.Table, "*", "after", 1)
		for _, lang := range proseLanguages {
			names := called(table, string(d.Statistic), lang, none)
			if isSpoken && len(names) == 0 {
				t.Errorf("%s (%s) has no name in %s", d.Table, d.Statistic, lang)
			}
			for _, name := range names {
				if string(fold(name)) != name || strings.TrimSpace(name) == "" {
					t.Errorf("%s: name %q is not folded", d.Table, name)
				}
				if other := owner[name]; other != "" && other != d.Table {
					t.Errorf("%q names both %s and %s", name, other, d.Table)
				}
				owner[name] = d.Table
			}
		}
	}
}

func TestTypedNumbers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"約７５％", "75 percent"}, {"1,234人", "1234 people"}, {"−0.4ポイント", "-0.4 points"}, {"三十一人", "31 people"}, {"百二十名", "120 people"},
		{"十二組", "12 pairs"}, {"twenty-four people", "24 people"}, {"Twelve pairs", "12 pairs"}, {"45 minutes", "45 minutes"}, {"15日間", "15 days"}, {"+31", "31 "},
		{"2025年", ""}, {"10月15日", ""}, {"第3回", ""}, {"2回目", ""}, {"9:30", ""}, {"30分から60分", "30 minutes, 60 minutes"}, {"30〜60分", ""}, {"1 to 5", "1 , 5 "},
		{"Q3", ""}, {"2nd", ""}, {"15 October", ""}, {"30-minute", ""}, {"3部署", ""}, {"七割", ""}, {"統一人員", ""}, {"5段階", ""}, {"n = 38", ""}, {"often", ""}, {"tenth", ""},
	} {
		var got []string
		for _, n := range typedNumbersIn(fold(c.text)) {
			got = append(got, plainFloat(n.value)+" "+n.unit)
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("%s: got %q, want %q", c.text, text, c.want)
		}
	}
}

func plainFloat(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fixed(v, 1), "0"), ".")
}
