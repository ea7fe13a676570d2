package picture

// size finds the properties of an item that tell its size and turn.
func (a *avif) size(iprp box, id uint32) {
	boxes, _ := boxesOf(a.data, iprp.from, iprp.end)
	var properties []box
	for _, b := range boxes {
		if b.kind == "ipco" {
			properties, _ = boxesOf(a.data, b.from, b.end)
		}
	}
	for _, b := range boxes {
		if b.kind != "ipma" {
			continue
		}
		f := fields{b.in(a.data), true}
		version, flags := f.next(1), f.next(3)
		for n := f.next(4); n > 0 && f.ok; n-- {
			of := f.next(2 + 2*min(version, 1))
			for range f.next(1) {
				i := f.next(1+flags&1) & (0x7f | flags&1*0x7f00)
				if uint32(of) == id && f.ok && i > 0 && i <= len(properties) {
					a.property(properties[i-1])
				}
			}
		}
	}
}

func (a *avif) property(b box) {
	switch body := b.in(a.data); {
	case b.kind == "ispe" && len(body) >= 12 && be32(body[4:]) < 1<<30 && be32(body[8:]) < 1<<30:
		a.width, a.height = int(be32(body[4:])), int(be32(body[8:]))
	case b.kind == "irot" && len(body) >= 1:
		a.quarter = body[0]&1 == 1
	}
}

// fields reads numbers one after the other; once the bytes end, ok is false
// and every number 0.
type fields struct {
	rest string
	ok   bool
}

// next reads a number of so many bytes, at most 8.
func (f *fields) next(size int) int {
	if !f.ok || size > len(f.rest) || size > 8 || size < 0 {
		f.ok = false
		return 0
	}
	n := 0
	for i := range size {
		n = n<<8 | int(f.rest[i])
	}
	f.rest = f.rest[size:]
	return n
}

func fourCC(n int) string { return string([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}) }
