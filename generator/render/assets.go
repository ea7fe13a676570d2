package render

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"kohort/generator/diag"
	"kohort/generator/render/internal/picture"
)

// asset is a file of the theme that pages use.
type asset struct {
	name    string // "style.css"
	path    string // below the tree's folder: "theme/style.3fa9c2d1.css"
	content string
}

// loadAssets minifies style sheets and scripts and names them by their
// content, so that a browser never shows an old one. What a style sheet may
// refer to by name (pictures, fonts) keeps its name. Pictures lose their
// metadata.
func loadAssets(files map[string]string) ([]asset, []diag.Problem) {
	m := minify.New()
	m.AddFunc(".css", css.Minify)
	m.AddFunc(".js", js.Minify)
	bundles := make(map[string]*strings.Builder)
	var assets []asset
	var problems []diag.Problem
	for _, file := range slices.SortedFunc(maps.Keys(files), afterFolder) {
		name, isAsset := strings.CutPrefix(file, "assets/")
		if !isAsset {
			continue
		}
		ext := path.Ext(name)
		if picture.Named(ext) {
			p, err := picture.Read(files[file])
			if err != nil {
				problems = append(problems, diag.New("theme-asset-broken", themePos(file, 0, 0), diag.Slot("reason", err.Error())))
				continue
			}
			assets = append(assets, asset{name, "theme/" + name, p.Data})
			continue
		}
		if ext != ".css" && ext != ".js" {
			assets = append(assets, asset{name, "theme/" + name, files[file]})
			continue
		}
		small, err := m.String(ext, files[file])
		if err != nil {
			problems = append(problems, diag.New("theme-asset-broken", themePos(file, 0, 0), diag.Slot("reason", err.Error())))
			continue
		}
		to := bundle(name)
		if bundles[to] == nil {
			bundles[to] = new(strings.Builder)
		}
		bundles[to].WriteString(small + joint[ext])
	}
	for _, name := range slices.Sorted(maps.Keys(bundles)) {
		assets = append(assets, hashed(name, bundles[name].String()))
	}
	return assets, problems
}

// joint is what parts two files of a bundle: without its semicolon, a script
// that begins with a bracket would call what the one before it gives.
var joint = map[string]string{".css": "\n", ".js": ";\n"}

// bundle is the style sheet or script that a file becomes part of: those of a
// folder are one, in the order of their names, and a file named as the folder
// comes last: "style/20-ground.css", then "style.css", are style.css. A
// handbook so replaces a part by a file of its name, or adds to the end.
func bundle(name string) string {
	if folder, _, nested := strings.Cut(name, "/"); nested {
		return folder + path.Ext(name)
	}
	return name
}

// afterFolder orders paths so that style.css comes after what is in style/.
func afterFolder(a, b string) int {
	rank := func(s string) string { return strings.TrimSuffix(s, path.Ext(s)) + "0" } // "0" sorts right after "/"
	return cmp.Compare(rank(a), rank(b))
}

// hashed names an asset by its content.
func hashed(name, content string) asset {
	sum := sha256.Sum256([]byte(content))
	ext := path.Ext(name)
	return asset{name, "theme/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext, content}
}
