package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// secret stands in every piece that must go, and nowhere else.
const secret = "Tokyo 35.6812 N, Takanashi"

// photo is an image whose four quarters differ, so that a turn shows.
func photo(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{uint8(x * 7), uint8(y * 5), uint8(x ^ y), 255}
			switch {
			case x < w/2 && y < h/2:
				c = color.NRGBA{255, 0, 0, 255}
			case y < h/2:
				c = color.NRGBA{0, 255, 0, 255}
			case x < w/2:
				c = color.NRGBA{0, 0, 255, 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func jpegOf(t testing.TB, w, h int) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, photo(w, h), nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func pngOf(t testing.TB, w, h int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, photo(w, h)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// segment is one of a JPEG file.
func segment(marker byte, body string) string {
	return string([]byte{0xff, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)}) + body
}

// exif is a TIFF structure as a camera writes it: how the picture is turned,
// and where it was taken.
func exif(order binary.AppendByteOrder, orientation uint16) string {
	b := []byte("MM")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		b = []byte("II")
	}
	b = order.AppendUint16(b, 42)
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	for _, entry := range [][4]uint32{{0x0112, 3, 1, 0}, {0x8825, 4, 1, 100}} {
		b = order.AppendUint16(b, uint16(entry[0]))
		b = order.AppendUint16(b, uint16(entry[1]))
		b = order.AppendUint32(b, entry[2])
		if entry[0] == 0x0112 {
			b = order.AppendUint16(b, orientation)
			b = order.AppendUint16(b, 0)
		} else {
			b = order.AppendUint32(b, entry[3])
		}
	}
	return string(b) + secret
}

// withAll is a JPEG file with all that cameras and programs put into one.
func withAll(t testing.TB, orientation uint16) string {
	plain := jpegOf(t, 60, 40)
	return plain[:2] +
		segment(0xe0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x01abc") +
		segment(0xe1, "Exif\x00\x00"+exif(binary.LittleEndian, orientation)) +
		segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+secret) +
		segment(0xe2, "ICC_PROFILE\x00\x01\x01profile") +
		segment(0xe2, "MPF\x00"+secret) +
		segment(0xed, "Photoshop 3.0\x00"+secret) +
		segment(0xeb, "JP\x00\x01jumb c2pa"+secret) +
		segment(0xfe, secret) +
		plain[2:] + "\xff\xd8" + secret
}

func pngWithAll(t testing.TB) string {
	plain := pngOf(t, 60, 40)
	const header = len(pngSignature) + 25
	return plain[:header] + pngChunk("tEXt", "Author\x00"+secret) + pngChunk("eXIf", exif(binary.BigEndian, 6)) + pngChunk("gAMA", "\x00\x00\xb1\x8f") +
		pngChunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00"+secret) + pngChunk("tIME", "\x07\xe9\x04\x01\x09\x00\x00") + pngChunk("caBX", secret) +
		plain[header:] + secret
}

func gifWithAll(t testing.TB) string {
	frame := func() *image.Paletted {
		return image.NewPaletted(image.Rect(0, 0, 8, 4), color.Palette{color.Black, color.White})
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame(), frame()}, Delay: []int{10, 10}}); err != nil {
		t.Fatal(err)
	}
	plain := b.String()
	start := 13 + colourTable(plain[10])
	block := func(label byte, body string) string { return "\x21" + string([]byte{label}) + body + "\x00" }
	sub := func(s string) string { return string([]byte{byte(len(s))}) + s }
	return plain[:start] + block(0xfe, sub(secret)) + block(0xff, sub("XMP DataXMP")+sub(secret)) + plain[start:] + secret
}

// webpFile is a WebP file of the chunks.
func webpFile(chunks ...webpChunk) string {
	var b strings.Builder
	for _, c := range chunks {
		c.write(&b)
	}
	return "RIFF" + le32Bytes(4+b.Len()) + "WEBP" + b.String()
}

func webpWithAll() string {
	return webpFile(webpChunk{"VP8X", "\x2c\x00\x00\x00\x3b\x00\x00\x27\x00\x00"}, webpChunk{"ICCP", "profile"}, webpChunk{"VP8 ", "pixel"},
		webpChunk{"EXIF", exif(binary.LittleEndian, 6)}, webpChunk{"XMP ", secret}, webpChunk{"C2PA", secret}) + secret
}

func bmff(kind string, parts ...string) string {
	body := strings.Join(parts, "")
	return string(binary.BigEndian.AppendUint32(nil, uint32(8+len(body)))) + kind + body
}

// avifWithAll is an AVIF file of 60 by 40 pixels, shown turned by 90 degrees,
// with EXIF as an item and content credentials as a box.
func avifWithAll() string {
	const pixels = "pixels"
	infe := func(id byte, kind string) string {
		return bmff("infe", "\x02\x00\x00\x00\x00", string([]byte{id}), "\x00\x00", kind, "\x00")
	}
	head := bmff("ftyp", "avif\x00\x00\x00\x00avifmif1") + bmff("uuid", secret)
	meta := func(at int) string {
		place := func(id byte, from, length int) string {
			return "\x00" + string([]byte{id}) + "\x00\x00\x00\x01" + string(binary.BigEndian.AppendUint32(nil, uint32(from))) + string(binary.BigEndian.AppendUint32(nil, uint32(length)))
		}
		return bmff("meta", "\x00\x00\x00\x00", bmff("pitm", "\x00\x00\x00\x00\x00\x01"),
			bmff("iinf", "\x00\x00\x00\x00\x00\x02", infe(1, "av01"), infe(2, "Exif")),
			bmff("iloc", "\x00\x00\x00\x00\x44\x00\x00\x02", place(1, at, len(pixels)), place(2, at+len(pixels), len(secret))),
			bmff("iprp", bmff("ipco", bmff("ispe", "\x00\x00\x00\x00\x00\x00\x00\x3c\x00\x00\x00\x28"), bmff("irot", "\x01")),
				bmff("ipma", "\x00\x00\x00\x00\x00\x00\x00\x01\x00\x01\x02\x01\x82")))
	}
	at := len(head) + len(meta(0)) + 8
	return head + meta(at) + bmff("mdat", pixels, secret)
}

func icoWithAll(t testing.TB) string {
	image := pngWithAll(t)
	return "\x00\x00\x01\x00\x01\x00" + "\x3c\x28\x00\x00\x01\x00\x20\x00" + le32Bytes(len(image)) + le32Bytes(22) + image
}

func svgWithAll(t testing.TB) string {
	return `<?xml version="1.0"?>
<!-- ` + secret + ` -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="60" viewBox="0 0 30 20"
  sodipodi:docname="` + secret + `.svg">
<title>Kept</title><metadata><x>` + secret + `</x></metadata><sodipodi:namedview id="` + secret + `"><a/></sodipodi:namedview>
<path sodipodi:nodetypes='` + secret + `' d="M0 0"/><text title='sodipodi:x="kept"'>言葉</text>
<image href="data:image/png;base64,` + base64.StdEncoding.EncodeToString([]byte(pngWithAll(t))) + `"/>
</svg>
`
}
