package source

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// forbidden are the characters that Windows has no file names with.
const forbidden = `<>:"|?*\`

// refusedBy says what in a file's or folder's name Windows refuses, such as
// "aux" or "a dot at its end"; a handbook is often copied to a Windows share.
// Nothing: the name is fine.
func refusedBy(name string) string {
	if !utf8.ValidString(name) {
		return "\ufffd"
	}
	for _, r := range name {
		switch {
		case r < 0x20:
			return fmt.Sprintf("U+%04X", r)
		case strings.ContainsRune(forbidden, r):
			return string(r)
		}
	}
	if last := name[len(name)-1:]; last == "." || last == " " {
		return fmt.Sprintf("…%q", last)
	}
	if windowsDevice(name) {
		device, _, _ := strings.Cut(name, ".")
		return device
	}
	return ""
}

// litter says whether a file was left by a program that looked at the folder:
// Windows' own, and the ~$ files that Office keeps beside an open document,
// which hold the name of whoever opened it.
func litter(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, "~$")
}

// windowsDevice says whether Windows takes a name for a device, whatever
// follows its first dot.
func windowsDevice(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = strings.ToUpper(strings.TrimRight(base, " "))
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, found := strings.CutPrefix(base, "COM")
	if !found {
		port, found = strings.CutPrefix(base, "LPT")
	}
	return found && utf8.RuneCountInString(port) == 1 && strings.Contains("0123456789¹²³", port)
}
