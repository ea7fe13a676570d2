package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"kohort/generator/diag"
)

// decode gives the text of data in UTF-8 and the encoding that it had. A byte
// order mark decides, else UTF-8 where all of it is valid, else CP932. Where
// none fits, it reports a problem and ok is false.
func (r *reader) decode(data []byte) (text string, e Encoding, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		text, e = string(data[3:]), UTF8BOM
		if ok = utf8.ValidString(text); !ok {
			text = strings.ToValidUTF8(text, "\ufffd")
			r.fits(text)
		}
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		text, e = transform(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data), UTF16LE
		ok = r.fits(text)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, e = transform(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), data), UTF16BE
		ok = r.fits(text)
	case bytes.Contains(data, []byte("\x1b$")): // ISO-2022-JP, which is ASCII in its bytes
		r.report("sheet-encoding", r.whole())
		return "", UTF8, false
	case utf8.Valid(data) || mostlyUTF8(data):
		text, e = strings.ToValidUTF8(string(data), "\ufffd"), UTF8
		ok = utf8.Valid(data) || r.fits(text)
	default:
		text, e = transform(japanese.ShiftJIS, data), CP932
		ok = r.fits(text)
	}
	if strings.ContainsRune(text, 0) {
		r.report("sheet-nul", r.whole())
		ok = false
	}
	return text, e, ok
}

// mostlyUTF8 says whether data is UTF-8 that was cut or damaged in places:
// bytes of another encoding hardly ever give characters of three bytes. CP932
// would read such a file too, as other words.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		c, n := utf8.DecodeRune(data)
		switch {
		case c == utf8.RuneError && n == 1:
			bad++
		case n >= 3:
			good++
		}
		data = data[n:]
	}
	return good > 2*bad
}

// transform decodes data. The decoders of x/text never fail: they write a
// replacement character for what they cannot read, and report nothing.
func transform(e encoding.Encoding, data []byte) string {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "\ufffd"
	}
	return string(text)
}

// fits reports the line of the first character that could not be decoded and
// how many there are. CP932 and UTF-16 files do not hold the replacement
// character itself; a UTF-8 file that does is asked about only where it is
// broken elsewhere too. Control characters of the second half (U+0080 …) are
// no text that CP932 has: a lone byte of another encoding gives them.
func (r *reader) fits(text string) bool {
	bad, first := 0, 0
	for i, c := range text {
		if c == '\ufffd' || c >= 0x80 && c < 0xa0 {
			if bad == 0 {
				first = i
			}
			bad++
		}
	}
	if bad == 0 {
		return true
	}
	before := text[:first]
	line := 1 + max(strings.Count(before, "\n"), strings.Count(before, "\r"))
	r.report("sheet-characters", diag.Pos{File: r.file, Line: line}, diag.SlotInt("count", bad))
	return false
}
