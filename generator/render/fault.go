package render

import (
	"regexp"
	"strconv"
	"strings"

	"kohort/generator/diag"
)

// templateFault matches how text/template and html/template name the place of
// an error: template, line, column, reason.
var templateFault = regexp.MustCompile(`template: ?"?([\w/.-]+)"?:(\d+)(?::(\d+))?:? ?(?s:(.*))$`)

// templateProblem turns the error of a template into a problem at its line.
// name is the template that was at work, for an error that names none.
func templateProblem(err error, name string) diag.Problem {
	reason, line, column := strings.TrimPrefix(err.Error(), "template: "), 0, 0
	if m := templateFault.FindStringSubmatch(err.Error()); m != nil {
		name, reason = m[1], m[4]
		line, _ = strconv.Atoi(m[2])
		column, _ = strconv.Atoi(m[3])
		if column > 0 {
			column++ // text/template counts columns from 0
		}
	}
	_, after, executing := strings.Cut(reason, ">: ")
	if executing {
		reason = after
	}
	return diag.New("template-fails", themePos("layouts/"+name+".html", line, column), diag.Slot("reason", reason))
}
