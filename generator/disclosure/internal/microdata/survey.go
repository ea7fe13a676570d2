package microdata

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/internal/strictyaml"
)

const surveyFile = "survey.yaml"

// Survey is survey.yaml: the questions that all cohorts share. The zero value
// is a handbook without one.
type Survey struct {
	Questions []Question     // those answered on a scale, in the file's order
	Texts     []TextQuestion // those answered in free text
	Themes    []Theme        // in the file's order
}

// Theme is what some questions have in common, such as "safety".
type Theme struct {
	ID    string
	Words map[string]string // by language; "" where one string serves all
}

func (s Survey) hasTheme(id string) bool {
	return slices.ContainsFunc(s.Themes, func(t Theme) bool { return t.ID == id })
}

type surveyYAML struct {
	Scales    map[string]scaleYAML       `yaml:"scales"`
	Questions []questionYAML             `yaml:"questions"`
	Themes    map[string]strictyaml.Text `yaml:"themes"`
}

type scaleYAML struct {
	Values []int               `yaml:"values"`
	Labels map[string][]string `yaml:"labels"`
}

type questionYAML struct {
	Code  string          `yaml:"code"`
	Text  strictyaml.Text `yaml:"text"`
	Scale string          `yaml:"scale"`
	Who   string          `yaml:"who"`
	Theme string          `yaml:"theme"`
	Good  string          `yaml:"good"`
	Waves []string        `yaml:"waves"`
}

// freeText is the scale of a question that is answered in words.
const freeText = "text"

// ReadSurvey reads survey.yaml of the handbook. A handbook without one has an
// empty Survey and no problem.
func ReadSurvey(handbook *os.Root) (Survey, []diag.Problem) {
	data, err := readLimited(handbook, surveyFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Survey{}, nil
	case err != nil:
		return Survey{}, []diag.Problem{diag.New("data-file-unreadable", diag.Pos{File: surveyFile})}
	}
	in, lines, problems := strictyaml.Decode[surveyYAML](surveyFile, data)
	s := surveyReader{in: in, lines: lines, problems: problems, complete: len(problems) == 0}
	return s.read(), diag.Sort(s.problems)
}

type surveyReader struct {
	in       surveyYAML
	lines    strictyaml.Lines
	problems []diag.Problem
	complete bool // nothing was lost on decoding, so that what is missing was not given
}

func (s *surveyReader) report(id diag.ID, key string, args ...diag.Arg) {
	at, ok := s.lines[key]
	if !ok {
		at = diag.Pos{File: surveyFile}
	}
	s.problems = append(s.problems, diag.New(id, at, args...))
}

func (s *surveyReader) read() Survey {
	var out Survey
	for id, words := range s.in.Themes {
		out.Themes = append(out.Themes, Theme{id, byLang(words)})
	}
	place := func(t Theme) diag.Pos { return s.lines["themes."+t.ID] }
	slices.SortFunc(out.Themes, func(a, b Theme) int {
		return cmp.Or(cmp.Compare(place(a).Line, place(b).Line), cmp.Compare(place(a).Column, place(b).Column))
	})
	for _, name := range slices.Sorted(maps.Keys(s.in.Scales)) {
		s.checkScale(name)
	}
	seen := map[string]bool{}
	for i, q := range s.in.Questions {
		key := fmt.Sprintf("questions[%d]", i)
		if !s.checkQuestion(key, q, out) {
			continue
		}
		if seen[q.Code] {
			s.report("survey-code-twice", key+".code", diag.Slot("code", q.Code))
			continue
		}
		seen[q.Code] = true
		if q.Scale == freeText {
			out.Texts = append(out.Texts, TextQuestion{Code: q.Code, Text: byLang(q.Text), Who: Role(q.Who), Theme: q.Theme, Waves: q.Waves})
			continue
		}
		out.Questions = append(out.Questions, Question{
			Code: q.Code, Text: byLang(q.Text), Who: Role(q.Who), Theme: q.Theme,
			Good: firstOf(q.Good, "high"), Waves: q.Waves, Scale: s.in.Scales[q.Scale].points(),
		})
	}
	return out
}

