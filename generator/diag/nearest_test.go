package diag

import "testing"

func TestNearestFindsTheWordMeant(t *testing.T) {
	known := []string{"title", "languages", "営業一課", "人事部", "faq", "k"}
	for _, c := range []struct{ word, want string }{
		{"titel", "title"},
		{"Title", "title"},
		{"fqa", "faq"},
		{"langauges", "languages"},
		{"営業二課", "営業一課"},
		{"kk", "k"},
		{"q", ""},
		{"footer", ""},
		{"", ""},
	} {
		if got := Nearest(c.word, known); got != c.want {
			t.Errorf("Nearest(%q, %q) = %q, want %q", c.word, known, got, c.want)
		}
	}
}
