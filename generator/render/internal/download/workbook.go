package download

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Properties are what a workbook says of itself.
type Properties struct {
	Title string
	Lang  string // "ja"
	Day   string // 2006-01-02: when it was made, for all that is known
}

// Workbook writes sheets, the first of which is shown when it is opened. The
// heading of each is bold and stays in sight.
func Workbook(p Properties, sheets []Sheet) (string, error) {
	f := excelize.NewFile()
	defer f.Close()
	w := writer{file: f, formats: make(map[int]int)}
	w.did(f.SetDocProps(&excelize.DocProperties{Title: p.Title, Language: p.Lang, Created: p.Day + "T00:00:00Z", Modified: p.Day + "T00:00:00Z"}))
	w.heading = w.style(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	w.words = w.style(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	taken := make(map[string]bool)
	for i, s := range sheets {
		name := tab(s.Name, taken)
		if i == 0 {
			w.did(f.SetSheetName(f.GetSheetName(0), name))
		} else {
			_, err := f.NewSheet(name)
			w.did(err)
		}
		w.sheet(name, s)
	}
	var out bytes.Buffer
	if w.err == nil {
		w.err = f.Write(&out)
	}
	book, err := "", w.err
	if err == nil {
		book, err = repacked(out.Bytes(), p.Day)
	}
	if err != nil {
		return "", fmt.Errorf("write workbook: %w", err)
	}
	return book, nil
}

// writer fills a workbook and keeps the first error.
type writer struct {
	file           *excelize.File
	heading, words int
	formats        map[int]int // style of numbers, by decimals
	err            error
}

func (w *writer) did(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) style(s *excelize.Style) int {
	id, err := w.file.NewStyle(s)
	w.did(err)
	return id
}

// numbers is the style of numbers with so many decimals.
func (w *writer) numbers(decimals int) int {
	id, known := w.formats[decimals]
	if !known {
		format := "0"
		if decimals > 0 {
			format += "." + strings.Repeat("0", decimals)
		}
		id = w.style(&excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top"}})
		w.formats[decimals] = id
	}
	return id
}

// sheet fills the sheet called name.
func (w *writer) sheet(name string, s Sheet) {
	for i, width := range s.Widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		w.did(err)
		w.did(w.file.SetColWidth(name, column, column, float64(width)))
	}
	w.did(w.file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	w.did(w.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: new("landscape"), Size: new(a4), FitToWidth: new(1), FitToHeight: new(0)}))
	w.did(w.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	last := 1
	for i, row := range s.Rows {
		last = max(last, len(row))
		for j, f := range row {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			w.did(err)
			w.field(name, at, f, i == 0)
		}
		if lines := s.lines(row); lines > 1 {
			w.did(w.file.SetRowHeight(name, i+1, float64(16*lines)))
		}
	}
	end, err := excelize.CoordinatesToCellName(last, max(len(s.Rows), 1))
	w.did(err)
	w.did(w.file.SetSheetDimension(name, "A1:"+end))
}

// lines is how many lines a row takes, since not every program makes it as high
// as its texts. A Japanese character is two digits wide.
func (s Sheet) lines(row []Field) int {
	most := 1
	for i, f := range row {
		if i >= len(s.Widths) {
			break
		}
		wide := 0
		for _, r := range f.text {
			wide++
			if r >= 'ᄀ' {
				wide++
			}
		}
		room := max(s.Widths[i]-2, 1)
		most = max(most, (wide+room-1)/room)
	}
	return most
}

// field writes a field. A text never runs: it is written as one, whatever it
// begins with.
func (w *writer) field(sheet, at string, f Field, heading bool) {
	style := w.words
	switch {
	case f.isNumber:
		style = w.numbers(f.decimals)
		w.did(w.file.SetCellFloat(sheet, at, f.number, f.decimals, 64))
	case f.text == "":
		return
	default:
		w.did(w.file.SetCellStr(sheet, at, f.text))
	}
	if heading {
		style = w.heading
	}
	w.did(w.file.SetCellStyle(sheet, at, at, style))
}

// repacked gives the parts of a workbook in the order of their names, dated by
// its day: the library writes them in an order of its own.
func repacked(book []byte, day string) (string, error) {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return "", err
	}
	made, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestCompression) })
	for _, part := range in.File {
		if err := repack(w, part, made); err != nil {
			return "", err
		}
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return out.String(), nil
}

func repack(w *zip.Writer, part *zip.File, made time.Time) error {
	from, err := part.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate, Modified: made})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}

// a4 is the number that Excel has for this paper. A printed sheet is as wide as
// the page.
const a4 = 9

// longest is how many UTF-16 units a tab's name may have.
const longest = 31

// tab makes a name that Excel takes for a tab and that no other sheet has,
// whatever its case.
func tab(name string, taken map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]：￥／？＊［］`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name)
	name = strings.Trim(name, " '")
	for n := 1; ; n++ {
		end := ""
		if n > 1 {
			end = fmt.Sprintf(" (%d)", n)
		}
		full := shorten(name, longest-len(end)) + end
		if key := strings.ToLower(full); full != "" && !taken[key] {
			taken[key] = true
			return full
		}
	}
}

// shorten cuts a name to so many UTF-16 units.
func shorten(s string, units int) string {
	left := units
	for i, r := range s {
		if left -= utf16.RuneLen(r); left < 0 {
			return strings.TrimRight(s[:i], " '")
		}
	}
	return s
}
