package disclosure

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

// custom is how the pairs of a cohort meet: what session number of a month
// (from 0) of a pair is, by pair and month. Each is one of a table, so that
// figures coincide that no reader knows to.
type custom struct {
	meets  func(pair, month int) int // sessions
	status func(pair, month, number int) microdata.Status
	topics func(pair, month, number int) []string
	format func(pair, month, number int) string
	lasts  func(pair, month, number int) int // minutes
	goals  func(pair int) []microdata.Goal
	checks func(pair int) int
}

var meetsCustoms = []func(pair, month int) int{
	func(_, _ int) int { return 1 },
	func(_, _ int) int { return 3 },
	func(_, month int) int { return map[bool]int{true: 3}[month == 4] },
	func(pair, _ int) int { return map[bool]int{true: 9}[pair == 0] },
	func(pair, month int) int { return map[bool]int{true: 2}[pair < 4 || month == 4] },
	func(pair, month int) int { return map[bool]int{true: 2}[pair%3 == month%3] },
	func(pair, _ int) int { return pair % 4 },
	func(pair, month int) int { return (pair + month) % 3 },
	func(pair, month int) int { return 1 + map[bool]int{true: 4}[pair == 1 && month == 6] },
}

var statusCustoms = []func(pair, month, number int) microdata.Status{
	func(_, _, _ int) microdata.Status { return microdata.Held },
	func(_, _, _ int) microdata.Status { return microdata.Cancelled },
	func(_, _, _ int) microdata.Status { return microdata.Planned },
	func(_, month, _ int) microdata.Status { return either(month == 5, microdata.Cancelled, microdata.Held) },
	func(pair, _, _ int) microdata.Status { return either(pair == 0, microdata.Held, microdata.Cancelled) },
	func(_, month, number int) microdata.Status {
		return either(number == 2, microdata.Planned, either(month == 6, microdata.Cancelled, microdata.Held))
	},
	func(_, _, number int) microdata.Status {
		return either(number == 1, microdata.Cancelled, microdata.Held)
	},
}

var topicCustoms = []func(pair, month, number int) []string{
	func(_, _, _ int) []string { return nil },
	func(_, _, _ int) []string { return []string{"キャリア"} },
	func(_, _, _ int) []string { return []string{"生成AI", "キャリア"} },
	func(_, month, _ int) []string { return []string{fmt.Sprint("働き方", month)} },
	func(pair, _, _ int) []string { return []string{fmt.Sprint("顧客", pair)} },
	func(pair, _, _ int) []string {
		return either(pair%2 == 0, []string{"キャリア"}, []string{"生成AI", "キャリア"})
	},
	func(_, month, _ int) []string {
		return either(month == 4, []string{"生成AI"}, []string{"働き方", "キャリア"})
	},
	func(_, _, number int) []string { return either(number == 0, []string{"生成AI"}, nil) },
	func(pair, month, number int) []string {
		return either((pair+month+number)%3 == 0, []string{"other"}, []string{"生成AI"})
	},
}

var formatCustoms = []func(pair, month, number int) string{
	func(_, _, _ int) string { return "" },
	func(_, _, _ int) string { return "対面" },
	func(_, month, _ int) string { return either(month == 4, "対面", "オンライン") },
	func(pair, _, _ int) string { return either(pair < 3, "対面", "オンライン") },
	func(_, _, number int) string { return either(number == 0, "対面", "オンライン") },
	func(pair, month, number int) string {
		return []string{"対面", "オンライン", "電話", ""}[(pair+month+number)%4]
	},
}

var lastsCustoms = []func(pair, month, number int) int{
	func(_, _, _ int) int { return 45 },
	func(_, _, _ int) int { return 0 },
	func(pair, _, _ int) int { return either(pair == 0, 600, 30) },
	func(pair, month, number int) int { return 30 + 5*((pair*month+number)%7) },
	func(pair, _, _ int) int { return either(pair < 4, 45, 0) },
}

