package picture

// exifHead begins the EXIF segment of a JPEG file.
const exifHead = "Exif\x00\x00"

// orientationOf reads how a picture is turned (EXIF 2.32, tag 0x0112) from a
// TIFF structure; 1, as stored, where it says nothing.
func orientationOf(tiff string) int {
	if len(tiff) < 8 {
		return 1
	}
	short, long := be16, be32
	switch tiff[:4] {
	case "MM\x00*":
	case "II*\x00":
		short, long = le16, le32
	default:
		return 1
	}
	first := int64(long(tiff[4:]))
	if first+2 > int64(len(tiff)) {
		return 1
	}
	entries := tiff[first+2:]
	for range short(tiff[first:]) {
		if len(entries) < 12 {
			return 1
		}
		if short(entries) == 0x0112 {
			if o := short(entries[8:]); short(entries[2:]) == 3 && o >= 1 && o <= 8 {
				return o
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}

// tiffOf is the smallest TIFF structure that says how a picture is turned.
// Every browser turns the picture by it, so no pixel needs to move.
func tiffOf(orientation int) string {
	return "MM\x00*\x00\x00\x00\x08" + "\x00\x01" +
		"\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(orientation)) + "\x00\x00" +
		"\x00\x00\x00\x00"
}
