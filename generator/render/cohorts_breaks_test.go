package render

import (
	"slices"
	"strings"
	"testing"
)

// TestABreakInADefinitionIsSaid changes the second of three cohorts' releases
// and wants to read what changed, at the right cohort, in the figure it is of.
func TestABreakInADefinitionIsSaid(t *testing.T) {
	const question, enrolled = "相手を信頼している", "参加状況 — 登録"
	for _, c := range []struct {
		name, figure string
		change       []string
		want         string // empty: no break
	}{
		{"the same", question, as(), ""},
		{"text", question, as(`"ja": "相手を信頼している"`, `"ja": "相手を信じている"`), "期bからの変更点：設問の文（「相手を信頼している」→「相手を信じている」）。"},
		{"a translation", question, as(`"ja": "相手を信頼している"`, `"ja": "相手を信頼している", "en": "I trust my partner"`), ""},
		{"the same in every language", question, as(`{"ja": "相手を信頼している"}`, `"相手を信頼している"`), ""},
		{"scale", question, as(`, {"value": 3, "label": {"ja": "はい"}}`, `, {"value": 3, "label": {"ja": "やや"}}, {"value": 4, "label": {"ja": "はい"}}`), "選択肢（1〜3「いいえ〜はい」 → 1〜4「いいえ〜はい」）"},
		{"an answer's words", question, as("どちらでもない", "分からない"), "選択肢の言葉"},
		{"who is asked", question, as(`"who": ""`, `"who": "mentor"`), "回答する人（全員 → メンター）"},
		{"the good end", question, as(`"good": "high"`, `"good": "low"`), "良いほうの端（高いほう → 低いほう）"},
		{"base", question, as(`{"survey": ["before", "after"]}`, `{"survey": "after"}`), "集計の対象（開始時と終了時の両方に答えた人 → 終了時のアンケートに答えた人）"},
		{"threshold", enrolled, as(`"k": 5`, `"k": 6`), "1つの数字のもとになる最少の人数（5人 → 6人）"},
		{"of another figure", enrolled, as(`"who": ""`, `"who": "mentor"`), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := invented(t, as(), c.change, c.change)
			title := c.figure
			if c.name == "text" {
				title = "相手を信じている" // as the latest cohort was asked
			}
			figure := multiple(t, in, title)
			_, note, broken := strings.Cut(figure, `<p class="note break">`)
			note, _, _ = strings.Cut(note, "</p>")
			if broken != (c.want != "") || !strings.Contains(note, c.want) || strings.Count(figure, "note break") > 1 {
				t.Errorf("change of %s: got note %q, want %q once", c.name, note, c.want)
			}
		})
	}
}

// TestALineIsBrokenWhereItsDefinitionChanged holds that the chart joins no two
// cohorts whose figures were made differently.
func TestALineIsBrokenWhereItsDefinitionChanged(t *testing.T) {
	segments := func(change []string) int {
		return strings.Count(multiple(t, invented(t, as(), as(), change), "相手を信頼している"), `<line class="series-`)
	}
	if whole, broken := segments(as()), segments(as(`"who": ""`, `"who": "mentor"`)); whole != 4 || broken != 2 {
		t.Errorf("stretches of two lines over three cohorts: got %d, and %d with a break, want 4 and 2", whole, broken)
	}
}

func TestABreakIsFoundAcrossACohortWithoutTheQuestion(t *testing.T) {
	none := as(`"code": "trust"`, `"code": "other"`, "survey.trust", "survey.other")
	figure := multiple(t, invented(t, as(), none, as(`"who": ""`, `"who": "mentee"`)), "相手を信頼している")
	if want := "期cからの変更点：回答する人（全員 → メンティー）"; !strings.Contains(figure, want) {
		t.Errorf("question that the second cohort was not asked: got no %q in\n%s", want, figure)
	}
	if want := `<th scope="row">期b</th><td>–</td><td>–</td><td>–</td><td>–</td>`; !strings.Contains(figure, want) {
		t.Errorf("question that the second cohort was not asked: got no %s in\n%s", want, figure)
	}
}

func TestAnotherUnitIsABreak(t *testing.T) {
	d, _ := testDrawer(t, "ja")
	got := d.alterations(basis{unit: "days", k: 5}, basis{unit: "percent", k: 5})
	if want := []string{"単位（日 → %）"}; !slices.Equal(got, want) {
		t.Errorf("days, then percent: got %q, want %q", got, want)
	}
}

func TestAQuestionWordedAnewInAnotherLanguageIsABreak(t *testing.T) {
	worded := func(en string) []string {
		return as(`"ja": "相手を信頼している"`, `"ja": "相手を信頼している", "en": "`+en+`"`)
	}
	figure := multiple(t, invented(t, worded("I trust my partner"), worded("My partner trusts me")), "相手を信頼している")
	if want := "期bからの変更点：ほかの言語での設問の文。"; !strings.Contains(figure, want) {
		t.Errorf("question with new words in English: got no %q in\n%s", want, figure)
	}
}
