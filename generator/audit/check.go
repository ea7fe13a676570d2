package audit

import (
	"context"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/internal/workers"
	"kohort/generator/render"
)

// Input is what an audit reads.
type Input struct {
	Output   render.Output
	Tripwire disclosure.Tripwire
	// Published is what every figure of the pages is held against, and Marks
	// the words of the neutral mark, one a language.
	Published disclosure.Published
	Marks     []string
	// Targets are what the handbook's guidelines aim at, by the key that stands
	// in a data-target; see handbook.Handbook.Targets.
	Targets map[string]string
	// Prose says what a page's words are about, by its path in the output. A
	// page that is not in it tells of no cohort.
	Prose    map[string]Prose
	Contacts []string // the only e-mail addresses that may stand in the site, where there are any
	// Read gives the text of a file of the handbook by its path from the
	// handbook's folder, to find the line a finding comes from.
	Read func(file string) (string, bool)
	// Common are the files of the handbook whose words may stand on any page:
	// its settings, its reading orders and its theme.
	Common []string
	// Known holds, by page of the output, the links that the handbook has
	// already reported as leading nowhere; see handbook.Handbook.Broken.
	Known map[string][]string
}

// Check reads every file of the output once. The Cleared is empty where the
// site names a participant, a figure differs from what was released or the
// context ends: what is in it is safe to show. Other errors among the problems do not empty it; they stop a build.
// No message says a participant's name.
func Check(ctx context.Context, in Input) (Cleared, []diag.Problem) {
	files := slices.Collect(in.Output.Files())
	a := &auditor{files: files, scan: in.Tripwire.Scan, read: in.Read, common: in.Common, known: in.Known, contacts: in.Contacts, prose: in.Prose, released: factsOf(in.Published, in.Targets, in.Marks)}
	problems, clean := a.check(ctx)
	if !clean || ctx.Err() != nil {
		return Cleared{}, problems
	}
	return Cleared{out: in.Output}, problems
}

// auditor checks a list of files.
type auditor struct {
	files  []render.File
	scan   scanFunc
	read   func(file string) (string, bool)
	common []string
	known  map[string][]string
	prose  map[string]Prose

	contacts []string
	released *released
}

// heard is what reading one file gave. Of participants it keeps what was
// matched, to find it again in the sources; that never leaves this package.
type heard struct {
	page  *page
	names []string // folded matches in the content
	inOwn []string // folded matches in the path

	addresses []finding // e-mail addresses that are not listed
	download  []finding // rows of a file of figures that no release holds
}

func (a *auditor) check(ctx context.Context) (problems []diag.Problem, clean bool) {
	heards := make([]heard, len(a.files))
	parallel(len(a.files), func() func(int) {
		var r reader
		return func(i int) {
			if ctx.Err() == nil {
				heards[i] = a.hear(&r, a.files[i])
			}
		}
	})
	leaks := a.leaks(heards)
	problems = slices.Concat(onePerLine(a.breaches(heards)), leaks, a.checkNames(), a.describedFiles())
	wrong := slices.ContainsFunc(heards, func(h heard) bool { return h.page != nil && h.page.wrong || len(h.download) > 0 })
	return diag.Sort(maskProblems(a.scan, problems)), len(leaks) == 0 && !wrong
}

// hear reads one file.
func (a *auditor) hear(r *reader, f render.File) heard {
	var h heard
	if ext := path.Ext(f.Path); ext == ".html" {
		h.page = newPage(f.Path, a.released)
		if of, ok := a.prose[f.Path]; ok {
			h.page.prose = &prose{of: of}
		}
	}
	for _, p := range r.words(f.Path, f.Content, h.page) {
		if p.text != "" {
			h.names = a.names(h.names, p.text, p.kind)
		}
		if p.blocks {
			h.names = a.overBlocks(r, h.names, p.text)
		}
		if p.kind == disclosure.Prose {
			if plain := decodeBase64(p.text); plain != "" {
				h.names = a.names(h.names, plain, p.kind)
			}
			h.addresses = a.unlisted(h.addresses, p.text)
		}
	}
	h.names = inGrams(f.Path, h.names)
	h.download = a.download(f)
	h.inOwn = a.names(nil, f.Path, disclosure.Prose)
	if strings.Contains(f.Path, "%") {
		h.inOwn = a.names(h.inOwn, unescapePercent(f.Path), disclosure.Prose)
	}
	return h
}

// names appends what the tripwire finds in a text, folded, each once.
func (a *auditor) names(names []string, text string, kind disclosure.TextKind) []string {
	for _, m := range a.scan(text, kind) {
		names = addName(names, text[m.Start:m.End])
	}
	return names
}

func addName(names []string, match string) []string {
	if name := foldName(match); !slices.Contains(names, name) {
		return append(names, name)
	}
	return names
}

// breaches checks the rules that need all pages, and places all findings.
func (a *auditor) breaches(heards []heard) []diag.Problem {
	t := tree{pages: make(map[string]*page), files: make(map[string]bool, len(a.files))}
	for i, f := range a.files {
		t.files[f.Path] = true
		if p := heards[i].page; p != nil {
			t.pages[f.Path] = p
		}
	}
	found := make([][]finding, len(a.files))
	parallel(len(a.files), func() func(int) {
		folder, seen := "", make(map[string]string)
		return func(i int) {
			found[i] = slices.Concat(heards[i].addresses, heards[i].download)
			p := heards[i].page
			if p == nil {
				return
			}
			if dir := path.Dir(p.path); dir != folder {
				folder, seen = dir, make(map[string]string)
			}
			found[i] = slices.Concat(found[i], p.findings, t.checkLinks(p, a.known[p.path], seen))
		}
	})
	return a.place(found)
}

// parallel calls f for 0 to n-1 on all cores; start makes the f of each.
// Neighbours go to one core, as pages of one folder share their links.
func parallel(n int, start func() func(int)) {
	const run = 16
	var next atomic.Int64
	var wait workers.Group
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			f := start()
			for {
				from := int(next.Add(run)) - run
				if from >= n {
					return
				}
				for i := from; i < min(n, from+run); i++ {
					f(i)
				}
			}
		})
	}
	wait.Wait()
}
