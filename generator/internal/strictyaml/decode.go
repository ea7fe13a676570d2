package strictyaml

import (
	"encoding"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"kohort/generator/diag"
)

var (
	textType    = reflect.TypeFor[Text]()
	stringsType = reflect.TypeFor[Strings]()
	scalarType  = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// decode puts node, found at path, into a value.
func (w *walk) decode(node ast.Node, path string, into reflect.Value) {
	switch n := node.(type) {
	case nil, *ast.NullNode:
		return
	case *ast.AnchorNode, *ast.AliasNode:
		w.report("yaml-alias", w.nodePos(node))
		return
	case *ast.TagNode:
		w.decode(n.Value, path, into)
		return
	}
	switch {
	case into.Type() == textType:
		w.decodeText(node, path, into)
	case into.Type() == stringsType:
		w.decodeStrings(node, path, into)
	case reflect.PointerTo(into.Type()).Implements(scalarType):
		w.decodeScalar(node, path, into)
	case into.Kind() == reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		w.decode(node, path, into.Elem())
	case into.Kind() == reflect.Struct:
		w.decodeStruct(node, path, into)
	case into.Kind() == reflect.Map:
		w.decodeMap(node, path, into)
	case into.Kind() == reflect.Slice:
		w.decodeSlice(node, path, into)
	default:
		w.decodeScalar(node, path, into)
	}
}

// languagePattern is the form of a language tag, such as ja or zh-Hant.
var languagePattern = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func (w *walk) decodeText(node ast.Node, path string, into reflect.Value) {
	if words, ok := scalarText(node); ok {
		into.Set(reflect.ValueOf(Text{Any: words}))
		return
	}
	if !isMapping(node) {
		w.reportType(node, path, into)
		return
	}
	byLang := map[string]string{}
	w.decode(node, path, reflect.ValueOf(&byLang).Elem())
	for lang := range byLang {
		if !languagePattern.MatchString(lang) {
			w.reportUnknown(w.lines[join(path, lang)], lang, []string{"ja", "en"})
		}
	}
	into.Set(reflect.ValueOf(Text{ByLang: byLang}))
}

func (w *walk) decodeStrings(node ast.Node, path string, into reflect.Value) {
	if one, ok := scalarText(node); ok {
		into.Set(reflect.ValueOf(Strings{one}))
		return
	}
	w.decodeSlice(node, path, into)
}

func (w *walk) decodeStruct(node ast.Node, path string, into reflect.Value) {
	fields, known := fieldsOf(into.Type())
	w.eachPair(node, path, into, func(key string, pos diag.Pos, value ast.Node) {
		i, ok := fields[key]
		if !ok {
			w.reportUnknown(pos, key, known)
			return
		}
		w.decode(value, join(path, key), into.Field(i))
	})
}

func (w *walk) decodeMap(node ast.Node, path string, into reflect.Value) {
	into.Set(reflect.MakeMap(into.Type()))
	w.eachPair(node, path, into, func(key string, pos diag.Pos, value ast.Node) {
		k := reflect.New(into.Type().Key()).Elem()
		if !setScalar(k, key) {
			w.report("yaml-type", pos, diag.Slot("key", key), diag.Slot("wanted", example(k.Type())))
			return
		}
		v := reflect.New(into.Type().Elem()).Elem()
		w.decode(value, join(path, key), v)
		into.SetMapIndex(k, v)
	})
}

func (w *walk) decodeSlice(node ast.Node, path string, into reflect.Value) {
	list, ok := node.(*ast.SequenceNode)
	if !ok {
		w.reportType(node, path, into)
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(list.Values), len(list.Values)))
	for i, value := range list.Values {
		entry := fmt.Sprintf("%s[%d]", path, i)
		w.lines[entry] = w.nodePos(value)
		w.decode(value, entry, into.Index(i))
	}
}

func (w *walk) decodeScalar(node ast.Node, path string, into reflect.Value) {
	words, ok := scalarText(node)
	if ok && setScalar(into, words) {
		return
	}
	c, choice := into.Addr().Interface().(Chooser)
	if !ok || !choice {
		w.reportType(node, path, into)
		return
	}
	w.report("yaml-choice", w.nodePos(node), diag.Slot("key", lastKey(path)),
		diag.Slot("value", words), diag.Slot("nearest", nearestOrAll(words, c.Choices())))
}

// eachPair gives the pairs of a mapping, the first of each key.
func (w *walk) eachPair(node ast.Node, path string, into reflect.Value, yield func(string, diag.Pos, ast.Node)) {
	var pairs []*ast.MappingValueNode
	switch n := node.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	default:
		w.reportType(node, path, into)
		return
	}
	for _, pair := range pairs {
		pos := w.tokenPos(pair.Key.GetToken())
		key, ok := scalarText(pair.Key)
		if !ok {
			w.report("yaml-syntax", pos)
			continue
		}
		if _, twice := w.lines[join(path, key)]; twice {
			w.report("yaml-duplicate-key", pos, diag.Slot("key", key))
			continue
		}
		w.lines[join(path, key)] = pos
		yield(key, pos, pair.Value)
	}
}

func (w *walk) reportUnknown(pos diag.Pos, key string, known []string) {
	w.report("yaml-unknown-key", pos, diag.Slot("key", key), diag.Slot("nearest", nearestOrAll(key, known)))
}

func nearestOrAll(word string, known []string) string {
	if nearest := diag.Nearest(word, known); nearest != "" {
		return nearest
	}
	return strings.Join(known, ", ")
}

// lastKey is the key at the end of a path; an entry of a list has that of the
// list.
func lastKey(path string) string {
	key, _, _ := strings.Cut(path[strings.LastIndexByte(path, '.')+1:], "[")
	return key
}

func (w *walk) reportType(node ast.Node, path string, into reflect.Value) {
	w.report("yaml-type", w.nodePos(node), diag.Slot("key", lastKey(path)), diag.Slot("wanted", example(into.Type())))
}

// fieldsOf gives the index of each field of a struct by its key, and the keys
// in order of the fields.
func fieldsOf(t reflect.Type) (map[string]int, []string) {
	fields := make(map[string]int, t.NumField())
	var known []string
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if !f.IsExported() || key == "-" {
			continue
		}
		if key == "" {
			key = strings.ToLower(f.Name)
		}
		fields[key] = i
		known = append(known, key)
	}
	return fields, slices.Clip(known)
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
