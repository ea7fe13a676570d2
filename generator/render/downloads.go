package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/figure"
	"kohort/generator/render/internal/download"
)

// downloads are the files that belong to one page: the numbers of each of its
// figures, and on a report all of them in one workbook. They hold a row for
// each released cell of a figure, in the order of its table; package audit
// reads them back by these columns.
type downloads struct {
	names  []string // of the CSV files, without their ending
	sheets []download.Sheet

	workbook   string // address of the report's workbook; empty where there is none
	about      download.Sheet
	properties download.Properties
}

// cellsOf lists the cells of a figure's table, each once.
func cellsOf(g gridView) []cellView {
	type place struct{ cell, answer string }
	var seen []place
	var cells []cellView
	add := func(c cellView) {
		at := place{c.Cell, c.Answer}
		if c.Cell == "" || c.Show != "" || slices.Contains(seen, at) {
			return
		}
		seen, cells = append(seen, at), append(cells, c)
	}
	for _, group := range g.Groups {
		for _, row := range group.Rows {
			for _, c := range row.Cells {
				add(c)
			}
			if row.Span != nil {
				add(*row.Span)
			}
		}
	}
	return cells
}

// download offers the numbers of a figure as a CSV file beside the page, and
// keeps them for the page's workbook. A figure without a released cell stays
// as it is.
func (b *body) download(v figureView) figureView {
	cells := cellsOf(v.Table)
	if v.Kind == "" || len(cells) == 0 {
		return v
	}
	sheet := download.Sheet{Name: v.Title, Widths: []int{16, 46, 26, 12, 24, 12, 8, 8, 28, 14, 60}, Rows: [][]download.Field{v.heads()}}
	for _, c := range cells {
		if row := b.row(c); row != nil {
			sheet.Rows = append(sheet.Rows, row)
		}
	}
	name := b.downloads.name(cells)
	b.downloads.names, b.downloads.sheets = append(b.downloads.names, name), append(b.downloads.sheets, sheet)
	v.CSV = relative(folder(b.page.URL), b.beside("/"+name+".csv"))
	return v
}

// name gives a figure's file a name that stays with what it shows: what the
// ids of its tables have in common, and the dimension where it shows only one.
func (f *downloads) name(cells []cellView) string {
	var first, kinds []string // kinds are the first parts of the ids
	by := ""
	for i, c := range cells {
		parts := strings.SplitN(c.Cell, "/", 4) // cohort, table, statistic, levels
		id := strings.Split(parts[1], ".")
		if def, ok := figure.Lookup(parts[1], figure.Statistic(parts[2])); ok && strings.HasSuffix(def.Anchor(), "-"+parts[2]) {
			id = append(id, parts[2])
		}
		if i == 0 {
			first = id
		}
		first, kinds = common(first, id), append(kinds, id[0])
		if len(parts) > 3 {
			names := dimensionsOf(parts[3])
			if by != "" && by != names {
				names = several
			}
			by = names
		}
	}
	if len(first) == 0 {
		first = slices.Compact(slices.Sorted(slices.Values(kinds)))
	}
	if by != "" && by != several && !slices.Contains(first, by) {
		first = append(first, by)
	}
	name := fileName(strings.Join(first, "-"))
	for n, base := 2, name; slices.Contains(f.names, name); n++ {
		name = base + "-" + strconv.Itoa(n)
	}
	return name
}

// several stands for more than one dimension in a figure.
const several = "-"

// common keeps the parts that two ids share, in order.
func common(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(part string) bool { return !slices.Contains(b, part) })
}

// dimensionsOf names the dimensions of a cell's levels.
func dimensionsOf(at string) string {
	var names []string
	for _, level := range strings.Split(at, ";") {
		if name, _, isLevel := strings.Cut(level, "="); isLevel {
			names = append(names, name)
		}
	}
	return strings.Join(names, "-")
}

// fileName keeps what is safe in every address.
func fileName(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r == '-':
			return r
		case 'A' <= r && r <= 'Z':
			return r - 'A' + 'a'
		case r == '_' || r == '.':
			return '-'
		}
		return -1
	}, s)
}

// beside is the address of a file that belongs to the page:
// "reports/2025-spring.xlsx" for ".xlsx".
func (b *body) beside(rest string) string { return strings.TrimSuffix(b.page.URL, ".html") + rest }

// files are the downloads of the page.
func (b *body) files() ([]File, error) {
	var files []File
	from := slices.Sorted(slices.Values(b.releases))
	for i, s := range b.downloads.sheets {
		files = append(files, File{Path: b.beside("/" + b.downloads.names[i] + ".csv"), Content: download.CSV(s), Sources: from})
	}
	if d := b.downloads; d.workbook != "" {
		book, err := download.Workbook(d.properties, append([]download.Sheet{d.about}, d.sheets...))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.workbook, err)
		}
		files = append(files, File{Path: d.workbook, Content: book, Sources: from})
	}
	return files, nil
}

// aboutSheet is the first sheet of a workbook: what it is, how people are
// protected, and what its numbers mean.
func (d *drawer) aboutSheet(v definitionsView) download.Sheet {
	s := download.Sheet{Name: d.T("about_sheet"), Widths: []int{40, 80, 10, 44}}
	add := func(words ...string) {
		var row []download.Field
		for _, w := range words {
			row = append(row, download.Text(w))
		}
		s.Rows = append(s.Rows, row)
	}
	add(d.cohort.Title().In(d.Lang, d.fallback), d.SiteTitle)
	if d.Preview {
		add(d.T("unpublished"))
	}
	add(d.T("about_data"), d.provenance())
	add(d.T("report_protection"), d.words.fill(d.Lang, "protection", slots{K: strconv.Itoa(d.cohort.K())}))
	add(d.T("column_cell"), d.T("column_cell_note"))
	add("")
	add(d.T("column_measure"), d.T("definition"), d.T("unit"), d.T("about_base"))
	for _, g := range v.Groups {
		for _, e := range g.List {
			add(g.Title+d.T("title_separator")+e.Measure, e.Says, e.Unit, strings.Join(e.Bases, d.T("list_separator")))
		}
	}
	return s
}

// taken tells of files of the handbook at an address that a download has.
func taken(assets, made []File) []diag.Problem {
	known := make(map[string]File, len(assets))
	for _, f := range assets {
		known[strings.ToLower(f.Path)] = f
	}
	var problems []diag.Problem
	for _, f := range made {
		if asset, ok := known[strings.ToLower(f.Path)]; ok {
			problems = append(problems, diag.New("download-taken", diag.Pos{File: strings.Join(asset.Sources, "")}, diag.Slot("file", f.Path)))
		}
	}
	return problems
}
