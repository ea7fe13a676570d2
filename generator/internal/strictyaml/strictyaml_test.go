package strictyaml

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/diag"
)

type month struct{ Number int }

func (m *month) UnmarshalText(words []byte) error {
	if _, err := fmt.Sscanf(string(words), "month-%d", &m.Number); err != nil {
		return errors.New("not a month")
	}
	return nil
}

func (m *month) Example() string { return "month-4" }

type side string

func (s *side) Choices() []string { return []string{"mentor", "mentee"} }

func (s *side) UnmarshalText(words []byte) error {
	if *s = side(words); !slices.Contains(s.Choices(), string(words)) {
		return errors.New("not a role")
	}
	return nil
}

type settings struct {
	Title      Text           `yaml:"title"`
	Languages  []string       `yaml:"languages"`
	Tags       Strings        `yaml:"tags"`
	Draft      bool           `yaml:"draft"`
	Start      month          `yaml:"start"`
	Disclosure *policy        `yaml:"disclosure"`
	Levels     map[string]int `yaml:"levels"`
	Questions  []question     `yaml:"questions"`
}

type policy struct {
	K    *int               `yaml:"k"`
	Keep map[string]float64 `yaml:"keep"`
}

type question struct {
	Code string `yaml:"code"`
	Text Text   `yaml:"text"`
	Who  side   `yaml:"who"`
}

