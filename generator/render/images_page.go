package render

import (
	"html"
	"path"
	"strconv"
	"strings"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// shownWidth says how wide a page shows a picture, for a browser to choose a
// copy before it has laid the page out: as wide as a column of text, on a home
// page as wide as its contents, and on a phone as wide as its window.
func shownWidth(layout source.Layout) string {
	if layout == source.LayoutHome || layout == source.LayoutLanding {
		return "(min-width: 58rem) 54rem, 100vw"
	}
	return "(min-width: 44rem) 41rem, 100vw"
}

// url writes the value of an attribute, and behind that of an image's src what
// its picture says of it; the quote that ends the last value is the page's own.
func (b *body) url(p *handbook.Part) {
	b.out = append(b.out, html.EscapeString(p.URL))
	if p.Image == nil {
		return
	}
	if shown := b.site.images[p.Image.Asset]; shown != nil {
		if set := shown.sourceSet(p.URL); set != "" {
			b.out = append(b.out, `" srcset="`, html.EscapeString(set), `" sizes="`, shownWidth(layoutOf(b.page)))
		}
		if shown.Width > 0 && shown.Height > 0 && !p.Image.Sized {
			b.out = append(b.out, `" width="`, strconv.Itoa(shown.Width), `" height="`, strconv.Itoa(shown.Height))
		}
	}
	if b.images++; b.images > 1 { // the first is likely what the page opens with
		b.out = append(b.out, `" loading="lazy`)
	}
	b.out = append(b.out, `" decoding="async`)
}

// sourceSet lists the copies of a picture at an address. The picture itself is
// among them unless it has far more pixels than any column shows.
func (i *image) sourceSet(url string) string {
	if len(i.copies) == 0 {
		return ""
	}
	stem := strings.TrimSuffix(url, path.Ext(url))
	var set []string
	for _, c := range i.copies {
		set = append(set, stem+c.tail+" "+strconv.Itoa(c.width)+"w")
	}
	widths := copyWidths()
	if last := widths[len(widths)-1]; i.Width <= last*3/2 || i.copies[len(i.copies)-1].width < last {
		set = append(set, url+" "+strconv.Itoa(i.Width)+"w")
	}
	return strings.Join(set, ", ")
}

// imageFiles are an asset of a tree as it is written: a picture without its
// metadata, and its copies where a page of the tree shows it. One that could not
// be read is empty: that is told, and links to it are no further cause.
func (s *site) imageFiles(a source.Asset, shown bool) []File {
	sources := []string{"pages/" + a.Path}
	i := s.images[a.Path]
	if i == nil {
		return []File{{Path: s.tree.Dir + a.Path, Sources: sources}}
	}
	files := []File{{Path: s.tree.Dir + a.Path, Content: i.Data, Sources: sources}}
	if shown {
		stem := strings.TrimSuffix(a.Path, path.Ext(a.Path))
		for _, c := range i.copies {
			files = append(files, File{Path: s.tree.Dir + stem + c.tail, Content: c.data, Sources: sources})
		}
	}
	return files
}
