package handbook

import "strings"

// TargetKey names what a guideline aims at for good, by its page, its id and
// the bound, "min" or "max": "guidelines/cadence.html#twice-a-month/min".
func TargetKey(g Guideline, bound string) string {
	return strings.ReplaceAll(g.Page.URL, " ", "%20") + "#" + g.ID + "/" + bound
}

// Targets gives what the guidelines of all editions aim at, as it was written,
// by TargetKey. Audit holds the targets in figures against it.
func (h *Handbook) Targets() map[string]string {
	targets := make(map[string]string)
	for _, tree := range h.Trees {
		for _, edition := range tree.Editions {
			for _, g := range edition.Guidelines {
				if g.Min != "" {
					targets[TargetKey(g, "min")] = g.Min
				}
				if g.Max != "" {
					targets[TargetKey(g, "max")] = g.Max
				}
			}
		}
	}
	return targets
}
