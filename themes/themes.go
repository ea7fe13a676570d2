// Package themes embeds the themes that come with Kohort.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed all:default
var files embed.FS

// Default is the default theme: layouts/, assets/ and i18n/.
func Default() fs.FS {
	sub, err := fs.Sub(files, "default")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
