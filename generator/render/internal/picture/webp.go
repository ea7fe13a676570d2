package picture

import "strings"

// readWebP keeps the chunks of a WebP file that hold its pixels, colours and
// animation (RFC 9649), and unsets the flags that announce the others.
func readWebP(data string) (Picture, error) {
	p := Picture{Kind: WebP, orientation: 1}
	size := int64(le32(data[4:]))
	if size < 4 || size > int64(len(data)-8) {
		return Picture{}, ErrBroken
	}
	chunks, ok := webpChunks(data[12:8+size], false)
	if !ok {
		return Picture{}, ErrBroken
	}
	var body strings.Builder
	for _, c := range chunks {
		switch {
		case c.name == "VP8X" && len(c.body) >= 10:
			p.Width, p.Height = le24(c.body[4:])+1, le24(c.body[7:])+1
			c.body = string([]byte{c.body[0] &^ (flagXMP | flagEXIF)}) + c.body[1:10]
		case p.Width > 0:
		case c.name == "VP8 " && len(c.body) >= 10 && c.body[3:6] == "\x9d\x01\x2a":
			p.Width, p.Height = le16(c.body[6:])&0x3fff, le16(c.body[8:])&0x3fff
		case c.name == "VP8L" && len(c.body) >= 5 && c.body[0] == 0x2f:
			bits := le32(c.body[1:])
			p.Width, p.Height = int(bits&0x3fff)+1, int(bits>>14&0x3fff)+1
		}
		if c.name == "ANMF" && len(c.body) > 16 {
			frame, ok := webpChunks(c.body[16:], true)
			if !ok {
				return Picture{}, ErrBroken
			}
			var inner strings.Builder
			inner.WriteString(c.body[:16])
			for _, f := range frame {
				f.write(&inner)
			}
			c.body = inner.String()
		}
		c.write(&body)
	}
	if p.Width == 0 || p.Height == 0 {
		return Picture{}, ErrBroken
	}
	p.Data = "RIFF" + le32Bytes(4+body.Len()) + "WEBP" + body.String()
	return p, nil
}

// Flags of VP8X.
const (
	flagXMP  = 0x04
	flagEXIF = 0x08
)

type webpChunk struct{ name, body string }

func (c webpChunk) write(out *strings.Builder) {
	out.WriteString(c.name + le32Bytes(len(c.body)) + c.body)
	if len(c.body)%2 == 1 {
		out.WriteByte(0)
	}
}

// webpChunks lists the chunks that a decoder needs; in a frame of an animation
// these are fewer.
func webpChunks(s string, frame bool) (out []webpChunk, ok bool) {
	for len(s) > 0 {
		if len(s) < 8 || int64(le32(s[4:])) > int64(len(s)-8) {
			return nil, false
		}
		c := webpChunk{s[:4], s[8 : 8+le32(s[4:])]}
		s = s[min(len(s), 8+len(c.body)+len(c.body)%2):]
		switch c.name {
		case "VP8 ", "VP8L", "ALPH":
			out = append(out, c)
		case "VP8X", "ANIM", "ANMF", "ICCP":
			if !frame {
				out = append(out, c)
			}
		}
	}
	return out, true
}

func le32Bytes(n int) string {
	return string([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)})
}
