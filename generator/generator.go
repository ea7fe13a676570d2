// Package generator wires the stages from a handbook's folder to a site.
//
// It takes Options and gives problems and a summary: Build writes a site,
// Check finds all problems and writes nothing, Release passes a cohort's data
// through the disclosure gate, Preview gives what a local server shows, and
// New copies the starter handbook. It holds no rule of its own: each stage
// refuses what it refuses, and nothing is written where a problem stops.
// ARCHITECTURE.md beside this file draws the whole.
package generator

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/source"
)

// Options is what the commands share. Source is required.
type Options struct {
	Source        string      // the handbook's folder
	Output        string      // the site's folder; Build alone needs it
	Today         source.Date // decides what is due; required by Build, Check and Preview
	Strict        bool        // warnings stop, too
	WithoutRoster bool        // build although private/ is not here
	Cache         string      // folder that keeps copies of pictures between builds; empty keeps none
	// Progress hears each stage as it begins. It may be nil.
	Progress func(Stage)
}

// Stage is a step of the work, for progress.
type Stage int

// The stages in order.
const (
	Reading Stage = iota
	LoadingReleases
	Converting
	Assembling
	Rendering
	Auditing
	Writing
	ProtectingData
	CheckingExternal
)

func (o Options) begin(s Stage) {
	if o.Progress != nil {
		o.Progress(s)
	}
}

// place says where the cohorts and the private folder are. A data folder that
// is not here, as on a build server, is a problem unless o says that the site
// is built without the roster.
func (o Options) place(c source.Config) (disclosure.Place, []diag.Problem) {
	data := c.Data
	if data == "" {
		return disclosure.Place{Handbook: o.Source}, nil
	}
	if !filepath.IsAbs(data) {
		data = filepath.Join(o.Source, filepath.FromSlash(data))
	}
	if info, err := os.Stat(data); err != nil || !info.IsDir() {
		if o.WithoutRoster {
			return disclosure.Place{Handbook: o.Source}, nil
		}
		return disclosure.Place{Handbook: o.Source}, []diag.Problem{
			diag.New("data-folder-missing", diag.Pos{File: "site.yaml"}, diag.Slot("folder", c.Data))}
	}
	return disclosure.Place{Handbook: o.Source, Data: data}, nil
}

// Line gives a line of a text file of the handbook, for the excerpt below a
// problem. It reads pages/, theme/ and the settings alone, never cohorts/ or
// private/, and never through a link that leaves the handbook.
func Line(folder string) func(file string, line int) (string, bool) {
	read := reader(folder)
	return func(file string, line int) (string, bool) {
		text, ok := read(file)
		if !ok {
			return "", false
		}
		return lineOf(text, line)
	}
}

// parallel runs work for 0 to n-1 on all cores and returns the first error.
func parallel(ctx context.Context, n int, work func(int)) error {
	g, ctx := errgroup.WithContext(ctx)
	workers := min(runtime.GOMAXPROCS(0), max(n, 1))
	for w := range workers {
		g.Go(func() error {
			for i := w; i < n; i += workers {
				if err := ctx.Err(); err != nil {
					return err
				}
				work(i)
			}
			return nil
		})
	}
	return g.Wait()
}

func openHandbook(folder string) (*os.Root, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("open the handbook: %w", err)
	}
	return root, nil
}

// sorted is every list of problems in one, in the order they are shown.
func sorted(lists ...[]diag.Problem) []diag.Problem {
	var all []diag.Problem
	for _, l := range lists {
		all = append(all, l...)
	}
	return diag.Sort(all)
}
