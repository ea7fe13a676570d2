package microdata

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

// dimensions are the columns of participants that a figure may be broken
// down by.
var dimensions = []string{"role", "department", "grade", "site"}

// ofSessions are the columns of sessions of which cohort.yaml may give words in
// the other language. They are not counted together here: the tables name what
// is small "other" by themselves.
var ofSessions = []string{"topic", "format"}

// levelWords is what cohort.yaml says of one level: the group that it is
// counted in, and how what is shown reads.
type levelWords struct {
	Group string `yaml:"group"`
	JA    string `yaml:"ja"`
	EN    string `yaml:"en"`
}

// checkBreakdowns reports a dimension that there is not.
func (s *settings) checkBreakdowns() []diag.Problem {
	var out []diag.Problem
	known := diag.Slot("known", strings.Join(dimensions, ", "))
	for i, dims := range s.By {
		for j, d := range dims {
			if !slices.Contains(dimensions, d) || slices.Contains(dims[:j], d) {
				out = append(out, diag.New("cohort-dimension-unknown", s.pos(fmt.Sprintf("by[%d][%d]", i, j)), known))
			}
		}
	}
	for _, d := range slices.Sorted(maps.Keys(s.Levels)) {
		if !slices.Contains(dimensions, d) && !slices.Contains(ofSessions, d) {
			out = append(out, diag.New("cohort-dimension-unknown", s.pos("levels."+d), diag.Slot("known", strings.Join(append(slices.Clone(dimensions), ofSessions...), ", "))))
			continue
		}
		out = append(out, s.checkLevels(d)...)
	}
	return out
}

// checkLevels reports groups of groups and levels that are shown with two
// different words.
func (s *settings) checkLevels(dimension string) []diag.Problem {
	var out []diag.Problem
	levels := s.Levels[dimension]
	words := map[string]levelWords{} // by the level that is shown
	for _, name := range slices.Sorted(maps.Keys(levels)) {
		l := levels[name]
		at := s.pos("levels." + dimension + "." + name)
		if l.Group != "" && slices.Contains(ofSessions, dimension) {
			out = append(out, diag.New("cohort-level-group", at))
		}
		if next, ok := levels[l.Group]; ok && l.Group != name && next.Group != "" && next.Group != l.Group {
			out = append(out, diag.New("cohort-level-chain", at))
		}
		shown := s.level(dimension, name)
		was := words[shown]
		if was.EN != "" && l.EN != "" && was.EN != l.EN || was.JA != "" && l.JA != "" && was.JA != l.JA {
			out = append(out, diag.New("cohort-level-words", at))
		}
		words[shown] = levelWords{EN: firstOf(was.EN, l.EN), JA: firstOf(was.JA, l.JA)}
	}
	return out
}

// group fills groups from Levels.
func (s *settings) group() {
	s.groups = map[string]map[string]string{}
	for dimension, levels := range s.Levels {
		s.groups[dimension] = map[string]string{}
		for _, name := range slices.Sorted(maps.Keys(levels)) {
			s.groups[dimension][text(name)] = text(levels[name].Group)
		}
	}
}

// level is a cell's level after the grouping of cohort.yaml.
func (s *settings) level(dimension, cell string) string {
	name := text(cell)
	if group := s.groups[dimension][name]; group != "" {
		return group
	}
	return name
}

// levelsAt is where the levels of each dimension stand: what stands around them
// where none do.
func (s *settings) levelsAt() map[string]diag.Pos {
	out := make(map[string]diag.Pos)
	for _, d := range dimensions {
		out[d] = s.pos("levels")
		if at, ok := s.lines["levels."+d]; ok {
			out[d] = at
		}
	}
	return out
}

// DimensionText is a dimension as a problem names it, in Japanese by the header
// that rosters have for it.
func DimensionText(dimension string) diag.Text {
	out := diag.Text{EN: dimension, JA: dimension}
	for _, words := range tableSynonyms["participants"] {
		if words.column == dimension {
			out.JA = synonymList(words.headers)[0]
		}
	}
	return out
}

// listed gives the levels that are named, as they are shown, sorted.
func (s *settings) listed() map[string][]string {
	out := make(map[string][]string)
	for dimension, levels := range s.Levels {
		for name := range levels {
			out[dimension] = append(out[dimension], s.level(dimension, name))
		}
		slices.Sort(out[dimension])
		out[dimension] = slices.Compact(out[dimension])
	}
	return out
}

// labels gives the words of each level that is shown, sorted.
func (s *settings) labels() []Label {
	var out []Label
	for _, d := range slices.Sorted(maps.Keys(s.Levels)) {
		words := map[string]map[string]string{}
		for _, raw := range slices.Sorted(maps.Keys(s.Levels[d])) {
			l := s.Levels[d][raw]
			shown := s.level(d, raw)
			if words[shown] == nil {
				words[shown] = map[string]string{}
			}
			for lang, w := range map[string]string{"ja": l.JA, "en": l.EN} {
				if w != "" {
					words[shown][lang] = norm.NFC.String(w)
				}
			}
		}
		for _, shown := range slices.Sorted(maps.Keys(words)) {
			if len(words[shown]) > 0 {
				out = append(out, Label{d, shown, words[shown]})
			}
		}
	}
	return out
}
