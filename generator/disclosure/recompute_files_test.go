package disclosure_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"
)

// tableOf reads a table of a cohort, from a file of its own or from the sheet
// of a workbook: rows by column. There may be none.
func tableOf(t *testing.T, folder, table, sheet string) []map[string]string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(folder, table+".csv")); err == nil {
		return byColumn(readCSV(t, filepath.Join(folder, table+".csv")))
	}
	name := filepath.Join(folder, "participants.xlsx")
	if _, err := os.Stat(name); err != nil {
		return nil
	}
	book, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	// Titles stand above the header: it is the first row of two columns.
	header := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 1 })
	return byColumn(rows[header:])
}

// byColumn gives rows by DESIGN's names of the columns, days as 2025-04-01.
func byColumn(rows [][]string) []map[string]string {
	var out []map[string]string
	for _, row := range rows[1:] {
		fields := make(map[string]string)
		for i, value := range row {
			column := strings.ReplaceAll(rows[0][i], "\n", "")
			if word := hrWords[column]; word != "" {
				column = word
			}
			if day, err := time.Parse("2006/1/2", value); err == nil {
				value = day.Format(time.DateOnly)
			}
			fields[column] = value
		}
		out = append(out, fields)
	}
	return out
}

func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// readCSV reads UTF-8, or CP932 where it is none.
func readCSV(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ToValidUTF8(data, nil), data) {
		if data, err = japanese.ShiftJIS.NewDecoder().Bytes(data); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
