// Package output puts a cleared site where it is published.
//
// It takes an audit.Cleared and a folder and gives a Summary, or problems. Its
// two main types are Options and Summary. It refuses a folder that it did not
// write, one that holds a file it did not write, and one that lies over or in
// the handbook's own.
//
// The whole site is staged in a work folder beside the target, then the two
// folders are exchanged in one step. A run that is killed at any point, fails
// or runs out of disk leaves the old site or the new one, byte for byte; what
// it leaves in the work folder is cleared by the next run.
//
// Where no exchange is to be had (Windows, some network and overlay file
// systems, a target that is a mount point or whose parent cannot be written)
// the files are replaced one by one: assets, pages, removals, the manifest. A
// journal of them is written first. A run that is killed before the journal
// stands leaves the old site, and one that is killed after it leaves a mix
// that Recover, or the next Write, brings to the new site.
package output

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"kohort/generator/audit"
	"kohort/generator/diag"
	"kohort/generator/internal/filelock"
)

// Options says what the output must keep away from. The zero value asks for
// nothing.
type Options struct {
	Keep   []string // folders that the output may neither be nor hold, such as the handbook's
	Closed []string // folders that the output may not lie in, such as its pages/
	// Head is the hash of the latest release of each cohort, which the site
	// carries in its manifest; Chain the hashes of all releases that are here. A
	// site whose head is not in the chain is not replaced: two copies of a
	// handbook that each released on their own are together an attack.
	Head, Chain []string
}

// Summary counts what a Write did. The zero value: nothing was written.
type Summary struct {
	Files   int   // of the new site
	Bytes   int64 // of the new site
	Changed int   // files that are new or differ from the site before
	Removed int   // files of the site before that are no more
}

// Write makes dir the site. With a problem nothing is written. An error is one
// of the disk, or ctx's; then the old site stands, or the next Write finishes
// the new one.
func Write(ctx context.Context, dir string, site audit.Cleared, opts Options) (Summary, []diag.Problem, error) {
	files := func(yield func(string, string) bool) {
		for f := range site.Files() {
			if !yield(f.Path, f.Content) {
				return
			}
		}
	}
	return writer{exchange: exchange}.write(ctx, dir, files, opts)
}

// Recover finishes or clears what a killed Write left beside dir. It does
// nothing where nothing was left.
func Recover(dir string) error {
	dir, err := resolve(dir)
	if err != nil {
		return err
	}
	w := writer{exchange: exchange}
	return errors.Join(w.recoverWork(besidePath(dir), false, dir), w.recoverWork(filepath.Join(dir, insideName), true, dir))
}

// writer is one run. Its fields are what a test replaces.
type writer struct {
	exchange func(a, b string) error // swaps two folders in one step, or fails and changes nothing
	step     func()                  // called before each change of the disk; nil is nothing
}

func (w writer) tick() {
	if w.step != nil {
		w.step()
	}
}

func (w writer) write(ctx context.Context, dir string, files iter.Seq2[string, string], opts Options) (sum Summary, problems []diag.Problem, err error) {
	shown := dir
	if dir, err = resolve(dir); err != nil {
		return Summary{}, nil, err
	}
	if problems, err = checkPlace(dir, shown, opts); err != nil || len(problems) > 0 {
		return Summary{}, problems, err
	}
	k, err := w.openWork(dir)
	if errors.Is(err, filelock.ErrBusy) {
		return Summary{}, []diag.Problem{diag.New("output-busy", diag.Pos{}, diag.Slot("folder", shown))}, nil
	}
	if err != nil {
		return Summary{}, nil, err
	}
	sum, problems, err = w.replace(ctx, k, dir, shown, files, opts)
	return sum, problems, errors.Join(err, k.close())
}

// replace stages the new site and puts it in the old one's place.
func (w writer) replace(ctx context.Context, k work, dir, shown string, files iter.Seq2[string, string], opts Options) (Summary, []diag.Problem, error) {
	old, problems, err := readOld(dir, shown)
	if err != nil || len(problems) > 0 {
		return Summary{}, problems, err
	}
	if !old.continues(opts.Chain) {
		return Summary{}, []diag.Problem{diag.New("output-other-chain", diag.Pos{}, diag.Slot("folder", shown))}, nil
	}
	fresh, err := w.stage(ctx, k.site(), files, opts.Head)
	if err != nil {
		return Summary{}, nil, fmt.Errorf("write the site: %w", err)
	}
	if err := w.publish(k, dir, old, fresh); err != nil {
		return Summary{}, nil, fmt.Errorf("put the site in place: %w", err)
	}
	return fresh.since(old), nil, nil
}

// publish puts the staged site in dir's place.
func (w writer) publish(k work, dir string, old, fresh manifest) error {
	info, err := os.Stat(dir)
	if errors.Is(err, os.ErrNotExist) {
		w.tick()
		return os.Rename(k.site(), dir)
	}
	if err != nil {
		return err
	}
	if !k.inside {
		if err := os.Chmod(k.site(), info.Mode()); err != nil {
			return err
		}
		w.tick()
		if w.exchange(k.site(), dir) == nil {
			return nil // close removes the old site, which is now the staged one
		}
	}
	plan := planOf(old, fresh)
	if err := w.writeJournal(k, plan); err != nil {
		return err
	}
	return w.follow(k, dir, plan)
}

// resolve gives the absolute path of the folder that dir names, behind any
// symlink: the folder is exchanged, not a link to it.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find the output folder: %w", err)
	}
	if behind, err := filepath.EvalSymlinks(abs); err == nil {
		return behind, nil
	}
	return abs, nil
}
