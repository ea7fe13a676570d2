package ledger

// Thresholds are the policy that figures were printed under. Those of a base
// that is out, a wave above all, are frozen: they may be raised and not lowered.
type Thresholds struct {
	K             int     `json:"k"`
	KDistribution int     `json:"k_distribution"`
	Coalition     int     `json:"coalition"`
	Width         int     `json:"width"`
	ModalMax      float64 `json:"modal_max"`
	SecretRoster  bool    `json:"secret_roster,omitempty"` // readers do not know who took part
	// Of rule 9. 0 where a line does not give it.
	Top1       float64 `json:"top1,omitempty"`
	Top2       float64 `json:"top2,omitempty"`
	MinPairs   int     `json:"min_pairs,omitempty"`
	MinMentors int     `json:"min_mentors,omitempty"`
	MinMentees int     `json:"min_mentees,omitempty"`
}

// Stricter gives the stricter of each threshold of t and o. One that is 0 is
// not given, and the other's holds.
func (t Thresholds) Stricter(o Thresholds) Thresholds {
	return Thresholds{
		K: max(t.K, o.K), KDistribution: max(t.KDistribution, o.KDistribution),
		Coalition: max(t.Coalition, o.Coalition), Width: max(t.Width, o.Width),
		ModalMax: lower(t.ModalMax, o.ModalMax), SecretRoster: t.SecretRoster || o.SecretRoster,
		Top1: lower(t.Top1, o.Top1), Top2: lower(t.Top2, o.Top2),
		MinPairs: max(t.MinPairs, o.MinPairs), MinMentors: max(t.MinMentors, o.MinMentors), MinMentees: max(t.MinMentees, o.MinMentees),
	}
}

func lower(a, b float64) float64 {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// Frozen gives the thresholds that some releases of a cohort froze: of each
// base that a release names, and of all bases, by releases whose lines name
// none, as they were once written.
func Frozen(releases []Release) (all Thresholds, bases map[string]Thresholds) {
	bases = make(map[string]Thresholds)
	for _, r := range releases {
		if r.Bases == nil {
			all = all.Stricter(r.Thresholds)
		}
		for base, t := range r.Bases {
			bases[base] = bases[base].Stricter(t)
		}
	}
	return all, bases
}
