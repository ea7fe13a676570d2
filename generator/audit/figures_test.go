package audit

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/disclosure"
	"kohort/generator/render"
)

// testReleased is a release with one cell of each form.
func testReleased() *released {
	scale := []string{"1", "2", "3", "4", "5"}
	return &released{
		cohorts: []string{"2025-spring/"},
		marks:   []string{"非表示", "withheld"},
		targets: targets{"guidelines/a.html#twice/min": "1.5", "guidelines/a.html#twice/max": "4", "en/b.html#all/min": "100"},
		cells: map[string]fact{
			"2025-spring/people/count":                     {size: "31", value: "31", ends: []string{"31"}},
			"2025-spring/trust/mean":                       {size: "31", value: "3.8", ends: []string{"3.8"}},
			"2025-spring/trust/mean/department=Sales East": {size: "9", value: "4.4..5", ends: []string{"4.4", "5"}},
			"2025-spring/trust/mean/department=人事部":        {withheld: true},
			"2025-spring/trust/difference":                 {size: "12", value: "-0.4", ends: []string{"-0.4"}, interval: []string{"-0.9", "0.1"}},
			"2025-spring/trust/distribution": {size: "12", words: scale, answers: map[string]answer{
				"1": {"0", "0"}, "2": {"2", "2"}, "3": {"4", "4"}, "4": {"6", "6"}, "5": {"0", "0"}}},
			"2025-spring/class/distribution":           {size: "12", words: scale, answers: map[string]answer{"5": {"10..12", "10"}}},
			"2025-spring/mood/distribution":            {size: "8", answers: map[string]answer{"9": {"7..8", "7"}}},
			"2025-spring/held/sum/month=2025-04":       {size: "9", value: "18", ends: []string{"18"}, words: []string{"2025", "4"}},
			"2025-spring/trust/distribution/role=男性 2": {withheld: true},
		},
	}
}

