package generator_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// numbers are what a text counts. The number 1 is left out wherever it is
// written: English says "a month" and "once" where Japanese counts.
type numbers struct {
	told []float64 // without 1, smallest first
	pair int       // how often two are named as such: 二人, 両方, "both", "the two of you"
}

// numbersOf reads the numbers of a text so that two languages can be compared:
// 三つ and "three" are both 3, 4月 and "April" both 4, 午後2時 and "2 pm" both 14,
// 8割 and "80%" both 80, 半年 and "six months" both 6.
func numbersOf(lang, text string) numbers {
	text = onTheHour.ReplaceAllString(thousands.ReplaceAllString(norm.NFKC.String(text), "$1$2"), "$1")
	wordings := englishNumbers
	if lang == "ja" {
		wordings = japaneseNumbers
	}
	for _, w := range wordings {
		text = w.found.ReplaceAllStringFunc(text, func(s string) string {
			return " " + w.digits(w.found.FindStringSubmatch(s)) + " "
		})
	}
	out := numbers{pair: strings.Count(text, aPair)}
	for _, digits := range digitRun.FindAllString(text, -1) {
		if n, err := strconv.ParseFloat(digits, 64); err == nil && n != 1 {
			out.told = append(out.told, n)
		}
	}
	slices.Sort(out.told)
	return out
}

// beyond is what n tells that other does not. Where one says "two decisions"
// the other may say "both", and the two of a pair need not be called so.
func (n numbers) beyond(other numbers) []string {
	rest, pairs, out := slices.Clone(other.told), other.pair-n.pair, []string{}
	for _, v := range n.told {
		if i := slices.Index(rest, v); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else if v == 2 && pairs > 0 {
			pairs--
		} else {
			out = append(out, strconv.FormatFloat(v, 'f', -1, 64))
		}
	}
	return out
}

// together is what several paragraphs count.
func together(all []numbers) numbers {
	var out numbers
	for _, n := range all {
		out.told, out.pair = append(out.told, n.told...), out.pair+n.pair
	}
	slices.Sort(out.told)
	return out
}

// aPair stands in a text for the 2 that is a pair.
const aPair = "\ufffc"

var (
	thousands = regexp.MustCompile(`(\d),(\d{3})\b`)
	onTheHour = regexp.MustCompile(`\b(\d{1,2}):00\b`)
	digitRun  = regexp.MustCompile(`\d+(\.\d+)?`)
)

// wording is a way to write a number in words, and the digits that stand for
// what it finds: the match and its groups.
type wording struct {
	found  *regexp.Regexp
	digits func(match []string) string
}

// japaneseNumbers are kanji numerals before what they count: 十分 (enough),
// 四半期 and 第三者 count nothing.
var japaneseNumbers = []wording{
	{regexp.MustCompile(`第三者`), func([]string) string { return "" }},
	{regexp.MustCompile(`二人|ふたり|両方|両者|双方`), func([]string) string { return aPair }},
	{regexp.MustCompile(`二度と`), func([]string) string { return "" }},
	{regexp.MustCompile(`半年`), func([]string) string { return "6" }},
	{regexp.MustCompile(`(\d)割`), func(m []string) string { return m[1] + "0" }},
	{regexp.MustCompile(`(\d+)万`), func(m []string) string { return m[1] + "0000" }},
	{regexp.MustCompile(`(^|[^二三四五六七八九])十分`), func(m []string) string { return m[1] }},
	{regexp.MustCompile(`午後(\d+)時(半?)`), func(m []string) string { return afternoon(m[1]) + half(m[2]) }},
	{regexp.MustCompile(`(\d+)時半`), func(m []string) string { return m[1] + half("半") }},
	{regexp.MustCompile(`([二三四五六七八九十百]+)(?:つ|人|者|回|度|組|点|名|週|日|か月|年|種|通|枚|行|文|問|項|倍|部|択|言語|番|本|歩|列|段|分|秒|営業日)`),
		func(m []string) string { return kanji(m[1]) }},
	{regexp.MustCompile(`ふたつ`), func([]string) string { return "2" }},
	{regexp.MustCompile(`みっつ`), func([]string) string { return "3" }},
}

