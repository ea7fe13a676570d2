package disclosure

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/suppress"
)

// Settings are the keys of site.yaml's disclosure section as they stand
// there; a nil pointer is a key that was not given.
type Settings struct {
	K             *int
	KDistribution *int
	Coalition     *int
	Width         *int
	ModalMax      *float64
	Roster        string             // "known", or "secret" where readers do not know who took part; empty is known
	Keep          map[string]float64 // weight of a dimension where cells must be withheld
	Dominance     Dominance
	Known         []string       // facts of the roster that readers know; none: all of them
	Decimals      map[string]int // by kind of number: mean, percent, sd, hours
	Comments      *bool          // free-text comments may be released
	KComments     *int
	Lines         map[string]int // line of each key in site.yaml
}

// Policy holds the thresholds of a release, checked against their floors. The
// zero value is the default policy.
type Policy struct {
	set           bool
	k             int
	kDistribution int
	coalition     int
	width         int
	modalMax      float64
	keep          map[string]float64
	dominance     dominance
	secretRoster  bool           // readers do not know who took part
	secret        []string       // facts that readers do not know of each other
	places        map[string]int // decimals by kind of number
	comments      bool           // free-text comments may be released
	kComments     int            // people who must have answered a survey before a comment of it is shown

	memory *suppress.Memory // of one release: what was chosen for groups seen before
	moves  *attack.Memory   // of one release: what the attack worked out of groups seen before
}

var defaultPolicy = Policy{set: true, k: 5, kDistribution: 8, coalition: 1, width: 1, modalMax: 0.90, kComments: 10,
	dominance: dominance{top1: 0.50, top2: 0.67, minPairs: 5, minMentors: 3, minMentees: 3}}

// dimensions may be broken down by, and weighted by Settings.Keep.
var dimensions = []string{"role", "department", "grade", "site"}

func (p Policy) orDefault() Policy {
	if !p.set {
		return defaultPolicy
	}
	return p
}

// NewPolicy checks settings against the floors of the specification (k 4,
// k_distribution 5, coalition 1, width 1, k_comments 8, k at least twice the coalition plus
// two). A setting below its floor is a problem at its line of site.yaml, and
// the default stands in its place.
func NewPolicy(s Settings) (Policy, []diag.Problem) {
	p := defaultPolicy
	var problems []diag.Problem
	at := func(key string) diag.Pos { return diag.Pos{File: "site.yaml", Line: s.Lines[key]} }
	whole := func(key string, given *int, floor int, into *int) {
		if given == nil {
			return
		}
		if *given < floor {
			problems = append(problems, diag.New("disclosure-floor", at(key), diag.Slot("key", key), diag.SlotInt("floor", floor)))
			return
		}
		*into = *given
	}
	whole("k", s.K, 4, &p.k)
	whole("k_distribution", s.KDistribution, 5, &p.kDistribution)
	whole("coalition", s.Coalition, 1, &p.coalition)
	whole("width", s.Width, 1, &p.width)
	whole("k_comments", s.KComments, 8, &p.kComments)
	p.comments = s.Comments != nil && *s.Comments
	if m := s.ModalMax; m != nil {
		if *m <= 0.5 || *m > 0.90 {
			problems = append(problems, diag.New("disclosure-modal-max", at("modal_max")))
		} else {
			p.modalMax = *m
		}
	}
	if need := 2*p.coalition + 2; p.k < need {
		problems = append(problems, diag.New("disclosure-coalition", at("coalition"),
			diag.SlotInt("k", p.k), diag.SlotInt("coalition", p.coalition), diag.SlotInt("need", need)))
	}
	p.kDistribution = max(p.kDistribution, p.k)
	p.keep = s.Keep
	for _, found := range [][]diag.Problem{checkKeep(s, at), p.setDominance(s, at), p.setRoster(s, at), p.setKnown(s, at), p.setDecimals(s, at)} {
		problems = append(problems, found...)
	}
	return p, problems
}

// ShowsComments says whether free-text comments may be released. They may not
// where site.yaml does not say so.
func (p Policy) ShowsComments() bool { return p.comments }

func checkKeep(s Settings, at func(string) diag.Pos) []diag.Problem {
	var problems []diag.Problem
	for _, d := range sortedKeys(s.Keep) {
		switch w := s.Keep[d]; {
		case !slices.Contains(dimensions, d):
			problems = append(problems, diag.New("disclosure-keep-dimension", at("keep"),
				diag.Slot("dimension", d), diag.Slot("known", strings.Join(dimensions, ", "))))
		case w <= 0 || w > 100:
			problems = append(problems, diag.New("disclosure-keep-weight", at("keep"),
				diag.Slot("dimension", d), diag.Slot("weight", fmt.Sprint(w))))
		}
	}
	return problems
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
