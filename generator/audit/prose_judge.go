package audit

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// What makes a number no figure of a cohort: what is aimed at, asked, planned
// or supposed. Names of figures are taken out of a sentence before.
var aims = map[string]*regexp.Regexp{
	"ja": regexp.MustCompile(`目標|目安|目途|基準|以上|以下|以内|未満|超え|超す|上回|下回|最低|最大|上限|下限|めざ|目指|べき|ください|しましょう|予定|見込|仮に|もし|例えば|たとえば|の場合|例:|届|達しな|満たな|及ば|でしょうか|ますか|ですか|ましたか|ではな|[?？]`),
	"en": regexp.MustCompile(`\b(?:targets?|aims?|aimed|aiming|at least|at most|no more than|no fewer than|no less than|or more|or fewer|or less|minimum|maximum|should|must|please|if|unless|expect(?:ed|s)?|plans?|planned|would|could|may|might|will|for example|e\.g|such as|suppose|short of|below|above|exceed(?:ed|s)?|did not|not)\b|\?`),
}

// loose is what may make a number of a figure's kind another one: a part, an
// earlier time, another place, or a number that is not exact.
var loose = map[string]*regexp.Regexp{
	"ja": regexp.MustCompile(`うち|前回|前期|昨年|去年|前年|以前|従来|今まで|これまで|ほか|他社|全社|業界|一般|世間|別の|次回|次期|来期|過去|約|およそ|ほぼ|程度|前後|近く|あまり|ずつ|[0-9一二三四五六七八九十]+月|[0-9]週|初回|途中|中間|一時|残り|それぞれ|部署|部門|目まで|段階|差|[^全一内外]部[のでとはがを、]|[課室][のでとはがを、]|管理職|役員|若手|新人|新入社員|男性|女性|支店|支社|工場`),
	"en": regexp.MustCompile(`\b(?:of (?:whom|them|these|those|which)|previous|earlier|last (?:year|time|cohort)|first cohort|compared|than|industry|company-wide|usually|about|around|nearly|almost|roughly|some|over|more|less|fewer|under|half|each|january|february|march|april|may|june|july|august|september|october|november|december|months?|weeks?|midway|so far|departments?|gap|another|other|elsewhere|up to|pilot|managers?|executives?|women|men|teams?|offices?|late|early)\b`),
}

// The words that tell which survey, or that a number is a change.
var (
	ofAfter = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`終了時|終了後|プログラム後|プログラムの後|最後`),
		"en": regexp.MustCompile(`\b(?:at the end|after|afterwards|final|last survey|closing)\b`),
	}
	ofBefore = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`開始時|開始前|プログラム前|プログラムの前|はじめ`),
		"en": regexp.MustCompile(`\b(?:at the start|before|first survey|initial|opening)\b`),
	}
	ofChange = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`(?:変化|差)[はがも:、]*#|#の?(?:上が|伸び|増|下が|減|低下|上昇|改善|高く|低く|向上)`),
		"en": regexp.MustCompile(`\b(?:by|change(?:d by| was| of)?|gain of|increase of|drop of|fall of)\s+#`),
	}
	// earlier tells that a figure is of another cohort.
	earlier = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`前回|前期|前の(?:コーホート|期)`),
		"en": regexp.MustCompile(`\b(?:previous|earlier|last|first) cohort\b|\bup from\b|\bdown from\b`),
	}
	averages = map[string]*regexp.Regexp{"ja": regexp.MustCompile(`平均`), "en": regexp.MustCompile(`\b(?:average|mean)\b`)}
	// endsName is what stands behind a name that follows its number.
	endsName = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`^(?:$|。|、|\)|し(?:まし|、|て)|され|です|でし|と(?:なり|なっ)|に(?:達|なり))`),
		"en": regexp.MustCompile(`^(?:$|[.,;:)]|\s(?:is|was|and|but|overall|in (?:all|total)|in (?:this|the) (?:cohort|survey)|at the (?:end|start)|to the (?:final|last|first) survey|the survey)\b)`),
	}
	// ends is what stands behind a number that a sentence states.
	ends = map[string]*regexp.Regexp{
		"ja": regexp.MustCompile(`^(?:でした|です|でし|である|であ|だった|だ|で、|となりまし|となっ|になりまし|になっ|に達し|にのぼ|に上が|に増|に減|に伸び|に下が|に低下|にとど|まで|へ|から|が登録|が参加|が修了|が回答|の|。|、|\)|$)`),
		"en": regexp.MustCompile(`^(?:[.,;:)]|$|\s*(?:and|but|this time|overall|in (?:all|total)|in (?:this|the) (?:cohort|survey)|at the (?:end|start)|to)\b)`),
	}
)

// judge holds a linked number against the releases.
func (s *sentence) judge(l link) (finding, bool) {
	around := s.without(&l.number)
	if aims[s.of.Lang].MatchString(around) {
		return finding{}, false
	}
	change := l.wave == "" && ofChange[s.of.Lang].MatchString(around)
	candidates := s.candidates(l, around, change)
	at, rest := s.levels(around)
	if f, ok := s.repeats(l, candidates, at, around, change); ok {
		return f, true
	}
	if len(at) > 1 || len(candidates) == 0 || loose[s.of.Lang].MatchString(rest) || s.others(around) != nil || !s.states(l) {
		return finding{}, false
	}
	return s.denies(l, candidates, strings.Join(at, ""))
}

