// Package picture takes out of a picture what its readers do not see.
//
// It takes the bytes of a file and gives a Picture: the same file without
// metadata (place, camera, author, comments, thumbnails, what hides behind its
// end), its size as a browser shows it, and smaller copies of a photograph. No
// pixel is encoded anew in the file itself. Its two main types are Picture and
// Cache. It refuses a file that is no picture, one that is damaged where its
// parts are told from each other, and one of more pixels than a browser opens.
package picture

import (
	"errors"
	"strings"
)

// Kind is a format of pictures.
type Kind uint8

// The formats that browsers show.
const (
	JPEG Kind = iota + 1
	PNG
	GIF
	WebP
	AVIF
	ICO
	SVG
)

// Picture is a picture without its metadata.
type Picture struct {
	Kind          Kind
	Data          string // the file, without what only describes it
	Width, Height int    // in CSS pixels, as shown: turned where the file says so; 0 where it has no size of its own

	orientation int  // as in EXIF, 1 to 8; pixels are stored otherwise than shown
	still       bool // one frame, of a kind whose pixels can be read here
	profile     string
}

// MaxPixels is how many pixels a picture may have. A file of a few kilobytes
// can declare millions of them, and a browser that opens it ends.
const MaxPixels = 100_000_000

// What Read refuses.
var (
	ErrUnknown  = errors.New("not a picture that browsers show")
	ErrPhone    = errors.New("a HEIC photograph, which browsers do not show")
	ErrBroken   = errors.New("damaged")
	ErrTooLarge = errors.New("too many pixels")
)

// Named says whether a file's name, by its extension in lower case, is that of
// a picture.
func Named(ext string) bool {
	switch ext {
	case ".apng", ".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp":
		return true
	}
	return false
}

// Read reads a picture by what it holds, whatever its name says. The error is
// one of ErrUnknown, ErrPhone, ErrBroken and ErrTooLarge.
func Read(data string) (Picture, error) {
	read := reader(data)
	if read == nil {
		return Picture{}, ErrUnknown
	}
	p, err := read(data)
	switch {
	case err != nil:
		return Picture{}, err
	case p.Width < 0 || p.Height < 0:
		return Picture{}, ErrBroken
	case p.Kind != SVG && p.Height > 0 && p.Width > MaxPixels/p.Height:
		return Picture{}, ErrTooLarge
	}
	if p.orientation > 4 {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}

// reader finds the format by the file's first bytes.
func reader(data string) func(string) (Picture, error) {
	switch {
	case strings.HasPrefix(data, "\xff\xd8\xff"):
		return readJPEG
	case strings.HasPrefix(data, pngSignature):
		return readPNG
	case strings.HasPrefix(data, "GIF87a"), strings.HasPrefix(data, "GIF89a"):
		return readGIF
	case len(data) >= 12 && data[:4] == "RIFF" && data[8:12] == "WEBP":
		return readWebP
	case len(data) >= 12 && data[4:8] == "ftyp":
		return readAVIF
	case strings.HasPrefix(data, "\x00\x00\x01\x00"):
		return readICO
	case beginsSVG(data):
		return readSVG
	}
	return nil
}

// be16, be32 and their like read a number of a file. They are called only
// where the bytes are there.
func be16(s string) int { return int(s[0])<<8 | int(s[1]) }

func be32(s string) uint32 {
	return uint32(s[0])<<24 | uint32(s[1])<<16 | uint32(s[2])<<8 | uint32(s[3])
}

func le16(s string) int { return int(s[0]) | int(s[1])<<8 }

func le24(s string) int { return le16(s) | int(s[2])<<16 }

func le32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// kept collects the pieces of a file that stay. Where nothing is cut out, the
// file itself is given back and nothing is copied.
type kept struct {
	from, to int // of the file: the run that is not yet written
	whole    string
	out      strings.Builder
}

// keep keeps the bytes of the file from one place to another.
func (k *kept) keep(from, to int) {
	if from != k.to {
		k.out.WriteString(k.whole[k.from:k.to])
		k.from = from
	}
	k.to = to
}

// put puts bytes that are not in the file.
func (k *kept) put(s string) {
	k.out.WriteString(k.whole[k.from:k.to])
	k.out.WriteString(s)
	k.from = k.to
}

func (k *kept) String() string {
	if k.out.Len() == 0 {
		return k.whole[k.from:k.to]
	}
	return k.out.String() + k.whole[k.from:k.to]
}
