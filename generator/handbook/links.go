package handbook

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

// nowhere is the address of a link to a page that the reader must not know
// of: its own address would tell that it exists.
const nowhere = "#"

// link gives the address of a link. One that leads nowhere stays as written
// and is noted on the page, so that the audit does not tell it again.
func (r *resolver) link(slot *markdown.Slot) string {
	_, fragment, _ := strings.Cut(slot.Target, "#")
	target := targetFile(slot.Target)
	if target == "" {
		if slot.Target == "" {
			r.tell("link-empty", slot)
		}
		return r.within(slot, r.page, r.version, fragment)
	}
	dir := slotFolder(slot)
	file, inside := join(dir, target)
	if !inside {
		r.tell("link-outside", slot)
		return r.broken(slot)
	}
	if r.site.assets[file] {
		if fragment != "" { // a page of a PDF, say
			fragment = "#" + escape(fragment, fragmentChars)
		}
		return r.asset(file) + fragment
	}
	v, near := r.site.find(file)
	if v == nil {
		if made := r.edition.generated(file); made != nil {
			return r.within(slot, made, nil, fragment)
		}
		if other := r.site.files[near]; other != nil && fold(near) == fold(file) {
			r.tell("link-case", slot, diag.Slot("page", from(dir, near)))
			v = other
		} else if moved := r.site.moved[fold(aliasURL(file))]; moved != nil {
			v = moved.base()
			r.tell("link-moved", slot, diag.Slot("page", from(dir, v.Page.Path)))
		} else {
			r.noPage(slot, dir, file, near)
			return r.broken(slot)
		}
	}
	return r.to(slot, v, fragment)
}

// targetFile is a link's target without its fragment and query.
func targetFile(target string) string {
	if i := strings.IndexAny(target, "#?"); i >= 0 {
		return target[:i]
	}
	return target
}

// to gives the address of a page in the reader's own edition, or in the one
// that the target names by its language suffix.
func (r *resolver) to(slot *markdown.Slot, v *version, fragment string) string {
	edition := r.edition
	if v != v.group.base() && v.lang != r.version.lang {
		edition = r.editions[v.lang]
	}
	d := edition.pages[v.group.place]
	if d.Page == nil {
		if r.site.standing(v.group.base(), r.edition.audience) == otherAudience {
			r.tell("link-audience", slot, diag.Slot("audience", strings.Join(v.group.base().Page.Front.Audience, ", ")))
		} else {
			r.notDue(slot, v)
		}
		return nowhere
	}
	return r.within(slot, d.Page, d.version, fragment)
}

// within adds a fragment to a page's address, once it is known to exist.
func (r *resolver) within(slot *markdown.Slot, page *Page, v *version, fragment string) string {
	address := ""
	if page != r.page {
		address = relative(r.page.URL, page.URL)
	}
	if fragment == "" {
		if address == "" {
			return escape(path.Base(page.URL), "")
		}
		return address
	}
	fragment = norm.NFC.String(fragment)
	if fragment == "top" || v == nil || r.hasID(v, fragment) || hasThemeIDs(page.Layout) {
		return address + "#" + escape(fragment, fragmentChars)
	}
	if isTitle(fragment, v) || page.ContentLang != r.page.ContentLang && r.translated(v, fragment) {
		return relative(r.page.URL, page.URL)
	}
	r.noFragment(slot, v, fragment)
	r.page.Broken = append(r.page.Broken, address+"#"+escape(fragment, fragmentChars))
	return address + "#" + escape(fragment, fragmentChars)
}

// isTitle says whether a fragment is the one that a git host gives the heading
// which is the page's title here: then the page's top is meant.
func isTitle(fragment string, v *version) bool {
	return v.Document.Title != "" && letters(fragment) == letters(v.Document.Title)
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFC.String(s))
}

// hasThemeIDs says whether the theme fills pages of a layout with sections of
// its own, whose ids are not known here; the audit checks links to them.
func hasThemeIDs(l source.Layout) bool {
	return l == source.LayoutReport || l == source.LayoutBrief || l == source.LayoutCohorts
}

