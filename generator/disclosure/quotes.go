package disclosure

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/quotes"
	"kohort/generator/figure"
)

// leastQuoted is the fewest people behind a list of comments, and behind what
// is new in one, however low k is.
const leastQuoted = 5

func (p Policy) quoteRules() quotes.Rules {
	return quotes.Rules{Respondents: p.kComments, Batch: max(leastQuoted, p.k)}
}

// comments is what a release shows of free-text comments.
type comments struct {
	asked   bool // the survey has a text question, and comments are on
	lists   []QuoteList
	texts   []Question // the text questions of lists
	record  []ledger.Quotes
	notes   []Note
	cohort  string
	waiting int // comments that need a decision
}

// comments chooses the comments of a release (section 6.3): approved ones of
// the whole cohort, a question one list. An approved text that names a
// participant stops the release.
func (f folders) comments(in ReleaseInput, key []byte, data microdata.Cohort, past *history) (comments, []diag.Problem) {
	p := in.Policy.orDefault()
	out := comments{cohort: data.ID, asked: p.comments && len(data.TextQuestions) > 0}
	for _, was := range past.last.quotes {
		if was.withdrawn.on != "" {
			out.lists = append(out.lists, was)
		}
	}
	if !out.asked {
		out.addWords(data)
		return out, nil
	}
	file, problems := quotes.ReadFile(f.data, data.ID)
	match, found := quotes.NewMatcher(data, f.private, in.ExtraNames)
	problems = append(problems, found...)
	for i, q := range data.TextQuestions {
		if slices.ContainsFunc(out.lists, func(l QuoteList) bool { return l.question == q.Code }) {
			continue // withdrawn
		}
		rules := p.quoteRules()
		printed := past.quoted(q.Code, &rules)
		asked := quotes.Read(data, rules)[i]
		out.waiting += len(quotes.Undecided(asked, file, match))
		list := asked.Choose(file, printed, rules, key, data.ID)
		out.add(q, list, rules, key)
		out.note(q.Code, asked, list, rules)
		if slices.ContainsFunc(list.Texts, match.Names) {
			problems = append(problems, diag.New("quotes-names", diag.Pos{File: "cohorts/" + data.ID}, diag.Slot("cohort", data.ID)))
		}
	}
	out.addWords(data)
	return out, problems
}

// add takes over what is shown of a question, and what of it is new.
func (q *comments) add(question microdata.TextQuestion, list quotes.List, rules quotes.Rules, key []byte) {
	if len(list.Texts) > 0 {
		q.lists = append(q.lists, QuoteList{question: question.Code, theme: question.Theme, texts: list.Texts})
	}
	if len(list.New) > 0 {
		q.record = append(q.record, ledger.Quotes{Question: question.Code, Minimum: rules.Respondents, Batch: rules.Batch,
			Texts: marks(key, q.cohort, question.Code, list.New)})
	}
}

// quoted gives the marks of all texts of a question that were ever shown, and
// raises the thresholds to those under which they were.
func (h *history) quoted(question string, rules *quotes.Rules) map[string]bool {
	printed := make(map[string]bool)
	for _, r := range h.releases {
		for _, q := range r.Quotes {
			if q.Question != question {
				continue
			}
			rules.Respondents, rules.Batch = max(rules.Respondents, q.Minimum), max(rules.Batch, q.Batch)
			for _, mark := range q.Texts {
				printed[mark] = true
			}
		}
	}
	return printed
}

func marks(key []byte, cohort, question string, texts []string) []string {
	var out []string
	for _, t := range texts {
		out = append(out, quotes.Mark(key, cohort, question, t))
	}
	slices.Sort(out)
	return out
}

// addWords orders the lists as the survey asks, and takes over the words of
// their questions.
func (q *comments) addWords(data microdata.Cohort) {
	var lists []QuoteList
	for _, question := range data.TextQuestions {
		i := slices.IndexFunc(q.lists, func(l QuoteList) bool { return l.question == question.Code })
		if i < 0 {
			continue
		}
		lists = append(lists, q.lists[i])
		q.texts = append(q.texts, Question{code: question.Code, text: newWords(question.Text), who: string(question.Who), theme: q.lists[i].theme})
	}
	q.lists = lists
}

// on gives a release with its comments.
func (q comments) on(c Cohort) Cohort {
	c.asked = q.asked || len(q.lists) > 0
	c.quotes = q.lists
	c.questions = slices.Concat(c.questions, q.texts)
	return c
}

// note tells HR what becomes of a question's comments.
func (q *comments) note(code string, asked quotes.Asked, list quotes.List, rules quotes.Rules) {
	add := func(en, ja string, args ...any) {
		q.notes = append(q.notes, Note{figure.Words{
			EN: diag.Plural(fmt.Sprintf("comments on "+code+": "+en, args...)), JA: fmt.Sprintf("自由記述 "+code+": "+ja, args...)}})
	}
	switch {
	case list.State == quotes.Taken:
		add("what was shown may not be shown whole any more (somebody withdrew, a text was changed or an approval taken back), so the whole list goes",
			"掲載済みの文のうち掲載できなくなったもの（参加の取り下げ、文の変更、確認の取り消し）があるため、一覧ごと掲載をやめます")
	case list.State == quotes.None && list.Held > 0:
		add("none is shown; it takes approved texts of %d people or more", "掲載しません。確認済みの文が%d人分以上そろうと掲載できます", rules.Batch)
	case list.State == quotes.Waiting:
		add("%d approved {text waits|texts wait} until there are new ones of %d people or more", "確認済みの文%d件は、新しい文が%d人分以上そろうまで待ちます", list.Held, rules.Batch)
	case list.Held > 0:
		add("%d approved {text is|texts are} not shown: two of one person would stand side by side", "確認済みの文%d件は、同じ人の文が隣り合うため掲載しません", list.Held)
	}
	if len(asked.Short) > 0 {
		add("none of %s is used, since too few people answered", "%s の分は、回答者が少ないため使いません", strings.Join(asked.Short, ", "))
	}
}

// words tells HR about comments.
func (q comments) words() []Note {
	out := q.notes
	if q.waiting > 0 {
		out = append(slices.Clip(out), Note{figure.Words{
			EN: fmt.Sprintf("comments that wait for review: %d; run: kohort quotes %s", q.waiting, q.cohort),
			JA: fmt.Sprintf("確認待ちの自由記述: %d件。kohort quotes %s で確認できます", q.waiting, q.cohort),
		}})
	}
	return out
}
