package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
)

// compound begins a file of the format before .xlsx, which protected
// workbooks are wrapped in too ([MS-CFB] 2.2).
var compound = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// compound reports what an old or protected workbook is.
func (r *reader) compound(data []byte) {
	if bytes.Contains(data, wide("EncryptedPackage")) {
		r.report("sheet-protected", r.whole())
		return
	}
	r.report("sheet-old", r.whole())
}

// wide is an ASCII name as a compound file's directory holds it.
func wide(name string) []byte {
	var out []byte
	for _, c := range []byte(name) {
		out = append(out, c, 0)
	}
	return out
}

// Errors of unpackParts. They are ours: none holds anything of the file.
var (
	errBroken  = errors.New("broken package")
	errLarge   = errors.New("package too large")
	errRows    = errors.New("too many rows")
	errColumns = errors.New("too many columns")
	errCells   = errors.New("too many cells")
	errMerged  = errors.New("too many merged ranges")
)

// refuse reports an error of unpackParts.
func (r *reader) refuse(err error) {
	for _, f := range []struct {
		err   error
		id    diag.ID
		limit int
	}{
		{errLarge, "sheet-large", r.limits.UnzippedMB},
		{errRows, "sheet-rows-many", r.limits.Rows},
		{errColumns, "sheet-columns-many", r.limits.Columns},
		{errCells, "sheet-cells-many", r.limits.Cells},
		{errMerged, "sheet-merged-many", maxMerged},
	} {
		if errors.Is(err, f.err) {
			r.report(f.id, r.whole(), diag.SlotInt("limit", f.limit))
			return
		}
	}
	r.report("sheet-broken", r.whole())
}

// entries opens data as a zip archive and says whether it is a workbook; ok is
// false where it is not, and that is reported.
func (r *reader) entries(data []byte) (files []*zip.File, ok bool) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		r.report("sheet-broken", r.whole())
		return nil, false
	}
	has := func(name string) bool {
		return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return strings.EqualFold(f.Name, name) })
	}
	if has("xl/workbook.xml") {
		return archive.File, true
	}
	r.report("sheet-other", r.whole()) // .xlsb, .ods, .docx, an archive of files
	return nil, false
}

// maxParts is the most parts of a workbook that are read: Excel writes one a
// sheet and a dozen others.
const maxParts = 500

// parts are the parts of a workbook that its tables need, unpacked, by name.
type parts map[string][]byte

// unpackParts unpacks what the tables of a workbook need, within the limits,
// and counts its rows and cells. Macros, pictures, links to other files and
// embedded files are left behind without a look.
func unpackParts(files []*zip.File, limits Limits) (parts, error) {
	out := make(parts)
	c := counter{limits: limits}
	budget := int64(limits.UnzippedMB) << 20
	taken := map[string]bool{}
	for _, f := range files {
		if !isNeeded(f.Name) {
			continue
		}
		name := strings.ReplaceAll(f.Name, `\`, "/")
		if taken[strings.ToLower(name)] || len(taken) == maxParts {
			return nil, errBroken
		}
		taken[strings.ToLower(name)] = true
		data, err := unpack(f, budget)
		if err != nil {
			return nil, err
		}
		budget -= int64(len(data))
		if err := c.count(data); err != nil {
			return nil, err
		}
		out[name] = data
	}
	if c.texts.work() > limits.UnzippedMB<<20 {
		return nil, errLarge
	}
	return out, nil
}

// leftBehind is the warning that something of a workbook is not read which may
// have made its cells: macros, or links to other files; empty where there is none.
func leftBehind(files []*zip.File) diag.ID {
	links := diag.ID("")
	for _, f := range files {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		switch {
		case name == "xl/vbaproject.bin":
			return "sheet-macros"
		case strings.HasPrefix(name, "xl/externallinks/"), name == "xl/connections.xml":
			links = "sheet-links"
		}
	}
	return links
}

// shared takes the texts that cells name by index.
func (p parts) shared() []byte {
	for name, data := range p {
		if strings.EqualFold(name, "xl/sharedStrings.xml") {
			delete(p, name)
			return data
		}
	}
	return nil
}

// open has the library open the workbook without its cells: the part of each
// worksheet has its own name in A1, and nothing else.
func (p parts) open() (*excelize.File, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		data := p[name]
		if isWorksheet(name) {
			var stub bytes.Buffer
			stub.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>`)
			_ = xml.EscapeText(&stub, []byte(name)) // a buffer never fails
			stub.WriteString(`</v></c></row></sheetData></worksheet>`)
			data = stub.Bytes()
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			return nil, errBroken
		}
		_, _ = part.Write(data)
	}
	if err := w.Close(); err != nil {
		return nil, errBroken
	}
	limit := int64(out.Len()) + 1
	f, err := excelize.OpenReader(&out, excelize.Options{UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
	if err != nil {
		return nil, errBroken
	}
	return f, nil
}

// isWorksheet says whether a part may hold the cells of a tab.
func isWorksheet(name string) bool {
	dir, file := path.Split(strings.ToLower(name))
	return dir == "xl/worksheets/" && strings.HasSuffix(file, ".xml")
}

// isNeeded says whether a part can hold cells or says where they are.
func isNeeded(name string) bool {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	switch {
	case name == "[content_types].xml", strings.HasPrefix(name, "_rels/"):
		return true
	case !strings.HasPrefix(name, "xl/"):
		return false
	}
	switch dir, file := path.Split(strings.TrimPrefix(name, "xl/")); dir {
	case "":
		return file == "workbook.xml" || file == "sharedstrings.xml" || file == "styles.xml"
	case "_rels/", "worksheets/":
		return strings.HasSuffix(file, ".xml") || strings.HasSuffix(file, ".rels")
	}
	return false
}

// unpack gives a part's bytes, at most budget of them whatever its header says.
func unpack(f *zip.File, budget int64) ([]byte, error) {
	if f.UncompressedSize64 > uint64(budget) {
		return nil, errLarge
	}
	part, err := f.Open()
	if err != nil {
		return nil, errBroken
	}
	defer part.Close()
	data, err := io.ReadAll(io.LimitReader(part, budget+1))
	switch {
	case err != nil:
		return nil, errBroken
	case int64(len(data)) > budget:
		return nil, errLarge
	}
	return data, nil
}
