package disclosure

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
)

// life is all that a pair may hold, and the numbers of it that nobody else may
// learn.
type life struct {
	sessions []microdata.Session
	goals    []string // by status
	checkIns int
	numbers  []int
	dated    bool  // days to the first session print
	least    []int // numbers at a lower limit, which only what is tried makes so; -1 where there is none
}

// TestPairsNeverTell tries everything that six to eight pairs may hold, within
// narrow limits. Whoever knows the program knows which datasets come to a
// release: they must leave each insider two numbers of every other pair. A
// number at the upper limit is not looked at, since only the limit makes it so.
func TestPairsNeverTell(t *testing.T) {
	for _, c := range []struct {
		name   string
		lives  []life
		pairs  int
		always bool
	}{
		{"sessions of one month", meetings(5, 0, 0), 6, true},
		{"sessions of one month", meetings(5, 0, 0), 8, false},
		{"sessions of two months", meetings(2, 2, 0), 6, false},
		{"sessions of one month, held and cancelled", meetings(2, 0, 2), 6, false},
		{"days to the first session", firstDays(5), 6, true},
		{"days to the first session", firstDays(4), 8, false},
		{"goals met or open", goalsOf(3, "met", "open"), 6, false},
		{"goals met, partly met or open", goalsOf(2, "met", "partly", "open"), 6, false},
		{"goals met or open", goalsOf(2, "met", "open"), 8, true},
		{"check-ins", checkIns(6), 6, true},
		{"check-ins", checkIns(5), 8, false},
		{"minutes", lasting(1), 5, true},
		{"minutes", lasting(1), 6, false},
		{"minutes", lasting(1), 7, true},
		{"formats", kindsOf(4, 4, inFormat("対面"), inFormat("オンライン")), 6, true},
		{"formats, five sessions", kindsOf(5, 5, inFormat("対面"), inFormat("オンライン")), 5, false},
		{"topics", kindsOf(4, 4, about("生成AI"), about("キャリア")), 6, false},
		{"topics, or none", kindsOf(4, 4, about("生成AI"), about()), 6, false},
		{"cancelled in two months", kindsOf(0, 3, cancelledIn(4), cancelledIn(5)), 5, false},
	} {
		if !c.always && many(1, 0) == 0 {
			continue
		}
		t.Run(fmt.Sprint(c.name, " ", c.pairs), func(t *testing.T) {
			t.Parallel()
			p := defaultPolicy
			p.memory = &suppress.Memory{}
			worlds := releasesOf(c.lives, c.pairs, func(data microdata.Cohort) string {
				shield, problems := p.settle(inOrder(data))
				if len(problems) > 0 {
					t.Fatalf("problems %v", ids(problems))
				}
				return fmt.Sprint(shield.tables)
			})
			for _, release := range sortedKeys(worlds) {
				if told := toldOf(c.lives, worlds[release]); told != "" {
					t.Errorf("%s, of %d datasets, in %s", told, len(worlds[release]), release)
				}
			}
		})
	}
}

// TestPairRulesAreNeeded switches off rules for what pairs hold and attacks
// nothing: some release then tells a pair what another holds.
func TestPairRulesAreNeeded(t *testing.T) {
	for _, c := range []struct {
		rule  string
		lives []life
		off   func(*Policy)
	}{
		{"min_pairs and dominance", meetings(4, 0, 0), func(p *Policy) { p.dominance = dominance{top1: 1, top2: 1, minPairs: 1, minMentors: 1, minMentees: 1} }},
		{"known ends", meetings(2, 0, 2), func(p *Policy) { p.width = -1 }},
	} {
		weak := defaultPolicy
		c.off(&weak)
		for _, p := range []Policy{defaultPolicy, weak} {
			p.memory = &suppress.Memory{}
			worlds := releasesOf(c.lives, 6, func(data microdata.Cohort) string { return fmt.Sprint(protect(inOrder(data), p).tables) })
			told := ""
			for _, release := range sortedKeys(worlds) {
				told += toldOf(c.lives, worlds[release])
			}
			if isOn := p.width == defaultPolicy.width && p.dominance == defaultPolicy.dominance; isOn != (told == "") {
				t.Errorf("%s on %v: told %q", c.rule, isOn, told)
			}
		}
	}
}

