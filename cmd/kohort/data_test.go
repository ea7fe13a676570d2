package main

import (
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// TestProposalsOfTwoDimensionsAreOnePieceOfYAML wants one levels: to copy, for
// a second one would be a key that stands twice.
func TestProposalsOfTwoDimensionsAreOnePieceOfYAML(t *testing.T) {
	lines := words{diag.English}.groupings(disclosure.DataReport{K: 5, Groupings: []disclosure.Grouping{
		{Dimension: "department", Lines: []string{"levels:", "  department:", "    法務部: {group: 管理部門}"}},
		{Dimension: "site", Lines: []string{"levels:", "  site:", "    大阪: {group: 西日本}"}},
	}})
	want := "levels:\n  department:\n    法務部: {group: 管理部門}\n  site:\n    大阪: {group: 西日本}"
	if got := strings.Join(lines[slices.Index(lines, "levels:"):], "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
