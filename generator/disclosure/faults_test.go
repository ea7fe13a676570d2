package disclosure

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"kohort/generator/diag"
)

// broken is a handbook with one release, whose next release would be another,
// and the bytes of what must stay as it is when that fails.
func broken(t *testing.T) (p Place, first []byte) {
	t.Helper()
	p = smallHandbook(t)
	answer(t, p, "mid", answers(14), nil)
	release(t, p, small)
	answer(t, p, "mid", answers(22), nil)
	return p, read(t, filepath.Join(p.Handbook, releaseFile(small, 1)))
}

// wantWhole wants a chain that loads, with the first release untouched, and a
// ledger that knows it, so that the next release goes through.
func wantWhole(t *testing.T, p Place, first []byte, number int) {
	t.Helper()
	if _, got := load(t, LoadInput{Place: p}); len(got) > 1 || len(got) == 1 && got[0] != "data-changed" {
		t.Errorf("problems %v, want none of the chain", got)
	}
	if !bytes.Equal(read(t, filepath.Join(p.Handbook, releaseFile(small, 1))), first) {
		t.Error("the first release changed")
	}
	if sum := release(t, p, small); sum.Number != number {
		t.Errorf("the next release has number %d, want %d", sum.Number, number)
	}
	if c := at(t, published(t, p), "survey.trust.mid", "mean"); c.n != 22 {
		t.Errorf("afterwards the mean is of %d, want 22", c.n)
	}
	if left, _ := filepath.Glob(filepath.Join(p.Handbook, "cohorts", small, "releases", ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestRenameFails lets a folder stand where the release belongs, so that it
// cannot be put in place when its lines are in the ledger already.
func TestRenameFails(t *testing.T) {
	p, first := broken(t)
	f, err := p.open()
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	m, _, err := f.remember(true, small)
	if err != nil {
		t.Fatal(err)
	}
	made := nextOf(t, f, m)
	inTheWay := filepath.Join(p.Handbook, releaseFile(small, 2))
	if err := os.MkdirAll(filepath.Join(inTheWay, "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := f.write(m, made); err == nil {
		t.Error("a folder stands where the release belongs, and nothing is said")
	}
	if err := m.close(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(inTheWay); err != nil {
		t.Fatal(err)
	}
	wantWhole(t, p, first, 2)
}

func nextOf(t *testing.T, f folders, m memory) made {
	t.Helper()
	data, _ := f.read(small)
	last, _, _, err := loadChain(f.handbook, small)
	if err != nil {
		t.Fatal(err)
	}
	next, problems, err := f.next(ReleaseInput{Cohort: small}, m, data, last)
	if err != nil || diag.Stops(problems, false) {
		t.Fatalf("next: problems %v, %v", ids(problems), err)
	}
	return next
}

// child names the handbook that a run of this test binary releases in place of
// the tests.
const child = "KOHORT_TEST_RELEASE"

// TestReleaseInChild is no test: it is the run that TestKilled starts and kills.
func TestReleaseInChild(t *testing.T) {
	dir := os.Getenv(child)
	if dir == "" {
		t.Skip("only as a child of another test")
	}
	release(t, Place{Handbook: dir}, small)
}

// TestKilled kills a release after each of a row of delays, from the start of
// its process to its end: what is left is the release before or the one after.
func TestKilled(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Skip("the test binary is not known")
	}
	for after := time.Duration(0); after < 120*time.Millisecond; after += 8 * time.Millisecond {
		p, first := broken(t)
		run := exec.Command(self, "-test.run=^TestReleaseInChild$")
		run.Env = append(os.Environ(), child+"="+p.Handbook)
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(after)
		_ = run.Process.Kill() // it may have ended
		_ = run.Wait()
		wantWhole(t, p, first, 2)
	}
}

// TestReleasesAtOnce starts four releases of a cohort together: one writes, and
// the others find it busy or done.
func TestReleasesAtOnce(t *testing.T) {
	p, first := broken(t)
	var wait sync.WaitGroup
	wrote := make([]bool, 4)
	for i := range wrote {
		wait.Go(func() {
			sum, problems, err := Release(ReleaseInput{Place: p, Cohort: small})
			wrote[i] = len(problems) == 0 && !sum.Unchanged
			if err != nil || len(problems) > 0 && ids(problems)[0] != "ledger-busy" {
				t.Errorf("release %d: problems %v, %v", i, ids(problems), err)
			}
		})
	}
	wait.Wait()
	count := 0
	for _, w := range wrote {
		if w {
			count++
		}
	}
	if count != 1 {
		t.Errorf("%d of four releases at once wrote one; want 1", count)
	}
	wantWhole(t, p, first, 2)
}
