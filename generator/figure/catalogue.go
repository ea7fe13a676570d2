package figure

import "slices"

// definitions is the allow-list, in the order of a report.
var definitions = slices.Concat(ofPeople, ofPairs, ofAnswers, ofOutcomes, ofMetrics)

// ofPeople are facts of the roster: who took part, and how.
var ofPeople = []Definition{
	{"participation.enrolled", Count, People, 0,
		Words{"Participation", "参加状況"}, Words{"enrolled", "登録"},
		Words{"People who enrolled in the cohort, in the role and department they had on enrolment.", "コーホートに登録した人数。役割と部署は登録時のもの。"}},
	{"participation.active", Count, People, 0,
		Words{"Participation", "参加状況"}, Words{"active", "参加中"},
		Words{"Enrolled people who had not left the program by the data date.", "データ基準日までにプログラムを離れていない登録者の人数。"}},
	{"participation.completed", Count, People, 0,
		Words{"Participation", "参加状況"}, Words{"completed", "修了"},
		Words{"Enrolled people who were still in the program on the cohort's last day. Nobody is counted before that day.", "コーホートの最終日までプログラムに参加していた登録者の人数。最終日が来るまでは、修了した人として数えない。"}},
	{"participation.left", Count, People, 0,
		Words{"Participation", "参加状況"}, Words{"left", "途中離脱"},
		Words{"Enrolled people who left the program before the data date or, if earlier, the cohort's end.", "データ基準日（コーホートの終了後は終了日）より前にプログラムを離れた登録者の人数。"}},
	{"orientation.share", Rate, Percent, 0,
		Words{"Orientation", "オリエンテーション"}, Words{"oriented", "受講率"},
		Words{"Share of enrolled people who had been through orientation by the day of their pair's first session. People who have not had a session yet count if they have been through orientation.", "ペアの初回セッション当日までにオリエンテーションを受けた登録者の割合。初回セッションがまだの人は、すでにオリエンテーションを受けていれば、受けた人に数える。"}},
	{"response.*", Rate, Percent, 0,
		Words{"Response", "回答状況"}, Words{"response rate", "回答率"},
		Words{"Share of the people in the program at the time of the survey who answered it.", "アンケートの実施期間にプログラムに参加していた人のうち、回答した人の割合。"}},
	{"retention.program", Rate, Percent, 0,
		Words{"Retention", "継続状況"}, Words{"still in the program", "プログラム継続率"},
		Words{"Share of enrolled people who had not left the program before the data date or, if earlier, the cohort's end.", "データ基準日（コーホートの終了後は終了日）より前にプログラムを離れなかった登録者の割合。"}},
	{"retention.company", Rate, Percent, 0,
		Words{"Retention", "継続状況"}, Words{"still in the company", "在職率"},
		Words{"Share of enrolled people who had not left the company by the data date.", "データ基準日までに退職していない登録者の割合。"}},
}
