package diag

var sourceProblems = []Def{}