func TestFiguresAgainstReleases(t *testing.T) {
	const trust = `data-cell="2025-spring/trust/mean"`
	for _, c := range []struct {
		name, body, want string
	}{
		{"value", `<p>平均は<data class="figure" value="3.8" ` + trust + `>3.8</data>です。3回目。</p>`, ""},
		{"full-width", `<data class=figure value=3.8 ` + trust + `>３.８</data>`, ""},
		{"n", `<data class=figure value=31 data-show=n ` + trust + `>31</data>`, ""},
		{"change", `<data class=figure value=-0.4 data-cell="2025-spring/trust/difference">−0.4</data>`, ""},
		{"band", `<data class=figure value=4.4..5 data-cell="2025-spring/trust/mean/department=Sales East">4.4 or more</data>`, ""},
		{"class", `<data class=figure value=10..12 data-answer=5 data-cell="2025-spring/class/distribution">10 or more chose “5 agree”</data>`, ""},
		{"class without a scale", `<data class=figure value=7..8 data-answer=9 data-cell="2025-spring/mood/distribution">7 or more chose “9”</data>`, ""},
		{"mark", `<figure class="stat"><span class="withheld" data-cell="2025-spring/trust/mean/department=人事部">非表示</span></figure>`, ""},
		{"labels", `<figure class="stat"><figcaption>図1</figcaption><table><tr><th>2年目<td><data value=31 data-cell="2025-spring/people/count">31</data></table></figure>`, ""},
		{"bar", `<figure class="stat"><svg><rect x="3" width="41.25%" ` + trust + ` data-value="3.8"/><text class="tick">4月</text></svg></figure>`, ""},
		{"words of a chart", `<figure class="stat"><svg><desc data-cells="2025-spring/held/sum/month=2025-04 2025-spring/trust/mean/department=Sales East ">2025年4月: 18, 4.4以上</desc></svg></figure>`, ""},
		{"value beside the words of a chart", `<data value="99" data-cells="2025-spring/trust/mean">3.8</data>`, "figure-untagged"},
		{"after a figure", `<figure class="stat"><br><img alt=""><p>x</figure><p>第2章</p>`, ""},
		{"image", `<figure><img alt="図2"><figcaption>図2</figcaption>3</figure>`, ""},

		{"interval", `<data value=-0.9..0.1 data-show=interval data-cell="2025-spring/trust/difference">−0.9〜+0.1</data>`, ""},
		{"another interval", `<data value=-0.9..0.1 data-show=interval data-cell="2025-spring/trust/difference">−0.9〜+0.2</data>`, "figure-differs"},
		{"interval that is not released", `<data value=3.4..4.2 data-show=interval ` + trust + `>3.4–4.2</data>`, "figure-differs"},
		{"target", `<figure class="stat"><data value=1.5 data-target="guidelines/a.html#twice/min">月1.5回以上</data></figure>`, ""},
		{"drawn target", `<figure class="stat"><svg><rect x="3" data-target="en/b.html#all/min" data-value="100"/></svg></figure>`, ""},
		{"words of a bullet", `<figure class="stat"><svg><desc data-cells="2025-spring/trust/mean" data-targets="guidelines/a.html#twice/min guidelines/a.html#twice/max">3.8 (1.5–4)</desc></svg></figure>`, ""},
		{"words of a target alone", `<figure class="stat"><svg><desc data-targets="en/b.html#all/min">100</desc></svg></figure>`, ""},

		{"another target", `<data value=1.2 data-target="guidelines/a.html#twice/min">1.2</data>`, "target-differs"},
		{"other words of a target", `<data value=1.5 data-target="guidelines/a.html#twice/min">1.2</data>`, "target-differs"},
		{"one number more than the target", `<data value=1.5 data-target="guidelines/a.html#twice/min">1.5–4</data>`, "target-differs"},
		{"target without words", `<data value=1.5 data-target="guidelines/a.html#twice/min"></data>`, "target-differs"},
		{"target of no guideline", `<data value=1.5 data-target="guidelines/a.html#gone/min">1.5</data>`, "target-differs"},
		{"a cell's number as a target", `<data value=1.5 ` + trust + ` data-target="guidelines/a.html#twice/min">1.5</data>`, "target-differs"},
		{"wrong mark of a target", `<figure class="stat"><svg><rect data-target="en/b.html#all/min" data-value="90"/></svg></figure>`, "target-differs"},
		{"another number in words of a bullet", `<figure class="stat"><svg><desc data-cells="2025-spring/trust/mean" data-targets="guidelines/a.html#twice/min">3.8, 4</desc></svg></figure>`, "figure-untagged"},
		{"words of no guideline", `<figure class="stat"><svg><desc data-cells="2025-spring/trust/mean" data-targets="c.html#x/min">3.8</desc></svg></figure>`, "target-differs"},

		{"another value", `<data class=figure value=3.9 ` + trust + `>3.9</data>`, "figure-differs"},
		{"other words", `<data class=figure value=3.8 ` + trust + `>3.9</data>`, "figure-differs"},
		{"one number more", `<data class=figure value=3.8 ` + trust + `>3.8 (31)</data>`, "figure-differs"},
		{"without words", `<data class=figure value=3.8 ` + trust + `></data>`, "figure-differs"},
		{"sign lost", `<data class=figure value=-0.4 data-cell="2025-spring/trust/difference">0.4</data>`, "figure-differs"},
		{"end of a band", `<data class=figure value=4.4..5 data-cell="2025-spring/trust/mean/department=Sales East">4.6 or more</data>`, "figure-differs"},
		{"mean of a distribution", `<data class=figure value=3.3 data-cell="2025-spring/trust/distribution">3.3</data>`, "figure-differs"},
		{"answer not asked", `<data class=figure value=2 data-answer=6 data-cell="2025-spring/trust/distribution">2</data>`, "figure-differs"},
		{"tooltip", `<data class=figure title="n = 4" value=3.8 ` + trust + `>3.8</data>`, "figure-differs"},
		{"mark of a printed cell", `<span class=withheld ` + trust + `>非表示</span>`, "figure-differs"},
		{"wrong bar", `<figure class="stat"><svg><rect ` + trust + ` data-value="3.84"/></svg></figure>`, "figure-differs"},
		{"cell of no release", `<data class=figure value=1 data-cell="2025-spring/trust/median">1</data>`, "figure-unknown"},
		{"chart of no release", `<figure class="stat"><svg><desc data-cells="2025-spring/gone/mean">1</desc></svg></figure>`, "figure-unknown"},
		{"fewer than", `<span class=withheld data-cell="2025-spring/trust/mean/department=人事部">&lt;5</span>`, "figure-mark"},
		{"reason", `<span class=withheld data-cell="2025-spring/trust/mean/department=人事部">非表示(回答者が少ない)</span>`, "figure-mark"},
		{"class of a reason", `<span class=primary data-cell="2025-spring/trust/mean/department=人事部">非表示</span>`, "figure-mark"},
		{"value of a mark", `<span class=withheld data-value=2 data-cell="2025-spring/trust/mean/department=人事部">非表示</span>`, "figure-mark"},
		{"bar of a withheld cell", `<figure class="stat"><svg><rect data-cell="2025-spring/trust/mean/department=人事部" data-value=""/></svg></figure>`, "figure-mark"},
		{"digit beside", `<figure class="stat"><p>約3人</p></figure>`, "figure-untagged"},
		{"kanji are no digits", `<figure class="stat"><p>三人</p></figure>`, ""},
		{"digit in a chart", `<figure class="stat"><svg><text>7</text></svg></figure>`, "figure-untagged"},
		{"digit in a chart's words", `<figure class="stat"><svg><desc ` + strings.Replace(trust, "data-cell", "data-cells", 1) + `>3.8 of 7</desc></svg></figure>`, "figure-untagged"},
		{"digit for a script", `<figure class="stat"><div data-sd="0.46"></div></figure>`, "figure-untagged"},
		{"spoken digit", `<figure class="stat"><svg aria-label="median 4"></svg></figure>`, "figure-untagged"},
		{"n in a label", `<figure class="stat"><span class="label">営業2課 <span class="n">n = 4</span></span></figure>`, "figure-untagged"},
		{"headline", `<section class="tiles"><dl><dt>1年目</dt><dd>17</dd></dl></section>`, "figure-untagged"},
		{"figure without a cell", `<data class="figure" value="7">7</data>`, "figure-untagged"},
		{"unclosed", `<figure class="stat"><span data-cell="2025-spring/people/count" data-value="31">32`, "figure-differs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPage("a.html", testReleased())
			new(reader).words("a.html", document(c.body), p)
			var got []string
			for _, f := range p.findings {
				if strings.HasPrefix(string(f.id), "figure-") || strings.HasPrefix(string(f.id), "target-") {
					got = append(got, string(f.id))
				}
			}
			slices.Sort(got)
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s: got %v, want %q", c.body, got, c.want)
			}
			if p.wrong != (c.want != "") {
				t.Errorf("wrong is %v", p.wrong)
			}
		})
	}
}

