package source

import (
	"path"
	"slices"
	"strings"
)

// assetTypes is the allow-list: what may be copied into a site. A web page or
// script is not on it, for it would run with the site's rights, and a file of
// another kind is in pages/ by mistake more often than not.
var assetTypes = []string{
	".apng", ".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp",
	".csv", ".docx", ".ics", ".odp", ".ods", ".odt", ".pdf", ".pptx", ".tsv", ".txt", ".vtt", ".xlsx", ".zip",
	".m4a", ".mp3", ".mp4", ".ogg", ".wav", ".webm",
	".woff", ".woff2",
}

func assetAllowed(name string) bool {
	return slices.Contains(assetTypes, strings.ToLower(path.Ext(name)))
}

func isSVG(name string) bool { return strings.EqualFold(path.Ext(name), ".svg") }

// isMarkdown says whether a file is a page or part of one.
func isMarkdown(name string) bool { return path.Ext(name) == ".md" }

// almostMarkdown says whether a file was meant to be a page but is not named
// like one.
func almostMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx":
		return !isMarkdown(name)
	}
	return false
}
