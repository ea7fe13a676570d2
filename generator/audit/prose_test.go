package audit

import (
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
)

// spokenReleased is two cohorts whose figures prose may tell.
func spokenReleased() *released {
	r := &released{cells: make(map[string]fact), spoken: make(map[string]spoken), cohorts: []string{"2025-spring/", "2024-autumn/"}, marks: []string{"非表示"}, departments: []string{"営業部", "Sales"}}
	questions := map[string]map[string]string{
		"digital": {"ja": "仕事に必要なデジタルツールを使いこなせている", "en": "I am at ease with the digital tools that my work needs"},
		"safety":  {"ja": "わからないことを『わからない』と安心して言える", "en": "I feel safe saying that I do not know something"},
	}
	add := func(cohort, table, statistic, unit string, values ...string) {
		f := spokenFigure{cohort: cohort, table: table, statistic: statistic, unit: unit, names: make(map[string][][]rune)}
		for _, lang := range proseLanguages {
			for _, name := range called(table, statistic, lang, func(code string) string { return questions[code][lang] }) {
				f.names[lang] = append(f.names[lang], fold(name))
			}
		}
		s := r.spoken[cohort]
		s.figures = append(s.figures, f)
		s.title = map[string]string{"ja": map[string]string{"2025-spring": "2025年春期", "2024-autumn": "2024年秋期"}[cohort], "en": map[string]string{"2025-spring": "spring 2025", "2024-autumn": "autumn 2024"}[cohort]}
		s.levels = append(slices.Clone(roleWords), spokenLevel{"department=営業部", map[string][]string{"ja": {"営業部"}, "en": {"sales"}}})
		r.spoken[cohort] = s
		for i, at := range []string{"", "role=mentor", "department=営業部"}[:len(values)] {
			cell := fact{value: values[i], withheld: values[i] == ""}
			if low, high, band := strings.Cut(values[i], ".."); band {
				cell.ends = []string{low, high}
			}
			r.cells[f.key(at)] = cell
		}
	}
	add("2025-spring", "participation.enrolled", "count", "people", "40", "20", "9")
	add("2025-spring", "matching.pairs", "count", "pairs", "20")
	add("2025-spring", "matching.days", "mean", "days", "15")
	add("2025-spring", "response.before", "rate", "percent", "95", "95..100")
	add("2025-spring", "response.after", "rate", "percent", "89", "90", "")
	add("2025-spring", "sessions.held", "sum", "sessions", "131")
	add("2025-spring", "sessions.per_pair", "mean", "sessions", "1.2")
	add("2025-spring", "sessions.minutes", "mean", "minutes", "45")
	add("2025-spring", "recommend.score", "difference", "points", "31")
	add("2025-spring", "goals.met", "rate", "percent", "47")
	add("2025-spring", "goals.partly", "rate", "percent", "")
	add("2025-spring", "survey.digital.before", "mean", "points", "2.9", "3.1")
	add("2025-spring", "survey.digital.after", "mean", "points", "3.8", "3.9")
	add("2025-spring", "survey.digital.after", "rate", "percent", "64", "65")
	add("2025-spring", "survey.digital.change", "difference", "points", "0.9", "0.8")
	add("2025-spring", "survey.safety.after", "mean", "points", "")
	add("2025-spring", "theme.safety.before", "mean", "points", "3.1")
	add("2025-spring", "theme.safety.after", "mean", "points", "3.9")
	add("2025-spring", "theme.safety.change", "difference", "points", "0.8")
	add("2025-spring", "theme.recognition.change", "difference", "points", "-0.5")
	add("2024-autumn", "participation.enrolled", "count", "people", "24")
	add("2024-autumn", "response.after", "rate", "percent", "83")
	return r
}

