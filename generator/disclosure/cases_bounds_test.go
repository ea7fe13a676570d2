package disclosure

import (
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/attack"
)

func caseThreeOnes(t *testing.T, c workedCase) {
	g := newCountGrid(decodeCase[struct{ Table map[string]int }](t, c.Input).Table)
	type variant struct {
		Suppressed []string
		Intervals  map[string][2]int
		Disclosed  []string
	}
	want := decodeCase[struct {
		Without variant `json:"without_singleton_method"`
		AnySum  variant `json:"with_anySum"`
		Slack   variant `json:"k_support_k3_slack1"`
	}](t, c.Expected)
	for name, v := range map[string]variant{"without": want.Without, "anySum": want.AnySum, "slack": want.Slack} {
		var disclosed []string
		for _, cell := range sortedKeys(v.Intervals) {
			got := g.interval(t, v.Suppressed, cell, 1)
			if got != v.Intervals[cell] {
				t.Errorf("%s: %s lies in %v, want %v", name, cell, got, v.Intervals[cell])
			}
			if got[0] == got[1] {
				disclosed = append(disclosed, cell)
			}
		}
		if !slices.Equal(disclosed, v.Disclosed) {
			t.Errorf("%s: disclosed %v, want %v", name, disclosed, v.Disclosed)
		}
	}
}

func caseWitnesses(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Table      map[string]int
		Suppressed []string
	}](t, c.Input)
	want := decodeCase[struct {
		Intervals map[string][2]int `json:"integer_intervals"`
		Low       map[string]int    `json:"witness_low"`
		High      map[string]int    `json:"witness_high"`
	}](t, c.Expected)
	g := newCountGrid(in.Table)
	for _, cell := range in.Suppressed {
		if got := g.interval(t, in.Suppressed, cell, 0); got != want.Intervals[cell] {
			t.Errorf("%s lies in %v, want %v", cell, got, want.Intervals[cell])
		}
	}
	for name, witness := range map[string]map[string]int{"low": want.Low, "high": want.High} {
		is, was := newCountGrid(witness).values(), g.values()
		for _, cell := range sortedKeys(was) {
			if !slices.Contains(in.Suppressed, cell) && is[cell] != was[cell] {
				t.Errorf("witness %s: %s is %d, printed %d", name, cell, is[cell], was[cell])
			}
		}
	}
	printed, hidden := g.figures(in.Suppressed, one)
	if found := attack.Union(printed, hidden, 1, "people"); len(found) > 0 {
		t.Errorf("the linear attack finds %v, want nothing", found)
	}
}

func caseZerosAndOnes(t *testing.T, c workedCase) {
	want := decodeCase[[]struct{ Interval [2]int }](t, c.Expected)
	for i, in := range decodeCase[[]struct{ Line, Known string }](t, c.Input) {
		total, parts, _ := strings.Cut(in.Line, " = ")
		least := 0
		if in.Known != "" {
			least = 1
		}
		var s integers
		var of []int
		rest := int(number(total))
		for _, part := range strings.Split(parts, " + ") {
			if part == "x" {
				of = append(of, s.unknown(least, 100, least))
			} else {
				rest -= int(number(part))
			}
		}
		s.total(rest, rest, of...)
		if lo, hi, decided := s.ends(of[0], unlimited); !decided || [2]int{lo, hi} != want[i].Interval {
			t.Errorf("%s: x lies in %d to %d, want %v", in.Line, lo, hi, want[i].Interval)
		}
		line := attack.Sum{Name: "line", Slots: map[attack.Slot]int64{{Owner: 0}: 1, {Owner: 1}: 1}}
		x := attack.Sum{Name: "x", Slots: map[attack.Slot]int64{{Owner: 0}: 1}}
		if found := attack.Union([]attack.Sum{line}, []attack.Sum{x}, 1, "people"); len(found) > 0 {
			t.Errorf("%s: the linear attack finds %v, want nothing", in.Line, found)
		}
	}
}
