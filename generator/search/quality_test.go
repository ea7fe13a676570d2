package search

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// handbookPages is the size at which the search is judged: 100 pages, 1.3 MB.
func handbookPages() []Page { return corpus(100, 12_900) }

// TestHeadingsFindTheirSections holds the mean reciprocal rank of the page of a
// heading that is typed as it stands, and stands once.
func TestHeadingsFindTheirSections(t *testing.T) {
	pages := handbookPages()
	x := Build("ja", pages)
	times := make(map[string]int)
	for _, p := range pages {
		times[p.Title]++
		for _, s := range p.Sections {
			times[s.Heading]++
		}
	}
	sum, first, count, asked := 0.0, 0, 0, 0
	for _, p := range pages {
		for _, s := range p.Sections {
			if s.Heading == "" || times[s.Heading] > 1 {
				continue
			}
			if asked++; asked%4 > 0 {
				continue
			}
			count++
			results := x.Query(s.Heading, 20).Results
			i := slices.IndexFunc(results, func(r Result) bool { return r.URL == p.URL })
			if i >= 0 {
				sum += 1 / float64(i+1)
			}
			if i == 0 && results[0].Hits[0].Anchor == s.Anchor {
				first++
			}
		}
	}
	if mrr := sum / float64(count); mrr < 0.98 || float64(first) < 0.97*float64(count) {
		t.Errorf("%d headings: mean reciprocal rank %.3f, want 0.98; %d are the first section found", count, mrr, first)
	}
}

// TestWordsInsideCompoundsAreFound holds that every page is found that has a
// word of kanji, of katakana or a part of one, where at most 20 have.
func TestWordsInsideCompoundsAreFound(t *testing.T) {
	pages := handbookPages()
	x := Build("ja", pages)
	texts := make([]string, len(pages))
	words := make(map[string]bool)
	run := regexp.MustCompile(`[\p{Han}]{2,}|[\p{Katakana}ー]{3,}`)
	for i, p := range pages {
		texts[i] = p.Title
		for _, s := range p.Sections {
			texts[i] += "\n" + s.Heading + "\n" + s.Text
		}
		for _, w := range run.FindAllString(texts[i], -1) {
			words[w] = true
			if letters := []rune(w); letters[0] >= 0x4e00 {
				for k := 0; k+3 <= len(letters); k++ {
					words[string(letters[k:k+3])] = true
				}
			}
		}
	}
	sorted := make([]string, 0, len(words))
	for w := range words {
		sorted = append(sorted, w)
	}
	slices.Sort(sorted)
	asked := 0
	for k := 0; k < len(sorted); k += 1 + len(sorted)/500 {
		var on []string
		for i, text := range texts {
			if strings.Contains(text, sorted[k]) {
				on = append(on, pages[i].URL)
			}
		}
		if len(on) > 20 {
			continue
		}
		asked++
		results := x.Query(sorted[k], 20).Results
		for _, url := range on {
			if !slices.ContainsFunc(results, func(r Result) bool { return r.URL == url }) {
				t.Errorf("%s is on %d pages; %s is not among the first %d", sorted[k], len(on), url, len(results))
			}
		}
	}
	if asked < 200 {
		t.Errorf("%d words asked, want 200", asked)
	}
}
