package render

import (
	"slices"
	"strings"
	"testing"
)

// gridOf is a group of a table: a letter a cell, w where it is withheld.
func gridOf(label, cells string) gridGroup {
	g := gridGroup{Label: label}
	for _, c := range cells {
		g.Rows = append(g.Rows, gridRow{Cells: []cellView{{Shown: c != 'w', Withheld: c == 'w'}}})
	}
	return g
}

func TestHardlyANumberIsNoFigure(t *testing.T) {
	d, _ := testDrawer(t, "ja")
	for _, c := range []struct {
		name    string
		groups  []gridGroup
		kept    string // labels of the groups; "none" is no figure
		leftOut []string
	}{
		{"all shown", []gridGroup{gridOf("", "s"), gridOf("役割別", "ss")}, ",役割別", nil},
		{"a third", []gridGroup{gridOf("", "s"), gridOf("部署別", "sww")}, ",部署別", nil},
		{"fewer", []gridGroup{gridOf("", "s"), gridOf("部署別", "swww")}, "", []string{"回答率 — 部署別"}},
		{"all of a group", []gridGroup{gridOf("", "s"), gridOf("役割別", "ww"), gridOf("部署別", "ss")}, ",部署別", []string{"回答率 — 役割別"}},
		{"everything", []gridGroup{gridOf("", "www")}, "none", []string{"回答率"}},
	} {
		f := d.worth(figureView{frame: d.frame, Kind: kindTable, Title: "回答率", Table: gridView{Groups: c.groups}})
		var labels []string
		for _, g := range f.Table.Groups {
			labels = append(labels, g.Label)
		}
		got := strings.Join(labels, ",")
		if f.Kind == "" {
			got = "none"
		}
		if got != c.kept || !slices.Equal(f.LeftOut, c.leftOut) {
			t.Errorf("%s: got groups %q and left out %q, want %q and %q", c.name, got, f.LeftOut, c.kept, c.leftOut)
		}
	}
}

func TestAWithdrawnFigureStays(t *testing.T) {
	d, _ := testDrawer(t, "ja")
	f := figureView{frame: d.frame, Kind: kindTable, Withdrawn: []string{"2025年11月1日に取り下げました。"}, Table: gridView{Groups: []gridGroup{gridOf("", "ww")}}}
	if got := d.worth(f); got.Kind == "" || len(got.LeftOut) > 0 {
		t.Errorf("withdrawn figure: got it left out as %q, want its note on the page", got.LeftOut)
	}
}

// TestAReportSaysWhatItLeavesOut: a department of which nothing may be shown
// is no column of marks, and is named once.
func TestAReportSaysWhatItLeavesOut(t *testing.T) {
	files := renderSite(t, testInputOf(t, compared, "testdata/compared"))
	got := files["reports/2025-spring.html"].Content
	_, groups, _ := strings.Cut(got, `id="report-groups"`)
	groups, _, _ = strings.Cut(groups, "</section>")
	_, protection, _ := strings.Cut(got, `id="report-protection"`)
	if !strings.Contains(groups, "営業部") || strings.Contains(groups, "法務部") || !strings.Contains(protection, "<li>開始時から終了時への変化（部署別） — 法務部</li>") {
		t.Errorf("report: got 法務部 among the groups, or not among what is left out:\n%s", protection)
	}
	if strings.Contains(protection, "「非表示」の欄はありません") {
		t.Error("report: got that nothing is withheld")
	}
	got = files["reports/2024-autumn.html"].Content
	_, protection, _ = strings.Cut(got, `id="report-protection"`)
	if strings.Contains(got, "stat-columns") || !strings.Contains(protection, "<li>月ごとの実施セッション数</li>") {
		t.Errorf("report without a month that may be shown: got a chart of months, or not among what is left out:\n%s", protection)
	}
}
