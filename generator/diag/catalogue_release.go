package diag

var releaseProblems = []Def{}
