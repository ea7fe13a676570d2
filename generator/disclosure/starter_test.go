package disclosure

import (
	"encoding/csv"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"
)

// rowsOf reads a table of the starter with nothing but encoding/csv: each row
// by the names of its columns. The second cohort's are the canonical ones.
func rowsOf(t *testing.T, cohort, table string) []map[string]string {
	t.Helper()
	if cohort == "2025-spring" {
		return canonicalRows(t, table)
	}
	return rowsIn(t, filepath.Join("../../content/cohorts", cohort, table+".csv"))
}

func rowsIn(t *testing.T, file string) []map[string]string {
	t.Helper()
	data := strings.TrimPrefix(string(read(t, file)), "\ufeff")
	lines, err := csv.NewReader(strings.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("%s is no CSV file", file)
	}
	var out []map[string]string
	for _, line := range lines[1:] {
		row := make(map[string]string)
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		out = append(out, row)
	}
	return out
}

func number(s string) float64 {
	var v float64
	fmt.Sscan(s, &v)
	return v
}

// recount works figures of the starter out once more, by the plainest means.
// Nobody in it withdrew, and each table's file is complete.
func recount(t *testing.T, cohort string) map[string]float64 {
	people, pairs, sessions, goals := rowsOf(t, cohort, "participants"), rowsOf(t, cohort, "pairs"), rowsOf(t, cohort, "sessions"), rowsOf(t, cohort, "goals")
	out := map[string]float64{"participation.enrolled": float64(len(people)), "matching.pairs": float64(len(pairs))}
	department := make(map[string]string)
	for _, p := range people {
		department[p["id"]] = p["department"]
	}
	across := 0.0
	for _, p := range pairs {
		if department[p["mentor"]] != department[p["mentee"]] {
			across++
		}
	}
	out["matching.cross_department"] = 100 * across / float64(len(pairs))
	held, minutes, timed := 0.0, 0.0, 0.0
	topics, formats := make(map[string]float64), make(map[string]float64)
	for _, s := range sessions {
		if s["status"] != "held" {
			continue
		}
		held++
		if m := number(s["minutes"]); m > 0 {
			minutes, timed = minutes+m, timed+1
		}
		formats[s["format"]]++
		for topic := range strings.SplitSeq(s["topics"], ";") {
			topics[topic]++
		}
	}
	out["sessions.held"], out["sessions.minutes"], out["metric.minutes"] = held, minutes/timed, minutes/timed
	for topic, n := range topics {
		out["topics.share "+topic] = 100 * n / held
	}
	for format, n := range formats {
		out["sessions.format "+format] = 100 * n / held
	}
	for _, g := range goals {
		out["goals."+g["status"]] += 100 / float64(len(goals))
	}
	out["metric.goals_met_share"] = out["goals.met"]
	answered, asked := make(map[string]bool), 0.0
	for _, row := range rowsOf(t, cohort, "survey-after") {
		answered[row["respondent"]] = true
	}
	for _, p := range people {
		if p["left"] == "" || answered[p["id"]] { // nobody left after the closing date
			asked++
		}
	}
	out["metric.response_rate"] = 100 * float64(len(answered)) / asked
	recountSurvey(t, cohort, out)
	return out
}

// recountSurvey adds the means of the people who answered a question both times.
func recountSurvey(t *testing.T, cohort string, out map[string]float64) {
	before := make(map[string]map[string]string)
	for _, row := range rowsOf(t, cohort, "survey-before") {
		before[row["respondent"]] = row
	}
	sums := make(map[string][3]float64)
	for _, row := range rowsOf(t, cohort, "survey-after") {
		for question, answer := range row {
			if was := before[row["respondent"]][question]; question != "respondent" && was != "" && answer != "" {
				s := sums[question]
				sums[question] = [3]float64{s[0] + 1, s[1] + number(was), s[2] + number(answer)}
			}
		}
	}
	for question, s := range sums {
		for _, figure := range []string{"survey.", "theme."} { // a theme of the starter is one question of its name
			out[figure+question+".before"], out[figure+question+".after"], out[figure+question+".change"] = s[1]/s[0], s[2]/s[0], (s[2]-s[1])/s[0]
		}
	}
}

// TestStarterFiguresAgain compares the starter's released figures of whole
// cohorts with the recount.
func TestStarterFiguresAgain(t *testing.T) {
	p := starter(t)
	for _, id := range []string{"2024-autumn", "2025-spring"} {
		release(t, p, id)
		published, _ := load(t, LoadInput{Place: p})
		c, _ := published.Cohort(id)
		want, compared := recount(t, id), 0
		for _, table := range c.Tables() {
			if s := table.Statistic(); s == "distribution" || s == "rate" && strings.HasPrefix(table.ID(), "survey.") {
				continue
			}
			for _, cell := range table.Cells() {
				key := table.ID()
				if at := cell.At(); len(at) > 1 || len(at) == 1 && at[0].Dimension != "topic" && at[0].Dimension != "format" {
					continue
				} else if len(at) == 1 {
					key += " " + at[0].Level
				}
				w, known := want[key]
				if !known {
					continue
				}
				compared++
				unit := math.Pow10(-table.Decimals())
				lo, hi := cell.Band()
				switch {
				case cell.Form() == Number && math.Abs(cell.Value()-w) > unit/2+1e-9:
					t.Errorf("%s %s %s: released %v, counted %v", id, key, table.Statistic(), cell.Value(), w)
				case cell.Form() == Band && (w < lo-unit || w > hi+unit):
					t.Errorf("%s %s: released %v to %v, counted %v", id, key, lo, hi, w)
				}
			}
		}
		if compared < 50 {
			t.Errorf("%s: %d cells were compared, want 50 and more", id, compared)
		}
	}
}
