package disclosure

import (
	"bytes"
	"fmt"

	"kohort/generator/diag"
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

// Release protects one cohort's figures, attacks the result and writes it as
// the cohort's next release. Where there is a problem that stops, nothing is
// written.
func Release(in ReleaseInput) (Summary, []diag.Problem, error) {
	f, err := in.Place.open()
	if err != nil {
		return Summary{}, nil, err
	}
	defer f.close()
	last, _, problems, err := loadChain(f.handbook, in.Cohort)
	if err != nil {
		return Summary{}, nil, err
	}
	data, found := f.read(in.Cohort)
	problems = append(problems, found...)
	if diag.Stops(problems, false) {
		return Summary{}, diag.Sort(problems), nil
	}
	next, shield, found := gate(data, in.Policy.orDefault())
	problems = append(problems, found...)
	if diag.Stops(problems, false) {
		return Summary{}, diag.Sort(problems), nil
	}
	if found := f.named(next, in.ExtraNames, data); diag.Stops(found, false) {
		return Summary{}, diag.Sort(append(problems, found...)), nil
	}
	next.release = last.release + 1
	file := encode(next, last.hash)
	sum := summarize(next, shield)
	if last.release > 0 && sameFigures(last, next) {
		sum.Unchanged, sum.Number, sum.File = true, last.release, releaseFile(in.Cohort, last.release)
	}
	sum.Notes = append(sum.Notes, shortIDs(data)...)
	if in.DryRun {
		return sum, diag.Sort(problems), nil
	}
	return sum, diag.Sort(problems), f.write(data, sum, file)
}

// read reads the survey and a cohort's data.
func (f folders) read(id string) (microdata.Cohort, []diag.Problem) {
	survey, problems := microdata.ReadSurvey(f.handbook)
	data, found := microdata.Read(f.handbook, f.data, id, survey)
	return data, append(problems, found...)
}

// gate makes a release of data, without number, and attacks it.
func gate(data microdata.Cohort, p Policy) (Cohort, protected, []diag.Problem) {
	shield := protect(data, p)
	c := describe(data, p)
	c.tables = shield.tables
	return c, shield, attackRelease(data, c, p)
}

// describe is a release without its tables.
func describe(data microdata.Cohort, p Policy) Cohort {
	c := Cohort{id: data.ID, title: newWords(data.Title), start: day(data.Start), end: day(data.End), dataAsOf: day(data.AsOf), k: p.k}
	for _, l := range data.Labels {
		c.labels = append(c.labels, LevelLabel{l.Dimension, l.Level, newWords(l.Words)})
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
		next, _, found := gate(data, in.Policy.orDefault())
		problems = append(problems, found...)
		people = append(people, roster.Forms(data))
		if diag.Stops(found, false) {
			continue
		}
		next.release, next.hash = last.release, last.hash
		published.cohorts = append(published.cohorts, next)
	}
	latestFirst(published.cohorts)
	wire, found := f.tripwire(in.ExtraNames, people...)
	return published, wire, diag.Sort(append(problems, found...)), nil
}
