package ledger

// Quotes is the comments that a release showed for the first time in the list
// of one question. A comment is on the page for all to read; its hash only
// tells a later release which were.
type Quotes struct {
	Question string
	Minimum  int      // people who had to have answered the survey
	Batch    int      // people who had to stand behind the texts
	Texts    []string // keyed hashes of texts
}

func (q Quotes) line() line {
	return line{Quotes: q.Question, Minimum: q.Minimum, Batch: q.Batch, Texts: q.Texts}
}

func (p *parser) quotes(l line) {
	p.open.Quotes = append(p.open.Quotes, Quotes{l.Quotes, l.Minimum, l.Batch, l.Texts})
}
