// Package microdata holds the people of a cohort, and is the only code that
// opens their data files.
//
// It takes a cohort's folder and gives a Cohort: participants, pairs,
// sessions, goals and survey answers, checked against each other. Its two main
// types are Cohort and Person. It refuses a file with any problem, and tells
// all problems of all files at once, each with file, row and column and never
// with a value: no error that saw a row is wrapped.
package microdata

import (
	"time"

	"kohort/generator/diag"
)

// Cohort is one cohort's data, complete and consistent. Indexes stand in
// place of ids, so that no later stage needs an id or a name.
type Cohort struct {
	ID         string
	Title      map[string]string // by language; "" where one string serves all
	Start, End Date
	By         [][]string // breakdowns asked for, such as {department}, {department, role}
	Labels     []Label    // how levels read in other languages
	// Listed are the levels that cohort.yaml names, by dimension, as they are
	// shown: where readers do not know who took part, no others are named.
	Listed    map[string][]string
	Questions []Question // of survey.yaml, in its order; only those that some wave holds
	// TextQuestions are those answered in free text, likewise.
	TextQuestions []TextQuestion
	Themes        []Theme // all of the survey's
	// Columns are those of the roster by dimension, without file and row, and
	// LevelsAt is where cohort.yaml tells of a dimension's levels, or where it could.
	Columns, LevelsAt map[string]diag.Pos
	People            []Person // anonymous ones last
	Pairs             []Pair
	Sessions          []Session
	Goals             []Goal
	Followups         []Followup
	Waves             []Wave // before, mid, pulse-… by date, after
	AsOf              Date   // latest date in the data: of what happened, so planned sessions do not count
}

// Date is a day without time. The zero value is no date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Before says whether d is earlier than e.
func (d Date) Before(e Date) bool {
	return d.Year < e.Year || d.Year == e.Year && (d.Month < e.Month || d.Month == e.Month && d.Day < e.Day)
}

// Role is what a person is in the program.
type Role string

// The roles. The junior is the mentor.
const (
	Mentor Role = "mentor"
	Mentee Role = "mentee"
)

// Person is one participant. Levels (department, grade, site) are those after
// the grouping of cohort.yaml.
type Person struct {
	ID, Name, Kana, Email string
	Role                  Role
	Department            string
	Ungrouped             string // department as in the data, where it is counted with others; else empty
	Grade                 string // empty where not given, as Site
	Site                  string
	Manager               string // id of a manager, who need not take part
	Oriented              Date
	Joined                Date
	Left                  Date // left the program
	LeftCompany           Date
	Withdrawn             Date
	// Anonymous says that this is no participant but one response to one wave that
	// names nobody: it has an ID and answers, and nothing else is known of it.
	Anonymous bool
	Pos       diag.Pos // file and row in which the person stands
}

// OwnDepartment is the department as it stands in the data, by which colleagues
// know each other, whatever it is counted with.
func (p Person) OwnDepartment() string {
	if p.Ungrouped != "" {
		return p.Ungrouped
	}
	return p.Department
}

// Level gives a person's level of a dimension: role, department, grade or
// site; empty for any other.
func (p Person) Level(dimension string) string {
	switch dimension {
	case "role":
		return string(p.Role)
	case "department":
		return p.Department
	case "grade":
		return p.Grade
	case "site":
		return p.Site
	}
	return ""
}

// Pair is a mentor and a mentee, as indexes of Cohort.People.
type Pair struct {
	Mentor, Mentee int
	Matched, Ended Date
}

// Status is what became of a session.
type Status string

// The statuses of a session.
const (
	Held      Status = "held"
	Planned   Status = "planned"
	Cancelled Status = "cancelled"
)

// Session is one session of a pair.
type Session struct {
	Pair    int // index of Cohort.Pairs
	Date    Date
	Minutes int // 0: not given
	Topics  []string
	Format  string
	Status  Status
}

// Goal is one goal of a pair. Status is met, partly, open or dropped.
type Goal struct {
	Pair   int
	Theme  string
	Status string
}

// Followup is one check-in of HR with a pair.
type Followup struct {
	Pair int
	Date Date
	Kind string
}

// Question is one question of survey.yaml.
type Question struct {
	Code  string
	Text  map[string]string
	Who   Role // empty: both
	Theme string
	Good  string // "high" or "low"
	Scale []Point
	Waves []string // in which it is asked: before, mid, after, pulse; empty: all but the pulse
}

// Point is one answer of a scale, lowest Value first.
type Point struct {
	Value int
	Label map[string]string
}

// Label is how a level of a dimension reads in other languages.
type Label struct {
	Dimension, Level string
	Words            map[string]string
}

// Wave is a survey at one time.
type Wave struct {
	Name     string // before, mid, after, pulse-2025-06-02
	Closed   Date
	Answers  []Answer
	Comments []Comment
	Late     int // people who handed it in after Closed; their answers are in no figure
	// Responded marks the people who handed in the survey, by index of Cohort.People.
	Responded []bool
	// Anonymous says that no response of the wave names its respondent: each is of
	// an anonymous Person of its own.
	Anonymous bool
}

// Answer is one person's answer to one question.
type Answer struct {
	Person, Question int // indexes of Cohort.People and Cohort.Questions
	Value            int
}
