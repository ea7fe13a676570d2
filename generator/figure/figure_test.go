package figure

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestDefinitionsAreComplete(t *testing.T) {
	anchors := make(map[string]string)
	for _, d := range All() {
		name := d.Table + " " + string(d.Statistic)
		for what, w := range map[string]Words{"figure": d.Figure, "measure": d.Measure, "says": d.Says} {
			if w.EN == "" || w.JA == "" {
				t.Errorf("%s: %s: got %+v, want it in both languages", name, what, w)
			}
		}
		if !strings.HasSuffix(d.Says.EN, ".") || !strings.HasSuffix(d.Says.JA, "。") {
			t.Errorf("%s: got %+v, want whole sentences", name, d.Says)
		}
		if d.Statistic == Rate && !strings.HasPrefix(d.Says.EN, "Share of") && !strings.HasPrefix(d.Says.EN, "Response rate") || d.Statistic == Rate && !strings.Contains(d.Says.JA, "割合") && !strings.Contains(d.Says.JA, "率") {
			t.Errorf("%s: got %+v, want it to say that it is a share", name, d.Says)
		}
		anchor := d.Anchor()
		if other, taken := anchors[anchor]; taken {
			t.Errorf("%s: got the anchor %q of %s", name, anchor, other)
		}
		anchors[anchor] = name
		if !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(anchor) {
			t.Errorf("%s: got the anchor %q, want plain words", name, anchor)
		}
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		table string
		stat  Statistic
		want  string // anchor; empty: none
	}{
		{"survey.trust.after", Mean, "survey-after-mean"},
		{"survey.trust.after", Distribution, "survey-after-distribution"},
		{"survey.trust.change", Difference, "survey-change"},
		{"survey.trust.after", Count, ""},
		{"survey..after", Mean, ""},
		{"response.mid", Rate, "response"},
		{"metric.goals_met_share", Rate, "metric-goals-met-share"},
		{"participation.median", Count, ""},
	} {
		d, ok := Lookup(c.table, c.stat)
		got := ""
		if ok {
			got = d.Anchor()
		}
		if got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.table, c.stat, got, c.want)
		}
	}
}

func TestBreakdowns(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"participation.active", "role department grade"},
		{"survey.*.after", "role department grade"},
		{"sessions.held", "month"},
		{"sessions.planned", ""},
		{"metric.minutes", ""},
	} {
		i := slices.IndexFunc(definitions, func(d Definition) bool { return d.Table == c.table })
		if got := strings.Join(definitions[i].By(), " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.table, got, c.want)
		}
	}
}

func TestBases(t *testing.T) {
	if got, want := Base("survey", "before", "after").EN, "the people who answered both before and after"; got != want {
		t.Errorf("survey before after: got %q, want %q", got, want)
	}
	if got := Base("survey", "never"); got != (Words{}) {
		t.Errorf("a base that no table has: got %+v, want none", got)
	}
}
