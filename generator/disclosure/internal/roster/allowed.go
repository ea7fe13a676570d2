package roster

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/internal/strictyaml"
)

const allowedFile = "private/allowed.yaml"

// allowedYAML is allowed.yaml: the names that may stand on a page although
// they are a participant's, each with the reason, who decided it and when.
type allowedYAML struct {
	Allowed []struct {
		Name   string `yaml:"name"`
		Reason string `yaml:"reason"`
		By     string `yaml:"by"`
		Date   day    `yaml:"date"`
	} `yaml:"allowed"`
}

// day is a date as 2006-01-02.
type day string

var errNoDay = errors.New("not a day")

// UnmarshalText takes the form of a date; whether there is such a day is for
// people to know.
func (d *day) UnmarshalText(b []byte) error {
	s := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, string(b))
	if s != "0000-00-00" {
		return errNoDay
	}
	*d = day(b)
	return nil
}

// readAllowed gives the names that allowed.yaml frees; an entry that lacks
// something frees nothing. Its problems show no line of the file, which holds
// participants' names.
func readAllowed(private *os.Root) (names []string, problems []diag.Problem) {
	data, err := private.ReadFile("allowed.yaml")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, []diag.Problem{diag.New("allowed-broken", diag.Pos{File: allowedFile})}
	}
	in, lines, broken := strictyaml.Decode[allowedYAML](allowedFile, data)
	for _, p := range broken {
		problems = append(problems, diag.New("allowed-broken", p.Pos))
	}
	if len(problems) > 0 {
		return nil, problems
	}
	for i, e := range in.Allowed {
		at, entry := diag.Pos{File: allowedFile}, fmt.Sprintf("allowed[%d]", i)
		if pos, ok := lines[entry]; ok {
			at = pos
		}
		for _, k := range []struct{ key, value string }{{"name", e.Name}, {"reason", e.Reason}, {"by", e.By}, {"date", string(e.Date)}} {
			if strings.TrimSpace(k.value) == "" {
				problems = append(problems, diag.New("allowed-incomplete", at, diag.Slot("key", k.key)))
			}
		}
		names = append(names, e.Name)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return names, nil
}
