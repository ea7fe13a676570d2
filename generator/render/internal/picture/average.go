package picture

import (
	"image"
	"image/color"
	"math"
)

// average makes a smaller picture. Each of its pixels is the mean of the area
// that it covers, of light and not of the numbers that stand for it: a mean of
// those would darken fine lines.
func average(img image.Image, size image.Point) *image.NRGBA {
	bounds := img.Bounds()
	w, h := bounds.Dx(), bounds.Dy()
	out := image.NewNRGBA(image.Rectangle{Max: size})
	across := make([]uint32, 4*size.X) // one row of the picture, made narrow
	sum := make([]uint64, 4*size.X)    // rows that make up one of the copy
	row := make([]uint16, 4*w)
	light := lights()
	next, room := 0, uint64(h) // the row of the copy, and how much of it is still to come
	for y := range h {
		readRow(img, bounds.Min.Y+y, row, light)
		narrow(row, across, w, size.X)
		for left := uint64(size.Y); left > 0; {
			part := min(left, room)
			for i, v := range across {
				sum[i] += uint64(v) * part
			}
			left -= part
			if room -= part; room == 0 {
				writeRow(out.Pix[next*out.Stride:][:4*size.X], sum, uint64(h), light)
				clear(sum)
				next, room = next+1, uint64(h)
			}
		}
	}
	return out
}

// narrow averages a row of w pixels to one of n.
func narrow(row []uint16, out []uint32, w, n int) {
	var r, g, b, a uint64
	x, room := 0, uint64(w)
	for i := 0; i < 4*w; i += 4 {
		for left := uint64(n); left > 0; {
			part := min(left, room)
			r += uint64(row[i]) * part
			g += uint64(row[i+1]) * part
			b += uint64(row[i+2]) * part
			a += uint64(row[i+3]) * part
			left -= part
			if room -= part; room == 0 {
				out[x], out[x+1], out[x+2], out[x+3] = uint32(r/uint64(w)), uint32(g/uint64(w)), uint32(b/uint64(w)), uint32(a/uint64(w))
				x, room = x+4, uint64(w)
				r, g, b, a = 0, 0, 0, 0
			}
		}
	}
}

// readRow gives a row's pixels as light, weighed by how opaque they are.
func readRow(img image.Image, y int, row []uint16, light *[256]uint16) {
	bounds := img.Bounds()
	i := 0
	for x := bounds.Min.X; x < bounds.Max.X; x++ {
		var c color.NRGBA
		switch img := img.(type) {
		case *image.YCbCr:
			at, chroma := img.YOffset(x, y), img.COffset(x, y)
			c.R, c.G, c.B = color.YCbCrToRGB(img.Y[at], img.Cb[chroma], img.Cr[chroma])
			c.A = 255
		case *image.NRGBA:
			c = img.NRGBAAt(x, y)
		case *image.RGBA: // of an opaque PNG
			at := img.PixOffset(x, y)
			c = color.NRGBA{img.Pix[at], img.Pix[at+1], img.Pix[at+2], img.Pix[at+3]}
		default:
			c = color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
		}
		if c.A == 255 {
			row[i], row[i+1], row[i+2], row[i+3] = light[c.R], light[c.G], light[c.B], math.MaxUint16
		} else {
			a := uint32(c.A) * 257
			for j, v := range [...]uint8{c.R, c.G, c.B} {
				row[i+j] = uint16(uint32(light[v]) * a / math.MaxUint16)
			}
			row[i+3] = uint16(a)
		}
		i += 4
	}
}

// writeRow turns sums of light back into colours.
func writeRow(pix []uint8, sum []uint64, height uint64, light *[256]uint16) {
	for i := 0; i < len(pix); i += 4 {
		alpha := sum[i+3] / height
		if alpha == 0 {
			continue
		}
		for j := range 3 {
			pix[i+j] = nearest(light, uint16(min(sum[i+j]/height*math.MaxUint16/alpha, math.MaxUint16)))
		}
		pix[i+3] = uint8((alpha + 128) / 257)
	}
}

// nearest is the colour number whose light comes nearest to v.
func nearest(light *[256]uint16, v uint16) uint8 {
	low, high := 0, 255
	for low < high {
		if mid := (low + high) / 2; light[mid] < v {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low > 0 && v-light[low-1] < light[low]-v {
		low--
	}
	return uint8(low)
}

// lights is the light that a colour number stands for (IEC 61966-2-1). The
// colours of phones and screens, whatever their primaries, go by this curve or
// nearly so.
func lights() *[256]uint16 {
	var table [256]uint16
	for i := range table {
		v := float64(i) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow(float64(v+0.055)/1.055, 2.4)
		}
		table[i] = uint16(math.Round(float64(v * math.MaxUint16)))
	}
	return &table
}
