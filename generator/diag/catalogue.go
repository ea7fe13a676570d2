package diag

import (
	"regexp"
	"slices"
	"strings"
)

// Text is a template of words in both languages; a {name} in it is a slot. In
// English a number may be followed by the word it counts, as Plural has it.
type Text struct{ EN, JA string }

// Def declares one kind of problem.
type Def struct {
	ID       ID
	Severity Severity
	What     Text // what is wrong, lower case in English, no final period
	Why      Text // why it is wrong; may be empty where What says it
	Fix      Text // what to do about it
	// Excerpt says that the source line may be shown below the message. It is
	// never set for a problem of a data file or of the tripwire.
	Excerpt bool
}

// Section is the problems of one stage, as the manual lists them.
type Section struct {
	Title Text
	Defs  []Def
}

// sections are all problems, a file of this package for each stage that
// reports them, in the order of the stages.
var sections = []Section{
	{Text{"Pages and settings", "ページと設定"}, sourceProblems},
	{Text{"Markdown and directives", "Markdown とディレクティブ"}, markdownProblems},
	{Text{"Links, nav and figures", "リンク、目次、図表"}, handbookProblems},
	{Text{"Cohort data", "コーホートのデータ"}, dataProblems},
	{Text{"Reading spreadsheets and text files", "表計算ファイルとテキストファイルの読み込み"}, sheetProblems},
	{Text{"Databases", "データベース"}, queryProblems},
	{Text{"Surveys and forms", "アンケートとフォーム"}, surveyProblems},
	{Text{"Checks across tables, copies and templates", "表どうしの照合、コピー、ひな形"}, crosscheckProblems},
	{Text{"Releases", "リリース"}, releaseProblems},
	{Text{"Releases over time", "これまでのリリース"}, historyProblems},
	{Text{"Comments", "自由記述"}, quotesProblems},
	{Text{"Themes", "テーマ"}, renderProblems},
	{Text{"Audit of the finished site", "できあがったサイトの検査"}, auditProblems},
	{Text{"Writing the site", "サイトの書き込み"}, outputProblems},
	{Text{"Commands", "コマンド"}, commandProblems},
}

// catalogue finds a declaration by its id.
var catalogue = index(sections)

func index(sections []Section) map[ID]Def {
	m := make(map[ID]Def)
	for _, section := range sections {
		for _, d := range section.Defs {
			if _, twice := m[d.ID]; twice {
				panic("diag: problem " + string(d.ID) + " is declared twice")
			}
			m[d.ID] = d
		}
	}
	return m
}

// Sections gives every declaration by stage, each section sorted by id.
func Sections() []Section {
	out := make([]Section, 0, len(sections))
	for _, s := range sections {
		defs := slices.Clone(s.Defs)
		slices.SortFunc(defs, func(a, b Def) int { return strings.Compare(string(a.ID), string(b.ID)) })
		out = append(out, Section{s.Title, defs})
	}
	return out
}

// Lookup finds a problem's declaration.
func Lookup(id ID) (Def, bool) {
	d, ok := catalogue[id]
	return d, ok
}

var slotPattern = regexp.MustCompile(`\{([a-z]+)\}`)

func (d Def) slots() []string {
	var names []string
	for _, t := range []Text{d.What, d.Why, d.Fix} {
		for _, m := range slotPattern.FindAllStringSubmatch(t.EN, -1) {
			names = append(names, m[1])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (d Def) message(lang Lang, args []Arg) string {
	if lang == Japanese {
		return join("。", fill(d.What.JA, lang, args), fill(d.Why.JA, lang, args), fill(d.Fix.JA, lang, args))
	}
	what, why, fix := fill(d.What.EN, lang, args), fill(d.Why.EN, lang, args), fill(d.Fix.EN, lang, args)
	return Plural(join("; ", join(": ", what, why), fix))
}

func join(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}

// fill replaces {name} by its value in one pass, so that a value holding
// braces is never filled again.
func fill(template string, lang Lang, args []Arg) string {
	return slotPattern.ReplaceAllStringFunc(template, func(slot string) string {
		for _, a := range args {
			if a.Name != slot[1:len(slot)-1] {
				continue
			}
			if lang == Japanese && a.JA != "" {
				return a.JA
			}
			return a.Value
		}
		return slot
	})
}
