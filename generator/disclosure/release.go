package disclosure

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/roster"
	"kohort/generator/figure"
)

// ReleaseInput says what is released.
type ReleaseInput struct {
	Place      Place
	Cohort     string // the cohort's folder name; Current takes all where it is empty
	Policy     Policy
	ExtraNames []string
	DryRun     bool // do all but write
}

// Release protects one cohort's figures, holds them against everything that was
// ever printed of it, attacks the result and writes it as the cohort's next
// release. Where there is a problem that stops, nothing is written. A cohort
// that is closed stays as it is, with a warning.
func Release(in ReleaseInput) (sum Summary, problems []diag.Problem, err error) {
	f, err := in.Place.open()
	if err != nil {
		return Summary{}, nil, err
	}
	defer f.close()
	m, problems, err := f.remember(false, in.Cohort)
	if err != nil || len(problems) > 0 {
		return Summary{}, problems, err
	}
	if m.ledger.Closed(in.Cohort) {
		return f.closed(in.Cohort)
	}
	data, problems := f.read(in.Cohort)
	if !diag.Stops(problems, false) && !in.DryRun {
		var found []diag.Problem
		if m, found, err = f.remember(true, in.Cohort); err != nil || len(found) > 0 {
			return Summary{}, found, err
		}
		defer func() { err = errors.Join(err, m.close()) }()
		if err := f.finish(in.Cohort, m.ledger); err != nil {
			return Summary{}, nil, err
		}
	}
	last, _, found, err := loadChain(f.handbook, in.Cohort)
	if err != nil {
		return Summary{}, nil, err
	}
	problems = slices.Concat(problems, found, f.complete(m, in.Cohort, last.chain))
	if diag.Stops(problems, false) {
		return Summary{}, diag.Sort(problems), nil
	}
	next, found, err := f.next(in, m, data, last)
	problems = diag.Sort(append(problems, found...))
	if err != nil || diag.Stops(problems, false) {
		return Summary{}, problems, err
	}
	if in.DryRun {
		return next.sum, problems, nil
	}
	return next.sum, problems, f.write(m, next)
}

// closed says that a cohort stays as it was released.
func (f folders) closed(id string) (Summary, []diag.Problem, error) {
	last, _, problems, err := loadChain(f.handbook, id)
	problems = append(problems, diag.New("cohort-closed", diag.Pos{File: "cohorts/" + id}, diag.Slot("cohort", id), diag.SlotInt("number", last.release)))
	return Summary{Cohort: id, Number: last.release, File: releaseFile(id, last.release), Unchanged: true}, diag.Sort(problems), err
}

// made is a release that may be written.
type made struct {
	sum    Summary
	file   []byte
	data   microdata.Cohort
	past   *history
	record ledger.Release
	stays  []stayed // what earlier releases keep from following the data
}

// next makes a cohort's next release.
func (f folders) next(in ReleaseInput, m memory, data microdata.Cohort, last Cohort) (made, []diag.Problem, error) {
	past, err := f.history(m, data, last)
	if err != nil {
		return made{}, nil, err
	}
	stand := in.Policy.orDefault().on(past.releases)
	problems := append(stand.problems(in.Cohort), past.moved()...)
	if diag.Stops(problems, false) {
		return made{}, problems, nil
	}
	next, shield, found := stand.gate(data)
	problems = append(problems, found...)
	beside, told := past.withstand(past.merge(next, stand), next, shield.courses, stand)
	problems = append(problems, past.auditOn(beside, stand)...)
	if diag.Stops(problems, false) {
		return made{}, problems, nil
	}
	said, found := f.comments(in, m.key, data, past)
	problems = append(problems, found...)
	if diag.Stops(problems, false) {
		return made{}, problems, nil
	}
	next = said.on(beside.cohort)
	if found := f.named(next, in.ExtraNames, data); diag.Stops(found, false) {
		return made{}, append(problems, found...), nil
	}
	next.release = last.release + 1
	out := made{file: encode(next, last.hash), data: data, past: past, stays: beside.stays}
	out.sum = summarize(next, shield)
	out.sum.Withhelds = stillWithheld(next, append(out.sum.Withhelds, beside.dropped...))
	out.sum.Withheld = len(out.sum.Withhelds)
	if last.release > 0 && sameFigures(last, next) {
		out.sum.Unchanged, out.sum.Number, out.sum.File = true, last.release, releaseFile(in.Cohort, last.release)
	}
	out.sum.Notes = slices.Concat(out.sum.Notes, stayWords(out.stays, ""), told, past.lateWords(), past.closing(next, stand, in.DryRun), said.words(), shortIDs(data))
	out.record = ledger.Release{
		Cohort: in.Cohort, Number: next.release, Time: time.Now().UTC().Format(time.RFC3339),
		Hash: hashOf(out.file), Thresholds: stand.now.thresholds(), Bases: stand.record(next), Reading: ledger.Reading, Figures: beside.record, Quotes: said.record,
	}
	return out, problems, nil
}

