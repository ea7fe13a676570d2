package disclosure

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/workbook"
)

// TemplatesInput says which templates are written where.
type TemplatesInput struct {
	Place  Place
	Cohort string // whose cohort.yaml names departments and waves; empty: none
	Folder string // made where it is missing
	Lang   diag.Lang
	IsSite func(folder string) bool
}

// WriteTemplates writes an empty workbook for each table of a cohort, and gives
// their names. Where a file of any of the tables is there already, none is
// written.
func WriteTemplates(in TemplatesInput) ([]string, []diag.Problem, error) {
	f, err := in.Place.open()
	if err != nil {
		return nil, nil, err
	}
	defer f.close()
	survey, problems := microdata.ReadSurvey(f.handbook)
	var expected microdata.Expected
	if in.Cohort != "" {
		var found []diag.Problem
		expected, found = microdata.Expect(f.handbook, in.Cohort)
		problems = append(problems, found...)
	}
	templates := templates(in.Lang, survey, expected)
	refused, err := in.check(templates)
	problems = diag.Sort(append(problems, refused...))
	if err != nil || diag.Stops(problems, false) {
		return nil, problems, err
	}
	if err := os.MkdirAll(in.Folder, 0o755); err != nil {
		return nil, nil, fmt.Errorf("make %s: %w", in.Folder, err)
	}
	var written []string
	for _, t := range templates {
		name := filepath.Join(in.Folder, t.file)
		data, err := workbook.Template(t.table, in.Lang)
		if err == nil {
			err = create(name, data)
		}
		if err != nil {
			return written, nil, fmt.Errorf("write %s: %w", name, err)
		}
		written = append(written, name)
	}
	return written, problems, nil
}

// create writes a file that is not there yet.
func create(name string, data []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Close())
}

// check refuses a folder whose files would be published, and one that has a
// file of a table, whatever its format.
func (in TemplatesInput) check(templates []template) ([]diag.Problem, error) {
	// The folder may have to be made: what lies above it is looked at.
	there, err := filepath.Abs(in.Folder)
	for err == nil {
		var folder string
		if folder, err = resolved(there); err == nil {
			there = folder
			break
		}
		if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(there) == there {
			break
		}
		there, err = filepath.Dir(there), nil
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", in.Folder, err)
	}
	if in.Place.inside(there, "pages", "theme") || (DataInput{IsSite: in.IsSite}).inSite(there) {
		return []diag.Problem{diag.New("data-template-place", diag.Pos{File: in.Folder})}, nil
	}
	entries, err := os.ReadDir(in.Folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open %s: %w", in.Folder, err)
	}
	var out []diag.Problem
	for _, e := range entries {
		stem := strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))
		if microdata.IsDataFile(e.Name()) && slices.ContainsFunc(templates, func(t template) bool { return t.file == stem+".xlsx" }) {
			out = append(out, diag.New("data-template-exists", diag.Pos{File: filepath.ToSlash(filepath.Join(in.Folder, e.Name()))}))
		}
	}
	return out, nil
}

// template is a file to write.
type template struct {
	file  string
	table workbook.Table
}

// templates are the files of a cohort: one for each table, and for each survey
// that the cohort names, before and after where it names none.
func templates(lang diag.Lang, survey microdata.Survey, expected microdata.Expected) []template {
	var out []template
	for _, t := range templateTables {
		columns := make([]workbook.Column, len(t.columns))
		for i, c := range t.columns {
			columns[i] = c.in(lang)
			switch {
			case t.name == "goals" && c.name == "theme":
				for _, theme := range survey.Themes {
					columns[i].Choices = append(columns[i].Choices, cmp.Or(inLang(theme.Words, lang), theme.ID))
				}
			case t.name == "participants" && c.name != "role":
				columns[i].Choices = expected.Levels[c.name]
			}
		}
		out = append(out, template{t.name + ".xlsx", workbook.Table{Title: word(lang, t.title), About: word(lang, t.about), Columns: columns}})
	}
	if len(survey.Questions) == 0 {
		return out
	}
	waves := expected.Waves
	if len(waves) == 0 {
		waves = []string{"before", "after"}
	}
	for _, wave := range waves {
		out = append(out, template{"survey-" + wave + ".xlsx", surveyTable(lang, wave, survey.In(wave))})
	}
	return out
}

// surveyTable is the table of a survey: a row for each who answered, a column
// for each question in its own words.
func surveyTable(lang diag.Lang, wave string, survey microdata.Survey) workbook.Table {
	title := "survey-" + wave
	if words, ok := waveTitles[wave]; ok {
		title = word(lang, words)
	}
	t := workbook.Table{Title: title, About: word(lang, wordAnswers), Columns: []workbook.Column{respondentColumn.in(lang), submittedColumn.in(lang)}}
	for _, q := range survey.Questions {
		c := workbook.Column{Header: inLang(q.Text, lang), Note: whoAnswers(lang, q.Who)}
		for _, point := range q.Scale {
			c.Choices = append(c.Choices, cmp.Or(inLang(point.Label, lang), fmt.Sprint(point.Value)))
		}
		t.Columns = append(t.Columns, c)
	}
	for _, q := range survey.Texts {
		t.Columns = append(t.Columns, workbook.Column{Header: inLang(q.Text, lang), Note: whoAnswers(lang, q.Who)})
	}
	return t
}

func whoAnswers(lang diag.Lang, who microdata.Role) string {
	switch who {
	case microdata.Mentor:
		return word(lang, wordMentorsAnswer)
	case microdata.Mentee:
		return word(lang, wordMenteesAnswer)
	}
	return word(lang, wordAllAnswer)
}

// inLang is a text in a language, else in the one that serves all or in the
// first that there is.
func inLang(byLang map[string]string, lang diag.Lang) string {
	for _, l := range append([]string{string(lang), ""}, sortedKeys(byLang)...) {
		if byLang[l] != "" {
			return byLang[l]
		}
	}
	return ""
}

func word(lang diag.Lang, t diag.Text) string {
	if lang == diag.Japanese {
		return t.JA
	}
	return t.EN
}
