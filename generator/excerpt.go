package generator

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
)

// shown are the places of a handbook whose lines may stand in a message.
var shown = []string{"pages", "theme", "site.yaml", "survey.yaml"}

// reader gives the text of a file of the handbook by its slash path. The last
// file is kept, since problems come sorted by file.
func reader(folder string) func(file string) (string, bool) {
	var mu sync.Mutex
	var last, text string
	var there bool
	return func(file string) (string, bool) {
		mu.Lock()
		defer mu.Unlock()
		if file == last && last != "" {
			return text, there
		}
		last = file
		text, there = readShown(folder, file)
		return text, there
	}
}

func readShown(folder, file string) (string, bool) {
	top, _, _ := strings.Cut(file, "/")
	if !slices.Contains(shown, top) {
		return "", false
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return "", false
	}
	defer root.Close()
	data, err := fs.ReadFile(root.FS(), file)
	if err != nil {
		return "", false
	}
	return string(data), true
}

func lineOf(text string, line int) (string, bool) {
	if line < 1 {
		return "", false
	}
	for range line - 1 {
		_, rest, more := strings.Cut(text, "\n")
		if !more {
			return "", false
		}
		text = rest
	}
	first, _, _ := strings.Cut(text, "\n")
	return strings.TrimPrefix(strings.TrimSuffix(first, "\r"), "\ufeff"), true
}
