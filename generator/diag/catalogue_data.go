package diag

var dataProblems = []Def{}
