package handbook

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
	"kohort/generator/markdown"
)

// terms finds the glossary entries of an edition.
type terms struct {
	byName map[string]*Term // by name and alias, folded
	byID   map[string]*Term
	names  []string
}

// addTerms collects the glossary of an edition from the pages it shows.
func (e *edition) addTerms() []diag.Problem {
	var problems []diag.Problem
	var entries []Term
	for _, d := range e.order {
		if d.version == nil {
			continue
		}
		for _, t := range d.version.document(e.audience).Terms {
			if e.audience.readsOnly(t.Audience) {
				entries = append(entries, Term{t, d.Page})
			}
		}
	}
	e.terms = terms{byName: make(map[string]*Term), byID: make(map[string]*Term)}
	for i := range entries {
		t := &entries[i]
		if e.terms.byID[t.ID] == nil {
			e.terms.byID[t.ID] = t
		}
		for _, name := range append([]string{t.Name}, t.Aliases...) {
			key := foldTerm(name)
			if other := e.terms.byName[key]; other != nil && other.ID != t.ID {
				problems = append(problems, diag.New("term-twice", t.Pos, diag.Slot("term", name), diag.Slot("other", other.Pos.String())))
				continue
			}
			e.terms.byName[key] = t
			e.terms.names = append(e.terms.names, name)
		}
	}
	e.Terms = slices.Clone(entries)
	slices.SortStableFunc(e.Terms, func(a, b Term) int {
		return cmp.Or(strings.Compare(cmp.Or(a.Reading, a.Name), cmp.Or(b.Reading, b.Name)), strings.Compare(a.Name, b.Name))
	})
	return problems
}

// term resolves the use of a term: by the id in of=, else by name or alias in
// the language of the page's words, shown as this edition defines it.
func (r *resolver) term(slot *markdown.Slot) *TermUse {
	label := cmp.Or(slot.Label, slot.Target)
	written := r.editions[r.version.lang]
	var t *Term
	for _, e := range []*edition{r.edition, written} {
		if t = e.terms.find(slot.Target); t != nil {
			break
		}
	}
	if t == nil {
		r.tell("term-unknown", slot, diag.Slot("known", nearestFirst(slot.Target, written.terms.names)))
		return &TermUse{Label: label}
	}
	if own := r.edition.terms.byID[t.ID]; own != nil {
		t = own
	}
	url := relative(r.page.URL, t.Page.URL)
	if t.Page == r.page {
		url = ""
	}
	return &TermUse{Label: label, Term: *t, URL: url + "#" + escape(t.ID, fragmentChars)}
}

func (t terms) find(name string) *Term {
	if term := t.byID[name]; term != nil {
		return term
	}
	return t.byName[foldTerm(name)]
}

// foldTerm makes words equal that a reader takes for one: letter case, full
// and half width, space around them.
func foldTerm(s string) string {
	return strings.ToLower(strings.TrimSpace(norm.NFKC.String(s)))
}
