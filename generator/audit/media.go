package audit

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"io"
	"regexp"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
)

// unpacked is how many bytes of an archive or of a compressed text are read
// at most: a handbook's downloads are far smaller, and a bomb far larger.
const unpacked = 64 << 20

// media gives the words of an image, font or film: its metadata as text, its
// bytes as code, since chance would find short names in them.
func media(ext, content string) []passage {
	out := []passage{{text: content, kind: disclosure.Code}}
	var notes []string
	switch ext {
	case ".png":
		notes = pngTexts(content)
	case ".jpg", ".jpeg":
		notes = jpegTexts(content)
	case ".webp":
		notes = riffTexts(content)
	case ".pdf":
		notes = pdfTexts(content)
	case ".mp3", ".mp4", ".webm":
		out = append(out, passage{text: decodeUTF16(content, 0, 1), kind: disclosure.Code}, passage{text: decodeUTF16(content[min(1, len(content)):], 0, 1), kind: disclosure.Code})
	}
	for _, note := range notes {
		// Windows writes the author of a picture in UTF-16.
		out = append(out, passage{text: decodeText(note), kind: disclosure.Prose},
			passage{text: decodeUTF16(note, 0, 1), kind: disclosure.Prose}, passage{text: decodeUTF16(note, 1, 0), kind: disclosure.Prose})
		if len(note) > 1 {
			out = append(out, passage{text: decodeUTF16(note[1:], 0, 1), kind: disclosure.Prose}, passage{text: decodeUTF16(note[1:], 1, 0), kind: disclosure.Prose})
		}
	}
	return out
}

// pngTexts gives the chunks of a PNG file that are not its pixels.
func pngTexts(s string) []string {
	var notes []string
	for s = strings.TrimPrefix(s, "\x89PNG\r\n\x1a\n"); len(s) >= 12; {
		size := int(binary.BigEndian.Uint32([]byte(s[:4])))
		if size < 0 || size > len(s)-12 {
			break
		}
		name, body := s[4:8], s[8:8+size]
		switch name {
		case "tEXt", "iTXt", "eXIf", "zTXt", "iCCP":
			notes = append(notes, body)
			// The text of zTXt and of some iTXt is compressed, behind a
			// keyword of varying length.
			if i := strings.IndexByte(body, 0); i >= 0 && i+2 < len(body) {
				notes = append(notes, inflated(body[i+1:])...)
			}
		}
		s = s[12+size:]
	}
	return notes
}

// inflated looks for a zlib stream at the first places of s that may begin one.
func inflated(s string) []string {
	for i := 0; i < len(s) && i < 80; i++ {
		if s[i] != 0x78 {
			continue
		}
		z, err := zlib.NewReader(strings.NewReader(s[i:]))
		if err != nil {
			continue
		}
		plain, _ := io.ReadAll(io.LimitReader(z, unpacked/16)) // what was read before an error counts
		if len(plain) > 0 {
			return []string{string(plain)}
		}
	}
	return nil
}

// jpegTexts gives the application and comment segments of a JPEG file.
func jpegTexts(s string) []string {
	var notes []string
	for s = strings.TrimPrefix(s, "\xff\xd8"); len(s) >= 4 && s[0] == 0xff; {
		size := int(binary.BigEndian.Uint16([]byte(s[2:4])))
		if s[1] == 0xda || size < 2 || size+2 > len(s) {
			break
		}
		if s[1] >= 0xe0 && s[1] <= 0xef || s[1] == 0xfe {
			notes = append(notes, s[4:2+size])
		}
		s = s[2+size:]
	}
	return notes
}

// riffTexts gives the metadata chunks of a WebP file.
func riffTexts(s string) []string {
	var notes []string
	for s = strings.TrimPrefix(s[min(len(s), 8):], "WEBP"); len(s) >= 8; {
		size := int(binary.LittleEndian.Uint32([]byte(s[4:8])))
		if size < 0 || size > len(s)-8 {
			break
		}
		if name := s[:4]; name == "EXIF" || name == "XMP " {
			notes = append(notes, s[8:8+size])
		}
		s = s[min(len(s), 8+size+size%2):]
	}
	return notes
}

var (
	pdfHex    = regexp.MustCompile(`<[Ff][Ee][Ff][Ff]([0-9A-Fa-f]+)>`)
	pdfOctal  = regexp.MustCompile(`\\[0-3][0-7]{2}`)
	pdfStream = regexp.MustCompile(`stream\r?\n`)
)

// pdfTexts gives what a PDF file says about itself: its author and title, as
// they stand, in hex or escaped, and in streams. The words of its pages are
// glyph numbers of its fonts and are not read.
func pdfTexts(s string) []string {
	notes := []string{}
	bodies := []string{s}
	for _, at := range pdfStream.FindAllStringIndex(s, -1) {
		bodies = append(bodies, inflated(s[at[1]:min(len(s), at[1]+1<<20)])...)
	}
	for _, body := range bodies {
		for _, m := range pdfHex.FindAllStringSubmatch(body, -1) {
			if b, err := hex.DecodeString(m[1]); err == nil {
				notes = append(notes, string(b))
			}
		}
		if strings.Contains(body, `\376\377`) {
			notes = append(notes, pdfOctal.ReplaceAllStringFunc(body, func(s string) string {
				n, _ := strconv.ParseUint(s[1:], 8, 8) // three octal digits, the first at most 3
				return string([]byte{byte(n)})
			}))
		}
	}
	// Objects in a stream, and plain strings, read as they are.
	return append(notes, bodies[1:]...)
}

// archive gives the words of every file in a zip or Office file, and of their
// names. One that cannot be opened is read as it stands.
func (r *reader) archive(content string) []passage {
	files, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		return []passage{{text: content, kind: disclosure.Prose}}
	}
	out := []passage{{text: files.Comment, kind: disclosure.Prose}}
	left := int64(unpacked)
	for _, f := range files.File {
		out = append(out, passage{text: decodeText(f.Name) + "\n" + f.Comment, kind: disclosure.Prose})
		body, err := f.Open()
		if err != nil {
			continue
		}
		var b bytes.Buffer
		n, _ := io.Copy(&b, io.LimitReader(body, left)) // a damaged entry counts as far as it can be read
		body.Close()
		if left -= n; left <= 0 {
			break
		}
		out = append(out, r.words(f.Name, b.String(), nil)...)
	}
	return out
}
