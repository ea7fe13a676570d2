package diag

var commandProblems = []Def{}
