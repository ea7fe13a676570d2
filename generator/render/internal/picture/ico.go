package picture

import "strings"

// readICO cleans the PNG images of an icon; its other images are bare pixels.
func readICO(data string) (Picture, error) {
	if len(data) < 6 {
		return Picture{}, ErrBroken
	}
	n := le16(data[4:])
	if n == 0 || len(data) < 6+16*n {
		return Picture{}, ErrBroken
	}
	p := Picture{Kind: ICO, orientation: 1}
	var table, images strings.Builder
	for i := range n {
		entry := data[6+16*i:][:16]
		from, size := int64(le32(entry[12:])), int64(le32(entry[8:]))
		if from < int64(6+16*n) || from+size > int64(len(data)) || size < 12 {
			return Picture{}, ErrBroken
		}
		image := data[from : from+size]
		switch {
		case strings.HasPrefix(image, pngSignature):
			inner, err := readPNG(image)
			if err != nil {
				return Picture{}, err
			}
			image = inner.Data
		case !strings.HasPrefix(image, "\x28\x00\x00\x00"): // the header of a bitmap
			return Picture{}, ErrBroken
		}
		p.Width, p.Height = max(p.Width, (int(entry[0])+255)%256+1), max(p.Height, (int(entry[1])+255)%256+1)
		table.WriteString(entry[:8] + le32Bytes(len(image)) + le32Bytes(6+16*n+images.Len()))
		images.WriteString(image)
		if images.Len() > 2*len(data) { // entries that name the same bytes over and over
			return Picture{}, ErrBroken
		}
	}
	p.Data = data[:6] + table.String() + images.String()
	return p, nil
}
