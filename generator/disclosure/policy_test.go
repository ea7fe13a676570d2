package disclosure

import (
	"bytes"
	"slices"
	"strings"
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
		{"dominance, stricter", Settings{Dominance: Dominance{Top1: f(0.4), Top2: f(0.6), MinPairs: n(8), MinMentors: n(4), MinMentees: n(3)}}, nil},
		{"fewer pairs than the default", Settings{Dominance: Dominance{MinPairs: n(4)}}, []string{"disclosure-floor"}},
		{"two pairs may hold more", Settings{Dominance: Dominance{Top2: f(0.7)}}, []string{"disclosure-dominance"}},
		{"one pair may hold nothing", Settings{Dominance: Dominance{Top1: f(0)}}, []string{"disclosure-dominance"}},
		{"who is oriented is not known", Settings{Known: []string{"cohort", "department", "role", "grade", "status", "responded", "matched", "manager"}}, nil},
		{"answers are known", Settings{Known: []string{"cohort", "department", "role", "grade", "answers"}}, []string{"disclosure-known"}},
		{"departments are not known", Settings{Known: []string{"cohort", "role", "grade"}}, []string{"disclosure-known"}},
		{"a secret roster", Settings{Roster: "secret"}, nil},
		{"a secret roster of which facts are known", Settings{Roster: "secret", Known: []string{"cohort", "department", "role", "grade"}}, []string{"disclosure-roster-known"}},
		{"decimals", Settings{Decimals: map[string]int{"mean": 2, "percent": 1, "sd": 1, "hours": 0}}, nil},
		{"three decimals", Settings{Decimals: map[string]int{"mean": 3}}, []string{"disclosure-decimals"}},
		{"decimals of a median", Settings{Decimals: map[string]int{"median": 1}}, []string{"disclosure-decimals"}},
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
		if policy.k < 4 || policy.kDistribution < 5 || policy.coalition < 1 || policy.width < 1 || policy.modalMax > 0.9 ||
			policy.dominance.minPairs < 5 || policy.dominance.top1 > 0.5 || policy.dominance.top2 > 0.67 {
			t.Errorf("%s: policy %+v is below a floor", c.name, policy)
		}
	}
	_, problems := NewPolicy(Settings{K: n(3), Lines: lines})
	if len(problems) != 1 || problems[0].Pos != (diag.Pos{File: "site.yaml", Line: 7}) {
		t.Errorf("k below its floor: %v, want site.yaml:7", problems)
	}
}

// TestPolicyOfFigures: what is not known makes no figure, and decimals are
// those asked for, written and read.
func TestPolicyOfFigures(t *testing.T) {
	p, problems := NewPolicy(Settings{Known: []string{"cohort", "department", "role", "grade"}, Decimals: map[string]int{"mean": 2}})
	if len(problems) != 0 {
		t.Fatalf("problems %v, want none", problems)
	}
	data := cohortOf(24, sales, spread, spread)
	c, _, problems := gate(data, p)
	if len(problems) != 0 {
		t.Fatalf("problems %v, want none", problems)
	}
	for _, id := range []string{"participation.active count", "retention.program rate", "matching.pairs count", "response.after rate", "metric.response_rate rate"} {
		name, stat, _ := strings.Cut(id, " ")
		if _, made := c.Table(name, stat); made {
			t.Errorf("%s is made, want it left out: it rests on a fact that is not known", id)
		}
	}
	mean, _ := c.Table("survey.trust.after", "mean")
	if mean.Decimals() != 2 {
		t.Errorf("a mean has %d decimals, want 2", mean.Decimals())
	}
	c.release = 1
	if _, _, err := decode(encode(c, "")); err != nil {
		t.Errorf("a release with two decimals is not read: %v", err)
	}
}

// TestUnlistedFigureIsRefused holds the allow-list on the way out and in.
func TestUnlistedFigureIsRefused(t *testing.T) {
	table := Table{id: "survey.trust.median", statistic: "mean", base: []string{"participants"}, unit: "points", decimals: 1}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a table that is not listed was written, want a panic")
			}
		}()
		encode(Cohort{id: "x", release: 1, k: 5, tables: []Table{table}}, "")
	}()
	table.id = "survey.trust.after"
	data := encode(Cohort{id: "x", release: 1, k: 5, tables: []Table{table}}, "")
	for from, to := range map[string]string{"survey.trust.after": "survey.trust.median", `"statistic": "mean"`: `"statistic": "max"`, `"decimals": 1`: `"decimals": 3`} {
		if _, _, err := decode(bytes.ReplaceAll(data, []byte(from), []byte(to))); err == nil {
			t.Errorf("%s in place of %s is read, want it refused", to, from)
		}
	}
}
