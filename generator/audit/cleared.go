// Package audit reads the rendered site as a stranger would and clears it.
//
// It takes a render.Output, the Tripwire of the cohorts and their releases, and
// gives a Cleared or problems. Its two main types are Input and Cleared. It
// refuses a page that names a participant, a figure that does not say what was
// released, a number in a figure that no release holds, a link or fragment that goes nowhere, an id given
// twice, an image without alt text and headings out of order.
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
