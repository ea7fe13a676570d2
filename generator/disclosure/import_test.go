package disclosure

import (
	"os"
	"path/filepath"
	"testing"

	"kohort/generator/diag"
)

// forget loses the ledger of a handbook.
func forget(t *testing.T, p Place) {
	t.Helper()
	for _, name := range []string{"ledger.jsonl", "versions/" + small + ".json"} {
		if err := os.Remove(filepath.Join(p.Handbook, "private", name)); err != nil {
			t.Fatal(err)
		}
	}
}

func imported(t *testing.T, p Place, releases int, want ...string) []diag.Problem {
	t.Helper()
	done, problems, err := Import(ReleaseInput{Place: p, Cohort: small})
	wantProblems(t, "import", ids(problems), want...)
	if err != nil || done.Releases != releases {
		t.Fatalf("import: %+v, %v; want %d releases", done, err, releases)
	}
	return problems
}

// TestImportTakesUpdatedFiguresAsPrinted rebuilds a chain of two releases of
// which the second updated the wave: what the first printed is known no more, so
// the wave shows what it showed last, for good, and another one is free.
func TestImportTakesUpdatedFiguresAsPrinted(t *testing.T) {
	p := smallHandbook(t)
	for _, n := range []int{12, 18} {
		answer(t, p, "mid", answers(n), nil)
		release(t, p, small)
	}
	if c := at(t, published(t, p), "survey.trust.mid", "mean"); c.n != 18 {
		t.Fatalf("six late answers: n %d, want 18", c.n)
	}
	forget(t, p)
	problems := imported(t, p, 2, "import-as-printed")
	if problems[0].Pos.File != releaseFile(small, 1) {
		t.Errorf("the warning stands at %v, want the first release", problems[0].Pos)
	}
	if sum := release(t, p, small); !sum.Unchanged {
		t.Error("the same data after the import gave another release")
	}
	answer(t, p, "mid", answers(24), nil)
	answer(t, p, "pulse-2025-06-02", answers(24), nil)
	enrol(t, p, 24, map[int][2]string{0: {"営業部", "2025-06-10"}})
	release(t, p, small)
	if c := at(t, published(t, p), "survey.trust.mid", "mean"); c.n != 18 || c.asOf == "" {
		t.Errorf("six more late answers: %+v, want the value of 18 with its date", c)
	}
	if c := at(t, published(t, p), "pulse.trust", "mean", Level{"week", "2025-06-02"}); c.n != 24 {
		t.Errorf("a wave that is new: %+v, want one of 24", c)
	}
}

// TestImportWantsTheDataOfTheLastRelease is run on data that changed since, then
// on those of the release, as the problem says.
func TestImportWantsTheDataOfTheLastRelease(t *testing.T) {
	p := smallHandbook(t)
	answer(t, p, "mid", answers(12), nil)
	release(t, p, small)
	forget(t, p)
	answer(t, p, "mid", answers(18), nil)
	imported(t, p, 0, "import-differs")
	answer(t, p, "mid", nil, nil)
	imported(t, p, 0, "import-differs")
	answer(t, p, "mid", answers(12), nil)
	imported(t, p, 1)
	answer(t, p, "mid", answers(18), nil)
	release(t, p, small)
	if c := at(t, published(t, p), "survey.trust.mid", "mean"); c.n != 18 {
		t.Errorf("after the import six late answers gave %+v, want a mean of 18", c)
	}
}

// TestImportOfAClosedWave takes over what cannot change any more, whatever became
// of its answers.
func TestImportOfAClosedWave(t *testing.T) {
	p := smallHandbook(t)
	addWave(t, p, "mid: {closed: 2025-06-30}")
	answer(t, p, "mid", answers(12), nil)
	release(t, p, small)
	forget(t, p)
	answer(t, p, "mid", answers(11), nil)
	imported(t, p, 1, "import-as-printed")
	answer(t, p, "mid", answers(24), nil)
	release(t, p, small)
	if c := at(t, published(t, p), "survey.trust.mid", "mean"); c.n != 12 {
		t.Errorf("a closed wave after the import: %+v, want the value of 12", c)
	}
}

// TestImportOfAClosedCohort enters nothing: no release follows.
func TestImportOfAClosedCohort(t *testing.T) {
	p := smallHandbook(t)
	answer(t, p, "mid", answers(12), nil)
	release(t, p, small)
	if _, problems, err := Close(CloseInput{Place: p, Cohort: small}); err != nil || len(problems) > 0 {
		t.Fatalf("close: %v %v", ids(problems), err)
	}
	imported(t, p, 0, "cohort-closed")
}
