package diag

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
)

type jsonProblem struct {
	ID       ID       `json:"id"`
	Severity string   `json:"severity"`
	File     string   `json:"file,omitempty"`
	Sheet    string   `json:"sheet,omitempty"`
	Line     int      `json:"line,omitempty"`
	Column   int      `json:"column,omitempty"`
	Length   int      `json:"length,omitempty"`
	Cell     string   `json:"cell,omitempty"`
	Field    string   `json:"field,omitempty"`
	Header   string   `json:"header,omitempty"`
	More     []string `json:"more,omitempty"`
	Message  string   `json:"message"`
}

// JSON writes the problems as one JSON array; no problem is an empty array.
func JSON(w io.Writer, problems []Problem, lang Lang) error {
	out := make([]jsonProblem, 0, len(problems))
	for _, p := range problems {
		out = append(out, jsonProblem{p.ID, p.Severity().String(), p.Pos.File, p.Pos.Sheet,
			p.Pos.Line, p.Pos.Column, p.Pos.Length, p.Pos.Cell(), p.Pos.Field, p.Pos.Header, p.morePlaces(), p.Message(lang)})
	}
	return encode(w, out)
}

// morePlaces are the cells, or rows, of the problems that were gathered into
// this one.
func (p Problem) morePlaces() (places []string) {
	for _, m := range p.More {
		places = append(places, cmp.Or(m.Pos.Cell(), fmt.Sprint(m.Pos.Line)))
	}
	return places
}

func encode[T any](w io.Writer, value T) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

// The parts of SARIF 2.1.0 (OASIS) that problems need.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               ID           `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    ID              `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifLogical struct {
		Name      string `json:"name"`
		Qualified string `json:"fullyQualifiedName"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)

// SARIF writes the problems as a SARIF 2.1.0 log, which code hosts show beside
// the lines. version is that of the program.
func SARIF(w io.Writer, problems []Problem, lang Lang, version string) error {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "kohort", Version: version, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	told := make(map[ID]bool)
	for _, p := range problems {
		if !told[p.ID] {
			told[p.ID] = true
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{p.ID, sarifMessage{rule(p.ID, lang)}})
		}
		run.Results = append(run.Results, sarifResult{p.ID, p.Severity().String(), sarifMessage{p.Message(lang)}, locations(p.Pos)})
	}
	return encode(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func rule(id ID, lang Lang) string {
	def, _ := Lookup(id)
	if lang == Japanese {
		return def.What.JA
	}
	return def.What.EN
}

func locations(pos Pos) []sarifLocation {
	if pos.File == "" {
		return nil
	}
	physical := sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: pos.File}).String()}}
	if pos.Line > 0 {
		physical.Region = &sarifRegion{StartLine: pos.Line, StartColumn: pos.Column}
		if pos.Column > 0 {
			physical.Region.EndColumn = pos.Column + max(pos.Length, 1)
		}
	}
	return []sarifLocation{{physical, logical(pos)}}
}

// logical names the cell, which the lines of a workbook's bytes do not tell.
func logical(pos Pos) []sarifLogical {
	name := pos.Cell()
	if name == "" {
		name = pos.Sheet
	}
	switch {
	case name == "":
		return nil
	case pos.Sheet == "" || pos.Cell() == "":
		return []sarifLogical{{name, name}}
	}
	return []sarifLogical{{name, pos.Sheet + "!" + name}}
}
