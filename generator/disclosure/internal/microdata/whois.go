package microdata

import "strings"

// several stands for a person's index where a name, an address or a number is
// that of more than one.
const several = -1

// alsoKnownAs notes what else than the id names a person. A key begins with
// its kind, so that no name is taken for an address.
func (p participants) alsoKnownAs(index int, person Person) {
	for _, key := range []string{numberKey(person.ID), mailKey(person.Email), nameKey(person.Name)} {
		_, twice := p.also[key]
		switch {
		case key == "":
		case twice:
			p.also[key] = several
		default:
			p.also[key] = index
		}
	}
}

// numberKey is an id of digits without the zeros in front, which a spreadsheet
// drops.
func numberKey(id string) string {
	if id == "" || strings.Trim(id, "0123456789") != "" {
		return ""
	}
	return "number " + strings.TrimLeft(id, "0")
}

func mailKey(address string) string {
	if !isAddress(address) {
		return ""
	}
	return "mail " + strings.ToLower(code(address))
}

// nameKey is a name without blanks, which people write in different ways.
func nameKey(name string) string {
	if key := strings.ToLower(strings.Join(strings.Fields(code(name)), "")); key != "" {
		return "name " + key
	}
	return ""
}

// whois gives the participant whom the text of a cell names: by the id, with
// or without zeros in front, by the e-mail address, or by a name. It is
// several where it names more than one.
func (p participants) whois(cell string) (index int, byName, ok bool) {
	if i, is := p.byID[code(cell)]; is {
		return i, false, true
	}
	for _, key := range []string{numberKey(code(cell)), mailKey(code(cell))} {
		if i, is := p.also[key]; is {
			return i, false, true
		}
	}
	i, is := p.also[nameKey(cell)]
	return i, true, is
}

// leaveOut notes a person whose row cannot be used. An empty key is of nobody.
func (p *participants) leaveOut(person Person) {
	p.lost = true
	for _, key := range []string{mailKey(person.Email), nameKey(person.Name)} {
		p.leftOut[key] = key != ""
	}
}

// isLeftOut says whether a cell names a person whose row cannot be used.
func (p participants) isLeftOut(cell string) bool {
	return p.leftOut[mailKey(code(cell))] || p.leftOut[nameKey(cell)]
}

// find gives the participant whom a cell names. Where the participants, or the
// row of this one, could not be read, that is told already and nobody is missed.
func (r *reader) find(people participants, t table, w row, column string) (int, bool) {
	cell := t.cell(w, column)
	if cell == "" || !people.known {
		return 0, false
	}
	i, byName, ok := people.whois(cell)
	switch {
	case !ok && people.isLeftOut(cell), ok && people.twice[i]:
		return 0, false
	case !ok:
		r.report("data-person-unknown", t.at(w, column))
	case i == several:
		r.report("data-person-several", t.at(w, column))
	case byName && !r.byName[t.name]:
		r.byName[t.name] = true
		r.report("data-person-by-name", t.at(w, column))
	}
	return max(i, 0), ok && i != several
}
