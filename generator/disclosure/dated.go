package disclosure

// withdrawal is why nothing of a table is shown any more. The zero value: it
// is not withdrawn.
type withdrawal struct{ on, reason string }

// AsOf is the data date of a value that an earlier release printed and that
// may not be updated, as 2006-01-02: fewer than k people would be behind the
// difference, or its survey is closed. It is empty where the value is that of
// the release's own data.
func (c Cell) AsOf() string { return c.asOf }

// Withdrawn gives the day and the reason for which the figure was withdrawn.
// All its cells are withheld. ok is false where it was not.
func (t Table) Withdrawn() (on, reason string, ok bool) {
	return t.withdrawn.on, t.withdrawn.reason, t.withdrawn.on != ""
}
