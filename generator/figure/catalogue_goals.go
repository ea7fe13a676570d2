package figure

// ofOutcomes are the goals of pairs. n is the number of pairs of the cohort.
var ofOutcomes = []Definition{
	{"goals.met", Rate, Percent, 0,
		Words{"Goals", "目標"}, Words{"met", "達成"},
		Words{"Share of the pairs' goals that were met, of all goals set. n is the number of pairs.", "ペアが立てた目標のうち、達成したものの割合。n はペア数。"}},
	{"goals.partly", Rate, Percent, 0,
		Words{"Goals", "目標"}, Words{"partly met", "一部達成"},
		Words{"Share of the pairs' goals that were met in part, of all goals set. n is the number of pairs.", "ペアが立てた目標のうち、一部だけ達成したものの割合。n はペア数。"}},
	{"goals.open", Rate, Percent, 0,
		Words{"Goals", "目標"}, Words{"open", "継続中"},
		Words{"Share of the pairs' goals that are still open, of all goals set. n is the number of pairs.", "ペアが立てた目標のうち、まだ取り組んでいるものの割合。n はペア数。"}},
	{"goals.dropped", Rate, Percent, 0,
		Words{"Goals", "目標"}, Words{"dropped", "取りやめ"},
		Words{"Share of the pairs' goals that were given up, of all goals set. n is the number of pairs.", "ペアが立てた目標のうち、取りやめたものの割合。n はペア数。"}},
}
