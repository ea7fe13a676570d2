// Package content holds the starter handbook, which `kohort new` copies.
//
// It gives one file system with the settings, the survey, the pages and the
// data of the invented cohorts. It never holds private/ (the key and ledger of
// this repository's own demo) nor the releases made under that key: each new
// handbook has its own.
package content

import (
	"embed"
	"io/fs"
)

//go:embed site.yaml survey.yaml all:pages cohorts/*/cohort.yaml cohorts/*/*.csv cohorts/*/*.xlsx
var files embed.FS

// Starter is the starter handbook.
func Starter() fs.FS { return files }
