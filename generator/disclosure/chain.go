package disclosure

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// releaseName is what a release file is called.
var releaseName = regexp.MustCompile(`^[0-9]{4}\.json$`)

// releaseLimit is the most bytes that a release file may have.
const releaseLimit = 32 << 20

func releaseFile(id string, number int) string {
	return fmt.Sprintf("cohorts/%s/releases/%04d.json", id, number)
}

// hashOf is the hash of a release file's bytes. A line end that git turned
// into CRLF counts as the LF it was.
func hashOf(file []byte) string {
	sum := sha256.Sum256(bytes.ReplaceAll(file, []byte("\r\n"), []byte("\n")))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// loadChain reads all releases of a cohort, verifies that each names the hash
// of the one before, and gives the latest. ok is false where there is none or
// a problem.
func loadChain(handbook *os.Root, id string) (latest Cohort, ok bool, problems []diag.Problem, err error) {
	releases, problems, err := loadReleases(handbook, id)
	if err != nil || len(problems) > 0 || len(releases) == 0 {
		return Cohort{}, false, problems, err
	}
	return releases[len(releases)-1], true, nil, nil
}

// loadReleases gives all releases of a verified chain, the first first; none
// where there is a problem.
func loadReleases(handbook *os.Root, id string) ([]Cohort, []diag.Problem, error) {
	dir := "cohorts/" + id + "/releases"
	entries, err := fs.ReadDir(handbook.FS(), dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("list releases: %w", err)
	}
	var releases []Cohort
	previous, chain := "", []string(nil)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		file, number := dir+"/"+e.Name(), len(releases)+1
		if !releaseName.MatchString(e.Name()) || file != releaseFile(id, number) {
			return nil, []diag.Problem{diag.New("release-number", diag.Pos{File: file},
				diag.Slot("want", releaseFile(id, number)))}, nil
		}
		data, err := readLimited(handbook, file)
		if err != nil {
			return nil, nil, err
		}
		c, saysPrevious, err := decode(data)
		if p, bad := chainProblem(c, err, saysPrevious == previous, id, number, file); bad {
			return nil, []diag.Problem{p}, nil
		}
		previous = hashOf(data)
		chain = append(chain, previous)
		c.hash, c.chain = previous, slices.Clone(chain)
		releases = append(releases, c)
	}
	return releases, nil, nil
}

func chainProblem(c Cohort, err error, linked bool, id string, number int, file string) (diag.Problem, bool) {
	at := diag.Pos{File: file}
	switch {
	case errors.Is(err, errNewer):
		return diag.New("release-newer", at), true
	case err != nil:
		return diag.New("release-form", at), true
	case c.id != id || c.release != number:
		return diag.New("release-elsewhere", at), true
	case !linked:
		return diag.New("release-chain", at), true
	}
	return diag.Problem{}, false
}

func readLimited(root *os.Root, name string) ([]byte, error) {
	f, err := root.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, releaseLimit+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > releaseLimit {
		return nil, fmt.Errorf("read %s: larger than %d bytes", name, releaseLimit)
	}
	return data, nil
}

// latestFirst orders cohorts by start, the latest first, then by name.
func latestFirst(cohorts []Cohort) {
	slices.SortFunc(cohorts, func(a, b Cohort) int {
		return cmp.Or(strings.Compare(b.start, a.start), strings.Compare(a.id, b.id))
	})
}
