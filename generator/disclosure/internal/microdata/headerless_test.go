package microdata

import "testing"

// TestARowOfAPersonIsNoHeader holds that one word which is also a header, in a
// list without headers, does not make the first person vanish.
func TestARowOfAPersonIsNoHeader(t *testing.T) {
	wantChecks(t, onlyPeople+`-- cohorts/c1/participants.csv --
E20101,甲野 一,mentor,営業一課,Manager
E20102,乙川 二,mentee,法務部,Staff
`, at("participants.csv", "1: data-header-missing"))
	wantChecks(t, `-- cohorts/c1/pairs.csv --
P01,E20101,E20103,メンター
-- cohorts/c1/sessions.csv --
P01,2025-04-20,45,キャリア,オンライン,実施
-- cohorts/c1/goals.csv (removed) --
`, at("pairs.csv", "1: data-header-missing")+at("sessions.csv", "1: data-header-missing"))
}

func TestOneHeaderThatCohortYamlGivesIsEnough(t *testing.T) {
	wantChecks(t, onlyPeople+`-- cohorts/c1/cohort.yaml --
title: 試行
start: 2025-04-01
end: 2025-09-30
by: [[role]]
tables: {participants: {columns: {id: 受講者キー}}}
-- cohorts/c1/participants.csv --
受講者キー,呼び名,立ち位置
E20101,甲野 一,mentor
`, at("participants.csv", `1: data-column-missing
1: data-column-missing
1 (B): data-column-unknown
1 (C): data-column-unknown`))
}
