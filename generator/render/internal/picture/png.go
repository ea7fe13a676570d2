package picture

import (
	"hash/crc32"
	"strings"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// pngKept are the chunks that a decoder needs for pixels, colours, size and
// animation (PNG, third edition). All others describe, and are cut out.
var pngKept = map[string]bool{
	"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true,
	"gAMA": true, "cHRM": true, "sRGB": true, "iCCP": true, "cICP": true, "mDCV": true, "cLLI": true, "sBIT": true,
	"bKGD": true, "pHYs": true, "acTL": true, "fcTL": true, "fdAT": true,
}

// pngColours are those that a smaller copy takes along.
var pngColours = map[string]bool{"gAMA": true, "cHRM": true, "sRGB": true, "iCCP": true, "cICP": true}

// greyAlpha is the colour type of grey pixels that may be transparent. A copy
// of them has colours, which a profile of greys does not fit.
const greyAlpha = 4

func readPNG(data string) (Picture, error) {
	p := Picture{Kind: PNG, still: true, orientation: 1}
	k := kept{whole: data, to: len(pngSignature)}
	var profile strings.Builder
	var colourType byte
	for at := len(pngSignature); ; {
		if len(data)-at < 12 {
			return Picture{}, ErrBroken
		}
		size, name := int64(be32(data[at:])), data[at+4:at+8]
		if size > int64(len(data)-at-12) {
			return Picture{}, ErrBroken
		}
		end := at + 12 + int(size)
		body := data[at+8 : end-4]
		switch name {
		case "IHDR":
			if len(body) != 13 || be32(body) > 1<<30 || be32(body[4:]) > 1<<30 {
				return Picture{}, ErrBroken
			}
			p.Width, p.Height, colourType = int(be32(body)), int(be32(body[4:])), body[9]
		case "acTL":
			p.still = false
		}
		if p.Width == 0 || p.Height == 0 { // the header comes first
			return Picture{}, ErrBroken
		}
		if pngKept[name] {
			k.keep(at, end)
		}
		if o := orientationOf(body); name == "eXIf" && o > 1 && p.orientation == 1 {
			p.orientation = o
			k.put(pngChunk(name, tiffOf(o)))
		}
		if pngColours[name] && (name != "iCCP" || colourType != greyAlpha) {
			profile.WriteString(data[at:end])
		}
		if at = end; name == "IEND" {
			p.Data, p.profile = k.String(), profile.String()
			return p, nil
		}
	}
}

func pngChunk(name, body string) string {
	be32Bytes := func(n uint32) string { return string([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}) }
	return be32Bytes(uint32(len(body))) + name + body + be32Bytes(crc32.ChecksumIEEE([]byte(name+body)))
}
