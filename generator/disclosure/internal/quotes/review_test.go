package quotes

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

// walk reviews a cohort's comments with what is typed, into quotes.yaml of
// dir, and gives what the terminal shows.
func walk(t *testing.T, dir *os.Root, c microdata.Cohort, lang diag.Lang, typed ...string) string {
	t.Helper()
	f, problems := ReadFile(dir, c.ID)
	if diag.Stops(problems, false) {
		t.Fatalf("read: %v", problems)
	}
	m, _ := NewMatcher(c, nil, nil)
	var out bytes.Buffer
	r := Review{Asked: Read(c, rules), File: f, Match: m, Rules: rules, By: "人事部 上野", On: "2025-10-20", Lang: lang,
		In: strings.NewReader(strings.Join(typed, "\n") + "\n"), Out: &out,
		Keep: func(f File) error { return f.Write(dir, c.ID) }}
	if _, err := r.Run(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func fileOf(t *testing.T, dir *os.Root) string {
	t.Helper()
	data, err := dir.ReadFile(fileName("2025-spring"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// told is a cohort in which one person wrote one text.
func told(text string) microdata.Cohort {
	c := cohort(12, map[int][]string{0: {text}})
	c.People[1].Name, c.People[1].Kana = "柏木 涼子", "カシワギ リョウコ"
	return c
}

func TestReviewDecides(t *testing.T) {
	for _, c := range []struct {
		name, text string
		typed      []string
		want       []string // in the file
		not        []string
	}{
		{"publish", "話す時間が増えた", []string{"p"}, []string{"decision: publish", `text: "話す時間が増えた"`, `by: "人事部 上野"`, "on: 2025-10-20"}, nil},
		{"publish what names somebody", "柏木さんと話せた", []string{"p"}, []string{`text: "[伏せ字]と話せた"`}, []string{"柏木"}},
		{"edit", "柏木さんと話せた", []string{"e", "メンターと話せた", "p"}, []string{`text: "メンターと話せた"`}, []string{"柏木"}},
		{"edit into a name", "話せた", []string{"e", "柏木さんと話せた", "p"}, []string{`text: "[伏せ字]と話せた"`}, []string{"柏木"}},
		{"empty edit keeps it", "話せた", []string{"e", "", "p"}, []string{`text: "話せた"`}, nil},
		{"withhold", "柏木さんのせいで困った", []string{"w"}, []string{"decision: withhold"}, []string{"柏木", "困った", "text:"}},
		{"another key first", "話せた", []string{"x", "P"}, []string{"decision: publish"}, nil},
		{"nothing is left", "柏木さん。", []string{"p", "w"}, []string{"decision: withhold"}, []string{"decision: publish"}},
	} {
		dir := root(t)
		walk(t, dir, told(c.text), diag.Japanese, c.typed...)
		got := fileOf(t, dir)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the file lacks %s:\n%s", c.name, want, got)
			}
		}
		for _, not := range append(c.not, "E20") {
			if strings.Contains(got, not) {
				t.Errorf("%s: the file holds %s", c.name, not)
			}
		}
	}
}

func TestReviewSkipsAndQuits(t *testing.T) {
	dir := root(t)
	shown := walk(t, dir, cohort(12, each(6)), diag.English, "p", "s", "q")
	if n := strings.Count(fileOf(t, dir), "decision: publish"); n != 1 || strings.Count(shown, "Comment ") != 3 {
		t.Errorf("publish, skip, quit: %d decisions, want 1, and 3 comments shown:\n%s", n, shown)
	}
	shown = walk(t, dir, cohort(12, each(6)), diag.English, "p", "p", "p", "p", "p")
	if strings.Contains(shown, "of 6") || strings.Count(fileOf(t, dir), "decision: publish") != 6 {
		t.Errorf("the second walk shows what was decided, or keeps not all 6:\n%s", shown)
	}
	if shown := walk(t, dir, cohort(12, each(6)), diag.English); !strings.Contains(shown, "no comment waits for review") {
		t.Errorf("all decided: %s", shown)
	}
}

func TestReviewerIsAskedFor(t *testing.T) {
	c := told("話せた")
	m, _ := NewMatcher(c, nil, nil)
	var out bytes.Buffer
	r := Review{Asked: Read(c, rules), Match: m, Rules: rules, On: "2025-10-20", Lang: diag.English, In: strings.NewReader("\n"), Out: &out,
		Keep: func(File) error { return errors.New("nothing may be kept") }}
	if _, err := r.Run(); err != nil || !strings.Contains(out.String(), "no name was given") || strings.Contains(out.String(), "話せた") {
		t.Errorf("no name: %v\n%s", err, out.String())
	}
}

func TestReviewAsksAgainAboutANameThatBecameKnown(t *testing.T) {
	dir := root(t)
	c := told("田所さんに助けられた")
	walk(t, dir, c, diag.English, "p")
	if !strings.Contains(fileOf(t, dir), "田所") {
		t.Fatal("an unknown name is for the reviewer to judge, and was published")
	}
	c.People[2].Name = "田所 進"
	walk(t, dir, c, diag.English, "p")
	if strings.Contains(fileOf(t, dir), "田所") {
		t.Error("the name takes part now and still stands in the approved text")
	}
}

func TestEditedTextNeedsApproval(t *testing.T) {
	dir := root(t)
	c := cohort(12, each(6))
	walk(t, dir, c, diag.English, "p", "p", "p", "p", "p", "p")
	asked := Read(c, rules)[0]
	shown := func() ([]string, []string) {
		f, problems := ReadFile(dir, c.ID)
		var ids []string
		for _, p := range problems {
			ids = append(ids, string(p.ID))
		}
		return asked.Choose(f, nil, rules, testKey, c.ID).Texts, ids
	}
	if got, problems := shown(); len(got) != 6 || len(problems) != 0 {
		t.Fatalf("all approved: %d texts, problems %v", len(got), problems)
	}
	whole := fileOf(t, dir)
	put := func(content string) {
		if err := dir.WriteFile(fileName(c.ID), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put(strings.Replace(whole, `"学んだこと その3"`, `"学んだこと、その3"`, 1))
	if got, problems := shown(); len(got) != 5 || slices.Contains(got, "学んだこと、その3") || !slices.Equal(problems, []string{"quotes-edited"}) {
		t.Errorf("one edited by hand: %d texts, problems %v; want 5 and quotes-edited", len(got), problems)
	}
	for name, content := range map[string]string{
		"another decision": strings.Replace(whole, "decision: publish", "decision: maybe", 1),
		"an unknown key":   strings.Replace(whole, "  by:", "  author:", 1),
		"no approver":      strings.Replace(whole, `by: "人事部 上野"`, `by: ""`, 1),
		"no day":           strings.Replace(whole, "on: 2025-10-20", "on: 2025-13-20", 1),
		"broken":           whole + "]\n",
		"twice":            whole + strings.TrimPrefix(whole, head),
	} {
		put(content)
		if got, problems := shown(); len(got) != 0 || !slices.Contains(problems, "quotes-file") {
			t.Errorf("%s: %d texts, problems %v; want none and quotes-file", name, len(got), problems)
		}
	}
}

func TestAdviceToCountInstead(t *testing.T) {
	shown := walk(t, root(t), told("俺は部下に「もっと話してほしい」と言われ、最高の経験だった(笑)"), diag.Japanese, "q")
	for _, want := range []string{"記入は1人分で、5人に満たない間は公開されません", "一人称、絵文字・記号の癖、最上級・唯一の表現、発言の引用、上下関係・役職", "テーマの件数で伝えるほうが安全です"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the walk does not say %s:\n%s", want, shown)
		}
	}
}
