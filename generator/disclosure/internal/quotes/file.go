package quotes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/internal/strictyaml"
)

// Decision is what was decided of one comment. It holds no comment that is not
// to be shown, and nobody who wrote one.
type Decision struct {
	Comment  string // hash of the comment as it was written
	Question string // its code
	Publish  bool
	Text     string // what is shown, where Publish
	Approval string // hash of Comment and Text: a text that was edited since is not approved
	By       string // who decided
	On       string // the day, as 2006-01-02
}

// File is quotes.yaml of a cohort. The zero value approves nothing.
type File struct{ decisions []Decision }

type fileYAML struct {
	Quotes []struct {
		Comment  string `yaml:"comment"`
		Question string `yaml:"question"`
		Decision string `yaml:"decision"`
		Text     string `yaml:"text"`
		Approval string `yaml:"approval"`
		By       string `yaml:"by"`
		On       string `yaml:"on"`
	} `yaml:"quotes"`
}

const publish, withhold = "publish", "withhold"

func fileName(cohort string) string { return "cohorts/" + cohort + "/" + microdata.ApprovalsFile }

// ReadFile reads quotes.yaml from the folder of the cohort's data; an empty
// File where there is none. Its problems show no line of the file.
func ReadFile(data *os.Root, cohort string) (File, []diag.Problem) {
	name := fileName(cohort)
	content, err := data.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return File{}, nil
	}
	if err != nil {
		return File{}, []diag.Problem{diag.New("quotes-file", diag.Pos{File: name})}
	}
	in, lines, broken := strictyaml.Decode[fileYAML](name, content)
	var problems []diag.Problem
	for _, p := range broken {
		problems = append(problems, diag.New("quotes-file", p.Pos))
	}
	var f File
	for i, q := range in.Quotes {
		d := Decision{q.Comment, q.Question, q.Decision == publish, q.Text, q.Approval, q.By, q.On}
		at, ok := lines[fmt.Sprintf("quotes[%d]", i)]
		if !ok {
			at = diag.Pos{File: name}
		}
		_, err := time.Parse(time.DateOnly, q.On)
		switch {
		case len(broken) > 0:
		case !d.Publish && q.Decision != withhold, q.Comment == "", q.By == "", err != nil, d.Publish != (q.Text != ""), f.has(q.Comment):
			problems = append(problems, diag.New("quotes-file", at))
		case d.Publish && (d.Approval != d.seal() || tidy(d.Text) != d.Text):
			problems = append(problems, diag.New("quotes-edited", at, diag.Slot("cohort", cohort)))
		default:
			f.decisions = append(f.decisions, d)
		}
	}
	if diag.Stops(problems, false) {
		return File{}, problems
	}
	return f, problems
}

func (d Decision) seal() string { return hashOf(d.Comment, d.Text) }

func (f File) has(comment string) bool {
	_, ok := f.of(comment)
	return ok
}

// of gives the decision on a comment.
func (f File) of(comment string) (Decision, bool) {
	i := slices.IndexFunc(f.decisions, func(d Decision) bool { return d.Comment == comment })
	if i < 0 {
		return Decision{}, false
	}
	return f.decisions[i], true
}

// shown gives the text to show in place of a comment.
func (f File) shown(comment string) (string, bool) {
	d, ok := f.of(comment)
	return d.Text, ok && d.Publish
}

// with gives the file with one decision more. One on the same comment is
// replaced.
func (f File) with(d Decision) File {
	if d.Publish {
		d.Approval = d.seal()
	}
	out := slices.DeleteFunc(slices.Clone(f.decisions), func(e Decision) bool { return e.Comment == d.Comment })
	return File{append(out, d)}
}

// head explains the file to whoever opens it.
const head = `# 公開を確認した自由記述です。kohort quotes が書き込みます。サイトには含まれません。
# text を書き換えたものは、もう一度 kohort quotes で確認するまで公開されません。
# Comments that were reviewed, written by kohort quotes. This file is never published.
# A text that is edited here must be approved anew with kohort quotes.
quotes:
`

// Write puts the file in its place: whole or not at all.
func (f File) Write(data *os.Root, cohort string) error {
	var b bytes.Buffer
	b.WriteString(head)
	for _, d := range f.decisions {
		decision := withhold
		if d.Publish {
			decision = publish
		}
		fmt.Fprintf(&b, "- comment: %s\n  question: %s\n  decision: %s\n", d.Comment, quoted(d.Question), decision)
		if d.Publish {
			fmt.Fprintf(&b, "  text: %s\n  approval: %s\n", quoted(d.Text), d.Approval)
		}
		fmt.Fprintf(&b, "  by: %s\n  on: %s\n", quoted(d.By), d.On)
	}
	name := fileName(cohort)
	temp := path.Join(path.Dir(name), "."+path.Base(name)+".new")
	out, err := data.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, err = out.Write(b.Bytes())
	if err = errors.Join(err, out.Sync(), out.Close()); err == nil {
		err = data.Rename(temp, name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), data.Remove(temp))
	}
	return nil
}

// quoted is s as a double-quoted scalar, of which JSON has the same form.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return `""` // a string always has a form
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Count gives how many of a question's comments were decided each way.
func (f File) Count(a Asked) (published, withheld int) {
	for _, c := range a.Comments {
		switch d, decided := f.of(c.Hash); {
		case decided && d.Publish:
			published++
		case decided:
			withheld++
		}
	}
	return published, withheld
}
