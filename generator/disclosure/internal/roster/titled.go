package roster

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// titles may follow a part of a name; the ranks may follow a part of several
// letters only, since 東部長 is the head of an eastern department.
var (
	titles = []string{"さん", "様", "さま", "氏", "君", "くん", "ちゃん", "先生", "先輩", "殿"}
	ranks  = []string{"部長", "課長", "係長", "主任", "本部長", "室長", "マネージャー", "リーダー"}
)

// titledForms gives the family name and the given name of a name in kanji or
// kana, each with every title. A part in kana of fewer than three letters and
// a given name of one letter are left out: they end ordinary words.
func titledForms(name string) List {
	name, _, _ = strings.Cut(name, "(")
	name, _, _ = strings.Cut(name, "（")
	parts := strings.FieldsFunc(name, isBetween)
	if len(parts) < 2 {
		return nil // where the family name ends is not known
	}
	var out List
	for i, part := range []string{folded(parts[0]), folded(parts[len(parts)-1])} {
		letters := utf8.RuneCountInString(part)
		if !isWide(part) || isKanaOnly(part) && letters < 3 || i == 1 && letters < 2 {
			continue
		}
		for _, title := range titles {
			out = append(out, Form{part + folded(title), Titled})
		}
		if letters > 1 {
			for _, rank := range ranks {
				out = append(out, Form{part + folded(rank), Titled})
			}
		}
	}
	return out
}

// hashForms gives the plain hashes of an id or address in hex, as it stands
// and in either case: whoever holds the roster reads them as a name.
func hashForms(text string) List {
	if text == "" {
		return nil
	}
	var out List
	for _, s := range []string{text, strings.ToLower(text), strings.ToUpper(text)} {
		b := []byte(s)
		long, short, old := sha256.Sum256(b), sha1.Sum(b), md5.Sum(b)
		for _, digest := range [][]byte{long[:], short[:], old[:]} {
			out = append(out, Form{hex.EncodeToString(digest), Anywhere})
		}
	}
	return out
}
