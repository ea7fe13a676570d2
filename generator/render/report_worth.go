package render

import "slices"

// worth is a figure without the groups in which hardly a number may be shown,
// or no figure where hardly one is left: a grid of withheld cells tells a
// reader nothing. LeftOut names what it left out. It goes by the marks alone,
// which stand in the release for everybody. A figure that was withdrawn stays,
// to say so.
func (d *drawer) worth(f figureView) figureView {
	if f.Kind == "" || len(f.Withdrawn) > 0 {
		return f
	}
	if f.Kind == kindTable {
		f.Table.Groups = slices.DeleteFunc(slices.Clone(f.Table.Groups), func(g gridGroup) bool {
			if g.Label == "" || g.tells() {
				return false
			}
			f.LeftOut = append(f.LeftOut, f.Title+d.T("title_separator")+g.Label)
			return true
		})
	}
	whole := gridGroup{}
	for _, g := range f.Table.Groups {
		whole.Rows = append(whole.Rows, g.Rows...)
	}
	if !whole.tells() {
		return figureView{LeftOut: []string{f.Title}}
	}
	_, withheld := whole.count()
	f.HasWithheld = withheld > 0
	return f
}

// tells says whether at least a third of the cells of a group are shown.
func (g gridGroup) tells() bool {
	shown, withheld := g.count()
	return shown > 0 && 2*shown >= withheld
}

// count gives how many cells are shown and how many are withheld.
func (g gridGroup) count() (shown, withheld int) {
	for _, row := range g.Rows {
		cells := row.Cells
		if row.Span != nil {
			cells = append(slices.Clone(cells), *row.Span)
		}
		for _, c := range cells {
			switch {
			case c.Withheld:
				withheld++
			case c.Shown:
				shown++
			}
		}
	}
	return shown, withheld
}
