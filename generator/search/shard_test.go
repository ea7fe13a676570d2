package search

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestNumbersComeBack(t *testing.T) {
	var out []byte
	want := []uint32{0, 1, 31, 32, 33, 1055, 1056, 34_000, 1 << 20, 1<<32 - 1}
	for _, n := range want {
		out = appendNumber(out, n)
	}
	rest := string(out)
	for _, n := range want {
		var got uint32
		if got, rest = number(rest); got != n {
			t.Errorf("got %d, want %d in %q", got, n, out)
		}
	}
	if rest != "" {
		t.Errorf("%q is left over", rest)
	}
}

func TestPostingsComeBack(t *testing.T) {
	all := []kept{
		{0, weight{body: soft, next: anything}}, {1, weight{body: 2, next: 4}}, {40, weight{body: 3, name: 1, next: 31}},
		{41, weight{name: 31, page: 2}}, {90_000, weight{body: 2, page: 31, next: 1}},
	}
	if diff := cmp.Diff(all, postings(string(appendPostings(nil, all, 10, true)), true).kept, cmp.AllowUnexported(kept{}, weight{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	got := postings(string(appendPostings(nil, all, 2, true)), true)
	want := found{kept: []kept{all[2], all[4]}, spread: 5, cut: true}
	want.kept = []kept{all[2], all[3]} // the shortest title and the shortest name
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(found{}, kept{}, weight{})); diff != "" {
		t.Errorf("the best two: -want +got\n%s", diff)
	}
}

// TestNumbersSpellNothing holds that no posting can look like a name to whoever
// scans a site for names: no vowel, no digit, no sign between parts of a name.
func TestNumbersSpellNothing(t *testing.T) {
	if len(alphabet) != 64 || strings.ContainsAny(alphabet, "aeiouyAEIOUY0123456789 -_.,\"\\<%") {
		t.Errorf("alphabet %q", alphabet)
	}
	for i := range alphabet {
		if strings.IndexByte(alphabet[i+1:], alphabet[i]) >= 0 {
			t.Errorf("%q is twice in the alphabet", alphabet[i])
		}
	}
}

func TestSamePagesGiveTheSameFiles(t *testing.T) {
	first, second := Build("ja", corpus(40, 4000)).Files(), Build("ja", corpus(40, 4000)).Files()
	if !slices.EqualFunc(first, second, func(a, b File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
		t.Error("two builds of the same pages differ")
	}
}

func TestFilesSuitEverySystem(t *testing.T) {
	name := regexp.MustCompile(`^([gwt][0-9]+-[b-df-hj-np-t]{6}|index)\.js$`)
	seen := make(map[string]bool)
	for _, f := range Build("ja", corpus(40, 4000)).Files() {
		if !name.MatchString(f.Name) || seen[f.Name] {
			t.Errorf("file name %q", f.Name)
		}
		seen[f.Name] = true
		if !utf8.Valid(f.Data) || !bytes.HasPrefix(f.Data, []byte(`KohortSearch.add("`)) {
			t.Errorf("%s begins with %.40q", f.Name, f.Data)
		}
	}
}

// TestTextIsPlain holds that what pages say can be read in the files, and that
// nothing in them ends a script or a string.
func TestTextIsPlain(t *testing.T) {
	pages := []Page{{URL: "a.html", Title: `"引用" & \`, Sections: []Section{{Text: "佐藤花子、Anne-Marie O’Neil </script> 終わり\u2028", Aliases: []string{"鈴木一郎"}}}}}
	var all strings.Builder
	for _, f := range Build("ja", pages).Files() {
		all.Write(f.Data)
	}
	for _, want := range []string{`\"引用\" & \\`, `佐藤花子、Anne-Marie O’Neil \u003c/script> 終わり`, `"","鈴木一郎"`} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%s is not in\n%s", want, all.String())
		}
	}
}

// TestChangeTouchesFewFiles holds that a page that changes leaves most files as
// they are, so that a reader's cache and a copy to a share stay useful.
func TestChangeTouchesFewFiles(t *testing.T) {
	pages := corpus(60, 6000)
	names := make(map[string]bool)
	for _, f := range Build("ja", pages).Files() {
		names[f.Name] = true
	}
	pages[59].Sections[1].Text += "末尾に一文を足します。"
	files, changed := Build("ja", pages).Files(), 0
	for _, f := range files {
		if !names[f.Name] {
			changed++
		}
	}
	if changed == 0 || changed > len(files)/4 {
		t.Errorf("%d of %d files changed", changed, len(files))
	}
}
