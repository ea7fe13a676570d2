package ledger

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"kohort/generator/internal/filelock"
)

var testKey = []byte("a key of thirty-two bytes, no les")

func private(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func open(t *testing.T, root *os.Root) *Book {
	t.Helper()
	b, err := Open(root, testKey)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func example(number int) Release {
	v := NewVersions(testKey, "2025-spring")
	r := Release{Cohort: "2025-spring", Number: number, Reading: Reading, Bases: map[string]Thresholds{"before after": {K: 6, MinPairs: 7}}, Hash: fmt.Sprint("sha256:", number), Thresholds: Thresholds{K: 5, KDistribution: 8, Coalition: 1, Width: 1, ModalMax: 0.9}}
	mean := Figure{Table: "survey.trust.change", Statistic: "difference", Printed: `{"n": 6, "value": 0.5}`, Exact: true, At: []Level{{"department", "営業部"}, {"role", "mentor"}}}
	for i := range 6 {
		owner := fmt.Sprint("E", i)
		mean.Parts = append(mean.Parts, v.Part(Slot{owner, "trust.after", "4", 1}))
	}
	for i := range 6 {
		owner := fmt.Sprint("E", i)
		mean.Parts = append(mean.Parts, v.Part(Slot{owner, "trust.before", "3", -1}))
	}
	r.Figures = []Figure{{Table: "participation.enrolled", Statistic: "count", Printed: `{"n": 6, "value": 6}`, Exact: true}, mean}
	return r
}

func TestReadsWhatItAppends(t *testing.T) {
	root := private(t)
	b := open(t, root)
	want := []Release{example(1), example(2)}
	for _, r := range want {
		if err := b.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(b.CloseCohort("2024-autumn"), b.Close()); err != nil {
		t.Fatal(err)
	}
	got, err := Read(root)
	if err != nil || !reflect.DeepEqual(got.Releases, want) || !got.Closed("2024-autumn") || got.Closed("2025-spring") || got.Key != Fingerprint(testKey) {
		t.Errorf("read %+v, %v; want %+v and 2024-autumn closed", got, err, want)
	}
}

// TestTorn cuts the file off at every byte: a release is fully in or not at
// all, and the next one can be appended.
func TestTorn(t *testing.T) {
	root := private(t)
	b := open(t, root)
	if err := errors.Join(b.Append(example(1)), b.Append(example(2)), b.Close()); err != nil {
		t.Fatal(err)
	}
	whole, err := root.ReadFile(fileName)
	if err != nil {
		t.Fatal(err)
	}
	for size := range len(whole) {
		if err := root.WriteFile(fileName, whole[:size], 0o600); err != nil {
			t.Fatal(err)
		}
		b := open(t, root)
		was := len(b.Releases)
		if err := errors.Join(b.Append(example(3)), b.Close()); err != nil {
			t.Fatalf("cut at %d: %v", size, err)
		}
		if got, err := Read(root); err != nil || len(got.Releases) != was+1 || got.Releases[was].Number != 3 {
			t.Fatalf("cut at %d: %d releases after one more, %v; want %d", size, len(got.Releases), err, was+1)
		}
	}
}

func TestOneWriter(t *testing.T) {
	root := private(t)
	b := open(t, root)
	if _, err := Open(root, testKey); !errors.Is(err, filelock.ErrBusy) {
		t.Errorf("a second writer: %v, want filelock.ErrBusy", err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if err := open(t, root).Close(); err != nil {
		t.Error(err)
	}
}

func TestForeignFile(t *testing.T) {
	root := private(t)
	if err := os.WriteFile(filepath.Join(root.Name(), fileName), []byte("{\"salary\": 1}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(root, testKey); !errors.Is(err, ErrForm) {
		t.Errorf("%v, want ErrForm", err)
	}
}

// TestRestart begins a new ledger under a new key and keeps what was closed.
func TestRestart(t *testing.T) {
	root := private(t)
	b := open(t, root)
	if err := errors.Join(b.Append(example(1)), b.CloseCohort("2024-autumn"), b.Close()); err != nil {
		t.Fatal(err)
	}
	other, err := Open(root, []byte("another key"))
	if err != nil || !other.Foreign() {
		t.Fatalf("another key: foreign %v, %v", other.Foreign(), err)
	}
	if err := errors.Join(other.Restart(), other.Close()); err != nil {
		t.Fatal(err)
	}
	got, err := Read(root)
	if err != nil || len(got.Releases) != 0 || !got.Closed("2024-autumn") || got.Key != Fingerprint([]byte("another key")) {
		t.Errorf("restarted: %+v, %v", got, err)
	}
}

// TestVersions gives a value that comes back the version that it was.
func TestVersions(t *testing.T) {
	root := private(t)
	v := NewVersions(testKey, "2025-spring")
	four, five := v.Part(Slot{"E1", "trust.mid", "4", 1}), v.Part(Slot{"E1", "trust.mid", "5", 1})
	if four.Slot == five.Slot || four.Owner != five.Owner {
		t.Errorf("two answers of one person: %v and %v", four, five)
	}
	if err := v.Save(root); err != nil {
		t.Fatal(err)
	}
	again, err := ReadVersions(root, testKey, "2025-spring")
	if err != nil || again.Part(Slot{"E1", "trust.mid", "4", 1}) != four {
		t.Errorf("the first answer again: %v, want %v", again.Part(Slot{"E1", "trust.mid", "4", 1}), four)
	}
	if !again.Constant("E1", "department", "営業部") || again.Constant("E1", "department", "人事部") {
		t.Error("a move to another department is not seen")
	}
	if err := ForgetVersions(root, "2025-spring"); err != nil || HasVersions(root, "2025-spring") {
		t.Errorf("the versions are still here, %v", err)
	}
}