// fragmentChars are characters that stand for themselves in a fragment. A colon
// is not among them: a link left as written must never read as a scheme.
const fragmentChars = "/@!$&'()*+,;=?"

func (r *resolver) hasID(v *version, name string) bool {
	ids := v.document(r.edition.audience).IDs
	for i := range ids {
		if id := &ids[i]; id.Name == name && r.edition.audience.readsOnly(id.Audience) {
			return true
		}
	}
	return false
}

// translated says whether a fragment that a page lacks is in the version of
// it that the author of this page saw: then the translation calls it
// otherwise, and the page as a whole is the best that there is.
func (r *resolver) translated(v *version, fragment string) bool {
	own := v.group.versions[r.version.lang]
	return own != nil && own != v && r.hasID(own, fragment)
}

func (r *resolver) noPage(slot *markdown.Slot, dir, file, near string) {
	if f := r.site.folders[file]; f != nil {
		r.tell("link-no-index", slot)
		return
	}
	if near != "" {
		r.tell("link-misspelt", slot, diag.Slot("near", from(dir, near)))
		return
	}
	if ext := path.Ext(file); ext != "" && ext != ".md" && ext != ".html" {
		r.tell("link-no-file", slot)
		return
	}
	r.tell("link-no-page", slot)
}

func (r *resolver) noFragment(slot *markdown.Slot, v *version, fragment string) {
	if v.Page.Unread {
		return
	}
	var ids []string
	for _, id := range v.document(r.edition.audience).IDs {
		if r.edition.audience.readsOnly(id.Audience) {
			ids = append(ids, id.Name)
		}
	}
	page := diag.Slot("page", v.Page.Path)
	if near := nearID(fragment, ids); near != "" {
		r.tell("link-fragment-misspelt", slot, page, diag.Slot("fragment", fragment), diag.Slot("near", "#"+near))
		return
	}
	r.tell("link-no-fragment", slot, page, diag.Slot("fragment", fragment), diag.Slot("known", listing(ids)))
}

// nearID is the id most likely meant: a misspelt one, or one with a word more
// or less ("dates", "key-dates").
func nearID(fragment string, ids []string) string {
	if near := diag.Nearest(fragment, ids); near != "" {
		return near
	}
	for _, id := range ids {
		if strings.Contains("-"+id+"-", "-"+fragment+"-") || strings.Contains("-"+fragment+"-", "-"+id+"-") {
			return id
		}
	}
	return ""
}

// broken leaves a target as it was written.
func (r *resolver) broken(slot *markdown.Slot) string {
	address := escape(slot.Target, fragmentChars+"#%")
	r.page.Broken = append(r.page.Broken, address)
	return address
}

// image gives an image with its address.
func (r *resolver) image(slot *markdown.Slot) Part {
	file, inside := join(slotFolder(slot), slot.Target)
	if inside && r.site.assets[file] {
		return Part{URL: r.asset(file), Image: &Image{Asset: file, Sized: slot.Sized}}
	}
	if other := r.site.folded[fold(file)]; inside && r.site.assets[other] {
		r.tell("link-misspelt", slot, diag.Slot("near", from(slotFolder(slot), other)))
	} else {
		r.tell("image-missing", slot)
	}
	return Part{URL: r.broken(slot)}
}

// asset gives the address of an asset, and notes that the page's readers get it.
func (r *resolver) asset(file string) string {
	r.assets = append(r.assets, file)
	return relative(r.page.URL, r.edition.audience.dir()+file)
}

// from is a path below pages/ as an author in a folder of pages/ writes it.
func from(dir, file string) string {
	if dir != "" {
		dir += "/"
	}
	shared := 0
	for i := 0; i < len(dir) && i < len(file) && dir[i] == file[i]; i++ {
		if dir[i] == '/' {
			shared = i + 1
		}
	}
	return strings.Repeat("../", strings.Count(dir[shared:], "/")) + file[shared:]
}
