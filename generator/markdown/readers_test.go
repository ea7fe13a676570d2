package markdown

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"kohort/generator/source"
)

// others reads nothing that is for one audience alone.
func others(string) bool { return false }

// TestPartsForOthersLeaveNoTrace holds what is converted for other readers
// against the same page as it would be, had nobody written for leaders.
func TestPartsForOthersLeaveNoTrace(t *testing.T) {
	c := New(Options{Words: words, Include: func(path string) (source.Page, bool) {
		return source.Page{Path: path, Body: ":only[Secret[^s].]{for=leaders} Shared[^t].\n\n[^s]: Secret\n[^t]: Told\n", Line: 1}, path == "part.md"
	}})
	for name, test := range map[string]struct{ full, bare string }{
		"an id":               {":::only{for=leaders}\n## Dates\n:::\n\n## Dates\n", "## Dates\n"},
		"an id that is given": {":::only{for=leaders}\n## Secret {#dates}\n:::\n\n## Dates\n", "## Dates\n"},
		"the title":           {":::only{for=leaders}\nSecret\n:::\n\n# Title\n\nText\n", "# Title\n\nText\n"},
		"a footnote":          {"A :only[secret[^a]]{for=leaders} word[^b].\n\n[^a]: Secret\n[^b]: Told[^c]\n[^c]: More\n", "A word[^b].\n\n[^b]: Told[^c]\n[^c]: More\n"},
		"an included file":    {":only[Secret]{for=leaders}\n\n::include{file=part.md}\n\nText[^x].\n\n[^x]: Own\n", "Shared[^t]. \n\nText[^x].\n\n[^t]: Told\n\n[^x]: Own\n"},
		"a space":             {"A :only[secret]{for=leaders} word. :only[Secret]{for=leaders}\n", "A word.\n"},
		"a line":              {"A\n:only[secret]{for=leaders}\nword\n", "A\nword\n"},
		"the first words":     {":only[Secret]{for=leaders} Words\n", "Words\n"},
		"a list item":         {"- A\n- :only[secret]{for=leaders}\n", "- A\n"},
		"a box":               {"::::note\n:::only{for=leaders}\nSecret\n:::\n::::\n\nText\n", "Text\n"},
		"words in bold":       {"A **:only[secret]{for=leaders}** word\n", "A word\n"},
		"where a link leads":  {"A [word] and ![a][pic].\n\n> :::only{for=leaders}\n> [word]: secret.md\n> [pic]: secret.png\n> :::\n\n[word]: told.md\n", "A [word] and ![a][pic].\n\n[word]: told.md\n"},
		"what a note says":    {":::only{for=leaders}\nA[^n]\n\n[^n]: Secret\n:::\n\nB[^n]\n\n[^n]: Told\n", "B[^n]\n\n[^n]: Told\n"},
		"a note in a note":    {"A[^a][^b]\n\n:::only{for=leaders}\n[^a]: Secret\n\n    [^b]: Secret\n:::\n\n[^a]: One\n\n    [^b]: Two\n", "A[^a][^b]\n\n[^a]: One\n\n    [^b]: Two\n"},
		"a note for others":   {"B[^n]\n\n:::only{for=leaders}\n[^n]: Secret\n:::\n", "B[^n]\n"},
		"a caption":           {"![a](b.png \"c\"):only[secret]{for=leaders}\n", "![a](b.png \"c\")\n"},
	} {
		got := c.ConvertFor(page(test.full), "en", others)
		want, _ := c.Convert(page(test.bare), "en")
		if got, want := show(got.Parts), show(want.Parts); got != want {
			t.Errorf("%s:\ninput: %q\ngot:   %s\nwant:  %s", name, test.full, got, want)
		}
		if got.Title != want.Title || got.Summary != want.Summary || got.IsSplit() {
			t.Errorf("%s: title %q, summary %q; want %q, %q", name, got.Title, got.Summary, want.Title, want.Summary)
		}
	}
}

func TestPartsForItsReadersAreInThePage(t *testing.T) {
	c := New(Options{Words: words})
	body := "# Title\n\nA :only[second[^s]]{for=leaders} word.\n\n:::only{for=leaders}\n## Dates\n:::\n\n[^s]: Note\n"
	full, _ := c.Convert(page(body), "en")
	got := c.ConvertFor(page(body), "en", func(only string) bool { return only == "leaders" })
	bare, _ := c.Convert(page("# Title\n\nA second[^s] word.\n\n## Dates\n\n[^s]: Note\n"), "en")
	if show(got.Parts) != show(bare.Parts) || !full.IsSplit() {
		t.Errorf("got:  %s\nwant: %s", show(got.Parts), show(bare.Parts))
	}
}

// FuzzConvertFor holds that whatever an author writes, readers who get all
// parts and readers who get none are served without a panic.
func FuzzConvertFor(f *testing.F) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(string(file.Data))
		}
	}
	c := New(Options{Words: words})
	f.Fuzz(func(t *testing.T, body string) {
		for _, reads := range []func(string) bool{others, func(string) bool { return true }} {
			if doc := c.ConvertFor(page(body), "en", reads); doc.IsSplit() {
				t.Errorf("parts for one audience are left of %q", body)
			}
		}
	})
}
