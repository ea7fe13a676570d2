package render

import (
	"bytes"
	"context"
	"image/color"
	"image/png"
	"slices"
	"testing"

	stdimage "image"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// pictured is a handbook of one page that shows its pictures.
func pictured(assets ...source.Asset) Input {
	page := &handbook.Page{URL: "index.html"}
	for _, a := range assets {
		page.Parts = append(page.Parts, handbook.Part{URL: a.Path, Image: &handbook.Image{Asset: a.Path}})
	}
	tree := &handbook.Tree{Assets: assets, Editions: []*handbook.Edition{{Pages: []*handbook.Page{page}}}}
	return Input{Handbook: &handbook.Handbook{Trees: []*handbook.Tree{tree}}}
}

func TestPicturesThatAreNoneAreProblems(t *testing.T) {
	_, problems, err := readImages(context.Background(), pictured(
		source.Asset{Path: "a.jpg", Data: "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"},
		source.Asset{Path: "b.PNG", Data: "not a picture"},
		source.Asset{Path: "c.jpg", Data: "\xff\xd8\xff\xe0\x00\x10JFIF"},
		source.Asset{Path: "d.gif", Data: "GIF89a\xff\xff\xff\xff\x00\x00\x00;"},
		source.Asset{Path: "e.pdf", Data: "not a picture, and not named like one"}))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"image-broken pages/c.jpg", "image-heic pages/a.jpg", "image-too-large pages/d.gif", "image-unknown pages/b.PNG"}
	if got := problemIDs(problems); !slices.Equal(got, want) {
		t.Errorf("problems: got %v, want %v", got, want)
	}
}

// TestCopiesThatAreNoSmallerAreLeftOut holds that a drawing that compresses to
// next to nothing is not offered in copies that weigh more.
func TestCopiesThatAreNoSmallerAreLeftOut(t *testing.T) {
	drawing := stdimage.NewPaletted(stdimage.Rect(0, 0, 2000, 1000), color.Palette{color.White, color.Black})
	for i := range 2000 {
		drawing.Set(i, i/2, color.Black)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, drawing); err != nil {
		t.Fatal(err)
	}
	found, problems, err := readImages(context.Background(), pictured(source.Asset{Path: "a.png", Data: b.String()}))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for _, c := range found["a.png"].copies {
		if len(c.data) >= b.Len() {
			t.Errorf("a copy of %d pixels weighs %d bytes, the drawing %d", c.width, len(c.data), b.Len())
		}
	}
	if set := found["a.png"].sourceSet("x/a.png"); len(found["a.png"].copies) == 0 && set != "" {
		t.Errorf("got %q for a picture without copies", set)
	}
}
