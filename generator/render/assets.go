package render

import (
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
)

// asset is a file of the theme that pages use.
type asset struct {
	name    string // "style.css"
	path    string // below the tree's folder: "theme/style.3fa9c2d1.css"
	content string
}

// loadAssets minifies style sheets and scripts and names them by their
// content, so that a browser never shows an old one. What a style sheet may
// refer to by name (pictures, fonts) keeps its name.
func loadAssets(files map[string]string) ([]asset, []diag.Problem) {
	m := minify.New()
	m.AddFunc(".css", css.Minify)
	m.AddFunc(".js", js.Minify)
	var assets []asset
	var problems []diag.Problem
	for _, file := range slices.Sorted(maps.Keys(files)) {
		name, isAsset := strings.CutPrefix(file, "assets/")
		if !isAsset {
			continue
		}
		ext := path.Ext(name)
		content := files[file]
		if ext != ".css" && ext != ".js" {
			assets = append(assets, asset{name, "theme/" + name, content})
			continue
		}
		small, err := m.String(ext, content)
		if err != nil {
			problems = append(problems, diag.New("theme-asset-broken", themePos(file, 0, 0), diag.Slot("reason", err.Error())))
			continue
		}
		assets = append(assets, hashed(name, small))
	}
	return assets, problems
}

// hashed names an asset by its content.
func hashed(name, content string) asset {
	sum := sha256.Sum256([]byte(content))
	ext := path.Ext(name)
	return asset{name, "theme/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext, content}
}