// history is what was printed of a cohort.
func (f folders) history(m memory, data microdata.Cohort, last Cohort) (*history, error) {
	if f.private == nil {
		return newHistory(data, last, nil, ledger.NewVersions(m.key, data.ID)), nil
	}
	v, err := ledger.ReadVersions(f.private, m.key, data.ID)
	if err != nil {
		return nil, err
	}
	return newHistory(data, last, m.ledger.Of(data.ID), v), nil
}

// read reads the survey and a cohort's data.
func (f folders) read(id string) (microdata.Cohort, []diag.Problem) {
	survey, problems := microdata.ReadSurvey(f.handbook)
	data, found := microdata.Read(f.handbook, f.data, id, survey)
	return data, append(problems, found...)
}

// gate makes a release of data, without number, and attacks it.
func gate(data microdata.Cohort, p Policy) (Cohort, protected, []diag.Problem) {
	shield, problems := p.settle(inOrder(data))
	c := describe(data, p)
	c.tables = shield.tables
	c.labels = slices.DeleteFunc(c.labels, func(l LevelLabel) bool { return ofSessions(l) && !c.stands(l) })
	return c, shield, problems
}

// ofSessions says whether a label is of a topic or format, of which a release
// names no other than its tables do.
func ofSessions(l LevelLabel) bool { return l.Dimension == "topic" || l.Dimension == "format" }

// stands says whether a table names a level.
func (c Cohort) stands(l LevelLabel) bool {
	return slices.ContainsFunc(c.tables, func(t Table) bool {
		return slices.ContainsFunc(t.cells, func(cell Cell) bool { return slices.Contains(cell.at, Level{l.Dimension, l.Level}) })
	})
}

// describe is a release without its tables.
func describe(data microdata.Cohort, p Policy) Cohort {
	c := Cohort{id: data.ID, title: newWords(data.Title), start: day(data.Start), end: day(data.End), dataAsOf: day(data.AsOf), k: p.k}
	for _, l := range data.Labels {
		c.labels = append(c.labels, LevelLabel{l.Dimension, l.Level, newWords(l.Words)})
	}
	for _, t := range data.Themes {
		c.labels = append(c.labels, LevelLabel{"theme", t.ID, newWords(t.Words)})
	}
	for _, q := range data.Questions {
		out := Question{code: q.Code, text: newWords(q.Text), who: string(q.Who), theme: q.Theme, good: q.Good}
		for _, p := range q.Scale {
			out.scale = append(out.scale, ScalePoint{p.Value, newWords(p.Label)})
		}
		c.questions = append(c.questions, out)
	}
	return c
}

func newWords(byLang map[string]string) Words {
	w := Words{byLang: make(map[string]string, len(byLang))}
	for lang, s := range byLang {
		w.byLang[lang] = s
	}
	return w
}

func day(d microdata.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// sameFigures compares two releases but for their place in the chain.
func sameFigures(a, b Cohort) bool {
	a.release, b.release = 1, 1
	return bytes.Equal(encode(a, ""), encode(b, ""))
}

func shortIDs(data microdata.Cohort) []Note {
	short := roster.TooShort(data)
	if len(short) == 0 {
		return nil
	}
	rows, rowsJA := "", ""
	for i, pos := range short {
		if i > 0 {
			rows, rowsJA = rows+", ", rowsJA+"、"
		}
		rows, rowsJA = rows+pos.String(), rowsJA+pos.String()
	}
	return []Note{{figure.Words{
		EN: "these ids are too short to be searched for in pages: " + rows,
		JA: "次の ID は短すぎるため、ページの中を検索しません: " + rowsJA,
	}}}
}

// Current passes the current data through the same gate and gives what a
// release would publish. It writes nothing. A cohort without data stands as
// it was last released.
func Current(in ReleaseInput) (Published, Tripwire, []diag.Problem, error) {
	f, err := in.Place.open()
	if err != nil {
		return Published{}, Tripwire{}, nil, err
	}
	defer f.close()
	ids := []string{in.Cohort}
	if in.Cohort == "" {
		if ids, err = f.cohorts(); err != nil {
			return Published{}, Tripwire{}, nil, err
		}
	}
	var published Published
	var problems []diag.Problem
	var people []roster.List
	for _, id := range ids {
		last, released, found, err := loadChain(f.handbook, id)
		if err != nil {
			return Published{}, Tripwire{}, nil, err
		}
		problems = append(problems, found...)
		if !f.hasData(id) {
			if released {
				published.cohorts = append(published.cohorts, last)
			}
			continue
		}
		data, found := f.read(id)
		problems = append(problems, found...)
		if diag.Stops(found, false) {
			continue
		}
		next, found, err := f.preview(in, data, last)
		if err != nil {
			return Published{}, Tripwire{}, nil, err
		}
		problems = append(problems, found...)
		people = append(people, roster.Forms(data))
		if diag.Stops(found, false) {
			continue
		}
		next.release, next.hash = last.release, last.hash
		published.cohorts = append(published.cohorts, next)
	}
	latestFirst(published.cohorts)
	published.departments = f.departments(ids)
	wire, found := f.tripwire(in.ExtraNames, people...)
	return published, wire, diag.Sort(append(problems, found...)), nil
}
