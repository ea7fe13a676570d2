// Package source reads a handbook's folder: its settings, pages and assets.
//
// It takes the folder as an os.Root and gives a Tree: site.yaml decoded, every
// Markdown file of pages/ split into front matter and body, and the assets on
// the allow-list. Its two main types are Tree and Page. It refuses a symlink
// that leaves pages/, a file name that Windows refuses, a front matter that is
// not closed, and an unknown key; each is a problem with its line. It never
// opens cohorts/ or private/.
package source

// Tree is a handbook's folder, read.
type Tree struct {
	Config Config
	Pages  []Page  // the pages, in order of path
	Navs   []Page  // nav.md and its translations nav.en.md …
	Parts  []Page  // Markdown whose name or folder begins with _: never a page, may be included
	Assets []Asset // in order of path
}

// Page is one Markdown file of pages/.
type Page struct {
	Path  string // slash path below pages/, NFC: "guidelines/cadence.en.md"
	Front Front
	Body  string // Markdown after the front matter; no BOM, line ends are \n
	Line  int    // line of the file on which Body begins, from 1
	// Unread says that the file or its front matter could not be read, which is
	// told: what seems to be missing may well be there.
	Unread bool
}

// File is the page's position name in problems: its path from the handbook's
// folder.
func (p Page) File() string { return "pages/" + p.Path }

// Asset is a file that is copied as it is, such as an image or a download.
type Asset struct {
	Path string // slash path below pages/, NFC
	Data string // its bytes
}
