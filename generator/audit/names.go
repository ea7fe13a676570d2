package audit

import (
	"path"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

// longestName is how long the path of a file of the output may be before it is
// told, in the units that Windows counts. Its limit is 260 with the drive, the
// share and the folder that the site is copied to.
const longestName = 180

// checkNames tells files of the output that cannot be copied to a Windows
// share: names that it refuses, two that it takes for one, and long paths. It
// tells each once, however many languages and trees it is in; a name that is
// wrong in pages/ already has been told there.
func (a *auditor) checkNames() []diag.Problem {
	var problems []diag.Problem
	type cause struct {
		id           diag.ID
		source, name string
	}
	told := make(map[cause]bool)
	tell := func(id diag.ID, file int, name string, args ...diag.Arg) {
		c := cause{id, a.sourceOf(file), name}
		if !told[c] {
			told[c] = true
			problems = append(problems, diag.New(id, diag.Pos{File: c.source}, args...))
		}
	}
	folders := a.folders()
	seen := make(map[string]string, len(a.files))
	for i, f := range a.files {
		for _, name := range strings.Split(f.Path, "/") {
			if why := refusedName(name); why != "" && !a.isSources(i, name) {
				tell("output-name", i, name, diag.Slot("file", f.Path), diag.Slot("why", why))
				break
			}
		}
		key := foldPath(f.Path)
		if inside, ok := folders[key]; ok {
			tell("output-name-folder", i, path.Base(f.Path), diag.Slot("file", f.Path), diag.Slot("other", inside))
		}
		if other, twice := seen[key]; twice {
			tell("output-name-twice", i, path.Base(other), diag.Slot("file", f.Path), diag.Slot("other", other))
		}
		seen[key] = f.Path
		if long := len(utf16.Encode([]rune(f.Path))); long > longestName {
			tell("output-name-long", i, path.Base(f.Path), diag.Slot("file", f.Path), diag.SlotInt("length", long), diag.SlotInt("most", longestName))
		}
	}
	return problems
}

// foldPath makes paths equal that Windows or macOS takes for one.
func foldPath(file string) string { return strings.ToLower(norm.NFC.String(file)) }

// folders gives the folders of the output, folded, each with a file in it.
func (a *auditor) folders() map[string]string {
	folders := make(map[string]string)
	for _, f := range a.files {
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			if _, known := folders[foldPath(dir)]; known {
				break
			}
			folders[foldPath(dir)] = f.Path
		}
	}
	return folders
}

// isSources says whether a file has a name from its source, as a page has, or
// from a folder above it.
func (a *auditor) isSources(file int, name string) bool {
	stem := func(s string) string { before, _, _ := strings.Cut(s, "."); return before }
	if len(a.files[file].Sources) == 0 {
		return false
	}
	return slices.ContainsFunc(strings.Split(a.sourceOf(file), "/"), func(s string) bool { return stem(s) == stem(name) })
}

// refusedName says what in the name of a file or folder Windows refuses;
// nothing where it is fine.
func refusedName(name string) string {
	for _, r := range name {
		if r < ' ' || strings.ContainsRune(`<>:"|?*\`, r) {
			return strings.TrimSpace(string(r))
		}
	}
	if strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return "…" + name[len(name)-1:]
	}
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem = strings.TrimRight(stem, " "); stem {
	case "", "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return name
	}
	if port := []rune(stem); len(port) == 4 && strings.ContainsRune("0123456789¹²³", port[3]) &&
		(strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) {
		return name
	}
	return ""
}
