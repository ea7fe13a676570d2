package disclosure

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
)

const autumn = "2024-autumn"

func tryRelease(t *testing.T, p Place, policy Policy) (Summary, []string) {
	t.Helper()
	sum, problems, err := Release(ReleaseInput{Place: p, Cohort: autumn, Policy: policy, DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	return sum, ids(problems)
}

func wantProblems(t *testing.T, name string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: problems %v, want %v", name, got, want)
	}
}

// TestLostLedger loses what a release remembers, in each way, and recovers.
func TestLostLedger(t *testing.T) {
	p := autumnReleased(t)
	release1 := releaseOfFile(t, p, 1)
	file := func(name string) string { return filepath.Join(p.Handbook, "private", name) }
	saved := map[string][]byte{}
	for _, name := range []string{"key", "ledger.jsonl", "versions/2024-autumn.json"} {
		saved[name] = read(t, file(name))
	}
	for _, c := range []struct{ name, lost, content, want string }{
		{"lost ledger", "ledger.jsonl", "", "ledger-missing"},
		{"lost versions", "versions/2024-autumn.json", "", "ledger-missing"},
		{"lost key", "key", "", "ledger-key-missing"},
		{"another key", "key", strings.Repeat("ab", 32), "ledger-other-key"},
		{"no ledger of ours", "ledger.jsonl", "{}\n", "ledger-form"},
	} {
		os.Remove(file(c.lost))
		if c.content != "" {
			write(t, file(c.lost), []byte(c.content))
		}
		_, got := tryRelease(t, p, Policy{})
		wantProblems(t, c.name, got, c.want)
		if _, _, problems, err := Load(LoadInput{Place: p}); err != nil || slices.Contains(ids(problems), c.want) {
			t.Errorf("%s: it is a problem of release alone, and Load says %v, %v", c.name, ids(problems), err)
		}
		write(t, file(c.lost), saved[c.lost])
	}
	os.Remove(file("ledger.jsonl"))
	os.Remove(file("key"))
	done, problems, err := Import(ReleaseInput{Place: p, Cohort: autumn})
	if err != nil || len(problems) > 0 || done.Releases != 1 || done.Figures == 0 {
		t.Fatalf("import: %+v, problems %v, %v", done, problems, err)
	}
	if sum, got := tryRelease(t, p, Policy{}); len(got) > 0 || !sum.Unchanged {
		t.Errorf("after the import: problems %v, unchanged %v", got, sum.Unchanged)
	}
	if !bytes.Equal(release1, releaseOfFile(t, p, 1)) {
		t.Error("the import changed a release")
	}
}

func releaseOfFile(t *testing.T, p Place, number int) []byte {
	return read(t, filepath.Join(p.Handbook, releaseFile(autumn, number)))
}

// TestImportWithoutRelease imports where there is nothing to import.
func TestImportWithoutRelease(t *testing.T) {
	p := starter(t)
	if _, problems, _ := Import(ReleaseInput{Place: p, Cohort: "2025-spring"}); !slices.Equal(ids(problems), []string{"history-none"}) {
		t.Errorf("without a release: problems %v, want history-none", ids(problems))
	}
}

// TestCrash stops a release before and after its lines are in the ledger.
func TestCrash(t *testing.T) {
	p := autumnReleased(t)
	name := filepath.Join(p.Handbook, releaseFile(autumn, 1))
	staged := filepath.Join(p.Handbook, staging(releaseFile(autumn, 1)))
	if err := os.Rename(name, staged); err != nil {
		t.Fatal(err)
	}
	if sum := release(t, p, autumn); !sum.Unchanged || sum.Number != 1 {
		t.Errorf("killed before the rename: %+v, want release 1 finished", sum.Number)
	}
	os.Rename(name, staged)
	ledgerFile := filepath.Join(p.Handbook, "private/ledger.jsonl")
	whole := read(t, ledgerFile)
	write(t, ledgerFile, whole[:len(whole)-20])
	if sum := release(t, p, autumn); sum.Unchanged || sum.Number != 1 {
		t.Errorf("killed before the ledger was whole: number %d, unchanged %v; want release 1 made again", sum.Number, sum.Unchanged)
	}
	if _, got := tryRelease(t, p, Policy{}); len(got) > 0 {
		t.Errorf("afterwards: problems %v", got)
	}
}

// TestTwoAtOnce holds the ledger's lock while another release starts.
func TestTwoAtOnce(t *testing.T) {
	p := starter(t)
	if err := NewPrivate(p); err != nil {
		t.Fatal(err)
	}
	f, err := p.open()
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	book, err := ledger.Open(f.private, []byte("key"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	_, problems, err := Release(ReleaseInput{Place: p, Cohort: autumn})
	wantProblems(t, "a second release", ids(problems), "ledger-busy")
	if err != nil {
		t.Error(err)
	}
}

// TestFrozen wants thresholds and membership as they were at the first release.
func TestFrozen(t *testing.T) {
	p := autumnReleased(t)
	k := 4
	lower, _ := NewPolicy(Settings{K: &k})
	sum, got := tryRelease(t, p, lower)
	wantProblems(t, "lower k", got, "policy-frozen")
	if !sum.Unchanged {
		t.Error("a lower k changed a released cohort")
	}
	book := read(t, filepath.Join(p.Handbook, "private/ledger.jsonl"))
	people := filepath.Join(p.Handbook, "cohorts/2024-autumn/participants.csv")
	write(t, people, bytes.Replace(read(t, people), []byte("mentor,情報システム部"), []byte("mentor,営業部"), 1))
	_, problems, err := Release(ReleaseInput{Place: p, Cohort: autumn})
	wantProblems(t, "somebody moved", ids(problems), "person-moved")
	if err != nil || problems[0].Pos.Line == 0 || problems[0].Pos.Field != "department" {
		t.Errorf("position %v, want the row and the column", problems[0].Pos)
	}
	if _, err := os.Stat(filepath.Join(p.Handbook, "cohorts/2024-autumn/releases/0002.json")); err == nil || !bytes.Equal(read(t, filepath.Join(p.Handbook, "private/ledger.jsonl")), book) {
		t.Error("somebody moved, and something of the release was written")
	}
}

// TestWithdrawThenClose ends a cohort's releases.
func TestWithdrawThenClose(t *testing.T) {
	p := autumnReleased(t)
	in := WithdrawInput{Place: p, Cohort: autumn, Figure: "survey.digital", Reason: "asked in other words than printed", On: "2025-05-01"}
	other := in
	other.Figure = "survey.nothing"
	_, problems, _ := Withdraw(other)
	wantProblems(t, "no such figure", ids(problems), "withdraw-unknown")
	other = in
	other.Reason = "大槻 拓真の申し出"
	_, problems, _ = Withdraw(other)
	wantProblems(t, "a reason that names somebody", ids(problems), "withdraw-person")
	sum, problems, err := Withdraw(in)
	if err != nil || diag.Stops(problems, false) || sum.Number != 2 {
		t.Fatalf("withdraw: %d, problems %v, %v", sum.Number, ids(problems), err)
	}
	leave(t, filepath.Join(p.Handbook, "cohorts/2024-autumn/participants.csv"))
	if sum := release(t, p, autumn); sum.Number != 3 {
		t.Errorf("the release after: number %d, want 3", sum.Number)
	}
	published, _ := load(t, LoadInput{Place: p})
	c, _ := published.Cohort(autumn)
	table, _ := c.Table("survey.digital.after", "mean")
	cell, _ := table.Cell()
	if on, reason, ok := table.Withdrawn(); !ok || on != in.On || reason != in.Reason || cell.Form() != Withheld {
		t.Errorf("after another release: withdrawn %v (%s, %s), form %d", ok, on, reason, cell.Form())
	}
	done, problems, err := Close(CloseInput{Place: p, Cohort: autumn, DeleteData: true})
	if err != nil || len(problems) > 0 || done.Number != 3 || len(done.Deleted) == 0 {
		t.Fatalf("close: %+v, problems %v, %v", done, problems, err)
	}
	sum, got := tryRelease(t, p, Policy{})
	wantProblems(t, "a closed cohort", got, "cohort-closed")
	if !sum.Unchanged || sum.Number != 3 {
		t.Errorf("a closed cohort: %d, unchanged %v", sum.Number, sum.Unchanged)
	}
	for _, name := range []string{"cohorts/2024-autumn/participants.csv", "private/versions/2024-autumn.json"} {
		if _, err := os.Stat(filepath.Join(p.Handbook, name)); err == nil {
			t.Errorf("%s is still here", name)
		}
	}
	if _, got := load(t, LoadInput{Place: p}); slices.Contains(got, "roster-missing-cohort") {
		t.Errorf("a site of a closed cohort: problems %v", got)
	}
}
