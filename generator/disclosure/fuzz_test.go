package disclosure

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

// cohortFrom reads a cohort out of any bytes: the first say how many people, of
// how many departments, by which breakdown and on how many points they answer;
// then each byte is a person's department, role and grade, and each further one
// what he answered to a question in a wave, if he did.
func cohortFrom(data []byte) microdata.Cohort {
	next := func() int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(b)
	}
	people, places, points := 5+next()%28, 1+next()%4, 2+next()%4
	c := worldOf(nil, 5)
	c.Questions[0].Scale = c.Questions[0].Scale[:points]
	c.By = [][][]string{nil, {{"department", "role"}}, {{"grade"}}, {{"role", "grade"}}}[next()%4]
	c.Waves = []microdata.Wave{{Name: "before", Closed: c.Start}, {Name: "after", Closed: c.AsOf}}
	for p := range people {
		who := next()
		c.People = append(c.People, microdata.Person{ID: "E" + string(rune('A'+p)), Department: departments[who%places],
			Role: []microdata.Role{microdata.Mentor, microdata.Mentee}[who/4%2], Grade: []string{"一般", "主任", "部長"}[who/8%3]})
	}
	for w := range c.Waves {
		c.Waves[w].Responded = make([]bool, people)
		for p := range people {
			if answer := next() % (points + 1); answer < points {
				c.Waves[w].Responded[p] = true
				c.Waves[w].Answers = append(c.Waves[w].Answers, microdata.Answer{Person: p, Question: 0, Value: 1 + answer})
			}
		}
	}
	return c
}

// FuzzGate releases cohorts out of any bytes: the attack before a release finds
// nothing, nor is the independent attacker certain of anything, and what is
// written is read.
func FuzzGate(f *testing.F) {
	f.Add([]byte{3, 0, 3, 0})                                                  // eight who are all alike
	f.Add(append([]byte{7, 1, 3, 1}, bytes.Repeat([]byte{0, 4, 1, 5}, 20)...)) // two departments by two roles
	f.Add(append([]byte{19, 2, 3, 2}, bytes.Repeat([]byte{4, 4, 4, 4, 4, 3, 9}, 12)...))
	f.Add(append([]byte{27, 3, 0, 3}, bytes.Repeat([]byte{0, 1, 1, 2, 17}, 20)...)) // two points
	f.Fuzz(func(t *testing.T, data []byte) {
		cohort := cohortFrom(data)
		c, problems := releaseOf(t, cohort)
		for _, p := range problems {
			t.Errorf("%s", p.Message(diag.English))
		}
		file := encode(c, "")
		if o := newColleague(t, cohort, file).attack(t, searchNodes); o.certain > 0 {
			t.Errorf("%+v in\n%s", o, file)
		}
		if read, _, err := decode(file); err != nil || !bytes.Equal(encode(read, ""), file) {
			t.Errorf("%v: what was written is not read alike", err)
		}
	})
}

