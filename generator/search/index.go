package search

import "slices"

// Index is the search index of one edition. Build makes it; it does not change.
type Index struct {
	files  []File
	reader reader
}

// Build indexes the pages of one edition in a language (ja, en). The same pages
// give the same index.
func Build(lang string, pages []Page) *Index {
	all := gather(pages)
	parts := [...]shards{all.gramShards(), all.wordShards(), all.textShards(pages)}
	m := newManifest(lang, all, parts)
	x := &Index{reader: reader{manifest: m, files: make(map[string][]byte)}}
	for _, s := range parts {
		for i, data := range s.data {
			x.files = append(x.files, File{s.name(i), data})
			x.reader.files[s.part(i)] = data
		}
	}
	x.files = append(x.files, File{ManifestName, m.script()})
	return x
}

// Files gives the index's files, the manifest last.
func (x *Index) Files() []File { return slices.Clone(x.files) }
