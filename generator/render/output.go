package render

import "iter"

// Output is the rendered site, not yet cleared. Only this package can make
// one that is not empty.
type Output struct{ files []File }

// File is one file of the site.
type File struct {
	Path    string // slash path from the output's root
	Content string
	Sources []string // the files of the handbook it was made of, for problems
}

// Files gives the files in order of path.
func (o Output) Files() iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, f := range o.files {
			if !yield(f) {
				return
			}
		}
	}
}

// Len is the number of files.
func (o Output) Len() int { return len(o.files) }