// denies holds a number that is none of the released ones against all figures
// that it may be of. Where only some of them are withheld it says nothing.
func (s *sentence) denies(l link, candidates []spokenFigure, level string) (finding, bool) {
	withheld := 0
	for _, c := range candidates {
		fact, known := s.released.cells[c.key(level)]
		if !known {
			return finding{}, false
		}
		if fact.withheld {
			withheld++
		}
	}
	c := candidates[0]
	switch withheld {
	case len(candidates):
		return s.finding("number-withheld", l), true
	case 0:
		return s.finding("number-contradicts", l, diag.Slot("released", c.reads(s.released.cells[c.key(level)])),
			diag.Slot("directive", c.directive(s.of.Cohort, level))), true
	}
	return finding{}, false
}

// candidates are the figures that a number may be of: those of its name with
// its unit, of the wave that the sentence tells of.
func (s *sentence) candidates(l link, around string, change bool) []spokenFigure {
	wave := l.wave
	after, before := ofAfter[s.of.Lang].MatchString(around), ofBefore[s.of.Lang].MatchString(around)
	switch {
	case change:
		wave = "change"
	case wave == "" && after && !before:
		wave = "after"
	case wave == "" && before && !after:
		wave = "before"
	}
	var out []spokenFigure
	isWhole := !slices.Contains(s.s[l.number.from:l.number.to], '.')
	for _, f := range l.name.figures {
		// A mean is seldom a whole number without a unit: that counts something.
		isCount := f.unit == "points" && f.table != "recommend.score" && l.number.unit == "" && isWhole
		isOfWave := f.wave() == "" || f.wave() == wave || wave == "" && f.wave() != "change"
		if f.takes(l.number.unit) && !isCount && isOfWave {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b spokenFigure) int { return cmp.Compare(waveRank(a), waveRank(b)) })
	return out
}

// waveRank puts first what a sentence that tells of no survey means.
func waveRank(f spokenFigure) int { return max(0, slices.Index([]string{"", "before"}, f.wave())) }

// levels gives the groups that the sentence tells of, as a directive names
// them, and the sentence without them.
func (s *sentence) levels(text string) (at []string, rest string) {
	rest = text
	for _, level := range s.released.spoken[s.of.Cohort].levels {
		for _, word := range level.words[s.of.Lang] {
			i := strings.Index(text, word)
			if i < 0 || word == "" {
				continue
			}
			end := i + len(word)
			if startsLatin(word) && (i > 0 && startsLatin(text[i-1:]) || end < len(text) && startsLatin(text[end:])) || strings.HasPrefix(text[end:], "リング") {
				continue
			}
			at, rest = append(at, level.at), strings.ReplaceAll(rest, word, "_")
			break
		}
	}
	return at, rest
}

// repeats finds the figure that a number is equal to: of the page's cohort or,
// where the sentence tells of an earlier one, of another.
func (s *sentence) repeats(l link, candidates []spokenFigure, at []string, around string, change bool) (finding, bool) {
	if len(at) == 0 {
		at = []string{""}
	}
	cohorts := []string{s.of.Cohort}
	if others := s.others(around); others != nil {
		cohorts = others
	}
	for _, cohort := range cohorts {
		for _, c := range candidates {
			for _, level := range at {
				c.cohort = cohort
				if fact, known := s.released.cells[c.key(level)]; known && !fact.withheld && fact.isValue(l.number.value, change) {
					return s.finding("number-repeats", l, diag.Slot("directive", c.directive(s.of.Cohort, level))), true
				}
			}
		}
	}
	return finding{}, false
}

// others are the cohorts that the sentence tells of in place of the page's
// own; nil where it tells of none.
func (s *sentence) others(around string) []string {
	var named, all []string
	for _, c := range s.released.cohorts {
		id := strings.TrimSuffix(c, "/")
		if id == s.of.Cohort {
			continue
		}
		all = append(all, id)
		if title := s.released.spoken[id].title[s.of.Lang]; title != "" && strings.Contains(around, title) || strings.Contains(around, id) {
			named = append(named, id)
		}
	}
	if named == nil && earlier[s.of.Lang].MatchString(around) {
		return slices.Concat(all, []string{""}) // "": told of one that is not released
	}
	return named
}

// Names that are words for single people and pairs as well: "12 pairs" may be
// some of them.
var partial = []string{"ペア", "セッション", "参加者", "修了", "中止", "pairs", "sessions", "participants", "completed", "cancelled"}

// wholly joins such a name to the number of all.
var wholly = []string{"は", "は全部で", "は合計", "は計", ":", ": "}

// states says whether a sentence states a number plainly enough to hold it
// against the release: the name of the figure, the number, and the end of a
// clause. Parts of a cohort ("3 pairs met twice") are told too much like it.
func (s *sentence) states(l link) bool {
	word, behind := string(s.s[l.name.from:l.name.to]), string(s.s[l.number.end:])
	switch {
	case l.ranged && !slices.ContainsFunc(l.name.figures, func(f spokenFigure) bool { return f.wave() == "before" }),
		l.number.unit == "minutes" && !averages[s.of.Lang].MatchString(string(s.s)):
		return false
	case l.behind:
		isEnd := endsName[s.of.Lang].MatchString(string(s.s[l.name.to:]))
		return isEnd && (l.number.unit == "percent" || slices.Contains([]string{"登録", "登録者", "enrolled"}, word))
	case !ends[s.of.Lang].MatchString(behind) || strings.HasPrefix(behind, "の"):
		return false
	}
	return !slices.Contains(partial, word) || slices.Contains(wholly, string(s.s[l.name.to:l.number.from]))
}
