package microdata

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/disclosure/internal/value"
)

// tableWords are the names that a file or a sheet of a table has, after
// plainName.
var tableWords = map[string]string{
	"participants": "participants, participant, participants list, roster, members, 参加者, 参加者名簿, 名簿, 対象者, 対象者名簿, メンバー, 社員名簿, 従業員名簿",
	"pairs":        "pairs, pair, pairing, pairings, matching, matches, ペア, ペアリング, マッチング, マッチング結果, 組合せ, 組み合わせ",
	"sessions":     "sessions, session, session log, meetings, セッション, セッション記録, セッションログ, セッション実施記録, 面談, 面談記録, 面談ログ, 面談実施記録, 実施記録",
	"goals":        "goals, goal, 目標, 目標管理, 目標達成, 目標達成状況, ゴール",
	"followups":    "followups, followup, follow-ups, check-ins, checkins, フォロー, フォローアップ, フォロー記録, フォローアップ記録, フォロー面談, 事務局面談, 事務局フォロー, 人事面談, 人事フォロー",
}

// byTableWord gives the table of each of tableWords.
var byTableWord = func() map[string]string {
	out := map[string]string{}
	for table, names := range tableWords {
		for _, name := range synonymList(names) {
			out[letters(name)] = table
		}
	}
	return out
}()

var (
	// besides is what a name holds beside that of the table: a year, a term,
	// the kind of file, a program.
	besides = regexp.MustCompile(`(令和|平成|r|h)?(\d+|元)(年度|年|月|日|期|回|版)|[春夏秋冬上下前後][期半]|年度|最新版?|最終版?|一覧|表$|リスト|シート|データ|リバースメンタリング|メンタープログラム|reversementoring|list|sheet|data|table|final|latest|\d+`)
	// asks marks the name of a survey.
	asks = regexp.MustCompile(`アンケート|サーベイ|調査|フォーム|回答|survey|questionnaire|responses?|form`)
)

// waveWords tell which survey a name means; a pulse needs a date too.
var waveWords = []struct {
	wave  string
	means *regexp.Regexp
}{
	{"before", regexp.MustCompile(`事前|開始時|開始前|実施前|初回|\b(before|pre|baseline)\b|^(before|pre)`)},
	{"mid", regexp.MustCompile(`中間|期中|\b(mid|midterm|interim)\b|^mid`)},
	{"after", regexp.MustCompile(`事後|終了時|終了後|実施後|最終回|\b(after|post|final)\b|^(after|post)`)},
	{"pulse", regexp.MustCompile(`パルス|\bpulse\b|^pulse`)},
}

var dayInName = regexp.MustCompile(`\d{4}[-/._年]?\d{1,2}[-/._月]?\d{1,2}日?`)

// tableOf gives the table that the name of a sheet, or of a file without its
// ending, means. isSurvey says that it means a survey, of which the wave may
// not be told.
func tableOf(name string) (table string, isSurvey bool) {
	plain := strings.ToLower(norm.NFKC.String(strings.TrimSpace(name)))
	if wave, ok := strings.CutPrefix(plain, "survey-"); ok {
		if isWave(wave) {
			return plain, true
		}
	}
	if asks.MatchString(plain) {
		if wave := waveOf(plain); wave != "" {
			return "survey-" + wave, true
		}
		return "", true
	}
	folded := letters(noteInBrackets.ReplaceAllString(plain, ""))
	if table := byTableWord[folded]; table != "" {
		return table, false
	}
	return byTableWord[besides.ReplaceAllString(folded, "")], false
}

// waveOf is the wave that the name of a survey tells; of words for two waves,
// or of a pulse without its date, there is none.
func waveOf(plain string) (wave string) {
	spaced := strings.NewReplacer("_", " ", "-", " ").Replace(plain)
	for _, w := range waveWords {
		if !w.means.MatchString(spaced) {
			continue
		}
		if wave != "" {
			return ""
		}
		wave = w.wave
	}
	if wave == "pulse" {
		day, ok := value.Day(strings.ReplaceAll(dayInName.FindString(plain), "_", "-"), value.Unknown)
		if !ok {
			return ""
		}
		wave += "-" + day.Format(time.DateOnly)
	}
	return wave
}
