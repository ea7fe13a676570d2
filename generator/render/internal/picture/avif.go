package picture

import "strings"

// readAVIF blanks what an AVIF file says beside its pixels (ISO/IEC 14496-12,
// 23008-12). Every place in such a file is told as a distance from its
// beginning, so nothing is cut out: it is overwritten by zeros where it stands.
func readAVIF(data string) (Picture, error) {
	boxes, ok := boxesOf(data, 0, len(data))
	if !ok || len(boxes) == 0 || boxes[0].kind != "ftyp" {
		return Picture{}, ErrBroken
	}
	switch brands := boxes[0].in(data); {
	case strings.Contains(brands, "avif") || strings.Contains(brands, "avis"):
	case strings.Contains(brands, "hei") || strings.Contains(brands, "hev"):
		return Picture{}, ErrPhone
	default:
		return Picture{}, ErrUnknown
	}
	a := avif{data: data, out: []byte(data)}
	for _, b := range boxes {
		switch b.kind {
		case "ftyp", "mdat":
		case "meta":
			ok = a.meta(b) && ok
		case "moov":
			ok = a.film(b) && ok
		default:
			a.blankBox(b)
		}
	}
	if !ok {
		return Picture{}, ErrBroken
	}
	p := Picture{Kind: AVIF, Width: a.width, Height: a.height, Data: string(a.out), orientation: 1}
	if p.Data == data {
		p.Data = data
	}
	if a.quarter {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}

// avif is a file while it is read.
type avif struct {
	data          string
	out           []byte
	width, height int  // of the picture that is shown; 0 where the file does not say
	quarter       bool // it is turned by 90 or 270 degrees
	blanked       int  // bytes of items
}

// box is a box of the file: its kind, and where its content begins and ends.
type box struct {
	kind            string
	head, from, end int
}

func (b box) in(data string) string { return data[b.from:b.end] }

// boxesOf lists the boxes between two places.
func boxesOf(data string, from, end int) (boxes []box, ok bool) {
	for from < end {
		if end-from < 8 {
			return nil, false
		}
		size, body := uint64(be32(data[from:])), from+8
		switch {
		case size == 0:
			size = uint64(end - from)
		case size == 1 && end-from >= 16:
			size, body = uint64(be32(data[from+8:]))<<32|uint64(be32(data[from+12:])), from+16
		}
		if size < uint64(body-from) || size > uint64(end-from) {
			return nil, false
		}
		boxes = append(boxes, box{data[from+4 : from+8], from, body, from + int(size)})
		from += int(size)
	}
	return boxes, true
}

// blankBox makes a box one that decoders skip, and overwrites what it holds.
func (a *avif) blankBox(b box) {
	copy(a.out[b.head+4:], "free")
	clear(a.out[b.from:b.end])
}

// film blanks what describes a sequence of frames and its tracks.
func (a *avif) film(outer box) bool {
	boxes, ok := boxesOf(a.data, outer.from, outer.end)
	for _, b := range boxes {
		switch b.kind {
		case "trak":
			ok = a.film(b) && ok
		case "udta", "meta", "uuid":
			a.blankBox(b)
		}
	}
	return ok
}

// meta reads the items of the file, blanks those that are no picture, and
// finds the size of the one that is shown.
func (a *avif) meta(outer box) bool {
	if outer.end-outer.from < 4 {
		return false
	}
	boxes, ok := boxesOf(a.data, outer.from+4, outer.end)
	if !ok {
		return false
	}
	found := make(map[string]box)
	for _, b := range boxes {
		switch b.kind {
		case "hdlr", "pitm", "iloc", "iinf", "iref", "iprp", "idat", "dinf", "grpl":
			found[b.kind] = b
		default:
			a.blankBox(b)
		}
	}
	described, ok := a.described(found["iinf"])
	if !ok || len(described) > 0 && !a.blankItems(found["iloc"], found["idat"], described) {
		return false
	}
	if shown := found["pitm"].in(a.data); len(shown) >= 6 {
		id := uint32(be16(shown[4:]))
		if shown[0] > 0 && len(shown) >= 8 {
			id = be32(shown[4:])
		}
		a.size(found["iprp"], id)
	}
	return true
}

// described gives the items that hold no pixels, such as EXIF and XMP.
func (a *avif) described(iinf box) (ids map[uint32]bool, ok bool) {
	f := fields{a.data[iinf.from:iinf.end], true}
	version := f.next(1)
	f.next(3)
	f.next(2 + 2*min(version, 1))
	items, ok := boxesOf(a.data, iinf.end-len(f.rest), iinf.end)
	ids = make(map[uint32]bool)
	for _, item := range items {
		f := fields{item.in(a.data), true}
		version := f.next(1)
		f.next(3)
		id := f.next(2 + 2*max(0, min(version, 3)-2))
		f.next(2)
		kind := f.next(4)
		if item.kind != "infe" || version < 2 || !f.ok {
			return nil, false
		}
		switch fourCC(kind) {
		case "av01", "grid", "iovl", "iden", "tmap":
		default:
			ids[uint32(id)] = true
		}
	}
	return ids, ok
}

// blankItems overwrites the content of items, found by the table of places.
func (a *avif) blankItems(iloc, idat box, ids map[uint32]bool) bool {
	f := fields{iloc.in(a.data), true}
	version := f.next(1)
	f.next(3)
	sizes := f.next(2)
	wide := 2 * max(0, version-1)
	for range f.next(2 + wide) {
		id, method := f.next(2+wide), 0
		if version > 0 {
			method = f.next(2) & 15
		}
		f.next(2)
		base := f.next(sizes >> 4 & 15)
		extents := f.next(2)
		if extents > 1 && sizes>>8 == 0 {
			return false // many places, none of which is told
		}
		for range extents {
			if version > 0 {
				f.next(sizes & 15)
			}
			from, length := base+f.next(sizes>>12&15), f.next(sizes>>8&15)
			if !f.ok {
				return false
			}
			if !ids[uint32(id)] {
				continue
			}
			end := len(a.out)
			if method == 1 {
				from, end = from+idat.from, idat.end
			}
			if method > 1 || from < 0 || length < 0 || from > end || length > end-from {
				return false
			}
			if length == 0 {
				length = end - from // the file's whole rest
			}
			clear(a.out[from : from+length])
			if a.blanked += length; a.blanked > 2*len(a.out) {
				return false // the same bytes over and over
			}
		}
		if !f.ok {
			return false
		}
	}
	return f.ok
}
