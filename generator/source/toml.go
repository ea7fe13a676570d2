package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"kohort/generator/diag"
)

// yamlOfTOML rewrites TOML as YAML in which each key stands on the line that
// it has in the TOML, so that one decoder checks both and every problem of a
// file comes at once: BurntSushi/toml stops at the first and knows no
// positions of keys.
func yamlOfTOML(file string, data []byte, line int) ([]byte, diag.Problem, bool) {
	values := map[string]any{}
	meta, err := toml.Decode(string(data), &values)
	if err != nil {
		var parse toml.ParseError
		if !errors.As(err, &parse) {
			return nil, diag.New("toml-syntax", diag.At(file, line, 1)), false
		}
		before := data[:min(max(parse.Position.Start, 0), len(data))]
		column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
		return nil, diag.New("toml-syntax", diag.At(file, line+bytes.Count(before, []byte("\n")), column)), false
	}
	source := strings.Split(string(data), "\n")
	lines := make([]string, len(source))
	for _, key := range meta.Keys() {
		value, ok := values[key[0]]
		if !ok {
			continue // a key below one that is written already
		}
		delete(values, key[0])
		pair, err := yamlPair(key[0], value)
		if err != nil {
			return nil, diag.New("toml-syntax", diag.Pos{File: file, Line: line}), false
		}
		if at := lineOfKey(source, key[0]); at >= 0 && lines[at] == "" {
			lines[at] = pair
		} else {
			lines = append(lines, pair)
		}
	}
	return []byte(strings.Join(lines, "\n")), diag.Problem{}, true
}

// lineOfKey finds where a top-level key is first given: as key = value, as a
// dotted key or as a [table]; -1 where its quoting hides it.
func lineOfKey(lines []string, key string) int {
	pattern := regexp.MustCompile(`^\s*\[*\s*["']?` + regexp.QuoteMeta(key) + `["']?\s*[=.\]]`)
	for i, line := range lines {
		if pattern.MatchString(line) {
			return i
		}
	}
	return -1
}

func yamlPair(key string, value any) (string, error) {
	k, err := json.Marshal(key)
	if err != nil {
		return "", fmt.Errorf("write key: %w", err)
	}
	v, err := json.Marshal(plainValue(value))
	if err != nil {
		return "", fmt.Errorf("write value: %w", err)
	}
	return string(k) + ": " + string(v), nil
}

// plainValue writes a TOML date as 2006-01-02 and leaves all else as it is. A
// time keeps its clock, so that the decoder refuses it.
func plainValue(value any) any {
	switch v := value.(type) {
	case time.Time:
		if v.Location().String() == "date-local" {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plainValue(v[i])
		}
		return out
	}
	return value
}

// tomlPos moves the position of a problem from the rewritten text to its line
// in the TOML: to the key, or to the value where that is what is wrong.
func tomlPos(p diag.Problem, number int, line string) diag.Pos {
	key, value, found := strings.Cut(line, "=")
	part, before := strings.TrimRight(key, " \t"), 0
	if found && p.ID != "yaml-unknown-key" {
		part, before = strings.TrimRight(value, " \t"), utf8.RuneCountInString(key)+1
	}
	trimmed := strings.TrimLeft(part, " \t")
	return diag.Pos{
		File:   p.Pos.File,
		Line:   number,
		Column: 1 + before + utf8.RuneCountInString(part) - utf8.RuneCountInString(trimmed),
		Length: utf8.RuneCountInString(trimmed),
	}
}
