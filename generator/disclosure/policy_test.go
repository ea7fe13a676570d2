package disclosure

import (
	"slices"
	"testing"

	"kohort/generator/diag"
)

func TestPolicyFloors(t *testing.T) {
	n := func(v int) *int { return &v }
	f := func(v float64) *float64 { return &v }
	lines := map[string]int{"k": 7, "modal_max": 9}
	for _, c := range []struct {
		name string
		s    Settings
		want []string
	}{
		{"nothing given", Settings{}, nil},
		{"stricter", Settings{K: n(8), KDistribution: n(12), Coalition: n(2), ModalMax: f(0.8)}, nil},
		{"at the floor", Settings{K: n(4), KDistribution: n(5)}, nil},
		{"k below", Settings{K: n(3), Lines: lines}, []string{"disclosure-floor"}},
		{"all below", Settings{K: n(1), KDistribution: n(2), Coalition: n(0), Width: n(0)}, []string{"disclosure-floor"}},
		{"modal_max of 1", Settings{ModalMax: f(1), Lines: lines}, []string{"disclosure-modal-max"}},
		{"coalition too large for k", Settings{Coalition: n(2)}, []string{"disclosure-coalition"}},
		{"unknown dimension", Settings{Keep: map[string]float64{"salary": 2}}, []string{"disclosure-keep-dimension"}},
		{"weight of nought", Settings{Keep: map[string]float64{"department": 0}}, []string{"disclosure-keep-weight"}},
	} {
		policy, problems := NewPolicy(c.s)
		if got := ids(problems); !slices.Equal(got, c.want) {
			t.Errorf("%s: problems %v, want %v", c.name, got, c.want)
		}
		for _, p := range problems {
			if p.Pos.File != "site.yaml" {
				t.Errorf("%s: problem at %v, want site.yaml", c.name, p.Pos)
			}
		}
		if policy.k < 4 || policy.kDistribution < 5 || policy.coalition < 1 || policy.width < 1 || policy.modalMax > 0.9 {
			t.Errorf("%s: policy %+v is below a floor", c.name, policy)
		}
	}
	_, problems := NewPolicy(Settings{K: n(3), Lines: lines})
	if len(problems) != 1 || problems[0].Pos != (diag.Pos{File: "site.yaml", Line: 7}) {
		t.Errorf("k below its floor: %v, want site.yaml:7", problems)
	}
}
