package generator

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/source"
)

// current takes figures from the data as they are now. Data that did not change
// are not read and attacked again, and no database is asked again, for a page
// that did. The zero value has seen no data.
type current struct {
	of        origin
	published disclosure.Published
	tripwire  disclosure.Tripwire
	problems  []diag.Problem
}

// origin is what the figures of the current data follow from, databases apart.
type origin struct {
	place      disclosure.Place
	disclosure source.Disclosure
	extraNames []string
	files      []fileState
}

// fileState is what is known of a file without reading it.
type fileState struct {
	path     string
	size     int64
	modified time.Time
}

// figures gives those that it has, where everything they follow from is as it
// was. What a problem stopped is tried again each time: a database may be back.
func (c *current) figures(place disclosure.Place, config source.Config) (disclosure.Published, disclosure.Tripwire, []diag.Problem, error) {
	of := origin{place, config.Disclosure, config.ExtraNames, dataFiles(place)}
	if len(c.of.files) > 0 && reflect.DeepEqual(of, c.of) {
		return c.published, c.tripwire, slices.Clone(c.problems), nil
	}
	*c = current{}
	policy, _ := disclosure.NewPolicy(settings(config.Disclosure))
	published, tripwire, problems, err := disclosure.Current(disclosure.ReleaseInput{Place: place, Policy: policy, ExtraNames: config.ExtraNames})
	if err == nil && !diag.Stops(problems, false) {
		*c = current{of, published, tripwire, slices.Clone(problems)}
	}
	return published, tripwire, problems, err
}

// dataFiles lists the files of cohorts/ and private/ with survey.yaml, of the
// handbook and of the folder with its data. What cannot be looked at is left
// out: reading it says why.
func dataFiles(place disclosure.Place) (out []fileState) {
	for _, folder := range []string{place.Handbook, place.Data} {
		if folder == "" {
			continue
		}
		for _, name := range []string{"cohorts", "private", "survey.yaml"} {
			_ = filepath.WalkDir(filepath.Join(folder, name), func(path string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return nil
				}
				if info, err := os.Stat(path); err == nil {
					out = append(out, fileState{path, info.Size(), info.ModTime()})
				}
				return nil
			})
		}
	}
	return out
}
