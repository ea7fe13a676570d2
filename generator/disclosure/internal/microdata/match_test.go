package microdata

import "testing"

func TestHeadersAreMatchedToQuestions(t *testing.T) {
	survey := Survey{Questions: []Question{
		{Code: "digital", Text: map[string]string{"ja": "仕事に必要なデジタルツールを使いこなせている", "en": "I am at ease with the digital tools that my work needs"}},
		{Code: "engagement", Text: map[string]string{"ja": "この会社で働くことに意欲を感じている", "en": "I feel motivated to work at this company"}},
		{Code: "pride", Text: map[string]string{"ja": "この会社で働くことに誇りを感じている", "en": "I feel proud to work at this company"}},
		{Code: "safety", Text: map[string]string{"ja": "わからないことを「わからない」と安心して言える", "en": "I feel safe saying that I do not know something"}},
		{Code: "short", Text: map[string]string{"": "満足度"}},
	}}
	known := waveColumns(survey)
	for header, want := range map[string]string{
		"仕事に必要なデジタルツールを使いこなせている":                                    "digital!",
		"1. 仕事に必要なデジタルツールを使いこなせていますか？":                              "digital!",
		"Q3．仕事に必要な\u00a0デジタルツールを\n使いこなせていると思いますか":                   "digital!",
		"（1）仕事に必要なデジタルツールを使いこなせています。*":                              "digital!",
		"問2 仕事に必要なﾃﾞｼﾞﾀﾙﾂｰﾙを使いこなせている【必須】":                           "digital!",
		"② 業務に必要なデジタルツールを使いこなせている":                                  "digital!",
		"あてはまるものを選んでください [仕事に必要なデジタルツールを使いこなせている]":                  "digital!",
		"I am at ease with the digital tools my work needs":         "digital!",
		"2) I’m at ease with the digital tools that my work needs.": "digital!",
		"この会社で働くことに意欲を感じています":                                       "engagement!",
		"I feel motivated to work at this company *":                "engagement!",
		"この会社で働くことに感じている":                                           "engagement pride",
		"仕事に必要なデジタルツールを使いこなせていない":                                   "digital?",
		"I do not feel motivated to work at this company":           "engagement pride",
		"わからないことを「わからない」と安心して言えません":                                 "safety?",
		"満足度":                         "short!",
		"満足":                          "",
		"今日の天気はどうでしたか":                "",
		"What is your favourite food": "",
		"":                            "",
	} {
		m := match(header, wordings(survey, known))
		got := m.best.code
		switch {
		case m.sure:
			got += "!"
		case m.second.code != "":
			got += " " + m.second.code
		case got != "":
			got += "?"
		}
		if got != want {
			t.Errorf("%q is taken for %q, want %q", header, got, want)
		}
	}
}
