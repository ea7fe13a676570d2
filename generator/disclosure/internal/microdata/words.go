package microdata

import (
	"slices"
	"strings"

	"kohort/generator/diag"
)

// vocabulary is the few words that a column takes, and how each is written.
type vocabulary struct {
	known diag.Text         // for a problem: "held, planned, cancelled"
	is    map[string]string // by the written word after foldWord
}

// word is one word of a vocabulary and the other ways to write it,
// comma-separated, the first as a problem in Japanese names it.
type word struct{ is, written string }

var (
	roleWords = newVocabulary(
		word{string(Mentor), "メンター, メンター役, メンター側, メンター参加, Mentors"},
		word{string(Mentee), "メンティー, メンティー役, メンティー側, メンティー参加, Mentees"},
	)
	sessionWords = newVocabulary(
		word{string(Held), "実施, 実施済, 実施済み, 実施した, 済, 済み, 完了, 開催, 開催済, 開催済み, ○, 〇, ◯, Done, Completed, Complete, Yes, はい, 有, あり, True"},
		word{string(Planned), "予定, 実施予定, 開催予定, 予定あり, Scheduled, Upcoming"},
		word{string(Cancelled), "中止, キャンセル, 取消, 取消し, 取り消し, 取りやめ, 取り止め, 開催中止, ×, Canceled, Called off"},
	)
	goalWords = newVocabulary(
		word{"met", "達成, 達成済, 達成済み, 達成した, 完了, ○, 〇, ◯, ◎, Achieved, Done, Completed, Complete"},
		word{"partly", "一部達成, 部分達成, 部分的に達成, 概ね達成, おおむね達成, △, Partly met, Partially met, Partial, Partially, Partly achieved, Partially achieved"},
		word{"open", "未達, 未達成, 継続, 継続中, 進行中, 取組中, 取り組み中, 取組み中, 未着手, ×, In progress, Ongoing, Not met, Not yet, Not achieved"},
		word{"dropped", "取りやめ, 取り止め, 取下げ, 取り下げ, 中止, 断念, Cancelled, Canceled, Withdrawn, Abandoned"},
	)
)

func newVocabulary(list ...word) vocabulary {
	v := vocabulary{is: map[string]string{}}
	for i, w := range list {
		if i > 0 {
			v.known.EN += ", "
			v.known.JA += "、"
		}
		written := synonymList(w.written)
		v.known.EN += w.is
		v.known.JA += written[0]
		for _, s := range append(written, w.is) {
			v.is[foldWord(s)] = w.is
		}
	}
	return v
}

// roleText is a role as a problem names it.
func roleText(role Role) diag.Text {
	if role == Mentor {
		return diag.Text{EN: "mentor", JA: "メンター"}
	}
	return diag.Text{EN: "mentee", JA: "メンティー"}
}

// foldWord is a word of a fixed list as it is compared: like a header, and
// without the long vowel that メンティー is written with or without. A mark
// such as ○ is itself.
func foldWord(written string) string {
	folded := foldHeader(strings.NewReplacer("―", "ー", "‐", "ー", "−", "ー").Replace(written))
	if folded == "" {
		return code(written)
	}
	return strings.ReplaceAll(folded, "ー", "")
}

// word reads a cell that takes one of a few words. An empty cell, or one with
// another word, gives nothing.
func (r *reader) word(t table, w row, column string, v vocabulary) string {
	cell := t.cell(w, column)
	if cell == "" {
		return ""
	}
	for _, written := range []string{cell, noteInBrackets.ReplaceAllString(code(cell), "")} {
		if is := v.is[foldWord(written)]; is != "" {
			return is
		}
	}
	r.report("data-word-unknown", t.at(w, column), diag.SlotText("known", v.known))
	return ""
}

// synonymList parts a list of synonyms.
func synonymList(list string) []string {
	return slices.DeleteFunc(strings.Split(list, ", "), func(s string) bool { return s == "" })
}