var goalCustoms = []func(pair int) []microdata.Goal{
	func(int) []microdata.Goal { return nil },
	func(int) []microdata.Goal { return []microdata.Goal{{Theme: "digital", Status: "met"}} },
	func(int) []microdata.Goal {
		return []microdata.Goal{{Theme: "digital", Status: "met"}, {Theme: "trust", Status: "open"}, {Theme: "trust", Status: "open"}}
	},
	func(pair int) []microdata.Goal {
		return []microdata.Goal{{Theme: "digital", Status: either(pair == 0, "met", "open")}, {Theme: "digital", Status: "open"}}
	},
	func(pair int) []microdata.Goal {
		return []microdata.Goal{{Theme: fmt.Sprint(pair), Status: "partly"}, {Theme: "trends", Status: []string{"met", "dropped"}[pair%2]}}
	},
}

var checkCustoms = []func(pair int) int{
	func(int) int { return 0 },
	func(int) int { return 2 },
	func(pair int) int { return 4 * (pair % 2) },
	func(pair int) int { return either(pair == 0, 12, 1) },
}

func either[T any](is bool, yes, no T) T {
	if is {
		return yes
	}
	return no
}

func oneOf[T any](rng *rand.Rand, of []T) T { return of[rng.IntN(len(of))] }

// TestAReleaseNeverRefusesItself makes cohorts of 4 to 12 pairs whose sessions,
// goals and check-ins follow a rule each: all the same, none, one pair alone, by
// month, by pair. Figures then coincide that no reader knows to, and nothing of
// that may end in a problem that HR cannot mend.
func TestAReleaseNeverRefusesItself(t *testing.T) {
	inParallel(t, 318, many(2000, 120), func(t *testing.T, i int, rng *rand.Rand) {
		data := accustomed(rng, 4+rng.IntN(9))
		if i == 0 {
			data = sameTopics()
		}
		_, problems := releaseOf(t, data)
		for _, p := range problems {
			t.Errorf("cohort %d of %d pairs: %s", i, len(data.Pairs), p.Message(diag.English))
		}
	})
}

// accustomed is a cohort of so many pairs, of customs drawn at random, over one
// month or three.
func accustomed(rng *rand.Rand, pairs int) microdata.Cohort {
	c := random(rng, shape{people: 2 * pairs, departments: 2})
	c.Questions, c.Waves, c.Sessions = nil, nil, nil
	months := 1 + 2*rng.IntN(2)
	held := custom{
		oneOf(rng, meetsCustoms), oneOf(rng, statusCustoms), oneOf(rng, topicCustoms), oneOf(rng, formatCustoms),
		oneOf(rng, lastsCustoms), oneOf(rng, goalCustoms), oneOf(rng, checkCustoms),
	}
	if rng.IntN(2) == 0 {
		held.status = statusCustoms[0]
	}
	for pair := range c.Pairs {
		for month := 4; month < 4+months; month++ {
			for n := range held.meets(pair, month) {
				c.Sessions = append(c.Sessions, microdata.Session{
					Pair: pair, Date: microdata.Date{Year: 2025, Month: time.Month(month), Day: 3 + n},
					Status: held.status(pair, month, n), Topics: held.topics(pair, month, n), Format: held.format(pair, month, n), Minutes: held.lasts(pair, month, n),
				})
			}
		}
		for _, g := range held.goals(pair) {
			g.Pair = pair
			c.Goals = append(c.Goals, g)
		}
		for range held.checks(pair) {
			c.Followups = append(c.Followups, microdata.Followup{Pair: pair, Date: c.AsOf})
		}
	}
	return c
}

// sameTopics has six pairs of three sessions each, all with the same two topics.
func sameTopics() microdata.Cohort {
	c := accustomed(rand.New(rand.NewPCG(1, 1)), 6)
	c.Sessions, c.Goals, c.Followups = nil, nil, nil
	for pair := range c.Pairs {
		for month := range 3 {
			c.Sessions = append(c.Sessions, microdata.Session{Pair: pair, Date: microdata.Date{Year: 2025, Month: time.Month(4 + month), Day: 10 + pair},
				Status: microdata.Held, Minutes: 45, Topics: topicCustoms[2](0, 0, 0), Format: formatCustoms[2](pair, 4+month, 0)})
		}
	}
	return c
}