func TestDecodeReadsEveryForm(t *testing.T) {
	const file = `# 設定
title: {ja: リバースメンタリング, en: Reverse Mentoring}
languages: [ja, en]
tags: 面談
draft: true
start: month-4
disclosure:
  k: 6
  keep: {department: 2.5}
levels:
  営業部: 1
questions:
  - code: 007
    text: 信頼できますか
    who: mentor
  - {code: trust, text: {ja: "信頼: はい", en: Trust}}
`
	got, lines, problems := Decode[settings]("site.yaml", []byte("\ufeff"+file))
	k := 6
	want := settings{
		Title:      Text{ByLang: map[string]string{"ja": "リバースメンタリング", "en": "Reverse Mentoring"}},
		Languages:  []string{"ja", "en"},
		Tags:       Strings{"面談"},
		Draft:      true,
		Start:      month{4},
		Disclosure: &policy{K: &k, Keep: map[string]float64{"department": 2.5}},
		Levels:     map[string]int{"営業部": 1},
		Questions: []question{
			{Code: "007", Text: Text{Any: "信頼できますか"}, Who: "mentor"},
			{Code: "trust", Text: Text{ByLang: map[string]string{"ja": "信頼: はい", "en": "Trust"}}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" || len(problems) > 0 {
		t.Errorf("input:\n%s\nwant(-) got(+):\n%s\nproblems: %v", file, diff, problems)
	}
	for path, want := range map[string]string{
		"disclosure.k":      "site.yaml:8:3",
		"levels.営業部":        "site.yaml:11:3",
		"title.en":          "site.yaml:2:25",
		"questions[1].code": "site.yaml:16:6",
	} {
		if got := lines[path].String(); got != want {
			t.Errorf("position of %s: got %s, want %s", path, got, want)
		}
	}
}

func TestDecodeReportsAllProblemsAtOnce(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"unknown keys, at every depth", "titel: 手引き\nfooter_colour_of_all: 1\ndisclosure:\n  kk: 5\n", []string{
			"1:1 yaml-unknown-key titel title",
			"2:1 yaml-unknown-key footer_colour_of_all title, languages, tags, draft, start, disclosure, levels, questions",
			"4:3 yaml-unknown-key kk k",
		}},
		{"wrong forms", "title: [a]\nlanguages: ja\ndraft: yes\nstart: 四月\ndisclosure: 5\nlevels: {営業部: 多い}\nquestions: [{code: [x]}]\n", []string{
			"1:8 yaml-type title {ja: 文, en: words}",
			"2:12 yaml-type languages [abc, …]",
			"3:8 yaml-type draft true / false",
			"4:8 yaml-type start month-4",
			"5:13 yaml-type disclosure {k: …, keep: …}",
			"6:15 yaml-type 営業部 5",
			"7:20 yaml-type code abc",
		}},
		{"a word that is no choice", "questions: [{who: menter}, {who: 部長}, {who: [mentor]}]\n", []string{
			"1:19 yaml-choice who menter mentor",
			"1:34 yaml-choice who 部長 mentor, mentee",
			"1:45 yaml-type who mentor / mentee",
		}},
		{"a key given twice", "draft: true\nlevels:\n  人事部: 1\n  人事部: 2\ndraft: false\n", []string{
			"4:3 yaml-duplicate-key 人事部",
			"5:1 yaml-duplicate-key draft",
		}},
		{"a language that is none", "title: {日本語: 手引き, ja: 手引き}\n", []string{"1:9 yaml-unknown-key 日本語 ja, en"}},
		{"a colon in plain words", "title: 手引き: 第2版\n", []string{"1:8 yaml-syntax"}},
		{"full-width colons", "title：手引き\ndraft: true\ndisclosure:\n  k： 5\n", []string{"1:6 yaml-wide-colon", "4:4 yaml-wide-colon"}},
		{"one full-width colon", "title： 手引き\n", []string{"1:6 yaml-wide-colon"}},
		{"a full-width colon in a value", "title: 手引き：第2版\n", nil},
		{"no space after the colon", "title:手引き\n", []string{"1:1 yaml-syntax"}},
		{"words of several lines", "title: >\n  一行目\n  二行目\ntags:\n  # 注\n  - a\n  - |\n    b\n", nil},
		{"a tab", "disclosure:\n\tk: 5\n", []string{"2:1 yaml-syntax"}},
		{"an open quote", "title: \"手引き\n", []string{"1:8 yaml-syntax"}},
		{"prose", "こんにちは\n", []string{"1:1 yaml-syntax"}},
		{"two documents", "draft: true\n---\ndraft: false\n", []string{"3:1 yaml-syntax"}},
		{"anchors", "tags: &a [x]\ntitle: *a\n", []string{"1:7 yaml-alias", "2:8 yaml-alias"}},
		{"a merge key", "disclosure: {<<: {k: 5}}\n", []string{"1:14 yaml-unknown-key << k, keep"}},
		{"CP932", "title: \x8e\xe8\x88\xf8\x82\xab\n", []string{"0:0 file-not-utf8"}},
		{"nothing", "", nil},
		{"comments only", "# まだ何もない\n", nil},
		{"keys without value", "title:\ndraft:\ntags: ~\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, problems := Decode[settings]("site.yaml", []byte(c.file))
			if diff := cmp.Diff(c.want, short(problems)); diff != "" {
				t.Errorf("input:\n%s\nwant(-) got(+):\n%s", c.file, diff)
			}
		})
	}
}

func TestDecodeFromCountsLinesOfTheFile(t *testing.T) {
	_, lines, problems := DecodeFrom[settings]("pages/index.md", []byte("draft: true\nkk: 1\n"), 2)
	if got := lines["draft"].Line; got != 2 {
		t.Errorf("line of draft: got %d, want 2", got)
	}
	if got := problems[0].Pos.Line; got != 3 {
		t.Errorf("line of the unknown key: got %d, want 3", got)
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"title: {ja: 手引き}\n", "{\"k\": [1, 2]}", "a: &b *c\n", "? x\n: y\n", "- |\n  x\n", "\"\\ud83d\\ude00\": 'it''s'\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _, problems := Decode[settings]("site.yaml", data)
		for _, p := range problems {
			p.Message(diag.Japanese)
		}
	})
}

func short(problems []diag.Problem) []string {
	var out []string
	for _, p := range problems {
		s := fmt.Sprintf("%d:%d %s", p.Pos.Line, p.Pos.Column, p.ID)
		for _, a := range p.Args {
			s += " " + a.Value
		}
		out = append(out, s)
	}
	return out
}