// TestMarkWithDigitIsNone: a theme whose word is "<5" tells a size.
func TestMarkWithDigitIsNone(t *testing.T) {
	if diff := cmp.Diff([]string{"withheld"}, factsOf(disclosure.Published{}, nil, []string{"<5", "withheld"}).marks); diff != "" {
		t.Error(diff)
	}
}

// TestWrongFigureIsNotCleared: what is shown of a number must be released.
func TestWrongFigureIsNotCleared(t *testing.T) {
	files := []render.File{{Path: "a.html", Content: document(`<data value=3.9 data-cell="2025-spring/trust/mean">3.9</data>`)}}
	got, clean := checkFiles(t, files, nil, nil)
	if want := []string{"a.html figure-differs"}; !slices.Equal(got, want) || clean {
		t.Errorf("got %v, clean %v; want %v and not clean", got, clean, want)
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"4.4 or more": "4.4", "3–5": "3 5", "−0.4点": "-0.4", "+12": "12", "２０２５年０４月": "2025 4", "2025-04": "2025 4",
		"1,234": "1 234", "3.": "3", "٣": "?", "なし": "",
	} {
		if got := strings.Join(numbers(text), " "); got != want {
			t.Errorf("numbers(%q) = %q, want %q", text, got, want)
		}
	}
}