// FuzzDecode reads release files of any bytes: it says no more than that the
// form is wrong, and what it reads it writes and reads alike.
func FuzzDecode(f *testing.F) {
	small, _, _ := gate(cohortFrom(append([]byte{7, 1, 3, 0}, bytes.Repeat([]byte{0, 4, 1, 5}, 20)...)), defaultPolicy)
	small.release = 1
	kept := small
	for _, t := range small.tables {
		if strings.HasPrefix(t.id, "survey.") {
			kept.tables = []Table{t}
			f.Add(encode(kept, "sha256:00"))
		}
	}
	f.Add([]byte(`{"cohort": "c", "format": 1, "release": 1, "k": 5, "tables": [{"id": "survey.x.after", "statistic": "mean", "base": {"survey": "after"}, "unit": "points", "decimals": 1, "cells": [{"at": {}, "n": 8, "value": 3.25, "as_of": "2025-10-01"}]}]}`))
	f.Add([]byte(`{"format": 2}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, previous, err := decode(data)
		if err != nil {
			if err != errForm && err != errNewer {
				t.Errorf("the error is of its own: it may quote the file")
			}
			return
		}
		for _, table := range c.tables {
			for _, cell := range table.cells {
				if cell.form == Withheld && (cell.n != 0 || cell.counts != nil || cell.asOf != "") || cell.form != Withheld && cell.n != 0 && cell.n < min(c.k, 5) {
					t.Errorf("%s %v is read as %+v", table.id, cell.at, cell)
				}
			}
		}
		file := encode(c, previous)
		if !json.Valid(file) {
			t.Fatalf("what was read is written as no JSON:\n%s", file)
		}
		again, _, err := decode(file)
		if err != nil || !bytes.Equal(encode(again, previous), file) {
			t.Errorf("%v: what was read is not written and read alike:\n%s", err, file)
		}
	})
}

// canary stands in cells where a fuzzed file has the mark ¤: no problem may
// repeat it.
const canary = "Kanaria74119"

// FuzzReadCohort reads data files of any bytes: it never panics, no problem
// repeats a value, and one problem that stops leaves no cohort.
func FuzzReadCohort(f *testing.F) {
	good, err := txtar.ParseFile("internal/microdata/testdata/good.txtar")
	if err != nil {
		f.Fatal(err)
	}
	files := make(map[string][]byte)
	for _, file := range good.Files {
		files[strings.TrimSuffix(strings.TrimPrefix(file.Name, "cohorts/c1/"), ".csv")] = file.Data
	}
	f.Add(files["participants"], files["pairs"], files["sessions"], files["survey-after"])
	f.Add([]byte("id,name,role,department\n¤,¤,¤,¤\n¤,¤,mentor,営業一課\n"), []byte("pair,mentor,mentee\n¤,¤,E2\n"), []byte("pair,date,minutes\n¤,¤,¤\nP01,2025-13-40,9¤\n"), []byte("respondent,trust\n¤,¤\nE20101,¤\n"))
	f.Add([]byte("\ufeffid\tname\trole\nE1\t\"¤\tmentor\n"), []byte("pair;mentor;mentee\nP1;¤;¤;¤\n"), []byte("\x00¤"), []byte("\xff\xfe¤"))
	f.Add([]byte("社員番号,氏名,役割\nE1,\x96\xd8\x91\xba,メンター\n"), []byte(""), []byte("pair,date\r\nP01,令和7年¤月1日\r\n"), []byte("respondent,trust,trust\nE20101,６,¤\n"))
	f.Fuzz(func(t *testing.T, participants, pairs, sessions, survey []byte) {
		dir := t.TempDir()
		place := func(name string, data []byte) {
			file := filepath.Join(dir, filepath.FromSlash(name))
			if os.MkdirAll(filepath.Dir(file), 0o755) != nil || os.WriteFile(file, data, 0o644) != nil {
				t.Fatalf("%s cannot be written", name)
			}
		}
		place("survey.yaml", files["survey.yaml"])
		place("cohorts/c1/cohort.yaml", files["cohort.yaml"])
		for name, data := range map[string][]byte{"participants": participants, "pairs": pairs, "sessions": sessions, "survey-after": survey} {
			place("cohorts/c1/"+name+".csv", withCanary(data))
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		questions, _ := microdata.ReadSurvey(root)
		c, problems := microdata.Read(root, root, "c1", questions)
		for _, p := range problems {
			for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
				if text := p.Pos.String() + p.Message(lang); strings.Contains(text, canary) {
					t.Errorf("%s repeats a value: %s", p.ID, text)
				}
			}
		}
		if stops := diag.Stops(problems, false); stops != (len(c.People) == 0) {
			t.Errorf("problems stop: %v, and %d people were read", stops, len(c.People))
		}
	})
}

// withCanary puts the canary for each mark after the first line, which holds the
// names of columns.
func withCanary(data []byte) []byte {
	head, rows, _ := bytes.Cut(data, []byte("\n"))
	head = bytes.ReplaceAll(head, []byte("¤"), nil)
	return append(append(head, '\n'), bytes.ReplaceAll(rows, []byte("¤"), []byte(canary))...)
}
