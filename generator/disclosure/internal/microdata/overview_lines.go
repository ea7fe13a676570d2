package microdata

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// maxNamedLevels is how many levels the name of a group tells.
const maxNamedLevels = 3

// groupName proposes a name for levels that are counted together.
func groupName(levels []string) string {
	separator, more := " / ", " and others"
	if strings.ContainsFunc(strings.Join(levels, ""), func(c rune) bool { return c > unicode.MaxASCII }) {
		separator, more = "・", "ほか"
	}
	if len(levels) <= maxNamedLevels {
		return strings.Join(levels, separator)
	}
	return strings.Join(levels[:2], separator) + more
}

// groupLines gives the levels of a dimension as cohort.yaml would have them
// with a grouping: what stands there now, and the groups.
func (s *settings) groupLines(g Grouping) []string {
	lines := []string{"levels:", "  " + g.Dimension + ":"}
	now := s.Levels[g.Dimension]
	write := func(level string, w levelWords) {
		var parts []string
		for _, part := range []struct{ key, value string }{{"group", w.Group}, {"ja", w.JA}, {"en", w.EN}} {
			if part.value != "" {
				parts = append(parts, part.key+": "+yamlWord(part.value))
			}
		}
		lines = append(lines, "    "+yamlWord(level)+": {"+strings.Join(parts, ", ")+"}")
	}
	joined := make(map[string]bool)
	for _, j := range g.Joined {
		var members []string
		for _, level := range j.Levels {
			for _, raw := range slices.Sorted(maps.Keys(now)) {
				if raw != level && s.level(g.Dimension, raw) == level {
					members = append(members, raw)
				}
			}
			members = append(members, level)
		}
		words := s.joinedWords(g.Dimension, j)
		for _, raw := range members {
			joined[raw] = true
			write(raw, words)
			words = levelWords{Group: j.Name}
		}
	}
	for _, raw := range slices.Sorted(maps.Keys(now)) {
		if !joined[raw] {
			write(raw, now[raw])
		}
	}
	return lines
}

// joinedWords are how a group reads in each language, where each of its levels
// has a word of that language.
func (s *settings) joinedWords(dimension string, j Joined) levelWords {
	words := levelWords{Group: j.Name}
	var ja, en []string
	for _, level := range j.Levels {
		for _, l := range s.labels() {
			if l.Dimension != dimension || l.Level != level {
				continue
			}
			if w := l.Words["ja"]; w != "" {
				ja = append(ja, w)
			}
			if w := l.Words["en"]; w != "" {
				en = append(en, w)
			}
		}
	}
	if len(ja) == len(j.Levels) {
		words.JA = groupName(ja)
	}
	if len(en) == len(j.Levels) {
		words.EN = groupName(en)
	}
	return words
}

// yamlWord is a string as YAML reads it back, in quotes where it must be.
func yamlWord(s string) string {
	plain := s != "" && !slices.Contains([]string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}, strings.ToLower(s))
	for i, c := range s {
		plain = plain && (unicode.IsLetter(c) || i > 0 && (unicode.IsDigit(c) || c == '・'))
	}
	if plain {
		return s
	}
	return strconv.Quote(s)
}
