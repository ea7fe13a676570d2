package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"sync"
)

// quality of the smaller copies, as the encoder of JPEG counts it.
const quality = 80

// CanShrink says whether Shrink can make a copy of a width: of a photograph or
// a still PNG that is wider.
func (p Picture) CanShrink(width int) bool {
	return p.still && width > 0 && p.Width > width && p.Height > 0
}

// Pixels gives what reads the pixels, as they are stored, the first time that
// they are asked for. They are nil where the file holds none that can be read
// here; a browser may know more.
func (p Picture) Pixels() func() image.Image { return sync.OnceValue(p.decode) }

func (p Picture) decode() image.Image {
	var img image.Image
	var err error
	if p.Kind == JPEG {
		img, err = jpeg.Decode(strings.NewReader(p.Data))
	} else {
		img, err = png.Decode(strings.NewReader(p.Data))
	}
	if err != nil || img.Bounds().Empty() {
		return nil
	}
	return img
}

// Shrink gives a copy of the picture, whose pixels img holds, that is width
// pixels wide as it is shown. It has the colour profile of the picture and is
// turned already. The same picture gives the same bytes on every machine: all
// arithmetic is in whole numbers. Empty where it could not be made.
func (p Picture) Shrink(img image.Image, width int) string {
	if img == nil {
		return ""
	}
	height := max(1, (p.Height*width+p.Width/2)/p.Width)
	stored := image.Pt(width, height)
	if p.orientation > 4 {
		stored = image.Pt(height, width)
	}
	bounds := img.Bounds()
	if bounds.Dx() < stored.X || bounds.Dy() < stored.Y {
		return ""
	}
	small := turn(average(img, stored), p.orientation)
	var b bytes.Buffer
	if p.Kind == JPEG {
		var out image.Image = small
		if _, grey := img.(*image.Gray); grey {
			out = greyOf(small)
		}
		if jpeg.Encode(&b, out, &jpeg.Options{Quality: quality}) != nil {
			return ""
		}
		return "\xff\xd8" + p.profile + b.String()[2:]
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if encoder.Encode(&b, small) != nil {
		return ""
	}
	const header = len(pngSignature) + 25 // with IHDR
	return b.String()[:header] + p.profile + b.String()[header:]
}

func greyOf(img *image.NRGBA) *image.Gray {
	out := image.NewGray(img.Rect)
	for i := range out.Pix {
		out.Pix[i] = img.Pix[4*i]
	}
	return out
}

// turn stores a picture as it is shown (EXIF 2.32, tag 0x0112).
func turn(img *image.NRGBA, orientation int) *image.NRGBA {
	if orientation <= 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation > 4 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewNRGBA(size)
	for y := range h {
		for x := range w {
			var to image.Point
			switch orientation {
			case 2:
				to = image.Pt(w-1-x, y)
			case 3:
				to = image.Pt(w-1-x, h-1-y)
			case 4:
				to = image.Pt(x, h-1-y)
			case 5:
				to = image.Pt(y, x)
			case 6:
				to = image.Pt(h-1-y, x)
			case 7:
				to = image.Pt(h-1-y, w-1-x)
			case 8:
				to = image.Pt(y, w-1-x)
			}
			copy(out.Pix[out.PixOffset(to.X, to.Y):][:4], img.Pix[img.PixOffset(x, y):][:4])
		}
	}
	return out
}
