package render

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/frontmatter"
	"github.com/goccy/go-yaml"
	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/handbook"
	"kohort/generator/markdown"
	"kohort/generator/source"
	"kohort/themes"
)

// front is the front matter that the tests use; package source is not under
// test here.
type front struct {
	Title, Description, Layout, Cohort, Owner, Updated string
}

// testInput assembles a handbook from the pages of a txtar archive and the
// releases below testdata/handbook.
func testInput(t testing.TB, archive string) Input {
	t.Helper()
	return testInputOf(t, archive, "testdata/handbook")
}

// testInputOf is testInput with the releases of another folder.
func testInputOf(t testing.TB, archive, folder string) Input {
	t.Helper()
	theme, problems := LoadTheme(themes.Default())
	noProblems(t, problems)
	config := source.Config{Title: source.NewText("リバースメンタリング ハンドブック"), Languages: []string{"ja", "en"}}
	published, _, problems, err := disclosure.Load(disclosure.LoadInput{Place: disclosure.Place{Handbook: folder}, WithoutRoster: true})
	if err != nil {
		t.Fatalf("disclosure.Load: %v", err)
	}
	noProblems(t, problems)
	in := handbook.Input{Config: config, Words: theme.Words, Today: source.Date{Year: 2025, Month: 11, Day: 1}}
	converter := markdown.New(markdown.Options{Words: theme.Words})
	for _, file := range txtar.Parse([]byte(archive)).Files {
		var f front
		body, err := frontmatter.Parse(bytes.NewReader(file.Data), &f, frontmatter.NewFormat("---", "---", yaml.Unmarshal))
		if err != nil {
			t.Fatalf("%s: %v", file.Name, err)
		}
		page := source.Page{Path: file.Name, Body: string(body), Line: 1, Front: source.Front{
			Title: f.Title, Description: f.Description, Layout: source.Layout(f.Layout), Cohort: f.Cohort, Owner: f.Owner,
		}}
		if f.Updated != "" {
			if err := page.Front.Updated.UnmarshalText([]byte(f.Updated)); err != nil {
				t.Fatalf("%s: %v", file.Name, err)
			}
		}
		if file.Name == "nav.md" {
			lines, problems := converter.Nav(page)
			noProblems(t, problems)
			in.Navs = append(in.Navs, handbook.Nav{File: "pages/nav.md", Lines: lines})
			continue
		}
		lang := "ja"
		if strings.HasSuffix(file.Name, ".en.md") {
			lang = "en"
		}
		document, problems := converter.Convert(page, lang)
		noProblems(t, problems)
		in.Pages = append(in.Pages, handbook.Converted{Page: page, Document: document})
	}
	for _, c := range published.Cohorts() {
		in.Cohorts = append(in.Cohorts, releasedCohort(c))
	}
	h, problems := handbook.Assemble(in)
	for _, p := range problems {
		if p.Severity() == diag.Error {
			t.Fatalf("Assemble: %s: %s", p.Pos, p.Message(diag.English))
		}
	}
	return Input{Handbook: h, Published: published, Theme: theme, Config: config}
}

func releasedCohort(c disclosure.Cohort) handbook.Released {
	r := handbook.Released{ID: c.ID(), Title: source.NewText(c.Title().In("ja", ""))}
	for _, t := range c.Tables() {
		table := handbook.Table{ID: t.ID(), Statistic: t.Statistic(), Dimensions: t.Dimensions()}
		for _, cell := range t.Cells() {
			at := []handbook.Level{}
			for _, l := range cell.At() {
				at = append(at, handbook.Level(l))
			}
			table.Cells = append(table.Cells, at)
		}
		r.Tables = append(r.Tables, table)
	}
	return r
}

func noProblems(t testing.TB, problems []diag.Problem) {
	t.Helper()
	for _, p := range problems {
		t.Fatalf("%s: %s", p.Pos, p.Message(diag.English))
	}
}

// renderSite renders and gives the files by path.
func renderSite(t testing.TB, in Input) map[string]File {
	t.Helper()
	out, problems, err := Render(context.Background(), in)
	if err != nil {
		t.Fatalf("Render: %v", err)
	}
	noProblems(t, problems)
	files := make(map[string]File)
	for f := range out.Files() {
		files[f.Path] = f
	}
	return files
}

// problemIDs lists ids and positions: "template-fails theme/layouts/page.html:1".
func problemIDs(problems []diag.Problem) []string {
	var ids []string
	for _, p := range problems {
		ids = append(ids, string(p.ID)+" "+p.Pos.String())
	}
	slices.Sort(ids)
	return ids
}
