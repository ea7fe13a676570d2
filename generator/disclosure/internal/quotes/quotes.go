// Package quotes decides which free-text comments of a survey may be shown
// (section 6.3 of the specification).
//
// It takes a microdata.Cohort with the file of approvals and gives, for each
// text question, the list of texts that a release may hold: approved one by
// one by a person, of enough people, in an order that tells nothing of who
// wrote what. Its two main types are Asked, what was written to one question,
// and List, what of it may be shown. Comments that nobody approved never leave
// this package, other than to the terminal of whoever reviews them (Review).
//
//	quotes.go     microdata -> what was written to each question
//	tidy.go       the form in which a comment is read, approved and shown
//	file.go       quotes.yaml: who approved what
//	choose.go     which texts a release shows
//	arrange.go    in which order
//	match.go      what in a comment names somebody
//	narrow.go     what in a comment narrows down who wrote it
//	style.go      what in a comment's style does
//	review.go     the walk through comments in the terminal
//	marked.go     a comment as the reviewer sees it
//	words.go      what the walk says
package quotes

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// Rules are the thresholds that comments are held to.
type Rules struct {
	Respondents int // people who must have answered a survey before a comment of it is used
	Batch       int // people who must stand behind a list, and behind what is new in it
}

// Comment is a text that was written to a question. Who wrote the same text is
// behind it together.
type Comment struct {
	Text   string // tidy
	Hash   string // of question and text: by it a comment is approved
	People []int  // indexes of Cohort.People, ascending
}

// Asked is what was written to one text question, in an order that says
// nothing of people or files.
type Asked struct {
	Question microdata.TextQuestion
	Comments []Comment
	// Short is the waves of which no comment is used: too few people answered.
	Short []string
}

// Read gathers the comments of a cohort, a text question each. People who
// withdrew are left out, and count as if they had not answered.
func Read(c microdata.Cohort, rules Rules) []Asked {
	out := make([]Asked, len(c.TextQuestions))
	for i, q := range c.TextQuestions {
		out[i] = Asked{Question: q}
		written := make(map[string][]int)
		for _, w := range c.Waves {
			answered, any := respondents(c, w, q), false
			for _, comment := range w.Comments {
				if comment.Question != i || !c.People[comment.Person].Withdrawn.IsZero() {
					continue
				}
				if any = true; answered >= rules.Respondents {
					text := tidy(comment.Text)
					written[text] = append(written[text], comment.Person)
				}
			}
			if any && answered < rules.Respondents {
				out[i].Short = append(out[i].Short, w.Name)
			}
		}
		for text, people := range written {
			if text != "" {
				slices.Sort(people)
				out[i].Comments = append(out[i].Comments, Comment{text, hashOf(c.ID, q.Code, text), slices.Compact(people)})
			}
		}
		slices.SortFunc(out[i].Comments, func(a, b Comment) int { return strings.Compare(a.Hash, b.Hash) })
	}
	return out
}

// respondents counts the people who answered a wave and were asked the
// question in it.
func respondents(c microdata.Cohort, w microdata.Wave, q microdata.TextQuestion) int {
	n := 0
	for i, answered := range w.Responded {
		p := c.People[i]
		if answered && p.Withdrawn.IsZero() && (q.Who == "" || q.Who == p.Role) {
			n++
		}
	}
	return n
}

// People counts who wrote any of the comments.
func (a Asked) People() int {
	var all [][]int
	for _, c := range a.Comments {
		all = append(all, c.People)
	}
	return distinct(all)
}

// distinct counts the people in sets of them.
func distinct(sets [][]int) int {
	people := slices.Concat(sets...)
	slices.Sort(people)
	return len(slices.Compact(people))
}
