package audit

import (
	"archive/zip"
	"io"
	"path"
	"regexp"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/render"
)

// describedFiles tells of every picture that still holds metadata, and warns
// of documents and films that say who made them or where: these are copied as
// they are, since nobody can cut into them without knowing the program that
// wrote them.
func (a *auditor) describedFiles() []diag.Problem {
	found := make([]diag.ID, len(a.files))
	parallel(len(a.files), func() func(int) {
		return func(i int) { found[i] = describedBy(a.files[i]) }
	})
	var problems []diag.Problem
	for i, id := range found {
		if id != "" {
			problems = append(problems, diag.New(id, diag.Pos{File: a.sourceOf(i)}))
		}
	}
	return problems
}

// describedBy names the problem of a file that describes itself; empty where
// it does not.
func describedBy(f render.File) diag.ID {
	switch strings.ToLower(path.Ext(f.Path)) {
	case ".png", ".apng", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".svg":
		if describes(f.Content) {
			return "image-metadata"
		}
	case ".pdf":
		if pdfAuthor(f.Content) {
			return "document-author"
		}
	case ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp":
		return officeDescribes(f.Content)
	case ".mp4", ".m4a":
		if filmedSomewhere(f.Content) {
			return "film-place"
		}
	}
	return ""
}

// filmedSomewhere looks where phones write the place of a film.
func filmedSomewhere(s string) bool {
	if strings.Contains(s, "com.apple.quicktime.location.ISO6709") {
		return true
	}
	for {
		_, after, found := strings.Cut(s, "\xa9xyz")
		if !found {
			return false
		}
		if len(after) > 4 && (after[4] == '+' || after[4] == '-') {
			return true
		}
		s = after
	}
}

// author is a name in the properties of a document.
var (
	pdfNamed    = regexp.MustCompile(`/Author\s*(?:\(\s*[^)\s]|<\s*[0-9A-Fa-f])`)
	officeNamed = regexp.MustCompile(`<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Manager|Company)(?:\s[^>]*)?>\s*[^<\s]`)
)

// pdfAuthor says whether a PDF file names its author, as it stands or in a
// compressed piece of it.
func pdfAuthor(content string) bool {
	if pdfNamed.MatchString(content) || strings.Contains(content, "<dc:creator>") {
		return true
	}
	for _, at := range pdfStream.FindAllStringIndex(content, -1) {
		for _, body := range inflated(content[at[1]:min(len(content), at[1]+1<<20)]) {
			if pdfNamed.MatchString(body) || strings.Contains(body, "<dc:creator>") {
				return true
			}
		}
	}
	return false
}

// officeDescribes reads the properties of an Office or OpenDocument file, and
// the pictures in it.
func officeDescribes(content string) diag.ID {
	files, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		return ""
	}
	left := int64(unpacked)
	for _, f := range files.File {
		inside := strings.ToLower(path.Ext(f.Name))
		properties := f.Name == "docProps/core.xml" || f.Name == "docProps/app.xml" || f.Name == "meta.xml"
		if !properties && inside != ".jpg" && inside != ".jpeg" {
			continue
		}
		body, err := f.Open()
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(io.LimitReader(body, left)) // a damaged entry counts as far as it can be read
		body.Close()
		left -= int64(len(text))
		switch {
		case properties && officeNamed.Match(text):
			return "document-author"
		case !properties && located.Match(text):
			return "document-picture"
		}
	}
	return ""
}

// located is the EXIF structure of a camera: its maker and more stand in it.
var located = regexp.MustCompile(`Exif\x00\x00(?:II\*\x00|MM\x00\*)`)
