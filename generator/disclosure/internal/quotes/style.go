package quotes

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"kohort/generator/diag"
)

// trait is something in a comment's style by which colleagues may know who
// wrote it. No rule can take it out: the reviewer paraphrases.
type trait struct {
	name    diag.Text
	pattern *regexp.Regexp
}

var traits = []trait{
	{diag.Text{EN: "first-person pronoun", JA: "一人称"},
		regexp.MustCompile(`俺|おれ|オレ|僕|ぼく|ボク|私|わたし|わたくし|あたし|ワシ|わし|小生|自分は|自分が|自分も|うち(?:は|の|ら|が|も)`)},
	{diag.Text{EN: "dialect", JA: "方言"},
		regexp.MustCompile(`めっちゃ|めちゃ|せやから|せやけど|やねん|やんか|やろう?(?:か|と|ね|。|、|$)|ほんま|ほんで|あかん|おおきに|[かがさたなまらわいきしちにみり]へん|しはる|ばってん|ったい|やけん|だけん|じゃけ[んえ]?|やさかい|だべ|べさ|なまら|だがね|してはる|しとる|しとった|ちゃうか|ずら(?:。|$)|じゃん`)},
	{diag.Text{EN: "emoji or signs out of habit", JA: "絵文字・記号の癖"},
		regexp.MustCompile(`[\x{1F300}-\x{1FAFF}\x{2600}-\x{27BF}♪☆★]|[(（](?:笑|泣|汗|爆|苦笑|怒)[)）]|[wｗ]{2,}|[!！]{2,}|[?？]{2,}|[〜～]{2,}|…{2,}|。{2,}|[(（][^)）A-Za-z0-9]{0,4}[\^;_´｀ω∀ε・][^)）]{0,6}[)）]|[:;]-?[)D(P]`)},
	{diag.Text{EN: "rare event", JA: "珍しい出来事"},
		regexp.MustCompile(`(?i)事故|入院|手術|出産|育休|産休|育児休|介護|離婚|結婚|葬|異動|転勤|昇進|昇格|降格|受賞|表彰|訴訟|退職|転職|出向|赴任|海外出張|火災|地震|炎上|休職|復職|病気|妊娠|引っ越|\b(?:accident|hospital|surgery|maternity|paternity|parental leave|wedding|married|divorce|funeral|award|promot(?:ed|ion)|lawsuit|resign(?:ed|ation)?|relocat|pregnan|sick leave|transferred)`)},
	{diag.Text{EN: "superlative", JA: "最上級・唯一の表現"},
		regexp.MustCompile(`(?i)一番|いちばん|最も|もっとも|最高|最悪|最年|最初|最多|最大|唯一|初めて|はじめて|誰よりも|しかいない|だけが|\b(?:the only|the best|the worst|the most|the first|the oldest|the youngest|no one else|nobody else)\b`)},
	{diag.Text{EN: "quoted speech", JA: "発言の引用"},
		regexp.MustCompile(`「[^」]{4,}」|『[^』]{4,}』|“[^”]{4,}”|"[^"]{4,}"`)},
	{diag.Text{EN: "gender", JA: "性別"},
		regexp.MustCompile(`(?i)女性|男性|女子|男子|女の|男の|彼女|彼[はがのもを]|母親|父親|ママ|パパ|妻|夫[はがのもを]|旦那|奥さん|\b(?:she|he|her|his|him|woman|women|man|men|girl|boy|lady|mother|father|wife|husband|female|male)\b`)},
	{diag.Text{EN: "rank or reporting line", JA: "上下関係・役職"},
		regexp.MustCompile(`(?i)部下|上司|後輩|先輩|役員|社長|会長|専務|常務|取締役|部長|課長|係長|主任|室長|新人|新入社員|同期|ベテラン|管理職|リーダー|マネージャー|\b(?:boss|subordinate|my manager|supervisor|director|president|vice president|ceo|executive|newcomer|intern|my report)\b`)},
}

var otherLanguage = diag.Text{EN: "in another language than the other comments", JA: "ほかの自由記述と違う言語"}

var latinRun = regexp.MustCompile(`(?:[A-Za-z']+[ ,]+){3,}[A-Za-z']+`)

// warnings names the traits of a text. mostly says whether the other comments
// are in Japanese for the most part.
func warnings(text string, mostly bool) []diag.Text {
	var out []diag.Text
	for _, t := range traits {
		if t.pattern.MatchString(text) {
			out = append(out, t.name)
		}
	}
	japanese := isJapanese(text)
	if utf8.RuneCountInString(text) > 3 && japanese != mostly || japanese && latinRun.MatchString(text) || foreign(text) {
		out = append(out, otherLanguage)
	}
	return out
}

// foreign says whether a text has letters of a script that is neither Latin
// nor Japanese.
func foreign(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Hiragana, unicode.Katakana, unicode.Han, unicode.Common) {
			return true
		}
	}
	return false
}

// mostlyJapanese says whether most comments are.
func mostlyJapanese(comments []Comment) bool {
	n := 0
	for _, c := range comments {
		if isJapanese(c.Text) {
			n++
		}
	}
	return 2*n >= len(comments)
}
