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
//	rules 1, 3  counts and response of people, facts that are known, plain from k people: tabulate/people.go
//	rule 4    distributions from k_distribution; near-unanimous ones as a class: tabulate/forms.go
//	rule 5    means from k; below k_distribution, near the end of a scale as a band: tabulate/forms.go
//	rule 8    before, after and change on one paired base: tabulate/survey.go
//	rule 9    sessions, whose unit is the pair; dominance; known ends; months: tabulate/sessions.go
//	rule 12   what package figure does not list is in no release: decode.go
//	rule 14   a grid that would be marks almost whole is left out: grids.go
//	section 3.2  which groups may stand beside each other: suppress, called by protect.go
//	section 3.3  classes, and rests that are alike, must not follow: answers.go
//	section 4.1  the exact linear attack on what is about to be written: attack, called by attack.go
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
// builds rows of its own from what will be printed and from the microdata, and
// any success stops the release. Cells that are withheld hold no number from
// there on.
//
// # The file
//
// The form is fixed in DESIGN.md; encode.go writes it, decode.go reads it
// strictly. Survey figures name the base {"survey": ["before", "after"]}. A class
// of a distribution is "band": {"5": [10, 12]}: at least 10 of 12 chose 5. The
// n of a table of sessions is the cohort's pairs. The same data gives the same
// bytes; figures that equal the last release's are not released again.
//
// # What comes next
//
// The ledger over earlier releases and other cohorts (4.4), which enter
// suppress as forced groups; integer bounds and twin datasets (4.2, 4.3) beside
// the linear attack; groups whose sizes are secret (3.3); the other figures.
// Until the ledger stands, each release is attacked alone.
package disclosure
