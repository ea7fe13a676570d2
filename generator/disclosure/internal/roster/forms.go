// Package roster knows how the participants of a cohort may be named in text,
// and finds them there.
//
// It takes a microdata.Cohort and gives the forms to search for (Forms), keeps
// them in private/roster (Save), and opens those of all cohorts as one scan
// (Open). Its two main types are Form and List. What a name, an e-mail address
// or an id may look like is said in forms.go, what counts as the same text in
// fold.go. The scan says where it found somebody, never whom.
package roster

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

// Rule says where a form counts as found.
type Rule string

const (
	// Anywhere is for full names in kanji or kana and for e-mail addresses.
	Anywhere Rule = "anywhere"
	// Alone is for full names in Latin letters and for short names: they count
	// only where the word does not go on before or behind.
	Alone Rule = "alone"
	// Prose is Alone, but for text only, not for style sheets, hashes and
	// coordinates: ids and the part of an address before the @.
	Prose Rule = "prose"
	// Titled is for a part of a name with a title behind it: the word must not
	// begin before it, and may go on after it.
	Titled Rule = "titled"
)

// Form is one text to search for, folded.
type Form struct {
	Text string `json:"text"`
	Rule Rule   `json:"rule"`
}

// List is the forms of one cohort's people, sorted, each once. It does not say
// which belong to one person.
type List []Form

// Forms gives the forms of everybody in the cohort, those who left or
// withdrew included.
func Forms(c microdata.Cohort) List {
	var out List
	for _, p := range c.People {
		if p.Anonymous {
			continue
		}
		out = append(out, nameForms(p.Name)...)
		out = append(out, nameForms(p.Kana)...)
		out = append(out, titledForms(p.Name)...)
		out = append(out, titledForms(p.Kana)...)
		if isWide(folded(p.Name)) {
			out = append(out, romajiForms(firstOf(p.Kana, p.Name))...)
		}
		out = append(out, addressForms(p.Email)...)
		out = append(out, idForms(p.ID)...)
		out = append(out, hashForms(p.ID)...)
		out = append(out, hashForms(p.Email)...)
	}
	return tidy(out)
}

// TooShort gives the cells that hold an id or a name which is too short to
// search for: it would be found in ordinary text.
func TooShort(c microdata.Cohort) []diag.Pos {
	var out []diag.Pos
	for _, p := range c.People {
		if p.Anonymous {
			continue
		}
		for _, cell := range []struct {
			field string
			forms List
		}{{"id", idForms(p.ID)}, {"name", nameForms(p.Name)}} {
			if len(cell.forms) == 0 {
				at := p.Pos
				at.Field = cell.field
				out = append(out, at)
			}
		}
	}
	return out
}

// tidy sorts forms and keeps each text once, under the rule that finds most.
func tidy(forms List) List {
	widest := []Rule{Anywhere, Titled, Alone, Prose}
	slices.SortFunc(forms, func(a, b Form) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(slices.Index(widest, a.Rule), slices.Index(widest, b.Rule)))
	})
	return slices.CompactFunc(forms, func(a, b Form) bool { return a.Text == b.Text })
}

// nameForms gives the ways to write a name: as it stands and with its last
// part first, with and without a space. (Beside kana and kanji, folding has
// taken the spaces out of the text as well.) What stands in brackets or behind
// a slash, as in 佐藤 花子(旧姓 鈴木), is a name of its own where it has two parts.
func nameForms(name string) List {
	var out List
	for i, alias := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("()（）[]［］/／|｜", r) }) {
		var parts []string
		for _, part := range strings.FieldsFunc(alias, isBetween) {
			if part = folded(part); part != "" {
				parts = append(parts, part)
			}
		}
		if i == 0 || len(parts) > 1 {
			out = append(out, orders(parts)...)
		}
	}
	return out
}

// isBetween is true for what stands between the parts of a name.
func isBetween(r rune) bool {
	return r < utf8.RuneSelf && strings.ContainsRune(separators, r) || r >= utf8.RuneSelf && kindOf(r) == between
}

func orders(parts []string) List {
	var out List
	n := len(parts)
	if n == 0 {
		return nil
	}
	turned := append([]string{parts[n-1]}, parts[:n-1]...)
	turnedBack := append(slices.Clone(parts[1:]), parts[0])
	for _, order := range [][]string{parts, turned, turnedBack} {
		out = appendName(out, strings.Join(order, ""))
		out = appendName(out, folded(strings.Join(order, " ")))
	}
	if n > 2 && !isWide(parts[0]) { // a middle name may be left out
		out = append(out, orders([]string{parts[0], parts[n-1]})...)
	}
	return tidy(out)
}

// appendName adds a form with the rule that fits its script and length.
func appendName(forms List, text string) List {
	wide, letters := isWide(text), utf8.RuneCountInString(text)
	switch {
	case len(text) < minForm, letters < 2:
		return forms // too short to be told from ordinary text
	case !wide, isKanaOnly(text) && letters < 4, letters < 3:
		return append(forms, Form{text, Alone})
	}
	return append(forms, Form{text, Anywhere})
}

// isWide says whether a folded text has kana or kanji.
func isWide(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r == 'ー' || r >= 'ぁ' && r <= 'ゖ' || isKanji(r) }) >= 0
}

// isKanaOnly says whether a folded text is kana throughout.
func isKanaOnly(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r != 'ー' && (r < 'ぁ' || r > 'ゖ') }) < 0
}

// addressForms gives an e-mail address and the part before its @.
func addressForms(address string) List {
	local, _, ok := strings.Cut(address, "@")
	if !ok {
		return nil
	}
	out := List{{folded(address), Anywhere}}
	return append(out, idForms(local)...)
}

// idForms gives an id with and without the signs and leading zeros in it, and
// with a sign between its letters and its number (E-10234). One of fewer than four characters, or of fewer than five that are all digits, is
// not searched for.
func idForms(id string) List {
	spaced := folded(id)
	joined := strings.ReplaceAll(spaced, " ", "")
	var out List
	number := strings.TrimLeft(joined, "abcdefghijklmnopqrstuvwxyz")
	parted := strings.TrimSpace(joined[:len(joined)-len(number)] + " " + number)
	for _, text := range []string{spaced, joined, strings.TrimLeft(joined, "0"), parted} {
		digits := strings.Trim(text, "0123456789 ") == ""
		if n := len(strings.ReplaceAll(text, " ", "")); n >= minForm && (n >= 5 || !digits) {
			out = append(out, Form{text, Prose})
		}
	}
	return tidy(out)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
