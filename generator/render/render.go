package render

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/handbook"
	"kohort/generator/source"
)

// Input is what a site is rendered from.
type Input struct {
	Handbook  *handbook.Handbook
	Published disclosure.Published
	Theme     *Theme
	Config    source.Config
	Preview   bool // current data and drafts: every figure says that it is not published
}

// Render makes every file of the site: for each tree its pages, 404.html, the
// theme's assets and the handbook's. All problems come at once; where there is
// an error among them the Output is not to be used. The error is that of ctx,
// or a workbook that could not be made.
func Render(ctx context.Context, in Input) (Output, []diag.Problem, error) {
	var jobs []job
	var files []File
	for _, tree := range in.Handbook.Trees {
		s := newSite(in, tree)
		jobs = append(jobs, s.jobs()...)
		files = append(files, s.assets()...)
	}
	pages := make([][]File, len(jobs)) // with their downloads
	problems := make([][]diag.Problem, len(jobs))
	var next atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			var w worker
			for {
				i := int(next.Add(1)) - 1
				if i >= len(jobs) {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				var err error
				if pages[i], problems[i], err = w.run(jobs[i]); err != nil {
					return err
				}
			}
		})
	}
	if err := group.Wait(); err != nil {
		return Output{}, nil, err
	}
	made := slices.Concat(pages...)
	problems = append(problems, taken(files, made))
	files = append(files, made...)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return Output{files}, diag.Sort(slices.Concat(problems...)), nil
}

// job is one page to render: a page of the handbook, or 404.html where page is
// nil.
type job struct {
	site    *site
	edition *handbook.Edition
	page    *handbook.Page
}
