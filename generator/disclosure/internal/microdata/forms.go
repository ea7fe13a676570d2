package microdata

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// The headers that form services write beside the questions, after foldHeader.
var (
	// startHeaders mark an export of Microsoft Forms, where ID counts responses.
	startHeaders = []string{"開始時刻", "starttime"}
	formHeaders  = []string{"開始時刻", "starttime", "最終変更時刻", "最終更新時刻", "lastmodifiedtime", "言語", "language", "回答id", "submissionid", "responseid"}
	quizHeaders  = []string{"合計点", "合計得点", "合計ポイント", "totalpoints", "クイズのフィードバック", "テストのフィードバック", "quizfeedback", "スコア", "score"}
	// quizOf is what a quiz adds to the text of a question: Microsoft Forms in
	// front, Google Forms behind.
	quizOf = regexp.MustCompile(`^\s*(?:points|feedback|点数|得点|ポイント|フィードバック)\s*[-–—−:]\s*\S|\[\s*(?:score|feedback|スコア|得点|フィードバック)\s*\]\s*$`)
)

// waveColumns are the columns that a survey's table may have. Those of email and
// name tell the respondent where nothing better does. A question is known by its
// code and by its text in each language.
func waveColumns(survey Survey) []column {
	columns := []column{{name: "respondent"}, {name: "submitted"}, {name: "email"}, {name: "name"}}
	for _, q := range survey.Questions {
		columns = append(columns, column{name: q.Code, headers: textsOf(q.Text)})
	}
	for _, q := range survey.Texts {
		columns = append(columns, column{name: q.Code, free: true, headers: textsOf(q.Text)})
	}
	return append(columns, column{name: "comment", free: true})
}

func textsOf(text map[string]string) []string {
	var out []string
	for _, words := range text {
		out = append(out, words)
	}
	slices.Sort(out)
	return out
}

// formMatcher tells the columns of a form's export: what the service adds, and
// questions whose text is not quite that of survey.yaml.
func (r *reader) formMatcher(survey Survey, known []column) matcher {
	asked := wordings(survey, known)
	return func(t *table, head []string, unknown []int) map[int]int {
		out := make(map[int]int)
		fromForms := slices.ContainsFunc(head, func(h string) bool { return slices.Contains(startHeaders, foldHeader(h)) })
		settled := r.settledColumns(t.name, known)
		quiz := 0
		for _, i := range unknown {
			folded := foldHeader(head[i])
			switch {
			case folded == "id" && fromForms, slices.Contains(formHeaders, folded):
				out[i] = notAColumn
			case folded == "id":
				out[i] = 0
			case slices.Contains(quizHeaders, folded), quizOf.MatchString(strings.ToLower(norm.NFKC.String(head[i]))):
				out[i] = notAColumn
				quiz++
			default:
				if c, found := r.question(t, i, head[i], asked, settled); found {
					out[i] = c
				}
			}
		}
		if quiz > 0 {
			r.report("survey-quiz-columns", t.inRow(t.headerRow), diag.SlotInt("count", quiz))
		}
		return out
	}
}

// notAColumn is what a matcher gives for a column that is passed over.
const notAColumn = -1

// settledColumns are the columns of which cohort.yaml gives the header.
func (r *reader) settledColumns(table string, known []column) map[int]bool {
	out := make(map[int]bool)
	for i, c := range known {
		out[i] = r.settings.Tables[table].Columns[c.name] != ""
	}
	return out
}

// question finds the question that a header asks. Where that is not sure it
// reports the candidates and passes the column over, as it does with a sentence
// that is no question's. A question of which
// cohort.yaml gives the header is no candidate.
func (r *reader) question(t *table, i int, header string, asked []wording, settled map[int]bool) (int, bool) {
	asked = slices.DeleteFunc(slices.Clone(asked), func(w wording) bool { return settled[w.column] })
	m := match(header, asked)
	switch {
	case m.sure:
		return m.best.column, true
	case m.second.code != "":
		r.report("survey-column-unsure", t.letter(i), diag.Slot("codes", m.best.code+", "+m.second.code), diag.Slot("code", m.best.code), diag.Slot("table", t.name))
	case m.best.code != "":
		r.report("survey-column-unsure", t.letter(i), diag.Slot("codes", m.best.code), diag.Slot("code", m.best.code), diag.Slot("table", t.name))
	case utf8.RuneCountInString(foldHeader(header)) < aSentence, t.emptyColumn(i):
		return 0, false
	default:
		r.report("survey-column-unmatched", t.letter(i), diag.Slot("codes", codesOf(asked)), diag.Slot("table", t.name))
	}
	return notAColumn, true
}

// aSentence is how many letters make a header a question, which is not a slip
// in the name of a column.
const aSentence = 12

// codesOf lists the codes of questions, each once.
func codesOf(asked []wording) string {
	var out []string
	for _, w := range asked {
		if !slices.Contains(out, w.code) {
			out = append(out, w.code)
		}
	}
	return strings.Join(out, ", ")
}

// checkQuestions reports questions that stand in the table twice or that
// nobody answered.
func (r *reader) checkQuestions(t table) {
	first := map[string]int{}
	for i, c := range t.columns {
		if c.name == "" || c.name == "comment" || slices.Contains(notCodes, c.name) {
			continue
		}
		if was, twice := first[c.name]; twice {
			r.report("survey-column-twice", t.letter(i), diag.Slot("code", c.name), diag.Slot("first", sheet.Letter(was+1)), diag.Slot("table", t.name))
			continue
		}
		first[c.name] = i
		if len(t.rows) > 0 && t.emptyColumn(i) {
			r.report("survey-question-empty", t.letter(i), diag.Slot("code", c.name))
		}
	}
}
