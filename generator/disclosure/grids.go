package disclosure

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/tabulate"
	"kohort/generator/figure"
)

// leftOut is the rung of a group that stands in no table at all.
const leftOut = -1

// leaveOutGrids drops each crossing of which fewer than one cell in four would
// be shown (rule 14): a grid of marks tells a reader nothing. It goes by the
// sizes of groups alone, and says so once.
func leaveOutGrids(bases []tabulate.Base, ladders []ladder) []figure.Words {
	var grids []string
	for i, b := range bases {
		cells, shown := make(map[string]int), make(map[string]int)
		for g, group := range b.Groups {
			if name := crossing(group); name != "" {
				cells[name]++
				if ladders[i][g] > 0 && len(group.Members) > 0 {
					shown[name]++
				}
			}
		}
		for g, group := range b.Groups {
			if name := crossing(group); name != "" && shown[name]*4 < cells[name] {
				ladders[i][g] = leftOut
				grids = append(grids, name)
			}
		}
	}
	slices.Sort(grids)
	var notes []figure.Words
	for _, name := range slices.Compact(grids) {
		notes = append(notes, figure.Words{
			EN: name + " is left out of tables in which nearly all its cells would be withheld",
			JA: name + " は、ほとんどの数字を伏せることになる表では省きます",
		})
	}
	return notes
}

// crossing names a group's dimensions, where it has several.
func crossing(g tabulate.Group) string {
	if len(g.At) < 2 {
		return ""
	}
	var names []string
	for _, l := range g.At {
		names = append(names, l.Dimension)
	}
	return strings.Join(names, " × ")
}