// told gives what is found in a sentence: "repeats :value{…}",
// "contradicts 89", "withheld".
func told(lang, text string) string {
	p := newPage("a.html", spokenReleased())
	p.prose = &prose{of: Prose{"2025-spring", lang}}
	new(reader).words("a.html", document("<p>"+text+"</p>"), p)
	var out []string
	for _, f := range p.findings {
		arg := func(name string) string {
			i := slices.IndexFunc(f.args, func(a diag.Arg) bool { return a.Name == name })
			return f.args[i].Value
		}
		switch f.id {
		case "number-repeats":
			out = append(out, "repeats "+arg("directive"))
		case "number-contradicts":
			out = append(out, "contradicts "+arg("released"))
		case "number-withheld":
			out = append(out, "withheld")
		}
	}
	return strings.Join(out, "; ")
}

func TestNumbersInJapaneseProse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"終了時アンケートの回答率は89%でした。", "repeats :value{id=response.after}"},
		{"回答率は８９％です。", "repeats :value{id=response.after}"},
		{"最後のアンケートの回答率は<strong>89パーセント</strong>でした。", "repeats :value{id=response.after}"},
		{"89%の回答率となりました。", "repeats :value{id=response.after}"},
		{"開始時の回答率は95%でした。", "repeats :value{id=response.before}"},
		{"40人が登録しました。", "repeats :value{id=participation.enrolled}"},
		{"登録者は四十人です。", "repeats :value{id=participation.enrolled}"},
		{"登録者数:40名", "repeats :value{id=participation.enrolled}"},
		{"営業部の登録者は9人でした。", `repeats :value{id=participation.enrolled at="department=営業部"}`},
		{"メンターの回答率は、終了時に90%でした。", `repeats :value{id=response.after at="role=mentor"}`},
		{"前回の回答率は83%でした。", "repeats :value{id=response.after cohort=2024-autumn}"},
		{"2024年秋期の登録者は24人でした。", "repeats :value{id=participation.enrolled cohort=2024-autumn}"},
		{"ペア数は20組です。", "repeats :value{id=matching.pairs}"},
		{"20組のペアができました。", "repeats :value{id=matching.pairs}"},
		{"セッションは全部で131回でした。", "repeats :value{id=sessions.held}"},
		{"1ペア1か月あたり1.2回でした。", "repeats :value{id=sessions.per_pair}"},
		{"NPSは31でした。", "repeats :value{id=recommend.score}"},
		{"NPSは＋31です。", "repeats :value{id=recommend.score}"},
		{"心理的安全性は3.1から3.9に上がりました。", "repeats :value{id=theme.safety.before}; repeats :value{id=theme.safety.after}"},
		{"「仕事に必要なデジタルツールを使いこなせている」の平均は3.8です。", "repeats :value{id=survey.digital.after}"},
		{"「仕事に必要なデジタルツールを使いこなせている」は0.9上がりました。", "repeats :value{id=survey.digital.change}"},
		{"職場での評価は0.5下がりました。", "repeats :value{id=theme.recognition.change}"},
		{"初回までの日数は平均15日です。", "repeats :value{id=matching.days}"},
		{"回答率は約89%でした。", "repeats :value{id=response.after}"},
		{"回答率(89%)は高い水準でした。", "repeats :value{id=response.after}"},
		{"「仕事に必要なデジタルツールを使いこなせている」は64%でした。", "repeats :value{id=survey.digital.after stat=rate}"},

		{"回答率は75%でした。", "contradicts 89%"},
		{"終了時の回答率は75%でした。", "contradicts 89%"},
		{"75%の回答率です。", "contradicts 89%"},
		{"登録者は31人です。", "contradicts 40"},
		{"31人が登録しました。", "contradicts 40"},
		{"ペア数は12組でした。", "contradicts 20"},
		{"NPSは42です。", "contradicts 31"},
		{"心理的安全性は4.2になりました。", "contradicts 3.9"},
		{"達成した目標の割合は60%でした。", "contradicts 47%"},
		{"メンターの回答率は、終了時に70%でした。", "contradicts 90%"},
		{"メンターの回答率は、開始時に70%でした。", "contradicts 95–100%"},

		{"一部達成した目標の割合は30%でした。", "withheld"},
		{"「わからないことを『わからない』と安心して言える」の平均は、終了時に3.7でした。", "withheld"},
		{"営業部の回答率は、終了時に71%でした。", "withheld"},
	} {
		if got := told("ja", c.text); got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}

