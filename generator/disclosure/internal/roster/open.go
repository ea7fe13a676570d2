package roster

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// Span is a place in a text, as byte offsets.
type Span struct{ Start, End int }

// Scan gives the places of a text that name somebody, in order and not
// overlapping; prose says that ids and the like are searched for as well.
type Scan func(text string, prose bool) []Span

// file is roster/ID.json as it stands on disk.
type file struct {
	Format int  `json:"format"`
	Forms  List `json:"forms"`
}

// format is the form of the file that this package writes. The forms in it
// are folded anew when read, so that the folding may change without it.
const format = 1

// Save writes the forms of a cohort to roster/ID.json in the private folder:
// whole or not at all, and for the same forms the same bytes.
func Save(private *os.Root, id string, forms List) error {
	data, err := json.MarshalIndent(file{format, tidy(slices.Clone(forms))}, "", " ")
	if err != nil {
		return fmt.Errorf("write roster of %s: %w", id, err)
	}
	if err := private.Mkdir("roster", 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("write roster of %s: %w", id, err)
	}
	if err := replace(private, "roster/"+id+".json", append(data, '\n')); err != nil {
		return fmt.Errorf("write roster of %s: %w", id, err)
	}
	return nil
}

// replace puts a file in place of another in one step.
func replace(root *os.Root, name string, data []byte) error {
	temp := path.Join(path.Dir(name), "."+path.Base(name)+".new")
	f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		_ = root.Remove(temp)
		return err
	}
	return root.Rename(temp, name)
}

// Open gives one scan for everybody in the rosters of the private folder, for
// the extra names of site.yaml and for more lists, such as that of a cohort
// that is not released yet; without the names that private/allowed.yaml frees.
// A private of nil is a handbook without such a folder. What is searched for
// lives on in the Scan alone.
func Open(private *os.Root, extra []string, more ...List) (Scan, []diag.Problem) {
	var forms List
	var problems []diag.Problem
	free := map[string]bool{}
	if private != nil {
		forms, problems = readRosters(private)
		allowed, more := readAllowed(private)
		problems = append(problems, more...)
		for _, name := range allowed {
			for _, f := range append(nameForms(name), addressForms(name)...) {
				free[f.Text] = true
			}
		}
	}
	for _, name := range extra {
		forms = append(forms, extraForms(name)...)
	}
	for _, list := range more {
		forms = append(forms, list...)
	}
	forms = tidy(slices.DeleteFunc(forms, func(f Form) bool { return free[f.Text] || len(f.Text) < minForm }))
	return newMatcher(forms).scan, diag.Sort(problems)
}

// extraForms gives the forms of a name that site.yaml asks for: a surname of
// two kanji is searched for anywhere, since HR wants it.
func extraForms(name string) List {
	if strings.Contains(name, "@") {
		return addressForms(name)
	}
	forms := nameForms(name)
	for i := range forms {
		if isWide(forms[i].Text) {
			forms[i].Rule = Anywhere
		}
	}
	return forms
}

func readRosters(private *os.Root) (List, []diag.Problem) {
	entries, err := fs.ReadDir(private.FS(), "roster")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, []diag.Problem{diag.New("roster-unreadable", diag.Pos{File: "private/roster"})}
	}
	var out List
	var problems []diag.Problem
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".json") || e.Name()[0] == '.' {
			continue
		}
		forms, ok := readRoster(private, "roster/"+e.Name())
		if !ok {
			problems = append(problems, diag.New("roster-unreadable", diag.Pos{File: "private/roster/" + e.Name()}))
		}
		out = append(out, forms...)
	}
	return out, problems
}

func readRoster(private *os.Root, name string) (List, bool) {
	data, err := private.ReadFile(name)
	var f file
	if err != nil || json.Unmarshal(data, &f) != nil || f.Format != format {
		return nil, false
	}
	for i := range f.Forms {
		form := &f.Forms[i]
		form.Text = folded(form.Text)
		if !slices.Contains([]Rule{Anywhere, Titled, Alone, Prose}, form.Rule) {
			return nil, false
		}
	}
	return f.Forms, true
}
