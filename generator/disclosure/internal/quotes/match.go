package quotes

import (
	"cmp"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/roster"
)

// Hit is a place in a comment that names somebody, or narrows down who wrote
// it, as byte offsets.
type Hit struct {
	Start, End int
	// Sure hits are blotted out in what is proposed. Others may be ordinary
	// words, and are for the reviewer to judge.
	Sure  bool
	Names bool // a participant, under the rules by which pages are searched
}

// Matcher finds hits in comments. It knows a cohort's people, the rosters of
// earlier cohorts, and the names that site.yaml adds.
type Matcher struct {
	names  roster.Scan // as pages are searched
	known  roster.Scan // departments, sites, managers' ids
	parts  roster.Scan // family and given names, without a title
	single map[rune]bool
	// initials are departments and sites such as IT and R&D, too short for known:
	// they count as they are written, and as whole words alone.
	initials map[string]bool
}

// maxInitials is the length of a name that is too short to be searched for in
// whatever case.
const maxInitials = 3

var (
	capital   = regexp.MustCompile(`^[A-Z][A-Za-z0-9&]+$`)
	latinWord = regexp.MustCompile(`[A-Za-z0-9&Ａ-Ｚａ-ｚ０-９＆]+`)
)

// NewMatcher makes the matcher of a cohort. private may be nil.
func NewMatcher(c microdata.Cohort, private *os.Root, extra []string) (Matcher, []diag.Problem) {
	m := Matcher{single: make(map[rune]bool), initials: make(map[string]bool)}
	var problems []diag.Problem
	m.names, problems = roster.Open(private, extra, roster.Forms(c))
	var known, parts []string
	for _, l := range c.Labels {
		known = append(known, l.Level)
		for _, word := range l.Words {
			known = append(known, word)
		}
	}
	for _, p := range c.People {
		known = append(known, p.Department, p.OwnDepartment(), p.Site, p.Manager)
		parts = append(parts, partsOf(p.Name)...)
		parts = append(parts, partsOf(p.Kana)...)
		local, _, _ := strings.Cut(p.Email, "@")
		parts = append(parts, partsOf(local)...)
		for _, part := range strings.Fields(p.Name) {
			if r, size := utf8.DecodeRuneInString(part); size == len(part) && unicode.Is(unicode.Han, r) {
				m.single[r] = true
			}
		}
	}
	for _, name := range known {
		if name = norm.NFKC.String(name); len(name) <= maxInitials && capital.MatchString(name) {
			m.initials[name] = true
		}
	}
	m.known, _ = roster.Open(nil, known) // opens nothing
	m.parts, _ = roster.Open(nil, parts)
	return m, problems
}

// partsOf gives the parts of a name that are long enough to be looked for
// without a title: two kanji, three kana, four Latin letters.
func partsOf(name string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != 'ー' }) {
		letters, least := utf8.RuneCountInString(part), 4
		switch {
		case strings.ContainsFunc(part, func(r rune) bool { return unicode.Is(unicode.Han, r) }):
			least = 2
		case isJapanese(part):
			least = 3
		}
		if letters >= least {
			out = append(out, part)
		}
	}
	return out
}

// Names says whether a text names a participant, under the rules by which
// pages are searched.
func (m Matcher) Names(text string) bool { return len(m.names(text, true)) > 0 }

// Find gives the hits of a text in order, those that overlap joined.
func (m Matcher) Find(text string) []Hit {
	var hits []Hit
	for _, s := range m.names(text, true) {
		hits = append(hits, Hit{s.Start, s.End, true, true})
	}
	for _, s := range m.known(text, true) {
		hits = append(hits, Hit{s.Start, s.End, true, false})
	}
	for _, at := range latinWord.FindAllStringIndex(text, -1) {
		if m.initials[norm.NFKC.String(text[at[0]:at[1]])] {
			hits = append(hits, Hit{at[0], at[1], true, false})
		}
	}
	for _, s := range m.parts(text, true) {
		hits = append(hits, Hit{s.Start, initial(text, s.End), false, false})
	}
	hits = append(hits, m.alone(text)...)
	hits = append(hits, narrowing(text)...)
	return joined(hits)
}

// alone finds family names of one kanji that stand between other scripts: 林 in
// 「林に聞いた」, not in 林業.
func (m Matcher) alone(text string) []Hit {
	var hits []Hit
	before := rune(0)
	for i, r := range text {
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if m.single[r] && !unicode.Is(unicode.Han, before) && !unicode.Is(unicode.Han, after) {
			hits = append(hits, Hit{i, i + utf8.RuneLen(r), false, false})
		}
		before = r
	}
	return hits
}

// initial gives the end of a name with the letter that may tell two of it
// apart: 田中T.
func initial(text string, end int) int {
	if end < len(text) && text[end] >= 'A' && text[end] <= 'Z' {
		if next := end + 1; next == len(text) || !unicode.IsLetter(rune(text[next])) || text[next] >= utf8.RuneSelf {
			return next
		}
	}
	return end
}

// joined sorts hits and joins those that overlap. What is sure in a part is
// sure in the whole.
func joined(hits []Hit) []Hit {
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	var out []Hit
	for _, h := range hits {
		if n := len(out); n > 0 && h.Start < out[n-1].End {
			last := &out[n-1]
			last.End, last.Sure, last.Names = max(last.End, h.End), last.Sure || h.Sure, last.Names || h.Names
			continue
		}
		out = append(out, h)
	}
	return out
}
