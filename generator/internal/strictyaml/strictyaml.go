// Package strictyaml decodes the YAML files of a handbook strictly.
//
// It takes a file's name and bytes and gives a value, the position of each of
// its keys, and problems: broken YAML, a key given twice, a value of the wrong
// form, and an unknown key with the nearest known one. goccy/go-yaml parses;
// the walk over its tree is ours, because the library's own strict mode stops
// at the first mistake and an author wants all of them at once. Its main types
// are Lines and the two unions Text and Strings. It refuses anchors and
// aliases, so nothing expands.
//
// A value goes into structs (by their yaml tags), maps, slices, pointers,
// strings, bools, whole numbers and floats, and types with UnmarshalText. Data
// files never pass through here: a problem of this package may show the line.
package strictyaml

import (
	"bytes"
	"errors"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"kohort/generator/diag"
)

// Lines holds the position of each key by its dotted path, such as
// "disclosure.k" or "waves.after.closed"; an entry of a list counts from 0,
// as in "questions[0].code".
type Lines map[string]diag.Pos

// Text is words for readers: one string for all languages, or one a language.
type Text struct {
	Any    string
	ByLang map[string]string // by language tag; nil where Any is given
}

// Strings is a list of strings, of which a single one may stand without
// brackets.
type Strings []string

// Exampler is a type with UnmarshalText that can say how it is written.
type Exampler interface {
	Example() string // such as 2025-04-01
}

// Chooser is a type with UnmarshalText that takes one of a few words.
type Chooser interface {
	Choices() []string
}

// Decode reads data, the content of file, into a T. All problems of the file
// come at once; what could be read is in the value all the same. A key
// without a value counts as not given.
func Decode[T any](file string, data []byte) (T, Lines, []diag.Problem) {
	return DecodeFrom[T](file, data, 1)
}

// DecodeFrom is Decode for YAML that begins on a later line of file, as front
// matter does.
func DecodeFrom[T any](file string, data []byte, line int) (T, Lines, []diag.Problem) {
	var value T
	w := walk{file: file, line: line, lines: Lines{}}
	w.read(data, reflect.ValueOf(&value).Elem())
	return value, w.lines, diag.Sort(w.problems)
}

// walk decodes one file and gathers what it finds on the way.
type walk struct {
	file     string
	line     int // of the file, on which the data begins
	lines    Lines
	problems []diag.Problem
}

func (w *walk) read(data []byte, into reflect.Value) {
	if !utf8.Valid(data) {
		w.report("file-not-utf8", diag.Pos{File: w.file})
		return
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	tree, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		w.reportSyntax(data, w.errorPos(err))
		return
	}
	bodies := 0
	for _, doc := range tree.Docs {
		switch body := doc.Body.(type) {
		case nil, *ast.NullNode, *ast.CommentGroupNode:
		default:
			if bodies++; bodies > 1 || !isMapping(body) {
				w.reportSyntax(data, w.nodePos(body))
				continue
			}
			w.decode(body, "", into)
		}
	}
}

func isMapping(n ast.Node) bool {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

func (w *walk) report(id diag.ID, pos diag.Pos, args ...diag.Arg) {
	w.problems = append(w.problems, diag.New(id, pos, args...))
}

// wideColon is a key with the colon that a Japanese keyboard gives.
var wideColon = regexp.MustCompile(`^[\s-]*["']?[A-Za-z_][A-Za-z0-9_]*["']?\s*：`)

// reportSyntax reports broken YAML, by its usual cause in Japanese text where
// that is what broke it.
func (w *walk) reportSyntax(data []byte, pos diag.Pos) {
	found := false
	for i, line := range bytes.Split(data, []byte("\n")) {
		if m := wideColon.Find(line); m != nil {
			found = true
			w.report("yaml-wide-colon", diag.At(w.file, w.line+i, utf8.RuneCount(m)))
		}
	}
	if !found {
		w.report("yaml-syntax", pos)
	}
}

func (w *walk) errorPos(err error) diag.Pos {
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		return w.tokenPos(syntax.GetToken())
	}
	return diag.Pos{File: w.file, Line: w.line}
}

func (w *walk) nodePos(n ast.Node) diag.Pos {
	switch m := n.(type) {
	case *ast.MappingValueNode:
		return w.tokenPos(m.Key.GetToken())
	case *ast.MappingNode:
		if !m.IsFlowStyle && len(m.Values) > 0 {
			return w.tokenPos(m.Values[0].Key.GetToken())
		}
	}
	return w.tokenPos(n.GetToken())
}

func (w *walk) tokenPos(t *token.Token) diag.Pos {
	if t == nil || t.Position == nil {
		return diag.Pos{File: w.file, Line: w.line}
	}
	words, _, _ := strings.Cut(t.Value, "\n")
	length := utf8.RuneCountInString(words)
	if t.Type == token.DoubleQuoteType || t.Type == token.SingleQuoteType {
		length += len(`""`)
	}
	return diag.Pos{
		File:   w.file,
		Line:   t.Position.Line + w.line - 1,
		Column: t.Position.Column,
		Length: length,
	}
}