// englishNumbers are cardinals and ordinals up to twelve and the round ones,
// months, and hours after noon. May is a month beside a number or a
// preposition.
var englishNumbers = []wording{
	{regexp.MustCompile(`(?i)\b(?:two of (?:you|us|them)|(?:the|you|other|same) two|two people|both)\b`), func([]string) string { return aPair }},
	{regexp.MustCompile(`(?i)\bsecond half\b`), func([]string) string { return "" }},
	{regexp.MustCompile(`\b(\d+)[ -]second\b`), func(m []string) string { return m[1] }},
	{regexp.MustCompile(`(?i)\bhalf(?: a |-)year\b`), func([]string) string { return "6" }},
	{regexp.MustCompile(`\b(\d+)((?::\d+)?) ?pm\b`), func(m []string) string { return afternoon(m[1]) + m[2] }},
	{regexp.MustCompile(`\b(?:January|February|March|April|June|July|August|September|October|November|December)\b`),
		func(m []string) string { return month(m[0]) }},
	{regexp.MustCompile(`\bMay (to|until|and|\d+)\b`), func(m []string) string { return month("May") + " " + m[1] }},
	{regexp.MustCompile(`\b(in|of|around|since|until|to|from|by|and|\d+) May\b`), func(m []string) string { return m[1] + " " + month("May") }},
	{regexp.MustCompile(`(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b`),
		func(m []string) string { return strconv.Itoa(cardinals[strings.ToLower(m[0])]) }},
	{regexp.MustCompile(`(?i)\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b`),
		func(m []string) string { return strconv.Itoa(ordinals[strings.ToLower(m[1])]) }},
	{regexp.MustCompile(`(?i)\btwice\b`), func([]string) string { return "2" }},
}

var (
	months   = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	ordinals = map[string]int{"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
		"tenth": 10, "eleventh": 11, "twelfth": 12}
	cardinals = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
)

func month(name string) string { return strconv.Itoa(slices.Index(months, name) + 1) }

func afternoon(hour string) string {
	n, err := strconv.Atoi(hour)
	if err != nil || n >= 12 {
		return hour
	}
	return strconv.Itoa(n + 12)
}

func half(hour string) string {
	if hour == "" {
		return ""
	}
	return ":30"
}

// kanji reads a kanji numeral up to 999: 二, 十二, 三十, 百二十.
func kanji(s string) string {
	total, digit := 0, 0
	for _, r := range s {
		switch r {
		case '十', '百':
			unit := map[rune]int{'十': 10, '百': 100}[r]
			total += max(digit, 1) * unit
			digit = 0
		default:
			digit = strings.IndexRune("一二三四五六七八九", r)/len("一") + 1
		}
	}
	return strconv.Itoa(total + digit)
}

func TestNumbersReadAlikeInBothLanguages(t *testing.T) {
	tests := []struct {
		ja, en string
		told   []float64
		pairJA int
		pairEN int
	}{
		{"月に2回、45分から60分です。", "2 a month, 45 to 60 minutes.", []float64{2, 45, 60}, 0, 0},
		{"月1.5回以上、二人で三つずつ", "At least 1.5 a month; three for each of the two of you", []float64{1.5, 3}, 1, 1},
		{"2026年4月6日の10時から", "From 10 am on 6 April 2026", []float64{4, 6, 10, 2026}, 0, 0},
		{"10:00から", "From 10:00", []float64{10}, 0, 0},
		{"5月12日、午後2時半まで", "Until 2:30 pm on 12 May", []float64{5, 12, 14, 30}, 0, 0},
		{"1か月に一度、一人で。そうかもしれません", "Once a month, on your own; it may be", nil, 0, 0},
		{"第三者に話さず、十分に話し、四半期ごとに一つ", "Tell nobody else, talk enough, one each quarter", nil, 0, 0},
		{"参加者は１，２００人、8割が半年", "1,200 people, 80% for six months", []float64{6, 80, 1200}, 0, 0},
		{"第3週の二十人、十二回、二度", "Twenty people in week 3, twelve times, twice", []float64{2, 3, 12, 20}, 0, 0},
	}
	for _, test := range tests {
		ja, en := numbersOf("ja", test.ja), numbersOf("en", test.en)
		if !slices.Equal(ja.told, test.told) || ja.pair != test.pairJA {
			t.Errorf("%s: got %v, want %v and %d pairs", test.ja, ja, test.told, test.pairJA)
		}
		if !slices.Equal(en.told, test.told) || en.pair != test.pairEN {
			t.Errorf("%s: got %v, want %v and %d pairs", test.en, en, test.told, test.pairEN)
		}
	}
}
