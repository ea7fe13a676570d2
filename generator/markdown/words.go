package markdown

import "slices"

// The words that this package needs from a theme, by id. That of a target has
// the slots {metric} and {limits}, those of limits {min}, {max} and {unit}, and
// that of a checklist's progress {n} and {m}.
const (
	wordNote      = "md_note"      // title of a note and of the alert NOTE
	wordTip       = "md_tip"       // title of a tip
	wordImportant = "md_important" // title of the alert IMPORTANT
	wordWarning   = "md_warning"   // title of the alert WARNING
	wordCaution   = "md_caution"   // title of a caution
	wordDanger    = "md_danger"    // title of a danger
	wordDetails   = "md_details"   // summary of details without a label
	wordGuideline = "md_guideline" // mark on a guideline
	wordTarget    = "md_target"    // a guideline's target "Target: {metric}, {limits}"
	wordBetween   = "md_between"   // limits "{min} to {max} {unit}"
	wordAtLeast   = "md_at_least"  // limits "at least {min} {unit}"
	wordAtMost    = "md_at_most"   // limits "at most {max} {unit}"
	wordFootnotes = "md_footnotes" // name of the list of footnotes
	wordFootnote  = "md_footnote"  // name of a link to a footnote
	wordBack      = "md_back"      // name of the link from a footnote to the text
	wordAnchor    = "md_anchor"    // name of the link in a heading
	wordTable     = "md_table"     // name of a table's scrolling box

	wordChecklist      = "md_checklist"       // name of a checklist without a title
	wordChecklistDone  = "md_checklist_done"  // how far a reader is: "{n} of {m} done"
	wordChecklistReset = "md_checklist_reset" // clears a checklist's ticks
	wordChecklistUndo  = "md_checklist_undo"  // brings them back
)

// WordIDs gives the ids of all words that a theme must provide for this
// package, sorted.
func WordIDs() []string {
	ids := []string{
		wordNote, wordTip, wordImportant, wordWarning, wordCaution, wordDanger, wordDetails,
		wordGuideline, wordTarget, wordBetween, wordAtLeast, wordAtMost,
		wordFootnotes, wordFootnote, wordBack, wordAnchor, wordTable,
		wordChecklist, wordChecklistDone, wordChecklistReset, wordChecklistUndo,
	}
	slices.Sort(ids)
	return ids
}
