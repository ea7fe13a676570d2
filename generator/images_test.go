package generator_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kohort/generator"
	"kohort/generator/internal/sitetest"
)

// secretPlace stands in the metadata of the photographs of these tests.
const secretPlace = "Tokyo 35.6812 N"

// photograph is a JPEG file of a camera held upright: stored lying, with
// metadata. The seed makes it another.
func photograph(t testing.TB, width, height, seed int) string {
	t.Helper()
	img := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	for i := range img.Y {
		x, y := i%img.YStride, i/img.YStride
		img.Y[i] = uint8((x*x/97 + y*y/53 + seed*x*y/997) % 251) // a grain that does not compress to nothing
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = 120, uint8(100+i%50)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 92}); err != nil {
		t.Fatal(err)
	}
	const exif = "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00" + secretPlace
	return b.String()[:2] + "\xff\xe1\x00" + string(rune(len(exif)+2)) + exif + b.String()[2:]
}

const picturesSite = `
-- site.yaml --
title: 手引き
languages: [ja]
theme: {logo: images/drawing.svg}
-- pages/index.md --
# 手引き

![集合写真](<images/キック オフ,1.jpg>)

本文。 ![図](images/drawing.svg) <img src="images/キック オフ,1.jpg" alt="小さい写真" width="120"> [原寸](<images/キック オフ,1.jpg>)
-- pages/images/drawing.svg --
<!-- Tokyo 35.6812 N --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 260"><title>図</title></svg>
`

// TestPicturesAreShownAtEverySize holds what a reader's browser gets of a
// photograph: its size before it is loaded, copies to choose from, turned as
// the camera was held, and nothing that says where it was taken.
func TestPicturesAreShownAtEverySize(t *testing.T) {
	folder, cache := t.TempDir(), t.TempDir()
	sitetest.Write(t, folder, picturesSite)
	writeFile(t, filepath.Join(folder, "pages", "images", "キック オフ,1.jpg"), photograph(t, 1300, 800, 1))
	keep := func(o *generator.Options) { o.Cache = cache }
	site := sitetest.BuildFolder(t, folder, keep)
	if !site.Summary.Written {
		t.Fatal(site.Text())
	}
	const name = "images/%E3%82%AD%E3%83%83%E3%82%AF%20%E3%82%AA%E3%83%95%2C1"
	page := regexp.MustCompile(`\.[0-9a-f]{8}\.jpg`).ReplaceAllString(site.Files["index.html"], ".HASH.jpg")
	for _, want := range []string{
		`<img src="` + name + `.jpg" srcset="` + name + `-480.HASH.jpg 480w, ` + name + `.jpg 800w" sizes="(min-width: 58rem) 54rem, 100vw" width="800" height="1300" decoding="async" alt="集合写真">`,
		`<img src="images/drawing.svg" width="640" height="260" loading="lazy" decoding="async" alt="図">`,
		` loading="lazy" decoding="async" alt="小さい写真" width="120">`,
		`<img src="images/drawing.svg" alt="" height="28" width="68">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks\n%s\n\n%s", want, page)
		}
	}
	copies := 0
	for file, content := range site.Files {
		if strings.Contains(content, secretPlace) {
			t.Errorf("%s says where the photograph was taken", file)
		}
		if strings.Contains(file, "-480.") {
			copies++
			c, err := jpeg.DecodeConfig(strings.NewReader(content))
			if err != nil || c.Width != 480 || c.Height != 780 {
				t.Errorf("%s: %d × %d (%v)", file, c.Width, c.Height, err)
			}
		}
	}
	if copies != 1 {
		t.Errorf("%d copies, want 1", copies)
	}
	kept, err := os.ReadDir(cache)
	if err != nil || len(kept) == 0 {
		t.Errorf("nothing was kept for the next build (%v)", err)
	}
	for _, change := range []func(*generator.Options){keep, func(*generator.Options) {}} {
		if again := sitetest.BuildFolder(t, folder, change); !maps.Equal(again.Files, site.Files) {
			t.Error("the next build gives other bytes, with the cache or without")
		}
	}
}
