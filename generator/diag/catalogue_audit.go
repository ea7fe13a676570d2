package diag

var auditProblems = []Def{}
