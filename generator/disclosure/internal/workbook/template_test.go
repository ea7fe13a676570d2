package workbook

import (
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
)

var members = Table{
	Title: "参加者", About: "参加者1人につき1行。",
	Columns: []Column{
		{Header: "社員番号", Note: "一人に一つの番号。", Required: true},
		{Header: "役割", Note: "どちらかを選びます。", Required: true, Choices: []string{"メンター", "メンティー, 上級"}},
		{Header: "部署", Choices: []string{"営業部"}, Open: true},
		{Header: "参加日", Kind: Day},
		{Header: "所要時間", Kind: Minutes},
	},
}

func TestTemplateHelpsToFillIn(t *testing.T) {
	data, err := Template(members, diag.Japanese)
	if err != nil {
		t.Fatal(err)
	}
	f := reopen(t, data)
	if got, want := f.GetSheetList(), []string{"参加者", "記入方法", "選択肢"}; !slices.Equal(got, want) {
		t.Errorf("sheets: got %q, want %q", got, want)
	}
	if visible, err := f.GetSheetVisible("選択肢"); err != nil || visible {
		t.Errorf("the lists must be hidden (%v)", err)
	}
	validations, err := f.GetDataValidations("参加者")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range validations {
		style := ""
		if v.ErrorStyle != nil {
			style = *v.ErrorStyle
		}
		got = append(got, strings.Join([]string{v.Sqref, v.Type, v.Formula1, style}, " "))
	}
	want := []string{"B2:B2000 list '選択肢'!$B$1:$B$2 stop", "C2:C2000 list '選択肢'!$C$1:$C$1 warning", "D2:D2000 date 36526 stop", "E2:E2000 whole 1 stop"}
	if !slices.Equal(got, want) {
		t.Errorf("choices:\ngot  %q\nwant %q", got, want)
	}
	if got := value(t, f, "選択肢", "B2"); got != "メンティー, 上級" {
		t.Errorf("a choice with a comma: got %q", got)
	}
	if note := noteOf(t, f, "参加者", "A1"); note != "必須\n一人に一つの番号。" {
		t.Errorf("note: got %q", note)
	}
	if panes, err := f.GetPanes("参加者"); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the header must stay in sight: got %+v (%v)", panes, err)
	}
	if s := styleOf(t, f, "参加者", "A5"); s.NumFmt != 49 {
		t.Errorf("ids: got number format %d, want text", s.NumFmt)
	}
	if s := styleOf(t, f, "参加者", "D5"); s.CustomNumFmt == nil || *s.CustomNumFmt != "yyyy-mm-dd" {
		t.Errorf("dates: got %+v", s)
	}
	if got := value(t, f, "記入方法", "C8"); got != "どちらかを選びます。" {
		t.Errorf("instructions: got %q", got)
	}
}
