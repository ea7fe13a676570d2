package strictyaml

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// scalarText gives the words of a scalar as they stand in the file, so that a
// title of 2025 or a code of 007 stays what the author wrote.
func scalarText(node ast.Node) (string, bool) {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode, *ast.MergeKeyNode, *ast.NullNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// setScalar reads words into a value and says whether they fit.
func setScalar(into reflect.Value, words string) bool {
	if u, ok := into.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(words)) == nil
	}
	switch into.Kind() {
	case reflect.String:
		into.SetString(words)
		return true
	case reflect.Bool:
		into.SetBool(words == "true")
		return words == "true" || words == "false"
	case reflect.Int:
		n, err := strconv.Atoi(words)
		into.SetInt(int64(n))
		return err == nil
	case reflect.Float64:
		f, err := strconv.ParseFloat(words, 64)
		into.SetFloat(f)
		return err == nil && f-f == 0 // neither infinite nor NaN
	}
	panic("strictyaml: cannot decode into " + into.Type().String())
}

// example shows how a value of a type is written.
func example(t reflect.Type) string {
	switch v := reflect.New(t).Interface().(type) {
	case Exampler:
		return v.Example()
	case Chooser:
		return strings.Join(v.Choices(), " / ")
	}
	switch {
	case t == textType:
		return "{ja: 文, en: words}"
	case t.Kind() == reflect.Pointer:
		return example(t.Elem())
	case t.Kind() == reflect.Slice:
		return "[" + example(t.Elem()) + ", …]"
	case t.Kind() == reflect.Map:
		return "{" + example(t.Key()) + ": " + example(t.Elem()) + "}"
	case t.Kind() == reflect.Struct:
		_, known := fieldsOf(t)
		return "{" + strings.Join(known, ": …, ") + ": …}"
	case t.Kind() == reflect.Bool:
		return "true / false"
	case t.Kind() == reflect.Int:
		return "5"
	case t.Kind() == reflect.Float64:
		return "0.5"
	}
	return "abc"
}
