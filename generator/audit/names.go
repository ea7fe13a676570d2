package audit

import (
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
// share: names that it refuses, two that it takes for one, and long paths.
func (a *auditor) checkNames() []diag.Problem {
	var problems []diag.Problem
	seen := make(map[string]string, len(a.files))
	for i, f := range a.files {
		pos := diag.Pos{File: a.sourceOf(i)}
		for _, name := range strings.Split(f.Path, "/") {
			if why := refusedName(name); why != "" {
				problems = append(problems, diag.New("output-name", pos, diag.Slot("file", f.Path), diag.Slot("why", why)))
				break
			}
		}
		key := strings.ToLower(norm.NFC.String(f.Path))
		if other, twice := seen[key]; twice {
			problems = append(problems, diag.New("output-name-twice", pos, diag.Slot("file", f.Path), diag.Slot("other", other)))
		}
		seen[key] = f.Path
		if long := len(utf16.Encode([]rune(f.Path))); long > longestName {
			problems = append(problems, diag.New("output-name-long", pos, diag.Slot("file", f.Path), diag.SlotInt("length", long), diag.SlotInt("most", longestName)))
		}
	}
	return problems
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
