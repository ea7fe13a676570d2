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
	Handbook   *handbook.Handbook
	Published  disclosure.Published
	Theme      *Theme
	Config     source.Config
	TestSearch bool // try the search tests of site.yaml
	Preview    bool // current data and drafts: every figure says that it is not published
	// Cache is a folder that keeps copies of pictures between builds; empty
	// keeps none.
	Cache string
}

// Render makes every file of the site: for each tree its pages, 404.html, the
// theme's assets and the handbook's. All problems come at once; where there is
// an error among them the Output is not to be used. The error is that of ctx,
// or a workbook that could not be made.
func Render(ctx context.Context, in Input) (Output, []diag.Problem, error) {
	var sites []*site
	var jobs []job
	var files []File
	images, problems, err := readImages(ctx, in)
	if err != nil {
		return Output{}, nil, err
	}
	for _, tree := range in.Handbook.Trees {
		s := newSite(in, images, tree)
		sites = append(sites, s)
		jobs = append(jobs, s.jobs()...)
		files = append(files, s.assets()...)
		more, told, err := s.besides()
		if err != nil {
			return Output{}, nil, err
		}
		files, problems = append(files, more...), append(problems, told...)
	}
	made := make([]rendered, len(jobs))
	err = each(ctx, len(jobs), func(w *worker, i int) (err error) {
		made[i], err = w.run(jobs[i])
		return err
	})
	if err != nil {
		return Output{}, nil, err
	}
	var pages []File // with their downloads
	for _, m := range made {
		pages, problems = append(pages, m.files...), append(problems, m.problems...)
	}
	problems = append(problems, taken(files, pages)...)
	files = append(files, pages...)
	found := indexes(jobs, made)
	for _, x := range found {
		files = append(files, x.files()...)
	}
	if in.TestSearch {
		problems = append(problems, checkSearch(in.Config.SearchTests, found)...)
	}
	printed, told, err := printed(ctx, sites, newFinished(jobs, made))
	if err != nil {
		return Output{}, nil, err
	}
	files, problems = append(files, printed...), append(problems, told...)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return Output{files}, diag.Sort(problems), nil
}

// printed makes the documents to print of all trees.
func printed(ctx context.Context, sites []*site, pages finished) ([]File, []diag.Problem, error) {
	type printJob struct {
		site     *site
		document document
	}
	var jobs []printJob
	for _, s := range sites {
		for _, d := range s.documents {
			jobs = append(jobs, printJob{s, d})
		}
	}
	files, problems := make([]File, len(jobs)), make([][]diag.Problem, len(jobs))
	err := each(ctx, len(jobs), func(_ *worker, i int) error {
		files[i], problems[i] = jobs[i].site.print(jobs[i].document, pages)
		return nil
	})
	return files, slices.Concat(problems...), err
}

// each runs work for 0 to n-1 on all cores and gives the first error, or that
// of ctx.
func each(ctx context.Context, n int, run func(w *worker, i int) error) error {
	var next atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			var w worker
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := run(&w, i); err != nil {
					return err
				}
			}
		})
	}
	return group.Wait()
}

// job is one page to render: a page of the handbook, or 404.html where page is
// nil.
type job struct {
	site    *site
	edition *handbook.Edition
	page    *handbook.Page
}
