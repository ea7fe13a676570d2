package handbook

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

// audience is whom a tree is for. The zero value is everyone, on a site that
// declares no audiences.
type audience struct {
	place int // among those that site.yaml declares
	name  string
	gets  map[string]bool // audiences whose content it gets, its own included
}

func (a audience) dir() string {
	if a.name == "" {
		return ""
	}
	return a.name + "/"
}

// reads says whether what is for the named audiences is for a; what names
// none is for all.
func (a audience) reads(names ...string) bool {
	if len(names) == 0 {
		return true
	}
	return slices.ContainsFunc(names, func(n string) bool { return a.gets[n] })
}

// readsOnly is reads for the value of an only directive, which may name
// several audiences parted by commas. The empty one is of what stands in none.
func (a audience) readsOnly(names string) bool {
	return names == "" || slices.ContainsFunc(splitNames(names), func(n string) bool { return a.gets[n] })
}

// document is a version as an audience reads it.
func (v *version) document(a audience) *markdown.Document {
	if a.place < len(v.For) {
		return &v.For[a.place]
	}
	return &v.Document
}

// Readers tells, for each audience in the order of the settings, whether its
// tree gets what an only directive names.
func Readers(c source.Config) []func(only string) bool {
	if len(c.Audiences) == 0 {
		return nil
	}
	s := &site{in: Input{Config: c}}
	s.addAudiences()
	var readers []func(string) bool
	for _, a := range s.audiences() {
		readers = append(readers, a.readsOnly)
	}
	return readers
}

func splitNames(names string) []string {
	return strings.FieldsFunc(names, func(r rune) bool { return r == ',' || r == ' ' || r == '、' })
}

func (s *site) audiences() []audience {
	if len(s.in.Config.Audiences) == 0 {
		return []audience{{}}
	}
	var out []audience
	for i, a := range s.in.Config.Audiences {
		out = append(out, audience{i, a.Name, s.reach[a.Name]})
	}
	return out
}

// addAudiences follows the includes of each audience to their end.
func (s *site) addAudiences() []diag.Problem {
	includes := make(map[string][]string)
	for _, a := range s.in.Config.Audiences {
		includes[a.Name] = a.Includes
	}
	s.reach = make(map[string]map[string]bool)
	var problems []diag.Problem
	for _, a := range s.in.Config.Audiences {
		reached := map[string]bool{a.Name: true}
		for open := []string{a.Name}; len(open) > 0; open = open[1:] {
			for _, name := range includes[open[0]] {
				if _, declared := includes[name]; declared && !reached[name] {
					reached[name] = true
					open = append(open, name)
				}
			}
		}
		s.reach[a.Name] = reached
		for _, name := range a.Includes {
			problems = append(problems, s.checkAudience(name, diag.Pos{File: "site.yaml"})...)
		}
	}
	return problems
}

// checkAudience tells an audience that site.yaml does not declare.
func (s *site) checkAudience(name string, pos diag.Pos) []diag.Problem {
	if s.reach[name] != nil {
		return nil
	}
	var known []string
	for _, a := range s.in.Config.Audiences {
		if a.Name == name {
			return nil
		}
		known = append(known, a.Name)
	}
	if len(known) == 0 {
		return []diag.Problem{diag.New("audience-none", pos, diag.Slot("audience", name))}
	}
	return []diag.Problem{diag.New("audience-unknown", pos, diag.Slot("audience", name), diag.Slot("known", nearestFirst(name, known)))}
}

// standing says whether a page is in a tree, and why not.
type standing uint8

const (
	shown standing = iota
	unpublished
	otherAudience
)

// standing of a version in an audience's tree. A page whose first language is
// not shown is shown in none: a translation that lacks a line of front matter
// must not give it away.
func (s *site) standing(v *version, a audience) standing {
	for _, p := range []source.Page{v.group.base().Page, v.Page} {
		if !a.reads(p.Front.Audience...) {
			return otherAudience
		}
		if s.unpublished(p.Front) && !s.in.Drafts {
			return unpublished
		}
	}
	return shown
}
