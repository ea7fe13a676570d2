package markdown

import "github.com/yuin/goldmark/ast"

// The boxes for remarks: :::note[title] … :::.
var (
	noteConstruct    = remark("note", wordNote)
	tipConstruct     = remark("tip", wordTip)
	cautionConstruct = remark("caution", wordCaution)
	dangerConstruct  = remark("danger", wordDanger)
)

func remark(name, word string) construct {
	return construct{name: name, forms: formBlock, anchored: true, block: func(w *writer, d *directive, n ast.Node) {
		if d.anchor != "" {
			w.anchor(d, "")
		}
		w.openBox(name, d.anchor, d.classes)
		w.boxTitle(func() {
			if d.label != nil {
				w.sentence(d.label)
			} else {
				w.escaped(w.word(word))
			}
		})
		w.blocks(n)
		w.closeBox()
	}}
}
