package render

// saysN says whether the number of people or pairs has a column of its own: in
// each cohort, all numbers shown are about as many. Else it stands below each.
func (c comparison) saysN(m measure) bool {
	says := false
	for i := range c.drawers {
		n := 0
		for _, t := range c.tables(i, m) {
			cell, _ := t.Cell()
			if n > 0 && cell.N() > 0 && cell.N() != n {
				return false
			}
			n, says = max(n, cell.N()), says || hasN(t)
		}
	}
	return says
}

// columns head the table of a measure.
func (c comparison) columns(m measure) []string {
	var out []string
	if c.saysN(m) {
		out = append(out, c.T("n"))
	}
	for _, line := range m.lines {
		out = append(out, line.label)
	}
	for range m.beside {
		out = append(out, c.T("change"))
	}
	if c.hasInterval(m) {
		out = append(out, c.T("interval"))
	}
	return out
}

// cells are one cohort's row in the table of a measure.
func (c comparison) cells(cohort int, m measure) []cellView {
	d := c.drawers[cohort]
	saysN := c.saysN(m)
	var n cellView
	var out []cellView
	for _, name := range m.tables() {
		t, _ := c.table(cohort, name) // a place without a table stays blank
		if cell, ok := t.Cell(); ok && !n.Shown {
			n = d.n(t, cell)
		}
		if saysN {
			out = append(out, d.at(t))
		} else {
			out = append(out, d.withN(t))
		}
	}
	if saysN {
		out = append([]cellView{n}, out...)
	}
	if c.hasInterval(m) {
		out = append(out, c.interval(cohort, m))
	}
	return out
}

// hasInterval says whether any cohort's change has an interval.
func (c comparison) hasInterval(m measure) bool {
	for i := range c.drawers {
		if c.interval(i, m).Shown {
			return true
		}
	}
	return false
}

// interval is that of a cohort's change, or what stands in its place.
func (c comparison) interval(cohort int, m measure) cellView {
	d := c.drawers[cohort]
	for _, name := range m.beside {
		t, _ := c.table(cohort, name)
		cell, ok := t.Cell()
		if !ok {
			continue
		}
		if v := d.interval(t, cell); v != nil {
			return *v
		}
		if v := d.open(t, cell); v.Withheld {
			return v
		}
		return cellView{Words: c.T("compare_no_interval")}
	}
	return cellView{}
}
