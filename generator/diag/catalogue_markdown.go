package diag

var markdownProblems = []Def{}
