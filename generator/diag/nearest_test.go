package diag

import (
	"strings"
	"testing"
)

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

func TestNearestFirst(t *testing.T) {
	tables := []string{"participation.enrolled", "survey.trust.before", "survey.trust.after", "survey.digital.after", "sessions.held"}
	for _, test := range []struct{ word, want string }{
		{"sessions.helt", "sessions.held participation.enrolled survey.trust.before survey.trust.after survey.digital.after"},
		{"survey.trsut.after", "survey.trust.after survey.digital.after survey.trust.before participation.enrolled sessions.held"},
		{"trust", "survey.trust.before survey.trust.after participation.enrolled survey.digital.after sessions.held"},
		{"", "participation.enrolled survey.trust.before survey.trust.after survey.digital.after sessions.held"},
	} {
		if got := strings.Join(NearestFirst(test.word, tables), " "); got != test.want {
			t.Errorf("NearestFirst(%q) = %s, want %s", test.word, got, test.want)
		}
	}
}
