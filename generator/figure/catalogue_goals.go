package figure

// ofOutcomes are the goals of pairs. n is the number of pairs of the cohort.
var ofOutcomes = []Definition{
	{"goals.met", Rate, Percent, 0,
		Words{"Goals", "目標"}, Words{"met", "達成"},
		Words{"Share of goals met, out of all the goals that pairs set. n is the number of pairs.", "ペアが立てた目標のうち、達成したものの割合。n はペア数。"}},
	{"goals.partly", Rate, Percent, 0,
		Words{"Goals", "目標"}, Words{"partly met", "一部達成"},
		Words{"Share of goals met in part, out of all the goals that pairs set. n is the number of pairs.", "ペアが立てた目標のうち、一部だけ達成したものの割合。n はペア数。"}},
	{"goals.open", Rate, Percent, 0,
		Words{"Goals", "目標"}, Words{"open", "継続中"},
		Words{"Share of goals still open, out of all the goals that pairs set. n is the number of pairs.", "ペアが立てた目標のうち、まだ取り組んでいるものの割合。n はペア数。"}},
	{"goals.dropped", Rate, Percent, 0,
		Words{"Goals", "目標"}, Words{"dropped", "取りやめ"},
		Words{"Share of goals given up, out of all the goals that pairs set. n is the number of pairs.", "ペアが立てた目標のうち、取りやめたものの割合。n はペア数。"}},
}
