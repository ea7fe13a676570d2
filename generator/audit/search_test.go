package audit

import (
	"regexp"
	"slices"
	"testing"

	"kohort/generator/disclosure"
	"kohort/generator/render"
)

func TestAPairOfCharactersInAnIndexIsNoName(t *testing.T) {
	alone := regexp.MustCompile(`(^|[^\p{Han}])(東洋|佐藤花子|マリー)($|[^\p{Han}ンゴ])`)
	scan := func(text string, _ disclosure.TextKind) []disclosure.Match {
		var matches []disclosure.Match
		for _, at := range alone.FindAllStringSubmatchIndex(text, -1) {
			matches = append(matches, disclosure.Match{Start: at[4], End: at[5]})
		}
		return matches
	}
	for _, c := range []struct {
		path, content string
		want          []string
	}{
		{"search/g0-bcdfgh.js", `KohortSearch.add("g0","東洋 !b 洋経 !c")`, nil},
		{"leaders/en/search/index.js", `KohortSearch.add("",{"gStarts":"京都|東洋|"})`, nil},
		{"search/g0-bcdfgh.js", `KohortSearch.add("g0","佐藤花子 !b")`, []string{"佐藤花子"}},
		{"search/g0-bcdfgh.js", `KohortSearch.add("g0","マリー !b")`, nil}, // of マーリン
		{"search/t0-bcdfgh.js", `KohortSearch.add("t0",[["a.html","","",["","","","マリーです"]]])`, []string{"まりー"}},
		{"search/t0-bcdfgh.js", `KohortSearch.add("t0",[["a.html","","",["","","","東洋"]]])`, []string{"東洋"}},
		{"search/t0-bcdfgh.js", `KohortSearch.add("t0",[["a.html","","",["","","","東洋経済"]]])`, nil},
		{"downloads/g0-bcdfgh.js", `"東洋"`, []string{"東洋"}},
		{"search/index.html", `<p>東洋</p>`, []string{"東洋"}},
	} {
		a := &auditor{scan: scan, released: testReleased()}
		if got := a.hear(new(reader), render.File{Path: c.path, Content: c.content}).names; !slices.Equal(got, c.want) {
			t.Errorf("%s: %s: got %q, want %q", c.path, c.content, got, c.want)
		}
	}
}
