package handbook

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

// find looks up the page that a path below pages/ means: a .md file, the .html
// made of it, or a folder that has an index page. Where there is none, near is
// the path of the file most likely meant, or nothing.
func (s *site) find(file string) (v *version, near string) {
	if v := s.files[file]; v != nil {
		return v, ""
	}
	if strings.HasSuffix(file, ".html") {
		if v := s.files[strings.TrimSuffix(file, ".html")+".md"]; v != nil {
			return v, ""
		}
		if g := s.urls[fold(file)]; g != nil && g.url == file {
			return g.base(), ""
		}
	}
	if f := s.folders[file]; f != nil && f.index != nil {
		return f.index.base(), ""
	}
	// index.md and README.md stand for one another: both are the folder's page.
	if name := path.Base(file); strings.EqualFold(name, "index.md") || strings.EqualFold(name, "readme.md") {
		if f := s.folders[folderOf(file)]; f != nil && f.index != nil {
			return f.index.base(), ""
		}
	}
	return nil, s.near(file)
}

// near is the path of the page most likely meant by one that does not exist:
// another letter case, the ending left out, another folder, or letters mixed
// up among the pages of its folder.
func (s *site) near(file string) string {
	if other := s.folded[fold(file)]; other != "" {
		return other
	}
	if s.files[file+".md"] != nil {
		return file + ".md"
	}
	name := path.Base(file)
	if strings.HasSuffix(name, ".html") {
		name = strings.TrimSuffix(name, ".html") + ".md"
	}
	if same := s.bases[name]; len(same) == 1 || len(same) > 0 && !strings.EqualFold(name, "readme.md") && !strings.EqualFold(name, "index.md") {
		return same[0]
	}
	if f := s.folders[folderOf(file)]; f != nil {
		if near := diag.Nearest(name, f.pages); near != "" {
			return path.Join(folderOf(file), near)
		}
	}
	return ""
}

// join resolves a target against a folder; a leading slash is pages/ itself.
// It is not inside where it climbs out of pages/.
func join(dir, target string) (file string, inside bool) {
	if strings.HasPrefix(target, "/") {
		dir = ""
	}
	file = strings.TrimPrefix(path.Join(dir, strings.TrimLeft(target, "/")), "/")
	if file == "." {
		file = ""
	}
	if file == ".." || strings.HasPrefix(file, "../") {
		return "", false
	}
	return norm.NFC.String(file), true
}

// relative is the address of one file of the output seen from another, as it
// stands in an attribute, percent-encoded.
func relative(from, to string) string {
	shared := 0
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			shared = i + 1
		}
	}
	return strings.Repeat("../", strings.Count(from[shared:], "/")) + escape(to[shared:], "/")
}

const hexDigits = "0123456789ABCDEF"

// escape percent-encodes all but the characters that stand for themselves
// anywhere in an address, and those of also. A colon is encoded: in the first
// segment of a relative address it would read as a scheme.
func escape(s, also string) string {
	plain := func(c byte) bool {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
			c == '-' || c == '.' || c == '_' || c == '~' || strings.IndexByte(also, c) >= 0
	}
	i := 0
	for i < len(s) && plain(s[i]) {
		i++
	}
	if i == len(s) {
		return s
	}
	b := append(make([]byte, 0, 3*len(s)), s[:i]...)
	for ; i < len(s); i++ {
		if c := s[i]; plain(c) {
			b = append(b, c)
		} else {
			b = append(b, '%', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return string(b)
}
