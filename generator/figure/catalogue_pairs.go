package figure

// ofPairs are figures of pairs. n is the number of pairs of the cohort, also
// where not all of them have a value: how many have one would be a figure of
// its own. Only matching.cross_department, a fact of the roster, has as its n
// the pairs of which both departments are known.
var ofPairs = []Definition{
	{"matching.pairs", Count, Pairs, 0,
		Words{"Matching", "マッチング"}, Words{"pairs", "ペア数"},
		Words{"Pairs that have been matched, whether or not they have since ended.", "これまでに組まれたペアの数。終了したペアも含む。"}},
	{"matching.cross_department", Rate, Percent, 0,
		Words{"Matching", "マッチング"}, Words{"across departments", "部署をまたぐ割合"},
		Words{"Share of pairs whose mentor and mentee are from different departments, going by the roster, before small departments are grouped. Pairs where either department is unknown are left out.", "メンターとメンティーの部署が異なるペアの割合。小さい部署をまとめる前の、名簿の部署で比べる。どちらかの部署が分からないペアは除く。"}},
	{"matching.outside_line", Rate, Percent, 0,
		Words{"Matching", "マッチング"}, Words{"outside the reporting line", "上司部下でない割合"},
		Words{"Share of pairs in which neither reports to the other, directly or through other participants.", "上司と部下の関係にないペアの割合。直属の関係だけでなく、ほかの参加者を間にはさむ関係も上司と部下に含める。"}},
	{"matching.days", Mean, Days, 0,
		Words{"Matching", "マッチング"}, Words{"days to the first session", "初回までの日数"},
		Words{"Mean number of days from matching to the first session held, for the pairs that have had one. n is the number of pairs.", "マッチングから最初に実施されたセッションまでの平均日数。まだ実施していないペアは除く。n はペア数。"}},
	{"sessions.held", Sum, Sessions, 0,
		Words{"Sessions", "セッション"}, Words{"held", "実施"},
		Words{"Sessions that took place up to the data date, in total for all pairs. n is the number of pairs.", "データ基準日までに実施されたセッションの回数。すべてのペアを合計する。n はペア数。"}},
	{"sessions.planned", Sum, Sessions, 0,
		Words{"Sessions", "セッション"}, Words{"planned", "予定"},
		Words{"Sessions that were planned, whether held, still to come or cancelled, in total for all pairs. n is the number of pairs.", "予定されたセッション（実施したもの、これからのもの、中止したもの）の回数。すべてのペアを合計する。n はペア数。"}},
	{"sessions.cancelled", Sum, Sessions, 0,
		Words{"Sessions", "セッション"}, Words{"cancelled", "中止"},
		Words{"Planned sessions that were cancelled, in total for all pairs. n is the number of pairs.", "予定されながら中止になったセッションの回数。すべてのペアを合計する。n はペア数。"}},
	{"sessions.per_pair", Mean, Sessions, 1,
		Words{"Sessions", "セッション"}, Words{"per pair per month", "1ペア1か月あたり"},
		Words{"Sessions held by all pairs, divided by the sum of the months that each pair was together. A month is 30.44 days, and each pair counts for at least one month. n is the number of pairs.", "全ペアの実施セッション数を、各ペアが続いた月数の合計で割った値。1か月は30.44日とし、1か月に満たないペアも1か月と数える。n はペア数。"}},
	{"sessions.minutes", Mean, Minutes, 0,
		Words{"Sessions", "セッション"}, Words{"length", "1回の時間"},
		Words{"Mean length of the sessions that were held and whose length is known. n is the number of pairs.", "時間が記録されている実施セッションの、1回あたりの平均時間。n はペア数。"}},
	{"sessions.format", Rate, Percent, 0,
		Words{"Sessions", "セッション"}, Words{"format", "形式"},
		Words{"Share of all sessions held that had this format. Rare formats, and sessions whose format is not recorded, are grouped as 'other'. n is the number of pairs.", "実施されたセッション全体のうち、その形式で行った割合。少ない形式と、形式の記録がないセッションは「その他」にまとめる。n はペア数。"}},
	{"topics.share", Rate, Percent, 0,
		Words{"Topics", "話題"}, Words{"share of sessions", "セッションに占める割合"},
		Words{"Share of all sessions held in which this topic came up. A session may have several topics, so the shares can add up to more than 100%; a session without a recorded topic still counts among all sessions held. Rare topics are grouped as 'other'. n is the number of pairs.", "実施されたセッション全体のうち、その話題が出た割合。話題の記録がないセッションも全体に数える。1回に複数の話題が出ることもあるため、合計は100%を超えることがある。少ない話題は「その他」にまとめる。n はペア数。"}},
}
