package picture

// readGIF keeps the frames of a GIF file and how often they repeat; comments
// and what programs left in it are cut out (GIF89a).
func readGIF(data string) (Picture, error) {
	if len(data) < 13 {
		return Picture{}, ErrBroken
	}
	p := Picture{Kind: GIF, Width: le16(data[6:]), Height: le16(data[8:]), orientation: 1}
	at := 13 + colourTable(data[10])
	if at > len(data) || p.Width == 0 || p.Height == 0 {
		return Picture{}, ErrBroken
	}
	k := kept{whole: data, to: at}
	for at < len(data) {
		start, body := at, 0
		keep := true
		switch data[at] {
		case 0x3b: // the trailer; what follows is another file
			k.keep(at, at+1)
			p.Data = k.String()
			return p, nil
		case 0x2c:
			if len(data)-at < 11 {
				return Picture{}, ErrBroken
			}
			body = at + 10 + colourTable(data[at+9]) + 1
		case 0x21:
			if len(data)-at < 3 {
				return Picture{}, ErrBroken
			}
			body = at + 2
			keep = data[at+1] == 0xf9 || data[at+1] == 0xff && repeats(data[body:])
		default:
			return Picture{}, ErrBroken
		}
		if at = endOfBlocks(data, body); at < 0 {
			break // cut off; browsers show the frames there are
		}
		if keep {
			k.keep(start, at)
		}
	}
	k.put(";")
	p.Data = k.String()
	return p, nil
}

// colourTable is the size of the colour table that a block's flags announce.
func colourTable(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// repeats says whether an application's block tells how often the frames
// repeat.
func repeats(block string) bool {
	return len(block) >= 17 && (block[:12] == "\x0bNETSCAPE2.0" || block[:12] == "\x0bANIMEXTS1.0") && block[12:14] == "\x03\x01" && block[16] == 0
}

// endOfBlocks gives the end of a run of sub-blocks; negative where the file
// ends first.
func endOfBlocks(data string, at int) int {
	for at < len(data) {
		size := int(data[at])
		at += 1 + size
		if size == 0 {
			return at
		}
	}
	return -1
}
