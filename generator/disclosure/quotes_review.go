package disclosure

import (
	"io"
	"slices"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/quotes"
)

// QuotesInput says whose comments are reviewed, by whom and where.
type QuotesInput struct {
	ReleaseInput
	By   string // who reviews; asked for where it is empty
	On   string // the day, as 2006-01-02
	Lang diag.Lang
	In   io.Reader // what the reviewer types, a line an answer
	Out  io.Writer // where comments are shown: a terminal, and nothing that keeps them
}

// QuotesCount says how far the review of one question's comments is: numbers
// for HR, and no text of any comment.
type QuotesCount struct {
	Question, Theme                          string
	Comments, Published, Withheld, Undecided int
	People                                   int      // who wrote them; 0 for fewer than k
	Short                                    []string // waves of which none is used: too few people answered
	Respondents, Batch                       int      // people that a survey, and that a list of comments, needs
}

// ReviewQuotes shows the comments of a cohort that wait for review one by one
// and writes what is decided to quotes.yaml beside the data, after each
// decision. Comments go to in.Out and nowhere else.
func ReviewQuotes(in QuotesInput) ([]QuotesCount, []diag.Problem, error) {
	desk, problems, err := in.open()
	if err != nil || diag.Stops(problems, false) {
		return nil, problems, err
	}
	defer desk.folders.close()
	review := quotes.Review{
		Asked: desk.asked, File: desk.file, Match: desk.match, Rules: desk.rules,
		By: in.By, On: in.On, Lang: in.Lang, In: in.In, Out: in.Out,
		Keep: func(f quotes.File) error { return f.Write(desk.folders.data, in.Cohort) },
	}
	desk.file, err = review.Run()
	return desk.count(), problems, err
}

// CountQuotes says how far the review of a cohort's comments is, a question an
// entry. It shows no comment.
func CountQuotes(in ReleaseInput) ([]QuotesCount, []diag.Problem, error) {
	desk, problems, err := in.open()
	if err != nil || diag.Stops(problems, false) {
		return nil, problems, err
	}
	defer desk.folders.close()
	return desk.count(), problems, nil
}

// desk is what a reviewer has before him.
type desk struct {
	folders folders
	data    microdata.Cohort
	asked   []quotes.Asked
	file    quotes.File
	match   quotes.Matcher
	rules   quotes.Rules
	least   int // people below whom no number of people is told
}

// open reads a cohort's comments and what was decided of them. The folders of
// the desk are open unless it fails or has a problem that stops.
func (in ReleaseInput) open() (desk, []diag.Problem, error) {
	f, err := in.Place.open()
	if err != nil {
		return desk{}, nil, err
	}
	p := in.Policy.orDefault()
	d := desk{folders: f, rules: p.quoteRules(), least: p.k}
	var problems, found []diag.Problem
	if d.data, problems = f.read(in.Cohort); !diag.Stops(problems, false) {
		d.file, found = quotes.ReadFile(f.data, in.Cohort)
		problems = append(problems, found...)
		d.match, found = quotes.NewMatcher(d.data, f.private, in.ExtraNames)
		problems = append(problems, found...)
		d.asked = quotes.Read(d.data, d.rules)
	}
	if diag.Stops(problems, false) {
		f.close()
	}
	return d, diag.Sort(problems), nil
}

func (d desk) count() []QuotesCount {
	var out []QuotesCount
	for _, a := range d.asked {
		c := QuotesCount{Question: a.Question.Code, Theme: a.Question.Theme, Comments: len(a.Comments), Short: a.Short,
			Undecided: len(quotes.Undecided(a, d.file, d.match)), Respondents: d.rules.Respondents, Batch: d.rules.Batch}
		c.Published, c.Withheld = d.file.Count(a)
		if people := a.People(); people >= d.least {
			c.People = people
		}
		out = append(out, c)
	}
	return out
}

// recallQuotes gives what a release showed, as the ledger remembers it.
func recallQuotes(c Cohort, key []byte, p Policy) []ledger.Quotes {
	var out []ledger.Quotes
	for _, q := range c.quotes {
		if len(q.texts) > 0 {
			out = append(out, ledger.Quotes{Question: q.question, Minimum: p.kComments, Batch: p.quoteRules().Batch, Texts: marks(key, c.id, q.question, slices.Clone(q.texts))})
		}
	}
	return out
}
