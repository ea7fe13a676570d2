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
	{"sessions_per_month", Words{"Sessions per pair and month", "1ペア1か月あたりのセッション数"}, Words{"sessions", "回"}, 1},
	{"minutes", Words{"Length of a session", "1回の時間"}, Words{"minutes", "分"}, 0},
	{"oriented_share", Words{"Oriented before the first session", "初回前にオリエンテーションを受けた人の割合"}, Words{"%", "%"}, 0},
	{"days_to_first_session", Words{"Days from matching to the first session", "マッチングから初回までの日数"}, Words{"days", "日"}, 0},
	{"cross_department_share", Words{"Pairs across departments", "部署をまたぐペアの割合"}, Words{"%", "%"}, 0},
	{"response_rate", Words{"Response rate", "回答率"}, Words{"%", "%"}, 0},
	{"followups_per_pair", Words{"Follow-ups per pair", "1ペアあたりのフォロー回数"}, Words{"times", "回"}, 1},
	{"goals_met_share", Words{"Goals met", "達成した目標の割合"}, Words{"%", "%"}, 0},
}
