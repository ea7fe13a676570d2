package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kohort/content"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// ignored is the .gitignore of a new handbook: what must not leave the people
// who run the program.
const ignored = `# Who took part, and what they answered: never into version control
/private/
/cohorts/*/*
!/cohorts/*/cohort.yaml
!/cohorts/*/releases/
# Copies of data files with marked cells
/*.xlsx
# The built site
/public/
.kohort-*
`

// NewOptions say what a new handbook holds.
type NewOptions struct {
	// WithoutSamples leaves out the invented cohorts and what pages say of them.
	WithoutSamples bool
	// Languages are those of the pages, a choice of StarterLanguages; the first is
	// the site's default. Empty is all.
	Languages []string
}

// New copies the starter handbook to folder, makes a key and releases the
// invented cohorts under it. The folder must be missing or empty; it is filled
// in one step, so that a failure leaves nothing behind.
func New(ctx context.Context, folder string, o NewOptions) ([]disclosure.Summary, []diag.Problem, error) {
	problems, err := fresh(folder)
	if err != nil || problems != nil {
		return nil, problems, err
	}
	folder, err = filepath.Abs(folder)
	if err != nil {
		return nil, nil, err
	}
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return nil, nil, err
	}
	stage, err := os.MkdirTemp(filepath.Dir(folder), ".kohort-new-")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(stage)
	summaries, problems, err := fill(ctx, stage, o)
	if err != nil || diag.Stops(problems, false) {
		return nil, problems, err
	}
	if err := os.Remove(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	if err := os.Rename(stage, folder); err != nil {
		return nil, nil, err
	}
	return summaries, problems, nil
}

// fresh refuses a folder that holds something.
func fresh(folder string) ([]diag.Problem, error) {
	entries, err := os.ReadDir(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		if info, statErr := os.Stat(folder); statErr != nil || info.IsDir() {
			return nil, err
		}
	case len(entries) == 0:
		return nil, nil
	}
	return []diag.Problem{diag.New("new-folder-not-empty", diag.Pos{}, diag.Slot("folder", folder))}, nil
}

func fill(ctx context.Context, folder string, options NewOptions) ([]disclosure.Summary, []diag.Problem, error) {
	// The temporary folder is for its maker alone; the handbook is not.
	if err := os.Chmod(folder, 0o755); err != nil {
		return nil, nil, err
	}
	if err := os.CopyFS(folder, content.Starter()); err != nil {
		return nil, nil, fmt.Errorf("copy the starter handbook: %w", err)
	}
	if err := makeWritable(folder); err != nil {
		return nil, nil, err
	}
	if options.WithoutSamples {
		if err := removeSamples(folder); err != nil {
			return nil, nil, fmt.Errorf("take the samples out of the starter handbook: %w", err)
		}
	}
	if len(options.Languages) > 0 {
		if err := keepLanguages(folder, options.Languages); err != nil {
			return nil, nil, fmt.Errorf("choose the languages of the starter handbook: %w", err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, ".gitignore"), []byte(ignored), 0o644); err != nil {
		return nil, nil, err
	}
	o := Options{Source: folder}
	place := disclosure.Place{Handbook: folder}
	if err := disclosure.NewPrivate(place); err != nil {
		return nil, nil, err
	}
	cohorts, err := disclosure.Cohorts(place)
	if err != nil {
		return nil, nil, err
	}
	var summaries []disclosure.Summary
	var problems []diag.Problem
	for _, id := range cohorts {
		summary, more, err := Release(ctx, o, id, false)
		if err != nil {
			return nil, nil, err
		}
		summaries = append(summaries, summary.Summary)
		problems = append(problems, more...)
	}
	return summaries, diag.Sort(problems), nil
}

// makeWritable undoes the read-only mode that embedded files are copied with.
func makeWritable(folder string) error {
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Chmod(name, 0o644)
	})
}
