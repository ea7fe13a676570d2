package disclosure

import (
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
)

// protect makes a release that is not attacked.
func protect(c microdata.Cohort, p Policy) protected { return p.weigh(c).protect(nil) }

// printAgain prints a cohort on its own.
func (p Policy) printAgain(c microdata.Cohort) []attack.Table { return newPrinter(p).with(nil)(c) }
