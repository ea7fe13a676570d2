package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

const pagesFolder = "pages"

// Read reads the handbook in root's folder. The problems are those of the
// author; the error is one of the disk. With problems the Tree holds what
// could be read.
func Read(root *os.Root) (Tree, []diag.Problem, error) {
	config, problems, err := ReadConfig(root)
	if err != nil {
		return Tree{}, nil, err
	}
	tree := Tree{Config: config}
	pages, err := root.OpenRoot(pagesFolder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return tree, append(problems, diag.New("pages-missing", diag.Pos{File: pagesFolder})), nil
	case err != nil:
		if p, ok := linkProblem(pagesFolder, err); ok {
			return tree, append(problems, p), nil
		}
		return Tree{}, nil, fmt.Errorf("open %s: %w", pagesFolder, err)
	}
	defer pages.Close()

	found, more, err := walkPages(pages)
	if err != nil {
		return Tree{}, nil, err
	}
	problems = append(problems, more...)
	found, more = tree.leaveOut(found)
	problems = append(problems, more...)
	problems = append(problems, tree.checkTwice(found)...)
	files, err := readFiles(pages, found)
	if err != nil {
		return Tree{}, nil, err
	}
	for _, f := range files {
		problems = append(problems, f.problems...)
		tree.place(f)
	}
	problems = append(problems, tree.checkLogo()...)
	return tree, diag.Sort(problems), nil
}

// checkLogo tells a logo that is not there, and drops it: every page would link
// to it.
func (t *Tree) checkLogo() []diag.Problem {
	logo, theme := nfc(t.Config.Theme.Logo), &t.Config.Theme
	theme.Logo = logo
	if logo == "" || slices.ContainsFunc(t.Assets, func(a Asset) bool { return a.Path == logo }) {
		return nil
	}
	theme.Logo = ""
	if !fs.ValidPath(logo) {
		return nil // told
	}
	return []diag.Problem{diag.New("site-logo-missing", theme.LogoPos, diag.Slot("path", logo))}
}

// file is one file of pages/, read.
type file struct {
	entry
	page     Page  // of Markdown
	asset    Asset // of all else
	problems []diag.Problem
}

// place puts a file where it belongs. Files come in order of path.
func (t *Tree) place(f file) {
	switch {
	case !f.markdown:
		t.Assets = append(t.Assets, f.asset)
	case f.part:
		t.Parts = append(t.Parts, f.page)
	case t.isNav(f.page.Path):
		t.Navs = append(t.Navs, f.page)
	default:
		t.Pages = append(t.Pages, f.page)
	}
}

var navPattern = regexp.MustCompile(`^nav(?:\.([A-Za-z0-9-]+))?\.md$`)

func (t *Tree) isNav(path string) bool {
	m := navPattern.FindStringSubmatch(path)
	return m != nil && (m[1] == "" || slices.Contains(t.Config.Languages, m[1]))
}

// readFiles reads the files on all cores; the results are in order of path.
func readFiles(pages *os.Root, found []entry) ([]file, error) {
	files := make([]file, len(found))
	errs := make([]error, len(found))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(found)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(found); i = int(next.Add(1)) - 1 {
				files[i], errs[i] = readFile(pages, found[i])
			}
		})
	}
	workers.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	slices.SortStableFunc(files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	return files, nil
}

func readFile(pages *os.Root, e entry) (file, error) {
	data, err := pages.ReadFile(e.name)
	if err != nil {
		return file{}, fmt.Errorf("read %s/%s: %w", pagesFolder, e.name, err)
	}
	f := file{entry: e}
	if e.markdown {
		f.page, f.problems = readPage(e.path, data)
		return f, nil
	}
	if isSVG(e.name) {
		f.problems = checkSVG(pagesFolder+"/"+e.path, data)
	}
	f.asset = Asset{Path: e.path, Data: string(data)}
	return f, nil
}

func nfc(name string) string { return norm.NFC.String(name) }
