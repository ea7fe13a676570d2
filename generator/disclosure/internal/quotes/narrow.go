package quotes

import (
	"regexp"
	"slices"
	"strings"
)

// narrower is a kind of text that narrows down who wrote a comment.
type narrower struct {
	pattern *regexp.Regexp
	sure    bool
	except  []string // ordinary words of that form
}

const digit = `[0-9〇一二三四五六七八九十百数]`

var narrowers = []narrower{
	// Addresses and numbers by which somebody is reached.
	{pattern: regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`), sure: true},
	{pattern: regexp.MustCompile(`(?:^|[^A-Za-z0-9._%+-])(@[A-Za-z0-9_.-]{2,})`), sure: true},
	{pattern: regexp.MustCompile(`(?:\+81[- ]?|0)[0-9]{1,4}[-ー−‐– ]?[0-9]{1,4}[-ー−‐– ]?[0-9]{3,4}`), sure: true},
	{pattern: regexp.MustCompile(`内線(?:番号)? ?[0-9-]{2,}`), sure: true},
	{pattern: regexp.MustCompile(`(?i)\bext(?:ension|\.)? ?[0-9-]{2,}`), sure: true},
	// Dates.
	{pattern: regexp.MustCompile(`(?:(?:令和|平成|昭和)(?:` + digit + `{1,3}|元)年|[0-9〇一二三四五六七八九]{2,4}年)(?:度)?(?:` + digit + `{1,3}月)?(?:` + digit + `{1,3}日)?`), sure: true, except: []string{"数十年", "十年", "二十年", "三十年"}},
	{pattern: regexp.MustCompile(digit + `{1,3}月(?:` + digit + `{1,3}日|上旬|中旬|下旬|末|頃)?`), sure: true, except: []string{"数月"}},
	{pattern: regexp.MustCompile(`\b[0-9]{1,4}[/.-][0-9]{1,2}(?:[/.-][0-9]{1,4})?\b`), sure: true},
	{pattern: regexp.MustCompile(`(?i)\b(?:[0-9]{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|June|July|August|September|October|November|December)\b(?: [0-9]{1,2}(?:st|nd|rd|th)?\b)?(?:,? [0-9]{4})?`), sure: true},
	{pattern: regexp.MustCompile(`(?i)\b(?:[0-9]{1,2}(?:st|nd|rd|th)? May|May [0-9]{1,2}(?:st|nd|rd|th)?)\b`), sure: true},
	// Ages, years of service, intakes, numbers of people.
	{pattern: regexp.MustCompile(digit + `+ ?(?:歳|才|年目|年次|年生|期生|期目|名)`), sure: true},
	{pattern: regexp.MustCompile(digit + `+代(?:前半|後半|半ば)?`), sure: true},
	{pattern: regexp.MustCompile(digit + `+年(?:入社|卒|採用)`), sure: true},
	{pattern: regexp.MustCompile(`(?i)\b[0-9]+ ?(?:-| )?years?(?:-| )old\b|\bin my (?:early |mid-?|late )?[2-6]0s\b|\bmy (?:first|second|third|fourth|fifth|[0-9]+(?:st|nd|rd|th)) year\b`), sure: true},
	// Departments, teams and projects that the roster may not know.
	{pattern: regexp.MustCompile(`[\p{Han}\p{Katakana}ーA-Za-z0-9]{2,}(?:チーム|プロジェクト|委員会|PJ)`)},
	{pattern: regexp.MustCompile(`[\p{Han}\p{Katakana}ーA-Za-z0-9・]{2,}(?:部|課|室|支店|支社|工場|事業所)`), except: []string{"経営幹部", "役員幹部"}},
	{pattern: regexp.MustCompile(`\b(?:[A-Z][A-Za-z0-9]+ )+(?:[Tt]eam|[Pp]roject|[Dd]epartment|[Dd]ivision)\b|\b(?:Team|Project) [A-Z][A-Za-z0-9]+`)},
	// Somebody with a title, or by initials.
	{pattern: regexp.MustCompile(`[\p{Han}\p{Katakana}ーA-Za-z]{1,8}(?:さん|様|さま|氏|君|くん|ちゃん|先生|先輩|殿)`),
		except: []string{"皆さん", "皆様", "同様", "多様", "仕様", "模様", "一様", "異様", "有様", "お客様", "客様", "参加者様", "奥さん", "事務局様", "様様"}},
	{pattern: regexp.MustCompile(`\b[A-Z]\. ?[A-Z]\.?(?:[^A-Za-z]|$)`)},
	{pattern: regexp.MustCompile(`(?:^|[^A-Za-z])([A-Z])(?:さん|氏|様|君|部長|課長|主任)`)},
	{pattern: regexp.MustCompile(`\b(?:Mr|Ms|Mrs|Dr)\.? [A-Z][a-z]+`)},
	{pattern: regexp.MustCompile(`\b[A-Z][a-z]+-(?:san|sama|kun)\b`)},
}

// narrowing finds what narrows down who wrote a text, whoever it is.
func narrowing(text string) []Hit {
	var hits []Hit
	for _, n := range narrowers {
		for _, at := range n.pattern.FindAllStringSubmatchIndex(text, -1) {
			start, end := at[0], at[1]
			if len(at) > 2 && at[2] >= 0 { // what stands before is not part of it
				start = at[2]
			}
			for end > start && strings.HasSuffix(text[start:end], " ") {
				end--
			}
			if !slices.ContainsFunc(n.except, func(s string) bool { return strings.HasSuffix(text[start:end], s) }) {
				hits = append(hits, Hit{Start: start, End: end, Sure: n.sure})
			}
		}
	}
	return hits
}
