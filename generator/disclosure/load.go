package disclosure

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/roster"
)

// LoadInput says what Load reads.
type LoadInput struct {
	Place         Place
	ExtraNames    []string // of site.yaml: further names that the tripwire searches for
	WithoutRoster bool     // build although there is no private/: only ExtraNames are searched for
}

// Load reads the releases and the roster's search forms, and never a row of
// data. It verifies each chain of releases, and warns where data changed since
// its release.
func Load(in LoadInput) (Published, Tripwire, []diag.Problem, error) {
	f, err := in.Place.open()
	if err != nil {
		return Published{}, Tripwire{}, nil, err
	}
	defer f.close()
	ids, err := f.cohorts()
	if err != nil {
		return Published{}, Tripwire{}, nil, err
	}
	var published Published
	var problems []diag.Problem
	for _, id := range ids {
		c, ok, found, err := loadChain(f.handbook, id)
		if err != nil {
			return Published{}, Tripwire{}, nil, err
		}
		problems = append(problems, found...)
		switch {
		case ok:
			published.cohorts = append(published.cohorts, c)
			problems = append(problems, f.compareData(id)...)
			problems = append(problems, f.checkRoster(id, in.WithoutRoster)...)
		case len(found) == 0 && f.hasFiles(id):
			problems = append(problems, diag.New("cohort-not-released", diag.Pos{File: "cohorts/" + id}, diag.Slot("cohort", id)))
		}
	}
	latestFirst(published.cohorts)
	published.departments = f.departments(ids)
	if f.private == nil && len(published.cohorts) > 0 && !in.WithoutRoster {
		problems = append(problems, diag.New("roster-missing", diag.Pos{File: "private"}))
	}
	wire, found := f.tripwire(in.ExtraNames)
	return published, wire, append(problems, found...), nil
}

// departments gives the departments that cohorts' cohort.yaml name.
func (f folders) departments(ids []string) (names []string) {
	for _, id := range ids {
		expected, _ := microdata.Expect(f.handbook, id) // what is wrong there is told at the release
		names = append(names, expected.Levels["department"]...)
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
}

// hasFiles says whether a cohort's folder holds any file, in the handbook or
// beside its data.
func (f folders) hasFiles(id string) bool {
	for _, root := range []*os.Root{f.handbook, f.data} {
		entries, _ := fs.ReadDir(root.FS(), "cohorts/"+id)
		for _, e := range entries {
			if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
				return true
			}
		}
	}
	return false
}

// hasData says whether a cohort's data still lies there; a closed cohort's may
// be deleted, and a build server never has it.
func (f folders) hasData(id string) bool {
	return microdata.HasData(f.data, id) || microdata.HasDatabase(f.handbook, id)
}

func dataFile(id string) string { return "data/" + id }

// compareData warns where the keyed hash of the data is no more what it was at
// the release.
func (f folders) compareData(id string) []diag.Problem {
	if f.private == nil || !f.hasData(id) {
		return nil
	}
	was, err := f.private.ReadFile(dataFile(id))
	if err != nil {
		return nil
	}
	key, err := roster.Key(f.private)
	if err != nil {
		return []diag.Problem{diag.New("private-key", diag.Pos{File: "private/key"})}
	}
	is, err := microdata.Fingerprint(f.handbook, f.data, id, key)
	if err != nil || is != string(bytes.TrimSpace(was)) {
		return []diag.Problem{diag.New("data-changed", diag.Pos{File: "cohorts/" + id}, diag.Slot("cohort", id))}
	}
	return nil
}

// checkRoster wants search forms for each released cohort: without them a
// participant's name could pass.
func (f folders) checkRoster(id string, without bool) []diag.Problem {
	if f.private == nil || without {
		return nil
	}
	if _, err := f.private.Stat("roster/" + id + ".json"); err != nil {
		return []diag.Problem{diag.New("roster-missing-cohort", diag.Pos{File: "private/roster"}, diag.Slot("cohort", id))}
	}
	return nil
}

// tripwire closes over the search forms of all released cohorts and of more.
func (f folders) tripwire(extra []string, more ...roster.List) (Tripwire, []diag.Problem) {
	find, problems := roster.Open(f.private, extra, more...)
	return Tripwire{scan: func(text string, kind TextKind) []Match {
		spans := find(text, kind == Prose)
		if len(spans) == 0 {
			return nil
		}
		out := make([]Match, len(spans))
		for i, s := range spans {
			out[i] = Match{s.Start, s.End}
		}
		return out
	}}, problems
}
