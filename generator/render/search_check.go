package render

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/handbook"
	"kohort/generator/search"
	"kohort/generator/source"
)

// firstFew is how many pages a reader looks at: the page of a search test must
// be among so many.
const firstFew = 3

// checkSearch tries the search tests of site.yaml in every edition that has
// their page in its own language. A test is told once, for the first tree that
// fails it.
func checkSearch(tests []source.SearchTest, indexes []editionIndex) []diag.Problem {
	var problems []diag.Problem
	for _, test := range tests {
		var names []string
		tried := false
		for _, x := range indexes {
			page, known := x.written(test.Page)
			if names = append(names, known...); page == nil {
				continue
			}
			tried = true
			if found, ok := x.finds(test.Query, page); !ok {
				problems = append(problems, diag.New("search-test-fails", test.Pos, diag.Slot("query", test.Query), diag.Slot("page", test.Page), foundSlot(found)))
				break
			}
		}
		if !tried {
			problems = append(problems, diag.New("search-test-page-unknown", test.Pos, diag.Slot("page", test.Page), diag.Slot("nearest", nearestPage(test.Page, names))))
		}
	}
	return problems
}

// written finds the page that a file of pages/ becomes in the edition of its
// language; where there is none it gives the names of those that do.
func (x editionIndex) written(file string) (*handbook.Page, []string) {
	var names []string
	for _, page := range x.edition.Pages {
		if page.ContentLang != x.edition.Lang {
			continue // told of in the edition of its language
		}
		name := page.Source
		if page.Generated {
			name = strings.TrimSuffix(strings.TrimPrefix(page.URL, x.edition.Dir), "html") + "md"
		}
		if name == strings.TrimPrefix(file, "pages/") {
			return page, nil
		}
		names = append(names, name)
	}
	return nil, names
}

// finds says whether a query finds a page among the first, and which it finds.
func (x editionIndex) finds(query string, page *handbook.Page) (titles []string, ok bool) {
	results := x.index.Query(query, firstFew).Results
	for _, r := range results {
		titles = append(titles, r.Title)
	}
	return titles, slices.ContainsFunc(results, func(r search.Result) bool { return x.edition.Dir+r.URL == page.URL })
}

func foundSlot(titles []string) diag.Arg {
	if len(titles) == 0 {
		return diag.SlotText("found", diag.Text{EN: "no page at all", JA: "1ページもありません"})
	}
	return diag.Slot("found", strings.Join(titles, ", "))
}

// nearestPage is the page most likely meant, else the first few there are.
func nearestPage(file string, names []string) string {
	if nearest := diag.Nearest(file, names); nearest != "" {
		return nearest
	}
	slices.Sort(names)
	names = slices.Compact(names)
	return strings.Join(names[:min(firstFew, len(names))], ", ")
}
