package render

import (
	"encoding/json"
	"slices"
	"strings"

	"kohort/generator/handbook"
	"kohort/generator/search"
)

// searchFolder is where the search index of an edition stands in its folder.
const searchFolder = "search/"

// indexes makes the search index of every edition out of what its pages say:
// jobs and made are those of the whole site, the pages of an edition together.
// One index after the other, since each is made on all cores.
func indexes(jobs []job, made []rendered) []editionIndex {
	var out []editionIndex
	for first := 0; first < len(jobs); {
		edition, last := jobs[first].edition, first
		var pages []search.Page
		var sources []string
		for ; last < len(jobs) && jobs[last].page != nil && jobs[last].edition == edition; last++ {
			pages = append(pages, made[last].says)
			made[last].says = search.Page{} // the index holds it now
			for _, file := range made[last].files {
				sources = append(sources, file.Sources...)
			}
		}
		if len(pages) > 0 {
			slices.Sort(sources)
			out = append(out, editionIndex{edition, search.Build(edition.Lang, pages), slices.Compact(sources)})
		}
		first = max(last, first+1) // past 404.html, which is not searched
	}
	return out
}

// editionIndex is the search index of an edition.
type editionIndex struct {
	edition *handbook.Edition
	index   *search.Index
	sources []string // files of the handbook that its pages are made of
}

// files are the index as files of the site.
func (x editionIndex) files() []File {
	var files []File
	for _, f := range x.index.Files() {
		files = append(files, File{Path: x.edition.Dir + searchFolder + f.Name, Content: string(f.Data), Sources: x.sources})
	}
	return files
}

// searchWordsName is the asset that holds the words of the search dialog in a
// language.
func searchWordsName(lang string) string { return "search-" + lang + ".js" }

// searchWords makes the asset of the search dialog's words, which only a reader
// who searches loads: the theme's words whose ids begin with search_.
func (w *words) searchWords(lang string) asset {
	words := make(map[string]string)
	for id := range w.fixed[fallbacks[0]] {
		if name, ok := strings.CutPrefix(id, "search_"); ok {
			words[name] = w.plain(lang, id)
		}
	}
	text, err := json.Marshal(words) // sorted by key
	if err != nil {
		panic(err) // strings always encode
	}
	return hashed(searchWordsName(lang), "window.KohortSearch&&KohortSearch.say("+string(text)+");\n")
}
