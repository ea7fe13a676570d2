// Package strictyaml decodes the YAML files of a handbook strictly.
//
// It takes a file's name and bytes and gives a value and problems: broken
// YAML, a key given twice, a value of the wrong type, and an unknown key with
// its line and the nearest known key. It refuses anchors that expand without
// bound (the library's own limit).
package strictyaml
