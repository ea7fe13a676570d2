package disclosure

// Tripwire finds participants in text that is about to be published. What it
// holds of them is a closure: it can be asked, never read. The zero value
// finds nothing.
type Tripwire struct {
	scan func(text string, kind TextKind) []Match
}

// TextKind says how text is searched.
type TextKind uint8

const (
	// Prose is text, attributes, metadata, file names and data: everything is searched for.
	Prose TextKind = iota
	// Code is style sheets, scripts, hashes and coordinates: only full names
	// and whole e-mail addresses are searched for.
	Code
)

// Match is where a participant was found: byte offsets into the text that
// was given. It does not say who.
type Match struct{ Start, End int }

// Scan gives every place of text that names a participant. Text is plain:
// entities and percent-escapes are already decoded.
func (t Tripwire) Scan(text string, kind TextKind) []Match {
	if t.scan == nil {
		return nil
	}
	return t.scan(text, kind)
}
