package roster

import (
	"slices"
	"strings"
)

// syllables are kana in Latin letters: Hepburn, and Kunrei where it differs.
var syllables = map[string][2]string{
	"あ": {"a"}, "い": {"i"}, "う": {"u"}, "え": {"e"}, "お": {"o"},
	"か": {"ka"}, "き": {"ki"}, "く": {"ku"}, "け": {"ke"}, "こ": {"ko"},
	"が": {"ga"}, "ぎ": {"gi"}, "ぐ": {"gu"}, "げ": {"ge"}, "ご": {"go"},
	"さ": {"sa"}, "し": {"shi", "si"}, "す": {"su"}, "せ": {"se"}, "そ": {"so"},
	"ざ": {"za"}, "じ": {"ji", "zi"}, "ず": {"zu"}, "ぜ": {"ze"}, "ぞ": {"zo"},
	"た": {"ta"}, "ち": {"chi", "ti"}, "つ": {"tsu", "tu"}, "て": {"te"}, "と": {"to"},
	"だ": {"da"}, "ぢ": {"ji", "zi"}, "づ": {"zu"}, "で": {"de"}, "ど": {"do"},
	"な": {"na"}, "に": {"ni"}, "ぬ": {"nu"}, "ね": {"ne"}, "の": {"no"},
	"は": {"ha"}, "ひ": {"hi"}, "ふ": {"fu", "hu"}, "へ": {"he"}, "ほ": {"ho"},
	"ば": {"ba"}, "び": {"bi"}, "ぶ": {"bu"}, "べ": {"be"}, "ぼ": {"bo"},
	"ぱ": {"pa"}, "ぴ": {"pi"}, "ぷ": {"pu"}, "ぺ": {"pe"}, "ぽ": {"po"},
	"ま": {"ma"}, "み": {"mi"}, "む": {"mu"}, "め": {"me"}, "も": {"mo"},
	"や": {"ya"}, "ゆ": {"yu"}, "よ": {"yo"},
	"ら": {"ra"}, "り": {"ri"}, "る": {"ru"}, "れ": {"re"}, "ろ": {"ro"},
	"わ": {"wa"}, "ゐ": {"i"}, "ゑ": {"e"}, "を": {"o"}, "ゔ": {"vu"},
	"しゃ": {"sha", "sya"}, "しゅ": {"shu", "syu"}, "しょ": {"sho", "syo"}, "しぇ": {"she", "sye"},
	"じゃ": {"ja", "zya"}, "じゅ": {"ju", "zyu"}, "じょ": {"jo", "zyo"}, "じぇ": {"je", "zye"},
	"ちゃ": {"cha", "tya"}, "ちゅ": {"chu", "tyu"}, "ちょ": {"cho", "tyo"}, "ちぇ": {"che", "tye"},
	"ふぁ": {"fa"}, "ふぃ": {"fi"}, "ふぇ": {"fe"}, "ふぉ": {"fo"},
	"てぃ": {"ti"}, "でぃ": {"di"}, "とぅ": {"tu"}, "どぅ": {"du"}, "うぃ": {"wi"}, "うぇ": {"we"}, "うぉ": {"wo"},
}

// spelling is one way to write kana in Latin letters.
type spelling struct {
	kunrei  bool
	long    string // what becomes of ou and oo: "" (o), "u" (as written), "h" (as in passports)
	doubled bool   // uu is written twice
	labialM bool   // ん before b, m and p is m
	mark    bool   // ん before a vowel or y has an apostrophe
}

var spellings = func() (out []spelling) {
	for _, kunrei := range []bool{false, true} {
		for _, long := range []string{"", "u", "h"} {
			for _, doubled := range []bool{false, true} {
				for _, m := range []bool{false, true} {
					out = append(out, spelling{kunrei, long, doubled, m, false}, spelling{kunrei, long, doubled, m, true})
				}
			}
		}
	}
	return out
}()

// romajiForms gives a name in kana in Latin letters, in either order, as
// passports, business cards and mail addresses spell it.
func romajiForms(kana string) List {
	var all [][]string // the spellings of each part
	for _, part := range strings.FieldsFunc(kana, isBetween) {
		var ways []string
		for _, s := range spellings {
			if way := s.write(folded(part)); way != "" && !slices.Contains(ways, way) {
				ways = append(ways, way)
			}
		}
		all = append(all, ways)
	}
	if len(all) != 2 { // without a space nobody can tell the parts
		return nil
	}
	var out List
	for _, family := range all[0] {
		for _, given := range all[1] {
			out = append(out, orders([]string{family, given})...)
		}
	}
	return out
}

// write gives folded kana in Latin letters; empty where it holds anything else.
func (s spelling) write(kana string) string {
	var out []byte
	runes := []rune(kana)
	double := false // after っ
	for i := 0; i < len(runes); i++ {
		switch runes[i] {
		case 'ん':
			out = append(out, s.n(runes[i+1:])...)
			continue
		case 'っ':
			double = true
			continue
		case 'ー':
			continue // a long vowel is written short
		}
		step := s.syllable(runes[i:])
		if step.text == "" {
			return ""
		}
		if double {
			out = append(out, doubling(step.text)...)
			double = false
		}
		out = s.lengthen(out, step.text)
		i += step.kana - 1
	}
	return string(out)
}

// n is ん before the kana that follow.
func (s spelling) n(next []rune) string {
	if s.labialM && len(next) > 0 && strings.ContainsRune("ばびぶべぼぱぴぷぺぽまみむめも", next[0]) {
		return "m"
	}
	if s.mark && len(next) > 0 && strings.ContainsRune("あいうえおやゆよ", next[0]) {
		return "n'"
	}
	return "n"
}

type syllable struct {
	text string
	kana int // how many kana it takes
}

// syllable reads the first one or two kana.
func (s spelling) syllable(runes []rune) syllable {
	pick := func(way [2]string) string {
		if s.kunrei && way[1] != "" {
			return way[1]
		}
		return way[0]
	}
	if len(runes) > 1 {
		if way, ok := syllables[string(runes[:2])]; ok {
			return syllable{pick(way), 2}
		}
		if glide := strings.IndexRune("ゃゅょ", runes[1]); glide >= 0 {
			if stem, ok := strings.CutSuffix(syllables[string(runes[:1])][0], "i"); ok {
				return syllable{stem + []string{"ya", "yu", "yo"}[glide/len("ゃ")], 2}
			}
		}
	}
	return syllable{pick(syllables[string(runes[:1])]), 1}
}

// doubling is what っ becomes before a syllable.
func doubling(next string) string {
	if strings.HasPrefix(next, "ch") {
		return "t"
	}
	return next[:1]
}

// lengthen adds a syllable, writing a long o or u as the spelling has it.
func (s spelling) lengthen(out []byte, next string) []byte {
	if len(out) > 0 {
		switch last := out[len(out)-1]; {
		case last == 'o' && next == "u", last == 'o' && next == "o":
			switch {
			case s.long == "u":
				return append(out, next...)
			case s.long == "h":
				return append(out, 'h')
			}
			return out
		case last == 'u' && next == "u" && !s.doubled:
			return out
		}
	}
	return append(out, next...)
}