func TestJapaneseProseWithoutAFigure(t *testing.T) {
	for _, text := range []string{
		"2025年4月から9月までの、2回目のコーホートです。",
		"登録は2025年3月15日に締め切りました。",
		"回答率は80%以上を目指します。",
		"回答率の目標は80%です。",
		"回答率が70%に届きませんでした。",
		"回答率は前回から5ポイント上がりました。",
		"次回の回答率は95%を見込みます。",
		"もし回答率が89%なら、再度お願いします。",
		"1ペア1か月あたりの回数は、目安の2回に届きません。",
		"30分のオンラインの回を標準の選択肢に加えます。",
		"1か月目の終わりに、2回目の日程が入っていないペアへ連絡します。",
		"セッションは30分から60分で行います。",
		"3組のペアが発表しました。",
		"ペアは2人一組で活動します。",
		"登録者のうち12人が発表しました。",
		"前回の回答率は75%でした。",
		"前回の登録者は40人でした。",
		"他社の回答率は60%です。",
		"5段階で答える設問の回答は、4以上が多くなりました。",
		"心理的安全性の設問は5つあります。",
		"心理的安全性は、第3章で説明します。",
		"信頼を築くには3回のセッションが要ります。",
		"回答率は:1)、2)の順に確かめます。",
		"ペア数は20以下に抑えます。",
		"登録者は9:30に集まります。",
		"回答率(n = 38)は公開しています。",
		"<code>回答率は75%</code>のように書きます。",
		"回答率は<a href=\"#x\">75%</a>です。",
		"回答率は<data class=figure value=89 data-cell=\"2025-spring/response.after/rate\">89</data>%、登録は3部署からでした。",
		"無回答率は11%でした。",
		"一人ひとりの登録を確かめました。",
		"登録者は4月に12人でした。",
		"4つの部署が参加しました。",
		"回答率は三割ほど違います。",
		"回答率は何%でしょうか。",
		"登録者と事務局の2人が出席しました。",
		"1回の時間は30分から60分です。",
		"1回の時間は60分でした。",
		"登録者は24人から28人に増えました。",
		"営業部と総務部で12人が登録しました。",
		"総務部の登録者は12人でした。",
		"登録者は新入社員の2人を含みます。",
		"NPSは0から100ではなく、-100から100の値です。",
		"NPSの計算では9と10を推奨者とします。",
		"40人中38人が最後まで参加しました。",
		"セッションのうち12回はオンラインでした。",
		"心理的安全性は管理職で4.1でした。",
	} {
		if got := told("ja", text); got != "" {
			t.Errorf("%s\ngot %q, want nothing", text, got)
		}
	}
}

// TestProseInAnotherLanguage: a page is read only in a language whose words are
// known, with or without its region.
func TestProseInAnotherLanguage(t *testing.T) {
	for lang, want := range map[string]string{"en-GB": "repeats :value{id=recommend.score}", "fr": "", "": ""} {
		if got := told(lang, "NPS: 31."); got != want {
			t.Errorf("%q: got %q, want %q", lang, got, want)
		}
	}
}

// TestOneCauseIsToldOnce: a number of people beside a department that tells a
// released figure is told as that, with what to write.
func TestOneCauseIsToldOnce(t *testing.T) {
	for body, want := range map[string]string{
		"営業部の登録者は9人でした。":           "number-repeats",
		"営業部の4人が発表しました。":           "number-typed",
		"営業部の登録者は9人でした。営業部の4人が発表。": "number-repeats number-typed",
	} {
		p := newPage("a.html", spokenReleased())
		p.prose = &prose{of: Prose{"2025-spring", "ja"}}
		new(reader).words("a.html", document("<p>"+body+"</p>"), p)
		var got []string
		for _, f := range p.findings {
			got = append(got, string(f.id))
		}
		if text := strings.Join(got, " "); text != want {
			t.Errorf("%s: got %s, want %s", body, text, want)
		}
	}
}
