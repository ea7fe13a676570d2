package disclosure

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

// limit is the size in bytes over which no file may grow in a child: a disk
// that is full.
const limit = "KOHORT_TEST_LIMIT"

// TestReleaseOnAFullDisk is no test but the run that TestDiskFull starts.
func TestReleaseOnAFullDisk(t *testing.T) {
	size, err := strconv.ParseUint(os.Getenv(limit), 10, 64)
	if err != nil {
		t.Skip("only as a child of another test")
	}
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: size}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Release(ReleaseInput{Place: Place{Handbook: os.Getenv(child)}, Cohort: small}); err == nil {
		t.Error("the disk was full, and nothing was said")
	}
}

// TestDiskFull fills the disk while the ledger is written, at its first byte, in
// its lines and at its last, and while the release itself is staged.
func TestDiskFull(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Skip("the test binary is not known")
	}
	p, _ := broken(t)
	before := size(t, p, "private/ledger.jsonl")
	release(t, p, small)
	after := size(t, p, "private/ledger.jsonl")
	staged := size(t, p, releaseFile(small, 2))
	for _, bytes := range []int64{staged / 2, before, before + 1, (before + after) / 2, after - 1} {
		p, first := broken(t)
		run := exec.Command(self, "-test.run=^TestReleaseOnAFullDisk$")
		run.Env = append(os.Environ(), child+"="+p.Handbook, limit+"="+strconv.FormatInt(bytes, 10))
		if out, err := run.CombinedOutput(); err != nil {
			t.Errorf("files of %d bytes at most: %v\n%s", bytes, err, out)
		}
		wantWhole(t, p, first, 2)
	}
}

func size(t *testing.T, p Place, name string) int64 {
	t.Helper()
	info, err := os.Stat(filepath.Join(p.Handbook, name))
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
