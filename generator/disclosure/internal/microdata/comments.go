package microdata

import (
	"cmp"
	"slices"
)

// TextQuestion is a question of survey.yaml that is answered in free text.
type TextQuestion struct {
	Code  string
	Text  map[string]string
	Who   Role // empty: both
	Theme string
	Waves []string // as those of a Question
}

// Comment is what one person wrote to one text question.
type Comment struct {
	Person, Question int // indexes of Cohort.People and Cohort.TextQuestions
	Text             string
}

// comments reads the free text of one row. role is that of the respondent,
// empty where it is not known.
func (r *reader) comments(t table, w row, role Role, survey Survey) []Comment {
	var out []Comment
	for i, q := range survey.Texts {
		written := text(t.cell(w, q.Code))
		switch {
		case written == "":
		case q.Who != "" && role != "" && q.Who != role:
			r.report("data-answer-not-asked", t.at(w, q.Code), whoSlot(q.Who))
		default:
			out = append(out, Comment{Question: i, Text: written})
		}
	}
	return out
}

// useTexts keeps the text questions that some wave asks and lets the comments
// name them by their new index.
func (c *Cohort) useTexts(survey Survey, asked []bool) {
	index := make([]int, len(survey.Texts))
	for i, q := range survey.Texts {
		if asked[i] {
			index[i] = len(c.TextQuestions)
			c.TextQuestions = append(c.TextQuestions, q)
		}
	}
	for _, w := range c.Waves {
		for i := range w.Comments {
			w.Comments[i].Question = index[w.Comments[i].Question]
		}
		slices.SortFunc(w.Comments, func(a, b Comment) int {
			return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Question, b.Question))
		})
	}
}
