package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// The form of --format json.
type (
	dataJSON struct {
		Cohort    string             `json:"cohort"`
		Tables    []dataTableJSON    `json:"tables"`
		Unread    []dataSheetJSON    `json:"not_read"`
		Groupings []dataGroupingJSON `json:"groupings"`
		Copy      string             `json:"copy,omitempty"`
		Problems  json.RawMessage    `json:"problems"`
	}
	dataSheetJSON struct {
		File  string `json:"file"`
		Sheet string `json:"sheet,omitempty"`
	}
	dataTableJSON struct {
		Table         string           `json:"table"`
		File          string           `json:"file"`
		Sheet         string           `json:"sheet,omitempty"`
		Format        string           `json:"format"`
		Encoding      string           `json:"encoding"`
		HeaderRow     int              `json:"header_row,omitempty"`
		Rows          int              `json:"rows"`
		Columns       []dataColumnJSON `json:"columns"`
		HiddenRows    []int            `json:"hidden_rows,omitempty"` // read all the same
		HiddenColumns []string         `json:"hidden_columns,omitempty"`
	}
	dataColumnJSON struct {
		Letter   string `json:"letter"`
		Header   string `json:"header"`
		Column   string `json:"column,omitempty"` // none: not read
		Filled   int    `json:"filled"`
		Empty    int    `json:"empty"`
		Distinct int    `json:"distinct"`
	}
	dataGroupingJSON struct {
		Dimension string           `json:"dimension"`
		K         int              `json:"k"`
		ByRole    bool             `json:"by_role"`
		Groups    []dataGroupJSON  `json:"groups"`
		Before    dataCoverageJSON `json:"before"`
		After     dataCoverageJSON `json:"after"`
		Lines     []string         `json:"lines"`
	}
	dataGroupJSON struct {
		Name   string   `json:"name"`
		Levels []string `json:"levels"`
		People int      `json:"people"`
	}
	dataCoverageJSON struct {
		Levels int `json:"levels"`
		Enough int `json:"enough"`
		People int `json:"people"`
	}
)

func (a *app) dataJSON(o generator.Options, r disclosure.DataReport, problems []diag.Problem) error {
	if diag.Stops(problems, o.Strict) {
		a.code = exitProblems
	}
	var found bytes.Buffer
	if err := diag.JSON(&found, problems, a.words.lang); err != nil {
		return err
	}
	out := dataJSON{Cohort: r.Cohort, Tables: []dataTableJSON{}, Unread: []dataSheetJSON{}, Groupings: []dataGroupingJSON{}, Copy: r.Copy, Problems: found.Bytes()}
	for _, t := range r.Tables {
		table := dataTableJSON{Table: t.Table, File: t.File, Sheet: t.Sheet, Format: t.Format, Encoding: t.Encoding, HeaderRow: t.HeaderRow, Rows: t.Rows, Columns: []dataColumnJSON{}, HiddenRows: t.HiddenRows, HiddenColumns: t.HiddenColumns}
		for _, c := range t.Columns {
			table.Columns = append(table.Columns, dataColumnJSON{c.Letter, c.Header, c.Name, c.Filled, c.Empty, c.Distinct})
		}
		out.Tables = append(out.Tables, table)
	}
	for _, s := range r.Unread {
		out.Unread = append(out.Unread, dataSheetJSON(s))
	}
	for _, g := range r.Groupings {
		grouping := dataGroupingJSON{Dimension: g.Dimension, K: r.K, ByRole: g.ByRole, Before: dataCoverageJSON(g.Before), After: dataCoverageJSON(g.After), Lines: g.Lines}
		for _, j := range g.Joined {
			grouping.Groups = append(grouping.Groups, dataGroupJSON(j))
		}
		out.Groupings = append(out.Groupings, grouping)
	}
	encoder := json.NewEncoder(a.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(out); err != nil {
		return fmt.Errorf("print the report: %w", err)
	}
	return nil
}
