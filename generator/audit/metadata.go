package audit

import (
	"encoding/base64"
	"encoding/binary"
	"regexp"
	"strings"
)

// describes says whether a picture holds what describes it and is not shown:
// where and with what it was taken, by whom, how it was made. Package render
// has cut that out; this is read by code of its own, so that a mistake there
// shows.
func describes(content string) bool {
	switch {
	case strings.HasPrefix(content, "\xff\xd8"):
		return jpegDescribes(content)
	case strings.HasPrefix(content, "\x89PNG"):
		return pngDescribes(content)
	case strings.HasPrefix(content, "RIFF"):
		return webpDescribes(content)
	case strings.HasPrefix(content, "GIF8"):
		return gifDescribes(content)
	case strings.HasPrefix(content, "\x00\x00\x01\x00"):
		return iconDescribes(content)
	case !strings.Contains(content[:min(len(content), 16)], "ftyp"):
		return drawingDescribes(content)
	}
	return describedAnywhere.MatchString(content)
}

// describedAnywhere are beginnings of metadata that no pixels hold by chance.
var describedAnywhere = regexp.MustCompile(`<x:xmpmeta|<\?xpacket|http://ns\.adobe\.com/|urn:c2pa|II\*\x00\x08\x00\x00\x00|MM\x00\*\x00\x00\x00\x08|Photoshop 3\.0|JFXX\x00`)

// turnOnly is the EXIF segment that says how a picture is turned and nothing
// else.
var turnOnly = regexp.MustCompile(`(?s)^(?:Exif\x00\x00)?MM\x00\*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00[\x02-\x08]\x00\x00\x00\x00\x00\x00$`)

func jpegDescribes(s string) bool {
	for s = s[2:]; len(s) >= 2; {
		if s[0] != 0xff {
			return true
		}
		marker := s[1]
		switch {
		case marker == 0xff:
			s = s[1:]
			continue
		case marker == 0xd9:
			return len(s) > 2
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd7:
			s = s[2:]
			continue
		case len(s) < 4 || 2+int(binary.BigEndian.Uint16([]byte(s[2:4]))) > len(s):
			return true
		}
		end := 2 + int(binary.BigEndian.Uint16([]byte(s[2:4])))
		if end < 4 || segmentDescribes(marker, s[4:end]) {
			return true
		}
		if s = s[end:]; marker == 0xda {
			s = s[scanLength(s):]
		}
	}
	return len(s) > 0
}

// scanLength is how far the pixels of a scan run: to a marker that does not
// stand among them.
func scanLength(s string) int {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == 0xff && s[i+1] != 0 && s[i+1] != 0xff && s[i+1]&0xf8 != 0xd0 {
			return i
		}
	}
	return len(s)
}

func segmentDescribes(marker byte, body string) bool {
	switch marker {
	case 0xe0:
		return len(body) != 14 || body[12:] != "\x00\x00" // without a thumbnail
	case 0xe1:
		return !turnOnly.MatchString(body)
	case 0xe2:
		return !strings.HasPrefix(body, "ICC_PROFILE\x00")
	case 0xee:
		return len(body) != 12
	}
	return marker >= 0xe0 && marker <= 0xfe
}

var pngShown = regexp.MustCompile(`^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|mDCV|cLLI|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$`)

func pngDescribes(s string) bool {
	for s = s[min(len(s), 8):]; len(s) >= 12; {
		size := int64(binary.BigEndian.Uint32([]byte(s[:4])))
		if size > int64(len(s)-12) {
			return true
		}
		name, body := s[4:8], s[8:8+size]
		if name == "eXIf" && !turnOnly.MatchString(body) || name != "eXIf" && !pngShown.MatchString(name) {
			return true
		}
		if s = s[12+size:]; name == "IEND" {
			break
		}
	}
	return len(s) > 0
}

// iconDescribes reads the PNG images of an icon.
func iconDescribes(s string) bool {
	for i := 6; i+16 <= len(s) && i < 6+16*(int(s[4])|int(s[5])<<8); i += 16 {
		size, from := int64(binary.LittleEndian.Uint32([]byte(s[i+8:]))), int64(binary.LittleEndian.Uint32([]byte(s[i+12:])))
		if from+size > int64(len(s)) || strings.HasPrefix(s[from:from+size], "\x89PNG") && pngDescribes(s[from:from+size]) {
			return true
		}
	}
	return false
}

func webpDescribes(s string) bool {
	if len(s) < 12 || int64(binary.LittleEndian.Uint32([]byte(s[4:8]))) != int64(len(s)-8) {
		return true
	}
	for s = s[12:]; len(s) >= 8; {
		size := int64(binary.LittleEndian.Uint32([]byte(s[4:8])))
		if size > int64(len(s)-8) {
			return true
		}
		switch s[:4] {
		case "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ICCP":
		case "ANMF":
			if describedAnywhere.MatchString(s[8 : 8+size]) {
				return true
			}
		default:
			return true
		}
		s = s[min(int64(len(s)), 8+size+size%2):]
	}
	return len(s) > 0
}

// gifDescribes walks the blocks of a GIF file.
func gifDescribes(s string) bool {
	if len(s) < 13 {
		return true
	}
	at := 13
	table := func(flags byte) int { return int(flags>>7) * 3 << (flags&7 + 1) }
	for at += table(s[10]); at < len(s); {
		switch {
		case s[at] == ';':
			return at != len(s)-1
		case s[at] == ',' && len(s) > at+10:
			at += 11 + table(s[at+9])
		case s[at] == '!' && len(s) > at+2 && (s[at+1] == 0xf9 || s[at+1] == 0xff && gifLoops(s[at+2:])):
			at += 2
		default:
			return true
		}
		for at < len(s) && s[at] != 0 {
			at += 1 + int(s[at])
		}
		at++
	}
	return true
}

// gifLoops says whether an extension tells how often the frames repeat.
func gifLoops(s string) bool {
	return len(s) > 16 && (s[1:12] == "NETSCAPE2.0" || s[1:12] == "ANIMEXTS1.0") && s[12] == 3 && s[16] == 0
}

var (
	drawingData     = regexp.MustCompile(`(?i)data:image/[a-z+]+;base64,([A-Za-z0-9+/=\s]+)`)
	drawingComments = regexp.MustCompile(`(?s)<!\[CDATA\[.*?\]\]>|(<!--|<metadata[\s>/]|\s(?:sodipodi:docname|inkscape:export-filename)\s*=)`)
)

func drawingDescribes(s string) bool {
	for _, m := range drawingComments.FindAllStringSubmatch(s, -1) {
		if m[1] != "" {
			return true
		}
	}
	for _, m := range drawingData.FindAllStringSubmatch(s, -1) {
		picture, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(m[1]), ""))
		if err == nil && describes(string(picture)) {
			return true
		}
	}
	return false
}
