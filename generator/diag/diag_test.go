package diag

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// defForTest lends the tests a kind of problem that no stage reports.
func withDef(t *testing.T, d Def) {
	t.Helper()
	catalogue[d.ID] = d
	t.Cleanup(func() { delete(catalogue, d.ID) })
}

var linkDef = Def{
	ID:       "test-link",
	Severity: Warning,
	What:     Text{EN: `link to "{target}" goes nowhere`, JA: "リンク先「{target}」がありません"},
	Why:      Text{EN: "{page} has no such heading", JA: "{page} にその見出しはありません"},
	Fix:      Text{EN: `did you mean "{nearest}"?`, JA: "「{nearest}」ではありませんか"},
	Excerpt:  true,
}

func linkProblem() Problem {
	return New("test-link", Pos{File: "pages/intro.md", Line: 12, Column: 8, Length: 4},
		Slot("target", "apply.md#{page}"), Slot("page", "apply.md"), Slot("nearest", "#dates"))
}

func TestCatalogueIsWholeInBothLanguages(t *testing.T) {
	for _, d := range catalogue {
		for name, text := range map[string]Text{"What": d.What, "Why": d.Why, "Fix": d.Fix} {
			if (text.EN == "") != (text.JA == "") {
				t.Errorf("%s: %s stands in one language only: %+v", d.ID, name, text)
			}
			en, ja := slotNames(text.EN), slotNames(text.JA)
			if !slices.Equal(en, ja) {
				t.Errorf("%s: %s has slots %v in English, %v in Japanese", d.ID, name, en, ja)
			}
			if strings.HasSuffix(text.EN, ".") || strings.HasSuffix(text.JA, "。") {
				t.Errorf("%s: %s ends in a period", d.ID, name)
			}
		}
		if d.What.EN == "" || d.Fix.EN == "" {
			t.Errorf("%s: a problem needs what and fix", d.ID)
		}
	}
}

func slotNames(template string) []string {
	var out []string
	for _, m := range slotPattern.FindAllStringSubmatch(template, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestMessageFillsSlotsOnce(t *testing.T) {
	withDef(t, linkDef)
	for lang, want := range map[Lang]string{
		English:  `link to "apply.md#{page}" goes nowhere: apply.md has no such heading; did you mean "#dates"?`,
		Japanese: "リンク先「apply.md#{page}」がありません。apply.md にその見出しはありません。「#dates」ではありませんか",
	} {
		if got := linkProblem().Message(lang); got != want {
			t.Errorf("%s:\n got %s\nwant %s", lang, got, want)
		}
	}
}

func TestTextPutsTheCaretUnderWideCharacters(t *testing.T) {
	withDef(t, linkDef)
	p := Printer{Lang: English, Line: func(string, int) (string, bool) { return "詳しくは[申込み](apply.md)へ", true }}
	problem := linkProblem()
	problem.Pos.Column, problem.Pos.Length = 6, 3
	var b bytes.Buffer
	if err := p.Text(&b, []Problem{problem}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if want := "  12 | 詳しくは[申込み](apply.md)へ"; lines[1] != want {
		t.Errorf("got %q, want %q", lines[1], want)
	}
	// Four wide characters and a bracket stand before it: nine columns; the label is three wide ones.
	if want := "     | " + strings.Repeat(" ", 9) + "^^^^^^"; lines[2] != want {
		t.Errorf("got %q, want %q", lines[2], want)
	}
}

func TestTextCropsALongLineAroundTheCaret(t *testing.T) {
	withDef(t, linkDef)
	line := strings.Repeat("long ", 100) + "HERE" + strings.Repeat(" tail", 100)
	p := Printer{Lang: English, Line: func(string, int) (string, bool) { return line, true }}
	problem := linkProblem()
	problem.Pos.Column = 501
	var b bytes.Buffer
	if err := p.Text(&b, []Problem{problem}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	at := strings.Index(lines[2], "^")
	if got := string([]rune(lines[1])[at : at+4]); got != "HERE" {
		t.Errorf("the caret stands under %q, want HERE:\n%s", got, b.String())
	}
	if len([]rune(lines[1])) > excerptWidth+20 {
		t.Errorf("the excerpt is %d characters long", len([]rune(lines[1])))
	}
}

func TestNoExcerptWhereTheKindForbidsIt(t *testing.T) {
	hidden := linkDef
	hidden.Excerpt = false
	withDef(t, hidden)
	p := Printer{Lang: English, Line: func(string, int) (string, bool) { t.Error("the line was asked for"); return "", true }}
	var b bytes.Buffer
	if err := p.Text(&b, []Problem{linkProblem()}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "\n"); n != 1 {
		t.Errorf("got %d lines, want one:\n%s", n, b.String())
	}
}

func TestSortTellsOneCauseOnce(t *testing.T) {
	withDef(t, linkDef)
	later := linkProblem()
	later.Pos.Line = 40
	got := Sort([]Problem{later, linkProblem(), linkProblem()})
	if len(got) != 2 || got[0].Pos.Line != 12 || got[1].Pos.Line != 40 {
		t.Errorf("got %+v", got)
	}
}

func TestStops(t *testing.T) {
	withDef(t, linkDef)
	warning := []Problem{linkProblem()}
	if Stops(warning, false) || !Stops(warning, true) || Stops(nil, true) {
		t.Error("a warning stops under strict alone, and nothing stops without a problem")
	}
}

func TestNewRefusesAnUnfilledSlot(t *testing.T) {
	withDef(t, linkDef)
	defer func() {
		if recover() == nil {
			t.Error("New took a problem without its slots")
		}
	}()
	New("test-link", Pos{})
}

func TestMachineFormats(t *testing.T) {
	withDef(t, linkDef)
	var b bytes.Buffer
	if err := JSON(&b, nil, English); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("no problem as JSON: %q, %v", b.String(), err)
	}
	b.Reset()
	if err := SARIF(&b, []Problem{linkProblem(), linkProblem()}, Japanese, "1.0"); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Tool.Driver.Rules) != 1 || len(run.Results) != 2 {
		t.Errorf("got %d rules and %d results, want 1 and 2", len(run.Tool.Driver.Rules), len(run.Results))
	}
	if r := run.Results[0].Locations[0].Physical.Region; r.StartLine != 12 || r.StartColumn != 8 || r.EndColumn != 12 {
		t.Errorf("got region %+v", r)
	}
}
