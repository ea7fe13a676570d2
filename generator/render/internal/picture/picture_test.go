package picture

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func TestMetadataIsCutOut(t *testing.T) {
	for _, c := range []struct {
		name, data    string
		kind          Kind
		width, height int
	}{
		{"jpeg", withAll(t, 1), JPEG, 60, 40},
		{"jpeg, turned", withAll(t, 6), JPEG, 40, 60},
		{"png, turned", pngWithAll(t), PNG, 40, 60},
		{"gif", gifWithAll(t), GIF, 8, 4},
		{"webp", webpWithAll(), WebP, 60, 40},
		{"avif, turned", avifWithAll(), AVIF, 40, 60},
		{"ico", icoWithAll(t), ICO, 60, 40},
		{"svg", svgWithAll(t), SVG, 60, 40},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := Read(c.data)
			if err != nil {
				t.Fatalf("Read: %v", err)
			}
			if p.Kind != c.kind || p.Width != c.width || p.Height != c.height {
				t.Errorf("got kind %d, %d × %d, want %d, %d × %d", p.Kind, p.Width, p.Height, c.kind, c.width, c.height)
			}
			if strings.Contains(p.Data, secret) {
				t.Errorf("the metadata is still there:\n%q", p.Data)
			}
			for _, m := range regexp.MustCompile(`base64,([^"]+)`).FindAllStringSubmatch(p.Data, -1) {
				if inner, err := base64.StdEncoding.DecodeString(m[1]); err != nil || strings.Contains(string(inner), secret) {
					t.Errorf("an embedded picture keeps its metadata (%v)", err)
				}
			}
			again, err := Read(p.Data)
			if err != nil || again.Data != p.Data || again.Width != p.Width || again.Height != p.Height {
				t.Errorf("reading it again gives something else: %v", err)
			}
		})
	}
}

func TestPixelsStayAsTheyAre(t *testing.T) {
	for name, c := range map[string]struct {
		plain, full string
		decode      func(io.Reader) (image.Image, error)
	}{
		"jpeg": {jpegOf(t, 60, 40), withAll(t, 6), jpeg.Decode},
		"png":  {pngOf(t, 60, 40), pngWithAll(t), png.Decode},
	} {
		p, err := Read(c.full)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err1 := c.decode(strings.NewReader(p.Data))
		want, err2 := c.decode(strings.NewReader(c.plain))
		if err1 != nil || err2 != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: other pixels (%v, %v)", name, err1, err2)
		}
		if q, _ := Read(c.plain); q.Data != c.plain {
			t.Errorf("%s: a file without metadata changed", name)
		}
	}
	p, err := Read(gifWithAll(t))
	if err != nil {
		t.Fatal(err)
	}
	if g, err := gif.DecodeAll(strings.NewReader(p.Data)); err != nil || len(g.Image) != 2 || g.LoopCount != 0 {
		t.Errorf("gif: %v: its frames are lost", err)
	}
}

func TestWhatDecodingNeedsStays(t *testing.T) {
	p, _ := Read(withAll(t, 6))
	if !strings.Contains(p.Data, "ICC_PROFILE\x00\x01\x01profile") || !strings.Contains(p.Data, exifHead+tiffOf(6)) {
		t.Errorf("the profile or the orientation is lost: %q", p.Data[:200])
	}
	if p, _ := Read(pngWithAll(t)); !strings.Contains(p.Data, "gAMA") {
		t.Error("the gamma is lost")
	}
	if p, _ := Read(webpWithAll()); p.Data[20] != 0x20 {
		t.Errorf("flags %x, want the profile's alone", p.Data[20])
	}
	if p, _ := Read(svgWithAll(t)); !strings.Contains(p.Data, `<title>Kept</title>`) || !strings.Contains(p.Data, `<path d="M0 0"/><text title='sodipodi:x="kept"'>言葉</text>`) {
		t.Errorf("got\n%s", p.Data)
	}
	for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
		for o := range 10 {
			want := o
			if o < 1 || o > 8 {
				want = 1
			}
			if got := orientationOf(exif(order, uint16(o))); got != want {
				t.Errorf("orientation %d in %v: got %d", o, order, got)
			}
		}
	}
}

func TestSizesOfDrawings(t *testing.T) {
	for attributes, want := range map[string][2]int{
		`width="10" height="5"`:                   {10, 5},
		`width="1in" height="12pt"`:               {96, 16},
		`viewBox="0 0 640 260"`:                   {640, 260},
		`width="100%" viewBox="0,0,64,32"`:        {64, 32},
		`height="10" viewBox="0 0 30 20"`:         {15, 10},
		`width="10"`:                              {0, 0},
		`width="NaN" height="1e99"`:               {0, 0},
		`width="-1" height="5" viewBox="0 0 0 0"`: {0, 0},
	} {
		p, err := Read(`<svg xmlns="http://www.w3.org/2000/svg" ` + attributes + `/>`)
		if got := [2]int{p.Width, p.Height}; err != nil || got != want {
			t.Errorf("%s: got %v (%v), want %v", attributes, got, err, want)
		}
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	tall := pngSignature + pngChunk("IHDR", "\x00\x01\x00\x00\x00\x01\x00\x00\x08\x02\x00\x00\x00") + pngChunk("IEND", "")
	whole := jpegOf(t, 60, 40)
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty":              {"", ErrUnknown},
		"text":               {"not a picture", ErrUnknown},
		"a page":             {"<!doctype html><title>x</title>", ErrUnknown},
		"heic":               {bmff("ftyp", "heic\x00\x00\x00\x00mif1heic") + bmff("mdat", "x"), ErrPhone},
		"film":               {bmff("ftyp", "isom\x00\x00\x00\x00mp42"), ErrUnknown},
		"bomb":               {tall, ErrTooLarge},
		"jpeg cut in header": {whole[:30], ErrBroken},
		"png cut":            {pngOf(t, 9, 9)[:50], ErrBroken},
		"webp cut":           {webpWithAll()[:40], ErrBroken},
		"gif cut in header":  {"GIF89a\x01", ErrBroken},
		"svg cut":            {"<svg ", ErrBroken},
		"ico of nothing":     {"\x00\x00\x01\x00\x00\x00", ErrBroken},
	} {
		if _, err := Read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
	if p, err := Read(whole[:len(whole)-20]); err != nil || !strings.HasSuffix(p.Data, "\xff\xd9") {
		t.Errorf("a photograph whose end is cut off is shown by browsers, and refused here: %v", err)
	}
}

// FuzzRead holds that no file makes reading fail otherwise than by its error,
// and that what is given out is read again as the same.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{withAll(f, 6), pngWithAll(f), gifWithAll(f), webpWithAll(), avifWithAll(), icoWithAll(f), svgWithAll(f)} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Read(string(data))
		if err != nil {
			return
		}
		again, err := Read(p.Data)
		if err != nil {
			t.Fatalf("what was read is refused: %v", err)
		}
		if again.Data != p.Data {
			t.Fatalf("read again, it differs:\n%q\n%q", p.Data, again.Data)
		}
	})
}
