package diag

var outputProblems = []Def{}
