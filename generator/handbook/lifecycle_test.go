package handbook

import (
	"testing"
	"time"

	"kohort/generator/source"
)

func day(month time.Month, d int) source.Date { return source.Date{Year: 2026, Month: month, Day: d} }

func TestReviewsThatAreOverdue(t *testing.T) {
	year := source.Period{Years: 1}
	last := source.Date{Year: 2025, Month: 4, Day: 1}
	for _, test := range []struct {
		name  string
		front source.Front
		since source.Date
		want  []string
	}{
		{"on the day", source.Front{Reviewed: last, ReviewEvery: year}, day(4, 1), []string{"pages/a.md:2 review-overdue"}},
		{"a day before", source.Front{Reviewed: source.Date{Year: 2025, Month: 4, Day: 2}, ReviewEvery: year}, source.Date{}, nil},
		{"counted from the last change", source.Front{Updated: last, ReviewEvery: year}, day(4, 1), []string{"pages/a.md:2 review-overdue"}},
		{"reviewed after the last change", source.Front{Updated: last, Reviewed: day(3, 1), ReviewEvery: year}, source.Date{}, nil},
		{"no day to count from", source.Front{ReviewEvery: year}, source.Date{}, []string{"pages/a.md:2 review-no-start"}},
		{"no interval", source.Front{Reviewed: last}, source.Date{}, nil},
		{"a draft", source.Front{Reviewed: last, ReviewEvery: year, Draft: true}, source.Date{}, nil},
		{"over before it begins", source.Front{PublishFrom: day(3, 2), Expires: day(3, 2)}, source.Date{}, []string{"pages/a.md:3 publish-never"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.front.Lines = keys("a.md", "review_every", "expires")
			h, problems := assemble(t, inJapanese(page("index.md"), written{path: "a.md", front: test.front}))
			check(t, "problems", problems, test.want)
			if !test.front.Draft && test.front.Expires.IsZero() {
				check(t, "since when", find(t, h, "a.html").ReviewDue, test.since)
			}
		})
	}
}

func TestAnAssetIsPublishedWithItsPage(t *testing.T) {
	image := func(target string) written { return page("later.md", link(target), link("both.png")) }
	for _, test := range []struct {
		today source.Date
		want  []string
	}{
		{day(4, 1), []string{"both.png", "loose.png"}},
		{day(4, 2), []string{"both.png", "loose.png", "plan.png"}},
		{day(4, 3), []string{"both.png", "loose.png"}},
	} {
		in := inJapanese(page("index.md", link("both.png")), image("plan.png#page=2").with(func(f *source.Front) { f.PublishFrom, f.Expires = day(4, 2), day(4, 3) }))
		in.Today = test.today
		in.Assets = []source.Asset{{Path: "both.png"}, {Path: "loose.png"}, {Path: "plan.png"}}
		h, _ := assemble(t, in)
		var got []string
		for _, a := range h.Trees[0].Assets {
			got = append(got, a.Path)
		}
		check(t, test.today.String(), got, test.want)
	}
}

func TestRedirectsLeadFromOldAddresses(t *testing.T) {
	alias := func(path string, aliases ...string) written {
		return page(path).with(func(f *source.Front) { f.Aliases, f.Lines = aliases, keys(path, "aliases") })
	}
	h, problems := assemble(t, input(
		page("index.md", link("old/a.md"), link("a.md")), page("index.en.md"),
		alias("a.md", "old/a.md", "/former/"), alias("a.en.md", "old/a.md", "first.html", "en/second"),
		alias("b.md", "old/b.md").with(func(f *source.Front) { f.Draft = true }), page("c.md"), alias("c.en.md", "404.html"),
	))
	redirects := func(e *Edition) []string {
		var out []string
		for _, r := range e.Redirects {
			out = append(out, r.URL+" > "+r.Page.URL)
		}
		return out
	}
	check(t, "ja", redirects(h.Trees[0].Editions[0]), []string{"former/index.html > a.html", "old/a.html > a.html"})
	check(t, "en", redirects(h.Trees[0].Editions[1]), []string{"en/first.html > en/a.html", "en/former/index.html > en/a.html", "en/old/a.html > en/a.html", "en/second.html > en/a.html"})
	check(t, "a link to an old address", addresses(h.Trees[0].Editions[0].Home), []string{"a.html", "a.html"})
	check(t, "problems", problems, []string{"pages/c.en.md:2 alias-taken", "pages/index.md:1 link-moved"})
}

func TestADescriptionIsCutAtTheEndOfASentence(t *testing.T) {
	long := "会う頻度は月に2回を目安とし、互いの業務の繁閑にあわせて前後させてかまいませんが、三か月に一度は必ず対面で会い、これまでに学んだことと次に取り組むことを、事務局が用意した用紙を使って二人で確かめ、あとで読み返せるように日付を添えて記録に残しておくことを、この手引きではすべてのペアに勧めています。"
	for _, test := range []struct{ name, text, want string }{
		{"one sentence", "会う回数と1回の長さ。", "会う回数と1回の長さ。"},
		{"as many as fit", "若手がリーダーに教えます。月に2回会います。" + long, "若手がリーダーに教えます。月に2回会います。"},
		{"a quotation ends one", "「続けたい。」と多くの人が答えました。次の年も行います。", "「続けたい。」と多くの人が答えました。次の年も行います。"},
		{"English", "Meet twice a month, e.g. on Mondays at 9 a.m. in room 3. " + "The first session is special: both sides introduce their work, say where they want to be in half a year, and agree on a way to stay in touch between sessions.", "Meet twice a month, e.g. on Mondays at 9 a.m. in room 3."},
		{"too long a sentence", long, "会う頻度は月に2回を目安とし、互いの業務の繁閑にあわせて前後させてかまいませんが、三か月に一度は必ず対面で会い、これまでに学んだことと次に取り組むことを、事務局が用意した用紙を使って二人で確かめ…"},
		{"nothing", "", ""},
	} {
		check(t, test.name, summary(test.text), test.want)
	}
}
