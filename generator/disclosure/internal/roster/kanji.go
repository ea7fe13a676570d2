package roster

import "unicode/utf8"

// variantGroups are kanji that one name is written with: the first is what all
// fold to. The list is that of the specification (section 6.3) and further
// ones that are common in names.
var variantGroups = []string{
	"高髙", "崎﨑碕嵜", "斎齋斉齊", "辺邊邉", "沢澤", "浜濱濵", "広廣", "島嶋嶌", "真眞", "恵惠", "徳德", "桜櫻", "栄榮", "国國",
	"吉𠮷", "竜龍", "滝瀧", "富冨", "峰峯", "館舘", "桧檜", "条條", "黒黑", "実實", "弥彌", "与與", "万萬", "静靜", "亀龜", "礼禮",
	"寿壽", "学學", "円圓", "塩鹽", "鉄鐵", "蔵藏", "豊豐", "遥遙", "凛凜", "晃晄",
	"仏佛", "来來", "会會", "伝傳", "応應", "戸戶", "松枩", "柳栁", "梅楳", "桑桒", "槙槇", "渋澁", "瀬瀨", "薮藪", "薗園", "覇霸", "関關",
	"雑雜", "双雙", "頼賴", "鴎鷗", "鶏鷄", "曽曾", "芦蘆", "剣劍", "蛍螢", "寛寬", "勲勳", "穂穗", "清淸", "青靑", "暁曉", "翠翆",
}

// variantKanji is the kanji that each of the others folds to.
var variantKanji = func() map[rune]rune {
	m := map[rune]rune{}
	for _, group := range variantGroups {
		first, size := utf8.DecodeRuneInString(group)
		for _, other := range group[size:] {
			if other != first {
				m[other] = first
			}
		}
	}
	return m
}()

// kanjiSet is a set of kanji of the main block, small enough for the
// processor's cache where the map is not.
type kanjiSet [(0x9fff-0x4e00)/64 + 1]uint64

var variants = func() (s kanjiSet) {
	for r := range variantKanji {
		if r >= 0x4e00 && r <= 0x9fff {
			s[(r-0x4e00)/64] |= 1 << ((r - 0x4e00) % 64)
		}
	}
	return s
}()

func (s *kanjiSet) has(r rune) bool {
	return r >= 0x4e00 && s[(r-0x4e00)/64]&(1<<((r-0x4e00)%64)) != 0
}
