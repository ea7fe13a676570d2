package disclosure

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/japanese"

	"kohort/generator/disclosure/internal/microdata"
)

// canonical holds the tables of the starter's second cohort under the names
// and with the words of DESIGN.md. The starter's own files are made of them by
// `go test ./generator/disclosure -run TestStarterAsHRHasIt -update`.
const canonical = "testdata/canonical"

// hrFiles are the starter's second cohort as HR has it: a workbook, and two
// exports of Microsoft Forms that were saved as CSV in a Japanese Excel.
func hrFiles(t *testing.T) map[string][]byte {
	t.Helper()
	return map[string][]byte{
		"participants.xlsx": rosterWorkbook(t),
		"survey-before.csv": formsExport(t, "survey-before", time.Date(2025, time.April, 2, 9, 12, 41, 0, time.UTC)),
		"survey-after.csv":  formsExport(t, "survey-after", time.Date(2025, time.September, 22, 10, 3, 7, 0, time.UTC)),
	}
}

// canonicalRows reads a canonical table: each row by its columns.
func canonicalRows(t *testing.T, table string) []map[string]string {
	t.Helper()
	return rowsIn(t, filepath.Join(canonical, table+".csv"))
}

// formsExport makes the export of a wave of the canonical table: the first
// answer came in at the given time, and each other one some hours later.
func formsExport(t *testing.T, table string, first time.Time) []byte {
	t.Helper()
	people := make(map[string]map[string]string)
	for _, p := range canonicalRows(t, "participants") {
		people[p["id"]] = p
	}
	rows := canonicalRows(t, table)
	asked := askedIn(t, rows[0])
	lines := [][]string{{"ID", "開始時刻", "完了時刻", "メール", "名前"}}
	for _, q := range asked {
		lines[0] = append(lines[0], q.text)
	}
	for i, row := range rows {
		p := people[row["respondent"]]
		done := workingHour(first, i)
		started := done.Add(-time.Duration(170+i*71%400) * time.Second)
		line := []string{strconv.Itoa(i + 1), formsTime(started), formsTime(done), p["email"], p["name"]}
		for _, q := range asked {
			line = append(line, cmp.Or(q.words[row[q.code]], row[q.code]))
		}
		lines = append(lines, line)
	}
	var out bytes.Buffer
	w := csv.NewWriter(japanese.ShiftJIS.NewEncoder().Writer(&out))
	w.UseCRLF = true
	must(t, w.WriteAll(lines))
	return out.Bytes()
}

// workingHour is when answer i of a form came in: five a working day.
func workingHour(first time.Time, i int) time.Time {
	at := first
	for range i / 5 {
		for at = at.AddDate(0, 0, 1); at.Weekday() == time.Saturday || at.Weekday() == time.Sunday; {
			at = at.AddDate(0, 0, 1)
		}
	}
	return at.Add(time.Duration(i%5)*97*time.Minute + time.Duration(i*i*101%1800)*time.Second)
}

// formsTime is a time as a Forms export shows it, in an Excel of any country.
func formsTime(at time.Time) string { return at.Format("1/2/06 15:04:05") }

// askedQuestion is a question as its form has it: the text, and the words of
// its scale by their values.
type askedQuestion struct {
	code, text string
	words      map[string]string
}

// askedIn gives the questions that a wave with such rows has.
func askedIn(t *testing.T, row map[string]string) (out []askedQuestion) {
	t.Helper()
	root, err := os.OpenRoot("../../content")
	must(t, err)
	defer root.Close()
	survey, problems := microdata.ReadSurvey(root)
	if len(problems) > 0 {
		t.Fatalf("survey.yaml: %v", ids(problems))
	}
	for _, q := range survey.Questions {
		words := make(map[string]string)
		for _, p := range q.Scale {
			words[strconv.Itoa(p.Value)] = p.Label["ja"]
		}
		out = append(out, askedQuestion{q.Code, q.Text["ja"], words})
	}
	for _, q := range survey.Texts {
		out = append(out, askedQuestion{q.Code, q.Text["ja"], nil})
	}
	return slices.DeleteFunc(out, func(q askedQuestion) bool { _, has := row[q.code]; return !has })
}

// TestStarterAsHRHasItReleasesTheCanonicalFigures holds that the workbook and
// the exports give the same release, byte for byte, as the canonical tables.
func TestStarterAsHRHasItReleasesTheCanonicalFigures(t *testing.T) {
	const id = "2025-spring"
	folder := filepath.Join("../../content/cohorts", id)
	if *update {
		for name, data := range hrFiles(t) {
			write(t, filepath.Join(folder, name), data)
		}
	}
	p := starter(t)
	must(t, NewPrivate(p))
	key := read(t, filepath.Join(p.Handbook, "private/key"))
	release(t, p, id)

	plain := starter(t)
	write(t, filepath.Join(plain.Handbook, "private/key"), key)
	canonize(t, plain)
	release(t, plain, id)
	got, want := read(t, filepath.Join(p.Handbook, releaseFile(id, 1))), read(t, filepath.Join(plain.Handbook, releaseFile(id, 1)))
	if !bytes.Equal(got, want) {
		t.Errorf("the releases differ:\n%s", firstDifference(got, want))
	}
}

// canonize puts the canonical tables in the place of HR's files of the second cohort.
func canonize(t *testing.T, p Place) {
	t.Helper()
	folder := filepath.Join(p.Handbook, "cohorts/2025-spring")
	for name := range hrFiles(t) {
		must(t, os.Remove(filepath.Join(folder, name)))
	}
	files, err := filepath.Glob(canonical + "/*.csv")
	must(t, err)
	for _, file := range files {
		write(t, filepath.Join(folder, filepath.Base(file)), read(t, file))
	}
}

// firstDifference shows the first line in which two releases differ: figures
// of invented people.
func firstDifference(got, want []byte) string {
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "got  " + a[i] + "\nwant " + b[i]
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(a), len(b))
}
