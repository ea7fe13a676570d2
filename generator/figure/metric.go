package figure

// Metric is a measurable rule of the program: what a guideline's metric= may
// name.
type Metric struct {
	ID       string
	Name     Words
	Unit     Words // what min and max count: "sessions", "回"
	Decimals int
}

// Metrics gives every metric, in the order of a report.
func Metrics() []Metric { return append([]Metric(nil), metrics...) }

// LookupMetric finds a metric by id.
func LookupMetric(id string) (Metric, bool) {
	for _, m := range metrics {
		if m.ID == id {
			return m, true
		}
	}
	return Metric{}, false
}

var metrics = []Metric{
	{"sessions_per_month", Words{"Sessions per pair per month", "1ペア1か月あたりのセッション数"}, Words{"sessions", "回"}, 1},
	{"minutes", Words{"Length of a session", "1回の時間"}, Words{"minutes", "分"}, 0},
	{"oriented_share", Words{"Orientation before the first session", "初回前にオリエンテーションを受けた人の割合"}, Words{"%", "%"}, 0},
	{"days_to_first_session", Words{"Days from matching to the first session", "マッチングから初回までの日数"}, Words{"days", "日"}, 0},
	{"cross_department_share", Words{"Pairs from different departments", "部署をまたぐペアの割合"}, Words{"%", "%"}, 0},
	{"response_rate", Words{"Response rate", "回答率"}, Words{"%", "%"}, 0},
	{"followups_per_pair", Words{"Follow-ups per pair", "1ペアあたりのフォロー回数"}, Words{"times", "回"}, 1},
	{"goals_met_share", Words{"Goals met", "達成した目標の割合"}, Words{"%", "%"}, 0},
}

// ofMetrics are the actuals of the metrics, each the same as a figure above
// for the whole cohort. What is aimed at comes from the pages.
var ofMetrics = []Definition{
	{"metric.sessions_per_month", Mean, Sessions, 1,
		Words{"Targets and results", "目標と実績"}, Words{"sessions per pair per month", "1ペア1か月あたりのセッション数"},
		Words{"Sessions held by all pairs, divided by the sum of the months that each pair was together. A month is 30.44 days, and each pair counts for at least one month. n is the number of pairs.", "全ペアの実施セッション数を、各ペアが続いた月数の合計で割った値。1か月は30.44日とし、1か月に満たないペアも1か月と数える。n はペア数。"}},
	{"metric.minutes", Mean, Minutes, 0,
		Words{"Targets and results", "目標と実績"}, Words{"length of a session", "1回の時間"},
		Words{"Mean length of the sessions that were held and whose length is known. n is the number of pairs.", "時間が記録されている実施セッションの、1回あたりの平均時間。n はペア数。"}},
	{"metric.oriented_share", Rate, Percent, 0,
		Words{"Targets and results", "目標と実績"}, Words{"orientation before the first session", "初回前のオリエンテーション受講率"},
		Words{"Share of enrolled people who had been through orientation by the day of their pair's first session. People who have not had a session yet count if they have been through orientation.", "ペアの初回セッション当日までにオリエンテーションを受けた登録者の割合。初回セッションがまだの人は、すでにオリエンテーションを受けていれば、受けた人に数える。"}},
	{"metric.days_to_first_session", Mean, Days, 0,
		Words{"Targets and results", "目標と実績"}, Words{"days to the first session", "初回までの日数"},
		Words{"Mean number of days from matching to the first session held, for the pairs that have had one. n is the number of pairs.", "マッチングから最初に実施されたセッションまでの平均日数。まだ実施していないペアは除く。n はペア数。"}},
	{"metric.cross_department_share", Rate, Percent, 0,
		Words{"Targets and results", "目標と実績"}, Words{"pairs from different departments", "部署をまたぐペアの割合"},
		Words{"Share of pairs whose mentor and mentee are from different departments, going by the roster, before small departments are grouped. Pairs where either department is unknown are left out.", "メンターとメンティーの部署が異なるペアの割合。小さい部署をまとめる前の、名簿の部署で比べる。どちらかの部署が分からないペアは除く。"}},
	{"metric.response_rate", Rate, Percent, 0,
		Words{"Targets and results", "目標と実績"}, Words{"response rate", "回答率"},
		Words{"Response rate of the most recent survey (before, midway or after) that has any answers.", "開始時・中間・終了時のうち、回答のある最後のアンケートの回答率。"}},
	{"metric.followups_per_pair", Mean, Times, 1,
		Words{"Targets and results", "目標と実績"}, Words{"follow-ups per pair", "1ペアあたりのフォロー回数"},
		Words{"Number of times HR checked in with pairs, divided by the number of pairs.", "事務局がペアをフォローした回数を、ペア数で割った値。"}},
	{"metric.goals_met_share", Rate, Percent, 0,
		Words{"Targets and results", "目標と実績"}, Words{"goals met", "達成した目標の割合"},
		Words{"Share of goals met, out of all the goals that pairs set. n is the number of pairs.", "ペアが立てた目標のうち、達成したものの割合。n はペア数。"}},
}
