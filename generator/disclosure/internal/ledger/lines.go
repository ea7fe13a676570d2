package ledger

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// line is one line of the file. A release is a line with Release, then its
// sets of slots and its figures, then one with End; figures of the same people
// share a set. A line with Closed or Key stands alone.
type line struct {
	Key        string                `json:"key,omitempty"` // first line: by which key it was written
	Release    string                `json:"release,omitempty"`
	Number     int                   `json:"number,omitempty"`
	Time       string                `json:"time,omitempty"`
	Hash       string                `json:"hash,omitempty"`
	Thresholds *Thresholds           `json:"thresholds,omitempty"`
	Bases      map[string]Thresholds `json:"bases,omitempty"`
	Reading    int                   `json:"reading,omitempty"` // 0: sessions were told apart by month and format alone
	Set        int                   `json:"set,omitempty"`     // from 1 in each release
	Strand     string                `json:"strand,omitempty"`
	Slots      []string              `json:"slots,omitempty"`
	Figure     string                `json:"figure,omitempty"`
	Statistic  string                `json:"statistic,omitempty"`
	At         map[string]string     `json:"at,omitempty"`
	Printed    string                `json:"printed,omitempty"`
	Exact      bool                  `json:"exact,omitempty"`
	Sealed     bool                  `json:"sealed,omitempty"`
	Times      []int                 `json:"times,omitempty"` // of each set in Of
	Of         []int                 `json:"of,omitempty"`
	Quotes     string                `json:"quotes,omitempty"` // code of a question, with the three below
	Minimum    int                   `json:"minimum,omitempty"`
	Batch      int                   `json:"batch,omitempty"`
	Texts      []string              `json:"texts,omitempty"`
	End        string                `json:"end,omitempty"`
	Closed     string                `json:"closed,omitempty"`
}

// ErrForm is any fault of the file's form. What a library says of it could
// quote the file.
var ErrForm = errors.New("private/ledger.jsonl is not a ledger that kohort wrote")

// lines gives a release as it is appended.
func (r Release) lines() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	known := make(map[string]int)
	t := r.Thresholds
	err := e.Encode(line{Release: r.Cohort, Number: r.Number, Time: r.Time, Hash: r.Hash, Thresholds: &t, Bases: r.Bases, Reading: r.Reading})
	for _, f := range r.Figures {
		out := line{Figure: f.Table, Statistic: f.Statistic, Printed: f.Printed, Exact: f.Exact, Sealed: f.Sealed}
		if len(f.At) > 0 {
			out.At = make(map[string]string)
			for _, l := range f.At {
				out.At[l.Dimension] = l.Level
			}
		}
		for _, s := range f.sets() {
			name := s.strand + " " + strings.Join(s.slots, " ")
			if known[name] == 0 {
				known[name] = len(known) + 1
				err = errors.Join(err, e.Encode(line{Set: known[name], Strand: s.strand, Slots: s.slots}))
			}
			out.Of, out.Times = append(out.Of, known[name]), append(out.Times, s.times)
		}
		err = errors.Join(err, e.Encode(out))
	}
	for _, q := range r.Quotes {
		err = errors.Join(err, e.Encode(q.line()))
	}
	err = errors.Join(err, e.Encode(line{End: r.Cohort, Number: r.Number}))
	return b.Bytes(), err
}

// set is the parts of a figure in one strand, which count alike.
type set struct {
	like
	slots []string
}

type like struct {
	strand string
	times  int
}

func (f Figure) sets() []set {
	var out []set
	at := make(map[like]int)
	for _, p := range f.Parts {
		key := like{p.Strand, p.Times}
		i, known := at[key]
		if !known {
			i, at[key] = len(out), len(out)
			out = append(out, set{like: key})
		}
		out[i].slots = append(out[i].slots, p.Owner+p.Slot)
	}
	return out
}

// parser reads lines in order.
type parser struct {
	ledger  *Ledger
	open    *Release // begun, and not ended
	sets    map[int]line
	settled int // bytes up to which the file is whole
}

// take reads one line, without its line end.
func (p *parser) take(text []byte, end int) error {
	var l line
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if d.Decode(&l) != nil {
		return ErrForm
	}
	switch {
	case l.Key != "" && p.open == nil:
		p.ledger.Key = l.Key
	case l.Closed != "" && p.open == nil:
		p.ledger.closed[l.Closed] = true
	case l.Release != "" && l.Thresholds != nil && p.open == nil:
		p.open = &Release{Cohort: l.Release, Number: l.Number, Time: l.Time, Hash: l.Hash, Thresholds: *l.Thresholds, Bases: l.Bases, Reading: l.Reading}
		p.sets = make(map[int]line)
	case l.Set > 0 && p.open != nil:
		p.sets[l.Set] = l
	case l.Figure != "" && p.open != nil:
		return p.figure(l)
	case l.Quotes != "" && p.open != nil:
		p.quotes(l)
	case l.End != "" && p.open != nil && l.End == p.open.Cohort && l.Number == p.open.Number:
		p.ledger.Releases = append(p.ledger.Releases, *p.open)
		p.open = nil
	default:
		return ErrForm
	}
	if p.open == nil {
		p.settled = end
	}
	return nil
}

func (p *parser) figure(l line) error {
	f := Figure{Table: l.Figure, Statistic: l.Statistic, Printed: l.Printed, Exact: l.Exact, Sealed: l.Sealed}
	for _, d := range sortedKeys(l.At) {
		f.At = append(f.At, Level{d, l.At[d]})
	}
	if len(l.Of) != len(l.Times) {
		return ErrForm
	}
	for i, n := range l.Of {
		for _, s := range p.sets[n].Slots {
			if len(s) != 2*hashDigits {
				return ErrForm
			}
			f.Parts = append(f.Parts, Part{s[:hashDigits], s[hashDigits:], p.sets[n].Strand, l.Times[i]})
		}
	}
	p.open.Figures = append(p.open.Figures, f)
	return nil
}
