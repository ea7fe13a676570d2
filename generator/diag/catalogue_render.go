package diag

var renderProblems = []Def{}