func (s *surveyReader) checkScale(name string) {
	scale, key := s.in.Scales[name], "scales."+name
	ascending := len(scale.Values) >= 2 && len(scale.Values) <= 11
	for i := range scale.Values[min(1, len(scale.Values)):] {
		ascending = ascending && scale.Values[i] < scale.Values[i+1]
	}
	if !ascending {
		s.report("survey-scale-values", key)
		return
	}
	for _, lang := range slices.Sorted(maps.Keys(scale.Labels)) {
		if len(scale.Labels[lang]) != len(scale.Values) {
			s.report("survey-scale-labels", key+".labels."+lang,
				diag.SlotInt("wanted", len(scale.Values)), diag.SlotInt("got", len(scale.Labels[lang])))
		}
	}
}

// codePattern is the form of a question's code, which is part of a table's id
// and a column's name.
var codePattern = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

// notCodes are columns of a survey's table that are no question's.
var notCodes = []string{"respondent", "submitted", "email", "name"}

// waveKinds are the waves that a question may be asked in.
var waveKinds = []string{"before", "mid", "after", "pulse"}

// askedIn says whether a question with such waves is asked in a wave: where it
// names none, in all but the pulse.
func askedIn(waves []string, wave string) bool {
	kind, _, _ := strings.Cut(wave, "-")
	if len(waves) == 0 {
		return kind != "pulse"
	}
	return slices.Contains(waves, kind)
}

// In is what of a survey is asked in a wave, such as "after" or
// "pulse-2025-06-02"; all of it where no question is.
func (s Survey) In(wave string) Survey {
	out := s
	out.Questions = slices.DeleteFunc(slices.Clone(s.Questions), func(q Question) bool { return !askedIn(q.Waves, wave) })
	out.Texts = slices.DeleteFunc(slices.Clone(s.Texts), func(q TextQuestion) bool { return !askedIn(q.Waves, wave) })
	if len(out.Questions) == 0 {
		return s
	}
	return out
}

// checkQuestion reports what is wrong with a question, and says whether it
// can be used.
func (s *surveyReader) checkQuestion(key string, q questionYAML, survey Survey) bool {
	before := len(s.problems)
	for _, k := range []struct {
		name  string
		given bool
	}{{"code", q.Code != ""}, {"text", q.Text.Any != "" || len(q.Text.ByLang) > 0}, {"scale", q.Scale != ""}} {
		if !k.given && s.complete {
			s.report("data-key-missing", key, diag.Slot("key", k.name))
		}
	}
	if q.Code != "" && (!codePattern.MatchString(q.Code) || slices.Contains(notCodes, q.Code) || q.Scale != freeText && strings.HasPrefix(q.Code, "comment")) {
		s.report("survey-code-bad", key+".code")
	}
	if _, ok := s.in.Scales[q.Scale]; !ok && q.Scale != "" && q.Scale != freeText {
		s.report("survey-scale-unknown", key+".scale", diag.Slot("known", strings.Join(append(slices.Sorted(maps.Keys(s.in.Scales)), freeText), ", ")))
	}
	if q.Who != "" && q.Who != string(Mentor) && q.Who != string(Mentee) {
		s.report("survey-word-unknown", key+".who", diag.Slot("known", "mentor, mentee"))
	}
	if q.Good != "" && q.Good != "high" && q.Good != "low" {
		s.report("survey-word-unknown", key+".good", diag.Slot("known", "high, low"))
	}
	for i, wave := range q.Waves {
		if !slices.Contains(waveKinds, wave) {
			s.report("survey-word-unknown", fmt.Sprintf("%s.waves[%d]", key, i), diag.Slot("known", strings.Join(waveKinds, ", ")))
		}
	}
	if q.Theme != "" && len(survey.Themes) > 0 && !survey.hasTheme(q.Theme) {
		var known []string
		for _, t := range survey.Themes {
			known = append(known, t.ID)
		}
		s.report("survey-word-unknown", key+".theme", diag.Slot("known", strings.Join(known, ", ")))
	}
	return len(s.problems) == before && q.Code != ""
}

// points gives the scale with its labels, lowest value first.
func (s scaleYAML) points() []Point {
	out := make([]Point, len(s.Values))
	for i, v := range s.Values {
		out[i] = Point{v, map[string]string{}}
		for lang, labels := range s.Labels {
			if i < len(labels) {
				out[i].Label[lang] = labels[i]
			}
		}
	}
	return out
}

func byLang(t strictyaml.Text) map[string]string {
	if t.Any != "" {
		return map[string]string{"": t.Any}
	}
	return maps.Clone(t.ByLang)
}
