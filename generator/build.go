package generator

import (
	"context"
	"path/filepath"

	"kohort/generator/diag"
	"kohort/generator/output"
	"kohort/generator/source"
)

// Summary is what a build did.
type Summary struct {
	Pages         int // Markdown files
	Files         int // written
	Bytes         int
	Removed       int  // files of the earlier site that are no more
	Written       bool // false where a problem stopped it
	WithoutRoster bool // nobody's name was searched for
	// Line gives a line of the handbook for the excerpt below a problem, with
	// every participant blotted out.
	Line func(file string, line int) (string, bool)
}

// Build writes the site to o.Output, unless a problem stops it; then the
// folder stays as it was.
func Build(ctx context.Context, o Options) (Summary, []diag.Problem, error) {
	made, problems, err := o.make(ctx, o.released, building)
	summary := Summary{Pages: made.pages, WithoutRoster: o.WithoutRoster, Line: made.line}
	if err != nil || diag.Stops(problems, o.Strict) {
		return summary, problems, err
	}
	o.begin(Writing)
	options := o.folders(made.config)
	options.Head, options.Chain = made.chain.Head, made.chain.Hashes
	written, more, err := output.Write(ctx, o.Output, made.cleared, options)
	problems = sorted(problems, more)
	if err != nil || diag.Stops(more, false) {
		return summary, problems, err
	}
	summary.Files, summary.Bytes, summary.Removed = written.Files, int(written.Bytes), written.Removed
	summary.Written = true
	return summary, problems, nil
}

// folders are those that the site must not be or hold, and those that it must
// not lie in.
func (o Options) folders(c source.Config) output.Options {
	handbooks := []string{o.Source}
	if place, _ := o.place(c); place.Data != "" {
		handbooks = append(handbooks, place.Data)
	}
	options := output.Options{Keep: handbooks}
	for _, folder := range handbooks {
		for _, name := range []string{"pages", "cohorts", "private", "theme"} {
			options.Closed = append(options.Closed, filepath.Join(folder, name))
		}
	}
	return options
}

// Check finds all problems and writes nothing. With external, it also asks for
// every link that leaves the site.
func Check(ctx context.Context, o Options, external *External) (Summary, []diag.Problem, error) {
	made, problems, err := o.make(ctx, o.released, checking)
	if err == nil && external != nil {
		o.begin(CheckingExternal)
		problems = sorted(problems, external.Check(ctx, made.external))
	}
	return Summary{Pages: made.pages, Files: made.cleared.Len(), WithoutRoster: o.WithoutRoster, Line: made.line}, problems, err
}
