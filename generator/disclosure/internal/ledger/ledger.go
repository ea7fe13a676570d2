// Package ledger remembers what was printed about whom, over all releases of
// all cohorts (section 4.4 of the specification).
//
// It takes printed figures with the slots behind them and gives them back to
// the next release, which may not tell, together with them, anything of too
// few people. Its two main types are Release, what one release printed, and
// Book, the opened file private/ledger.jsonl. It refuses a file that is not its
// own, and a second writer.
//
// A slot is one number that nobody may learn: what a person answered to a
// question in a wave, what a pair did in a month. It stands in the file as a
// keyed hash of cohort, owner, question, wave and version, never of a value:
// key, ledger and roster together would give every answer back in five
// guesses. Which version of an answer is the present one is told by Versions,
// a separate private file of salted hashes that `kohort close` deletes.
//
//	ledger.go     what stands in a ledger
//	thresholds.go the policy that each base was printed under
//	book.go       the file: read, append, recover, lock
//	lines.go      the form of its lines
//	quotes.go     comments that were shown
//	slots.go      microdata -> the slots behind a figure
//	pairs.go      the same for what pairs do
//	versions.go   which version of a slot the data hold now
package ledger

// Part is how often a slot counts in a figure. Owner and Slot are keyed hashes;
// the owner's tells which slots are one person's, or one pair's. Strand is what
// the slot is of, the same for all owners: question and wave, or month.
type Part struct {
	Owner, Slot, Strand string
	Times               int // not 0; below 0 where it is subtracted
}

// Level is a dimension and one of its levels.
type Level struct{ Dimension, Level string }

// Figure is one printed cell.
type Figure struct {
	Table, Statistic string
	At               []Level
	Printed          string // its numbers as they stand in the release
	Exact            bool   // false for a band or a class
	// Parts are the slots behind it. A figure of facts that everybody knows has
	// none; nor has one that this package cannot read, which is then Sealed: no
	// later release prints another in its place. A sealed figure with parts was
	// taken over as printed: its slots are known, and not in which version.
	Parts  []Part
	Sealed bool
}

// Unknown says whether it is not known which versions of its slots stand behind
// a sealed figure: nothing new may be printed of any of them.
func (f Figure) Unknown() bool { return f.Sealed && len(f.Parts) > 0 }

// Release is what one release printed anew. Figures that it repeated from an
// earlier one stand there.
type Release struct {
	Cohort     string
	Number     int
	Time       string     // RFC 3339
	Hash       string     // of the release file
	Thresholds Thresholds // of bases that Bases does not name
	Bases      map[string]Thresholds
	Reading    int // by which reading of slots it was written
	Figures    []Figure
	Quotes     []Quotes
}
