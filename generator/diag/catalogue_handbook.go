package diag

var handbookProblems = []Def{}
