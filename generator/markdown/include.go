package markdown

import (
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// includeConstruct is another Markdown file in this one's place:
// ::include{file=_shared/contact.md}.
var includeConstruct = construct{
	name: "include", forms: formLeaf, attributes: []string{"file"}, required: []string{"file"},
	block: func(w *writer, d *directive, _ ast.Node) {
		name, _ := d.attr("file")
		if name == "" {
			return // reported
		}
		page, ok := w.findInclude(name)
		if !ok {
			w.report("include-missing", d.offset, d.length, diag.Slot("file", name))
			return
		}
		if page.Path == w.file.page.Path || slices.ContainsFunc(w.including, func(f *file) bool { return f.page.Path == page.Path }) {
			w.report("include-cycle", d.offset, d.length, diag.Slot("file", name))
			return
		}
		if !sameReaders(page.Front, w.file.page.Front) || !sameReaders(w.translated(page).Front, w.file.page.Front) {
			w.report("include-restricted", d.offset, d.length, diag.Slot("file", name))
			return
		}
		w.include(page)
	},
}

// sameReaders says whether a file is for nobody else, and at no other time,
// than the one that includes it; a file that says nothing is for all.
func sameReaders(included, outer source.Front) bool {
	return (!included.Draft || outer.Draft) &&
		(len(included.Audience) == 0 || slices.Equal(included.Audience, outer.Audience)) &&
		(included.PublishFrom.IsZero() || included.PublishFrom == outer.PublishFrom) &&
		(included.Expires.IsZero() || included.Expires == outer.Expires)
}

// findInclude finds a file by its path relative to the one being written, in
// the page's language where there is such a version.
func (w *writer) findInclude(name string) (source.Page, bool) {
	target := path.Join(path.Dir(w.file.page.Path), name)
	find := w.converter.options.Include
	if stem, ok := strings.CutSuffix(target, ".md"); ok && w.lang != "" {
		if page, ok := find(stem + "." + w.lang + ".md"); ok {
			return page, true
		}
	}
	return find(target)
}

// translated is the file that another is a translation of, whose readers and
// dates hold for both; the zero Page where there is none.
func (w *writer) translated(p source.Page) source.Page {
	stem := strings.TrimSuffix(p.Path, ".md")
	lang := path.Ext(stem)
	if lang == "" {
		return source.Page{}
	}
	original, _ := w.converter.options.Include(strings.TrimSuffix(stem, lang) + ".md")
	return original
}

// include writes the blocks of a further file.
func (w *writer) include(page source.Page) {
	outer, base, phrasing := w.file, w.base, w.phrasing
	f := newFile(page, outer.problems)
	f.reads = outer.reads
	root := w.converter.parse(f)
	w.including = append(w.including, outer)
	w.file, w.base, w.phrasing = f, len(w.raw), false
	w.topLevel(root, false)
	w.including = w.including[:len(w.including)-1]
	w.file, w.base, w.phrasing = outer, base, phrasing
}
