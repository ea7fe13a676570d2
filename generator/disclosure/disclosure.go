// Package disclosure is the gate between cohort data and everything else.
//
// It takes a cohort's data files and a Policy and gives releases: tables of
// figures in which nobody's answer can be told for certain, written as
// cohorts/ID/releases/NNNN.json (Release). From releases alone it gives
// Published, all that pages may show, and the Tripwire, which finds
// participants in text (Load); Current passes data through the same gate for a
// preview. Its two main types are Published and Tripwire. It refuses a data
// file with any problem, a policy below its floors, a release that its own
// attack breaks, and a chain of releases that does not link. This comment is
// the manual for whoever reviews it.
//
// # Who attacks
//
// A colleague who knows who took part, with department, role and grade, and
// often who answered; who perhaps took part and knows one answer; who has every
// page and this source. Attributes of the roster and whether somebody answered
// are facts that he knows; answers and sessions are secret. Not defended:
// more insiders than the policy's coalition, what somebody told a friend, and
// the raw files.
//
// # The promise
//
// No combination of printed figures touches fewer than k people (5), none of
// what is printed as distributions fewer than k_distribution (8), and no
// withheld figure, nor one of which a class is printed, follows from others.
//
// # The rules, and where each stands
//
//	rule 0    the form of a figure is one of a partition fixed beforehand: tabulate/forms.go
//	rules 1, 3  counts and shares of people by facts that are known, plain from k people: tabulate/people.go, matching.go
//	rule 2    shares of answers, banded near either end: tabulate/shares.go, recommend.go
//	rule 4    distributions from k_distribution; near-unanimous ones as a class: tabulate/forms.go
//	rule 5    means from k; below k_distribution, near the end of a scale as a band: tabulate/forms.go
//	rule 6    intervals and effects, made of two printed distributions: tabulate/effect.go
//	rule 8    before, after and change on one paired base: tabulate/survey.go
//	rule 8    responses that name nobody: everybody alone, on a base that no other wave has: tabulate/anonymous.go
//	rule 9    sessions, whose unit is the pair; dominance; known ends; months: tabulate/sessions.go
//	rule 10   topics, formats and goals, small categories as other: tabulate/topics.go, goals.go;
//	          beside a single name stands other, of few or of none, and sums that are alike by chance follow from nothing
//	rule 12   what package figure does not list is in no release: encode.go, decode.go
//	rule 14   a grid that would be marks almost whole is left out: grids.go
//	section 3.2  which groups may stand beside each other: suppress, called by climb.go
//	section 3.2  groups do not cut each other into parts of very few people: cross.go
//	section 3.3  how many people a group has, where the roster is secret: secret.go
//	section 3.3  classes, and rests that are alike, must not follow: answers.go
//	section 6.3  comments, approved one by one, shown and taken away by lists: quotes.go, internal/quotes
//	section 4.1  the exact linear attack on what is about to be written: attack, called by attack.go
//
// An interval or an effect is a function of the distributions before and after
// that print beside it, as if the two were of different people: rule 6 then
// costs nothing, and the interval is rather too wide than too narrow. A mean
// over the questions of a theme stands only where all its questions have one
// base and print (C21). Shares of sessions divide the same sessions as the
// months do, and shares of goals by status as by theme: suppress.Joint weighs
// them together, with the pair as owner of several slots.
//
// One reading of the specification is stricter than its words: a month's sum of
// sessions needs pairs that met, not pairs that might have.
//
// # How a release is made
//
// microdata reads and checks the files. tabulate makes bases (sets of people
// with the groups asked for) and tables over them. protect runs suppress for
// each base, on sizes and memberships alone: once for means, and among the
// groups that passed once more for distributions. Then, for each question and
// wave, it withholds neighbours of a class, on the printed forms. attack
// builds rows of its own from what will be printed and from the microdata; any
// success of the linear attack stops the release. Where the bounds or the twins
// succeed on a question and wave, all of it is withheld (repair.go), and a twin
// counts only where it would be printed itself (settle.go); where more than 18
// people answered in each wave, of more than 16 kinds that the roster tells
// apart, twins are not followed so (attack.go). People and pairs are numbered by
// what is known of them first, so that no order of rows shows: order.go. Cells that are
// withheld hold no number from there on.
//
// # What HR is told
//
// Explain says of each cell that the next release withholds why, with the
// attack's proof of what it would give away, how many people more would free
// it, and which group could be given up in its place: explain.go, expose.go. It
// counts people in withheld cells, so nothing of it is written.
//
// InspectData says what the data files are recognised as, in headers and counts:
// data.go. Values leave it one way only, into a workbook of HR's own in which
// the cells of problems are marked: data_copy.go, workbook. WriteTemplates makes
// files to fill in: data_templates.go.
//
// # The file
//
// The form is fixed in DESIGN.md; encode.go writes it, decode.go reads it
// strictly. Survey figures name the base {"survey": ["before", "after"]}. A class
// of a distribution is "band": {"5": [10, 12]}: at least 10 of 12 chose 5. The
// n of a table of sessions is the cohort's pairs. The same data gives the same
// bytes; figures that equal the last release's are not released again.
//
// # Releases over time
//
// private/ledger.jsonl knows what every release printed and which slots stood
// behind it: keyed hashes of cohort, owner, question, wave and version, of no
// value (ledger). The next release is made as if alone, then held against it:
// a cell behind which the same answers stand shows what it showed; figures of a
// closed wave are frozen; any other is replaced only where no combination with
// all that was ever printed touches fewer than k people. What may not be replaced keeps its value, with its own
// date ("as_of"), and what was never printed is withheld: history.go, decide.go, choose.go.
// Counts of groups of a secret roster stay as first printed (decide.go, rosterStays).
// Who answered late is known; who corrected an answer is not (attack/past_histories.go). Rule 9 holds for
// what a sum of sessions has grown by: updates_pairs.go. A closing date counts once it has passed.
// Membership stays as at the first release: memory.go. So do the thresholds of each wave and base that is out:
// raised, they hold for all, lowered, for new waves alone: terms.go.
//
// Responses that name nobody are taken from closed waves alone. Whose they are
// cannot be told from one file to the next, so that the first release with them
// is the last to print anything new of their questions in that wave, whatever
// the file holds later, and with names too: decide.go (nameless). Who withdraws
// cannot be taken out of them.
//
// The ledger is locked, and its lines are on the disk before the release is
// renamed into its place; a run that was killed in between is finished by the
// next: write.go. A release without its ledger is refused until Import has held
// the earlier ones against the data; Close freezes a cohort and forgets what
// could tell one answer from the next; Withdraw puts a dated note in place of a
// figure ("withdrawn"). Comments that were shown are known by keyed hashes of their text.
// The union is attacked: exactly (union.go), and by
// bounds and twins (union_twins.go, union_past.go). Where no twin stands beside the
// earlier releases, what the release would add of that question is withheld. Here
// too a twin counts only where it would have come to print the same, with the
// history that its people then have: union_rivals.go. A test tries everything over
// two releases of small waves (alike_releases_test.go).
package disclosure
