package ledger

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

// cohort has four people in two pairs, who answered a week of the pulse and met.
func cohort() microdata.Cohort {
	c := microdata.Cohort{
		ID:        "2025-spring",
		Questions: []microdata.Question{{Code: "mood", Scale: []microdata.Point{{Value: 1}, {Value: 2}, {Value: 3}}}},
		Pairs:     []microdata.Pair{{Mentor: 0, Mentee: 1}, {Mentor: 2, Mentee: 3}},
		Goals:     []microdata.Goal{{Pair: 0, Theme: "digital", Status: "met"}, {Pair: 0, Theme: "trust", Status: "met"}, {Pair: 1, Theme: "trends", Status: "met"}},
	}
	for i, id := range []string{"E1041", "E1187", "E1302", "E1455"} {
		c.People = append(c.People, microdata.Person{ID: id, Role: []microdata.Role{microdata.Mentor, microdata.Mentee}[i%2]})
	}
	c.Waves = []microdata.Wave{{Name: "pulse-2025-06-02", Answers: []microdata.Answer{{Person: 0, Value: 2}, {Person: 1, Value: 3}, {Person: 2, Value: 9}}}}
	held := func(pair, day int, format string, topics ...string) microdata.Session {
		return microdata.Session{Pair: pair, Date: microdata.Date{Year: 2025, Month: time.May, Day: day}, Status: microdata.Held, Format: format, Topics: topics}
	}
	c.Sessions = []microdata.Session{held(0, 12, "対面", "生成AI"), held(0, 19, "電話", "SNS", "生成AI"), held(1, 20, "", "SNS"), held(1, 27, "対面")}
	return c
}

// TestPulseSlots reads a week's answers that are on the scale, each a slot of
// its person, question and week.
func TestPulseSlots(t *testing.T) {
	r := NewReader(cohort())
	table := Table{ID: "pulse.mood", Statistic: "mean", Base: []string{"survey", "pulse"}}
	week := Level{"week", "2025-06-02"}
	slots, kind := r.Read(table, []Level{week}, 2)
	want := []Slot{{"E1041", "mood.pulse-2025-06-02", "2", 1}, {"E1187", "mood.pulse-2025-06-02", "3", 1}}
	if kind != People || !slices.Equal(slots, want) {
		t.Errorf("the week: %v, kind %d; want %v", slots, kind, want)
	}
	if slots, kind = r.Read(table, []Level{{"role", "mentee"}, week}, 1); kind != People || !slices.Equal(slots, want[1:]) {
		t.Errorf("its mentees: %v, kind %d; want %v", slots, kind, want[1:])
	}
	if _, kind = r.Read(table, []Level{week}, 3); kind != Unread {
		t.Errorf("a size of 3 where 2 answered: kind %d, want Unread", kind)
	}
}

// TestOtherSlots reads what no cell names: together with the named levels it is
// the total, over the same slots.
func TestOtherSlots(t *testing.T) {
	r := NewReader(cohort())
	named := []Level{{"format", "対面"}, {"format", "other"}, {"topic", "生成AI"}, {"topic", "other"}, {"theme", "digital"}, {"theme", "other"}}
	count := func(id string, at ...Level) int {
		slots, kind := r.Read(Table{ID: id, Named: named}, at, 2)
		if kind != Pairs {
			t.Errorf("%s %v: kind %d, want Pairs", id, at, kind)
		}
		return len(slots)
	}
	for _, c := range []struct {
		id   string
		at   Level
		want int
	}{
		{"sessions.format", Level{"format", "対面"}, 2},
		{"sessions.format", Level{"format", "other"}, 2},
		{"topics.share", Level{"topic", "生成AI"}, 2},
		{"topics.share", Level{"topic", "other"}, 2},
		{"goals.met", Level{"theme", "digital"}, 1},
		{"goals.met", Level{"theme", "other"}, 2},
	} {
		if got := count(c.id, c.at); got != c.want {
			t.Errorf("%s %v: %d slots, want %d", c.id, c.at, got, c.want)
		}
	}
	total, _ := r.Read(Table{ID: "sessions.held"}, nil, 2)
	for _, level := range []string{"生成AI", "other"} {
		part, _ := r.Read(Table{ID: "topics.share", Named: named}, []Level{{"topic", level}}, 2)
		for _, s := range part {
			if !slices.Contains(total, s) {
				t.Errorf("topic %s counts %q, which is no slot of the total %v", level, s.Key, total)
			}
		}
	}
}

// TestAShareOfGoalsIsOfAll has the goals of each status stand behind the share
// of any: another goal changes its base.
func TestAShareOfGoalsIsOfAll(t *testing.T) {
	data := cohort()
	before, _ := NewReader(data).Read(Table{ID: "goals.met"}, nil, AnySize)
	data.Goals = append(slices.Clone(data.Goals), microdata.Goal{Pair: 0, Theme: "trust", Status: "dropped"})
	r := NewReader(data)
	for id, status := range map[string]string{"goals.met": "met", "metric.goals_met_share": "met", "goals.open": "open", "goals.dropped": "dropped"} {
		slots, kind := r.Read(Table{ID: id}, nil, AnySize)
		if kind != Pairs || len(slots) != len(before)+1 {
			t.Errorf("%s: %d slots, kind %d; want %d", id, len(slots), kind, len(before)+1)
		}
		for _, s := range slots {
			if want := 1 + map[bool]int{true: 1}[strings.HasSuffix(s.Key, " "+status)]; s.Times != want {
				t.Errorf("%s counts %q %d times, want %d", id, s.Key, s.Times, want)
			}
		}
	}
}

// TestOldLines reads a ledger as it was written before lines named bases,
// dominance and a reading.
func TestOldLines(t *testing.T) {
	root := private(t)
	old := `{"key":"` + Fingerprint(testKey) + `"}
{"release":"2025-spring","number":1,"time":"2025-10-20T09:00:00Z","hash":"sha256:1","thresholds":{"k":6,"k_distribution":9,"coalition":1,"width":1,"modal_max":0.8}}
{"set":1,"strand":"trust.mid","slots":["0123456789abcdef0123456789abcdef"]}
{"figure":"survey.trust.mid","statistic":"mean","printed":"{\"n\": 6, \"value\": 3.5}","exact":true,"times":[1],"of":[1]}
{"end":"2025-spring","number":1}
`
	if err := root.WriteFile(fileName, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := Read(root)
	if err != nil || len(l.Releases) != 1 || l.Releases[0].Reading != 0 || len(l.Releases[0].Figures[0].Parts) != 1 {
		t.Fatalf("read %+v, %v; want one release of one figure, by the first reading", l.Releases, err)
	}
	later := Release{Bases: map[string]Thresholds{"mid": {K: 5}, "sessions": {K: 7, MinPairs: 8}}}
	all, bases := Frozen(append(l.Releases, later, Release{Bases: map[string]Thresholds{"mid": {K: 6, Top1: 0.4}, "sessions": {K: 5, MinPairs: 6, Top1: 0.5}}}))
	if all != (Thresholds{K: 6, KDistribution: 9, Coalition: 1, Width: 1, ModalMax: 0.8}) {
		t.Errorf("of all bases: %+v, want those of the old line", all)
	}
	if bases["mid"] != (Thresholds{K: 6, Top1: 0.4}) || bases["sessions"] != (Thresholds{K: 7, MinPairs: 8, Top1: 0.5}) {
		t.Errorf("of single bases: %+v, want the stricter of each threshold", bases)
	}
}