// releasesOf makes all datasets of so many pairs, each as how many live each
// life, the first of which holds nothing, by what is released of them.
func releasesOf(lives []life, pairs int, release func(microdata.Cohort) string) map[string][][]int {
	worlds := make(map[string][][]int)
	eachMultiset(pairs, len(lives), func(counts []int) {
		if counts[0] == pairs {
			return // nobody has any: nothing of the kind is printed, as where it is not collected
		}
		r := release(living(lives, counts))
		worlds[r] = append(worlds[r], slices.Clone(counts))
	})
	return worlds
}

// toldOf names a number that a pair knows of every other, by the datasets that
// come to a release; "" where there is none.
func toldOf(lives []life, worlds [][]int) string {
	for number := range lives[0].numbers {
		most, limits := 0, make(map[int]bool)
		for _, l := range lives {
			most = max(most, l.numbers[number])
			if l.least != nil {
				limits[l.least[number]] = true
			}
		}
		limits[most] = true
		for own := range lives {
			left := make(map[int]bool)
			for _, counts := range worlds {
				for other, n := range counts {
					if counts[own] > 0 && (n > 1 || n == 1 && other != own) {
						left[lives[other].numbers[number]] = true
					}
				}
			}
			if only := slices.Collect(maps.Keys(left)); len(only) == 1 && !limits[only[0]] {
				return fmt.Sprintf("a pair with %v knows number %d of the others: %v", lives[own].numbers, number, left)
			}
		}
	}
	return ""
}

// living is a cohort in which so many pairs live each life.
func living(lives []life, counts []int) microdata.Cohort {
	pairs := 0
	for _, n := range counts {
		pairs += n
	}
	c := random(rand.New(rand.NewPCG(1, 1)), shape{people: 2 * pairs, departments: 1})
	c.Questions, c.Waves, c.Sessions = nil, nil, nil
	for i := range c.Pairs {
		if !slices.ContainsFunc(lives, func(l life) bool { return l.dated }) {
			c.Pairs[i].Matched = microdata.Date{} // and no days to the first session
		}
	}
	c.End, c.AsOf = microdata.Date{Year: 2025, Month: 5, Day: 31}, microdata.Date{Year: 2025, Month: 5, Day: 31}
	pair := 0
	for i, n := range counts {
		for range n {
			for _, s := range lives[i].sessions {
				s.Pair = pair
				c.Sessions = append(c.Sessions, s)
			}
			for _, status := range lives[i].goals {
				c.Goals = append(c.Goals, microdata.Goal{Pair: pair, Theme: "digital", Status: status})
			}
			for range lives[i].checkIns {
				c.Followups = append(c.Followups, microdata.Followup{Pair: pair, Date: c.AsOf})
			}
			pair++
		}
	}
	return c
}

// meetings are up to so many sessions held in April and in May, and so many
// cancelled.
func meetings(april, may, cancelled int) []life {
	on := func(month time.Month, status microdata.Status, n int) []microdata.Session {
		var out []microdata.Session
		for i := range n {
			out = append(out, microdata.Session{Date: microdata.Date{Year: 2025, Month: month, Day: 7 + 4*i}, Minutes: 45, Status: status})
		}
		return out
	}
	var out []life
	for a := range april + 1 {
		for m := range may + 1 {
			for c := range cancelled + 1 {
				sessions := slices.Concat(on(4, microdata.Held, a), on(5, microdata.Held, m), on(4, microdata.Cancelled, c))
				out = append(out, life{sessions: sessions, numbers: []int{a, m, a + m, c}})
			}
		}
	}
	return out
}

// firstDays are no session, or one, up to so many days after matching.
func firstDays(most int) []life {
	out := []life{{numbers: []int{-1}}}
	for d := range most + 1 {
		s := microdata.Session{Date: microdata.Date{Year: 2025, Month: 4, Day: 1 + d}, Minutes: 45, Status: microdata.Held}
		out = append(out, life{sessions: []microdata.Session{s}, numbers: []int{d}, dated: true})
	}
	return out
}

// goalsOf are up to so many goals, each of a status.
func goalsOf(most int, statuses ...string) []life {
	var out []life
	for total := range most + 1 {
		eachMultiset(total, len(statuses), func(counts []int) {
			l := life{numbers: slices.Clone(counts)}
			for i, status := range statuses {
				l.goals = append(l.goals, slices.Repeat([]string{status}, counts[i])...)
			}
			out = append(out, l)
		})
	}
	return out
}

func checkIns(most int) []life {
	var out []life
	for n := range most + 1 {
		out = append(out, life{checkIns: n, numbers: []int{n}})
	}
	return out
}
