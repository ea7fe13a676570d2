package picture

import "strings"

// readJPEG keeps the segments by which a decoder finds the pixels and their
// colours (ITU-T T.81, B.1), and of EXIF the orientation alone.
func readJPEG(data string) (Picture, error) {
	j := jpegFile{kept: kept{whole: data, to: 2}, orientation: 1}
	for at := 2; ; {
		marker, start, ok := nextMarker(data, at)
		switch {
		case !ok:
			return Picture{}, ErrBroken
		case marker == 0xd9: // the end of the image; what follows is another file
			j.kept.keep(start-2, start)
			return j.picture()
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd7: // stands alone
			j.kept.keep(start-2, start)
			at = start
			continue
		case len(data)-start < 2 || be16(data[start:]) < 2 || be16(data[start:]) > len(data)-start:
			return Picture{}, ErrBroken
		}
		at = start + be16(data[start:])
		if marker == 0xda { // a scan: its pixels run to the next marker
			at = endOfScan(data, at)
			j.kept.keep(start-2, at)
			if at == len(data) { // cut off; browsers show what there is
				j.kept.put("\xff\xd9")
				return j.picture()
			}
			continue
		}
		j.segment(marker, start-2, at)
	}
}

// jpegFile is what is kept of a JPEG file while it is read.
type jpegFile struct {
	kept                      kept
	profile                   strings.Builder
	orientation               int
	width, height, components int
}

// segment takes the segment between two places of the file.
func (j *jpegFile) segment(marker byte, from, end int) {
	body := j.kept.whole[from+4 : end]
	switch {
	case marker == 0xe0 && strings.HasPrefix(body, "JFIF\x00") && len(body) >= 14:
		if len(body) == 14 && body[12:] == "\x00\x00" {
			j.kept.keep(from, end)
		} else { // without its thumbnail
			j.kept.put("\xff\xe0\x00\x10" + body[:12] + "\x00\x00")
		}
	case marker == 0xe1 && strings.HasPrefix(body, exifHead):
		if o := orientationOf(body[len(exifHead):]); o > 1 && j.orientation == 1 {
			j.orientation = o
			exif := exifHead + tiffOf(o)
			j.kept.put("\xff\xe1\x00" + string(rune(len(exif)+2)) + exif)
		}
	case marker == 0xe2 && strings.HasPrefix(body, "ICC_PROFILE\x00"):
		j.kept.keep(from, end)
		j.profile.WriteString(j.kept.whole[from:end])
	case marker == 0xee && strings.HasPrefix(body, "Adobe") && len(body) >= 12: // how colours are stored
		if len(body) == 12 {
			j.kept.keep(from, end)
		} else {
			j.kept.put("\xff\xee\x00\x0e" + body[:12])
		}
	case marker >= 0xc0 && marker <= 0xdf:
		j.kept.keep(from, end)
		frame := marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
		if frame && len(body) >= 6 {
			j.height, j.width, j.components = be16(body[1:]), be16(body[3:]), int(body[5])
		}
	}
}

func (j *jpegFile) picture() (Picture, error) {
	if j.width == 0 || j.height == 0 {
		return Picture{}, ErrBroken
	}
	return Picture{
		Kind: JPEG, Data: j.kept.String(), Width: j.width, Height: j.height,
		orientation: j.orientation, profile: j.profile.String(), still: j.components == 1 || j.components == 3,
	}, nil
}

// nextMarker gives the marker at a place, past the bytes that may fill up
// before it, and where it ends.
func nextMarker(data string, at int) (marker byte, end int, ok bool) {
	if at >= len(data) || data[at] != 0xff {
		return 0, 0, false
	}
	for at < len(data) && data[at] == 0xff {
		at++
	}
	if at == len(data) || data[at] == 0 {
		return 0, 0, false
	}
	return data[at], at + 1, true
}

// endOfScan gives the place of the marker that ends a scan's pixels.
func endOfScan(data string, at int) int {
	for at < len(data)-1 {
		i := strings.IndexByte(data[at:len(data)-1], 0xff)
		if i < 0 {
			break
		}
		at += i
		if next := data[at+1]; next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) {
			return at
		}
		at++
	}
	return len(data)
}
