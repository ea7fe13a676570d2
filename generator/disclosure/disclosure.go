// Package disclosure is the gate between cohort data and everything else.
// (The full manual of this package is written here.)
package disclosure
