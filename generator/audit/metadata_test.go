package audit

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/gif"
	"image/jpeg"
	picturepng "image/png"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/render"
)

// between puts a piece into a file behind its first bytes.
func between(s string, at int, piece string) string { return s[:at] + piece + s[at:] }

func TestMetadataIsHeard(t *testing.T) {
	rgb := image.NewRGBA(image.Rect(0, 0, 40, 30))
	var b bytes.Buffer
	if err := jpeg.Encode(&b, rgb, nil); err != nil {
		t.Fatal(err)
	}
	photo := b.String()
	b.Reset()
	if err := picturepng.Encode(&b, rgb); err != nil {
		t.Fatal(err)
	}
	drawn := b.String()
	b.Reset()
	if err := gif.Encode(&b, rgb, nil); err != nil {
		t.Fatal(err)
	}
	film := b.String()
	const turned = "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
	const webp = "RIFF\x12\x00\x00\x00WEBPVP8 \x05\x00\x00\x00pixel\x00"
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[<!-- x -->]]></style><path d="M0 0"/></svg>`
	for _, test := range []struct {
		name, path, content string
		want                diag.ID
	}{
		{"photograph", "a.jpg", photo, ""},
		{"turned photograph", "a.jpg", between(photo, 2, "\xff\xe1\x00\x22Exif\x00\x00"+turned), ""},
		{"profile", "a.jpg", between(photo, 2, "\xff\xe2\x00\x10ICC_PROFILE\x00\x01\x01"), ""},
		{"camera", "a.jpg", between(photo, 2, "\xff\xe1\x00\x26Exif\x00\x00"+turned+"GPS!"), "image-metadata"},
		{"comment", "a.JPG", between(photo, 2, "\xff\xfe\x00\x04hi"), "image-metadata"},
		{"thumbnail", "a.jpg", between(photo, 2, "\xff\xe0\x00\x13JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x01abc"), "image-metadata"},
		{"behind the end", "a.jpg", photo + "film", "image-metadata"},
		{"named otherwise", "a.png", photo + "film", "image-metadata"},
		{"png", "a.png", drawn, ""},
		{"turned png", "a.png", between(drawn, 33, "\x00\x00\x00\x1aeXIf"+turned+"crc!"), ""},
		{"words in png", "a.png", between(drawn, 33, "\x00\x00\x00\x04tEXta\x00bccrc!"), "image-metadata"},
		{"behind png", "a.png", drawn + "x", "image-metadata"},
		{"gif", "a.gif", film, ""},
		{"comment in gif", "a.gif", between(film, len(film)-1, "!\xfe\x02hi\x00"), "image-metadata"},
		{"behind gif", "a.gif", film + "x", "image-metadata"},
		{"webp", "a.webp", webp, ""},
		{"words in webp", "a.webp", "RIFF\x1e\x00\x00\x00" + webp[8:] + "XMP \x04\x00\x00\x00word", "image-metadata"},
		{"behind webp", "a.webp", webp + "x", "image-metadata"},
		{"avif", "a.avif", "\x00\x00\x00\x10ftypavif\x00\x00\x00\x00pixels", ""},
		{"words in avif", "a.avif", "\x00\x00\x00\x10ftypavif\x00\x00\x00\x00<x:xmpmeta", "image-metadata"},
		{"icon", "a.ico", icon(drawn), ""},
		{"words in icon", "a.ico", icon(between(drawn, 33, "\x00\x00\x00\x04tEXta\x00bccrc!")), "image-metadata"},
		{"drawing", "a.svg", drawing, ""},
		{"comment in drawing", "a.svg", drawing + "<!-- x -->", "image-metadata"},
		{"metadata in drawing", "a.svg", strings.Replace(drawing, "<path", "<metadata/><path", 1), "image-metadata"},
		{"photograph in drawing", "a.svg", strings.Replace(drawing, "<path", `<image href="data:image/jpeg;base64,`+base64.StdEncoding.EncodeToString([]byte(photo+"x"))+`"/><path`, 1), "image-metadata"},
		{"pdf", "a.pdf", "%PDF-1.7 /Title (Guide) /Author () ", ""},
		{"author of pdf", "a.pdf", "%PDF-1.7 /Author (Sato)", "document-author"},
		{"document", "a.docx", zipped(t, "docProps/core.xml", "<dc:creator></dc:creator>"), ""},
		{"author of document", "a.docx", zipped(t, "docProps/core.xml", "<dc:creator>佐藤</dc:creator>"), "document-author"},
		{"author of table", "a.ods", zipped(t, "meta.xml", "<meta:initial-creator>佐藤</meta:initial-creator>"), "document-author"},
		{"photograph in document", "a.pptx", zipped(t, "ppt/media/image1.jpeg", "Exif\x00\x00II*\x00 camera"), "document-picture"},
		{"film", "a.mp4", "ftypmp42 moov", ""},
		{"place of film", "a.mp4", "ftypmp42 udta\xa9xyz\x00\x12\x15\xc7+35.6812+139.7671/", "film-place"},
	} {
		if got := describedBy(render.File{Path: test.path, Content: test.content}); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// icon is an icon of one picture.
func icon(picture string) string {
	size := binary.LittleEndian.AppendUint32(nil, uint32(len(picture)))
	return "\x00\x00\x01\x00\x01\x00(\x1e\x00\x00\x01\x00 \x00" + string(size) + "\x16\x00\x00\x00" + picture
}

func zipped(t *testing.T, name, content string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(content))
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
