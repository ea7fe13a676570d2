// Package audit reads the rendered site as a stranger would and clears it.
//
// It takes a render.Output, the Tripwire of the cohorts and their releases, and
// gives a Cleared or problems. Its two main types are Input and Cleared. It
// refuses a page that names a participant, a figure that does not say what was
// released, a number in a figure that no release holds, a link or fragment that
// goes nowhere, an id given twice, an image without alt text, headings out of
// order, a picture that still says who took it and where (metadata.go), and a
// file that cannot be copied to a Windows share (names.go).
//
// A withheld value is not searched for beside its label, as section 6.4 has it:
// it cannot be there. A release holds none, pages are made of releases, and
// each number inside a figure must equal a cell of one (figures.go), and each
// row of a figure's download (downloads.go). What
// remains is a number that an author types, which is warned of beside a
// department (typed.go) and where it tells a released figure (prose.go). No
// stale file is searched, as output replaces the whole tree. Not read are
// the words of a PDF's pages and what a picture shows.
package audit

import (
	"iter"

	"kohort/generator/render"
)

// Cleared is a site that names no participant, whose figures are released, and
// that may be shown. Only Check can
// make one that is not empty.
type Cleared struct{ out render.Output }

// Files gives the files of the site in order of path.
func (c Cleared) Files() iter.Seq[render.File] { return c.out.Files() }

// Len is the number of files.
func (c Cleared) Len() int { return c.out.Len() }
