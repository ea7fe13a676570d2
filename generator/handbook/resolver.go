package handbook

import (
	"strings"

	"kohort/generator/diag"
	"kohort/generator/markdown"
)

// resolver fills the slots of one page.
type resolver struct {
	site     *site
	edition  *edition
	editions []*edition // of the tree, by language
	page     *Page
	version  *version // nil for a generated page, which has no parts
	problems []diag.Problem
	assets   []string // that the page shows or links to
}

func (r *resolver) run() {
	if r.version == nil {
		return
	}
	doc := r.version.document(r.edition.audience)
	r.page.Parts = r.parts(make([]Part, 0, len(doc.Parts)), doc.Parts)
	if doc != &r.version.Document {
		r.checkOnly(r.version.Document.Parts)
	}
	if r.version.lang != r.edition.lang {
		r.problems = nil // told in the edition of the page's own language
	}
}

// parts appends the resolved parts; those for other readers are left out.
func (r *resolver) parts(out []Part, parts []markdown.Part) []Part {
	for _, p := range parts {
		if p.Slot == nil {
			out = append(out, Part{HTML: p.HTML})
			continue
		}
		switch p.Slot.Kind {
		case markdown.SlotLink:
			out = append(out, Part{URL: r.link(p.Slot)})
		case markdown.SlotImage:
			out = append(out, r.image(p.Slot))
		case markdown.SlotFigure:
			if f := r.figure(p.Slot); f != nil {
				out = append(out, Part{Figure: f})
			}
		case markdown.SlotValue:
			if v := r.value(p.Slot); v != nil {
				out = append(out, Part{Value: v})
			}
		case markdown.SlotTerm:
			if t := r.term(p.Slot); t != nil {
				out = append(out, Part{Term: t})
			}
		case markdown.SlotOnly:
			if r.only(p.Slot) {
				out = r.parts(out, p.Slot.Body)
			}
		}
	}
	return out
}

// only says whether a block is for the tree's readers.
func (r *resolver) only(slot *markdown.Slot) bool {
	names := splitNames(slot.Target)
	if len(names) == 0 {
		names = []string{slot.Target} // commas alone
	}
	for _, name := range names {
		r.problems = append(r.problems, r.site.checkAudience(name, slot.Pos)...)
	}
	return r.edition.audience.readsOnly(slot.Target)
}

// checkOnly tells the audiences of a page's parts that nobody declares.
func (r *resolver) checkOnly(parts []markdown.Part) {
	for _, p := range parts {
		if p.Slot != nil && p.Slot.Kind == markdown.SlotOnly {
			r.only(p.Slot)
			r.checkOnly(p.Slot.Body)
		}
	}
}

func (r *resolver) tell(id diag.ID, slot *markdown.Slot, args ...diag.Arg) {
	r.problems = append(r.problems, diag.New(id, slot.Pos, append(args, diag.Slot("target", slot.Target))...))
}

// slotFolder is the folder of the file a slot is written in, from which its relative
// targets count.
func slotFolder(slot *markdown.Slot) string {
	return folderOf(strings.TrimPrefix(slot.Pos.File, "pages/"))
}
