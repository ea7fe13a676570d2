package source

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/adrg/frontmatter"

	"kohort/generator/diag"
	"kohort/generator/internal/strictyaml"
)

// format is a way to write front matter.
type format uint8

const (
	noFormat format = iota
	yamlFormat
	tomlFormat
	jsonFormat
)

// fence is the lines that stand around front matter: those of adrg/frontmatter.
type fence struct {
	start, end string
	format     format
}

var fences = []fence{
	{"---", "---", yamlFormat},
	{"---yaml", "---", yamlFormat},
	{"+++", "+++", tomlFormat},
	{"---toml", "---", tomlFormat},
	{"{", "}", jsonFormat},
	{";;;", ";;;", jsonFormat},
	{"---json", "---", jsonFormat},
}

// braces says whether the fence belongs to the data.
func (f fence) braces() bool { return f.start == "{" }

// matter is front matter cut from its file.
type matter struct {
	format format
	data   []byte
	line   int // of the file, on which data begins
}

// readPage splits the bytes of a Markdown file into front matter and body. A
// page whose front matter is not closed has no body: a draft must not be
// published because its end could not be found.
func readPage(path string, data []byte) (Page, []diag.Problem) {
	page := Page{Path: path, Line: 1, Front: Front{Lines: map[string]diag.Pos{}}, Unread: true}
	text, problem, ok := plainText(page.File(), data)
	if !ok {
		return page, []diag.Problem{problem}
	}
	m, body, problem, ok := cut(page.File(), text)
	if !ok {
		return page, []diag.Problem{problem}
	}
	page.Body, page.Unread = string(body), false
	if m.format == noFormat {
		return page, nil
	}
	page.Line = 1 + bytes.Count(text[:len(text)-len(body)], []byte("\n"))
	var problems []diag.Problem
	page.Front, problems = m.decode(page.File())
	page.Unread = len(problems) > 0 && len(page.Front.Lines) == 0
	return page, problems
}

// plainText drops the BOM, makes all line ends \n and refuses what is no text.
func plainText(file string, data []byte) ([]byte, diag.Problem, bool) {
	if !utf8.Valid(data) {
		return nil, diag.New("file-not-utf8", diag.Pos{File: file}), false
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		line := data[bytes.LastIndexByte(data[:i], '\n')+1 : i]
		pos := diag.At(file, 1+bytes.Count(data[:i], []byte("\n")), 1+utf8.RuneCount(line))
		return nil, diag.New("file-nul", pos), false
	}
	return data, diag.Problem{}, true
}

// cut parts front matter from body. adrg/frontmatter finds where it ends, and
// takes a front matter that nothing closes for body, which is refused here.
func cut(file string, text []byte) (matter, []byte, diag.Problem, bool) {
	first, line := firstLine(text)
	if jsonBegins.MatchString(first) {
		return cutJSON(file, text, first, line)
	}
	i := slices.IndexFunc(fences, func(f fence) bool { return f.start == first })
	if i < 0 {
		return matter{}, text, diag.Problem{}, true
	}
	f := fences[i]
	m := matter{line: line + 1}
	if f.braces() {
		m.line = line
	}
	take := func(data []byte, _ any) error {
		m.format, m.data = f.format, bytes.Clone(data)
		return nil
	}
	body, err := frontmatter.Parse(bytes.NewReader(text), nil, &frontmatter.Format{
		Start:           f.start,
		End:             f.end,
		Unmarshal:       take,
		UnmarshalDelims: f.braces(),
		RequiresNewLine: f.braces(),
	})
	if err != nil || m.format == noFormat {
		return matter{}, nil, notClosed(file, line, first, f.end), false
	}
	return m, body, diag.Problem{}, true
}

// jsonBegins is a first line that opens JSON and goes on: {"draft": true}.
var jsonBegins = regexp.MustCompile(`^\{[ \t]*"`)

// cutJSON is cut for front matter whose braces have no line of their own.
func cutJSON(file string, text []byte, first string, line int) (matter, []byte, diag.Problem, bool) {
	words := json.NewDecoder(bytes.NewReader(text))
	var data json.RawMessage
	if words.Decode(&data) != nil {
		return matter{}, nil, notClosed(file, line, first[:1], "}"), false
	}
	body := bytes.TrimLeft(text[words.InputOffset():], " \t\n")
	return matter{format: jsonFormat, data: data, line: line}, body, diag.Problem{}, true
}

func notClosed(file string, line int, start, end string) diag.Problem {
	pos := diag.Pos{File: file, Line: line, Column: 1, Length: len(start)}
	return diag.New("front-not-closed", pos, diag.Slot("mark", end))
}

// firstLine gives the first line that is not blank, trimmed as
// adrg/frontmatter does, and its number.
func firstLine(text []byte) (string, int) {
	for number := 1; ; number++ {
		line, rest, more := bytes.Cut(text, []byte("\n"))
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return string(line), number
		}
		if !more {
			return "", number
		}
		text = rest
	}
}

// keyPattern is how YAML front matter begins: with a key, a comment or the
// brace of a mapping.
var keyPattern = regexp.MustCompile(`^(["'#{-]|[^\s:]+[ \t]*:(\s|$)|$)`)

func (m matter) decode(file string) (Front, []diag.Problem) {
	data := m.data
	if m.format == tomlFormat {
		var problem diag.Problem
		var ok bool
		if data, problem, ok = yamlOfTOML(file, m.data, m.line); !ok {
			return Front{Lines: map[string]diag.Pos{}}, []diag.Problem{problem}
		}
	}
	keys, lines, problems := strictyaml.DecodeFrom[frontKeys](file, data, m.line)
	switch {
	case m.format == tomlFormat:
		source := bytes.Split(m.data, []byte("\n"))
		for i, p := range problems {
			at := min(p.Pos.Line-m.line, len(source)-1)
			problems[i].Pos = tomlPos(p, m.line+at, string(source[at]))
		}
	case m.format == yamlFormat && slices.ContainsFunc(problems, isSyntax):
		first, offset := firstLine(m.data)
		if !keyPattern.MatchString(first) {
			pos := diag.Pos{File: file, Line: m.line + offset - 1, Column: 1, Length: utf8.RuneCountInString(first)}
			problems = []diag.Problem{diag.New("front-prose", pos)}
		}
	}
	return keys.front(lines), problems
}

func isSyntax(p diag.Problem) bool { return p.ID == "yaml-syntax" }
