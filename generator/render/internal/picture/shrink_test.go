package picture

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// quarters gives the colours in the middle of each quarter, and the size.
func quarters(t *testing.T, data string) (size image.Point, colours [4]color.NRGBA) {
	t.Helper()
	p, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	img := p.Pixels()()
	size = img.Bounds().Size()
	for i, at := range []image.Point{{size.X / 4, size.Y / 4}, {size.X * 3 / 4, size.Y / 4}, {size.X / 4, size.Y * 3 / 4}} {
		colours[i] = color.NRGBAModel.Convert(img.At(at.X, at.Y)).(color.NRGBA)
	}
	return size, colours
}

func near(a, b color.NRGBA) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) < 24 }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B) && d(a.A, b.A)
}

func TestCopiesAreSmallerAndTurned(t *testing.T) {
	red, green, blue := color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 255, 0, 255}, color.NRGBA{0, 0, 255, 255}
	for name, c := range map[string]struct {
		data string
		size image.Point
		// top left, top right, bottom left; zero: any
		want [3]color.NRGBA
	}{
		"jpeg":        {withAll(t, 1), image.Pt(24, 16), [3]color.NRGBA{red, green, blue}},
		"jpeg, right": {withAll(t, 6), image.Pt(24, 36), [3]color.NRGBA{blue, red, {}}},
		"jpeg, left":  {withAll(t, 8), image.Pt(24, 36), [3]color.NRGBA{green, {}, red}},
		"jpeg, over":  {withAll(t, 3), image.Pt(24, 16), [3]color.NRGBA{{}, blue, green}},
		"png, right":  {pngWithAll(t), image.Pt(24, 36), [3]color.NRGBA{blue, red, {}}},
	} {
		p, err := Read(c.data)
		if err != nil {
			t.Fatal(err)
		}
		small := p.Shrink(p.Pixels()(), 24)
		size, got := quarters(t, small)
		if size != c.size {
			t.Errorf("%s: got %v, want %v", name, size, c.size)
		}
		for i, want := range c.want {
			if want.A > 0 && !near(got[i], want) {
				t.Errorf("%s: quarter %d is %v, want %v", name, i, got[i], want)
			}
		}
		if q, err := Read(small); err != nil || q.Data != small || q.orientation != 1 {
			t.Errorf("%s: the copy has metadata or is turned twice (%v)", name, err)
		}
		if profile := p.profile; profile == "" || !strings.Contains(small, profile) {
			t.Errorf("%s: the colour profile is lost", name)
		}
	}
}

// TestMeanIsOfLight holds a copy of black and white lines against the grey
// that gives as much light.
func TestMeanIsOfLight(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 90, 90))
	for i := range 90 * 90 {
		v := uint8(255 * (i % 2))
		copy(img.Pix[4*i:], []uint8{v, v, v, 255})
	}
	got := average(img, image.Pt(45, 30)).NRGBAAt(14, 20)
	if !near(got, color.NRGBA{188, 188, 188, 255}) {
		t.Errorf("got %v, want about 188", got)
	}
	for i := range 90 * 90 { // a red that only half of the pixels have
		copy(img.Pix[4*i:], []uint8{255, 0, 0, uint8(255 * (i % 2))})
	}
	if got := average(img, image.Pt(45, 45)).NRGBAAt(14, 20); !near(got, color.NRGBA{255, 0, 0, 128}) {
		t.Errorf("got %v, want red, half transparent", got)
	}
}

func TestCacheTellsWhatItIsGiven(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "pictures")
	c, p := CacheIn(folder), Picture{Data: "a"}
	if _, ok := c.Get(p, 480); ok {
		t.Error("an empty cache gave a copy")
	}
	c.Put(p, 480, "copy")
	c.Put(p, 960, "")
	if got, ok := c.Get(p, 480); !ok || got != "copy" {
		t.Errorf("got %q, %v", got, ok)
	}
	if got, ok := c.Get(p, 960); !ok || got != "" {
		t.Errorf("none worth having: got %q, %v", got, ok)
	}
	if _, ok := c.Get(Picture{Data: "b"}, 480); ok {
		t.Error("another picture got the copy")
	}
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != 2 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	for _, n := range names { // a disk that errs, or somebody's hand
		name := filepath.Join(folder, n.Name())
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(whole, 'x'), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got, ok := c.Get(p, 480); ok {
		t.Errorf("what does not match its hash was given: %q", got)
	}
	c.trim(0)
	if names, _ := os.ReadDir(folder); len(names) != 0 {
		t.Errorf("%d files are left beyond the limit", len(names))
	}
	none := CacheIn("")
	none.Put(p, 480, "copy")
	none.Trim()
	if _, ok := none.Get(p, 480); ok {
		t.Error("no cache gave a copy")
	}
}
