package search

// weight is how a passage has a term: in its text, and the length in terms of
// the shortest heading or other name, and of the title, that has it.
type weight struct {
	body       uint8 // not, soft, once, more often
	name, page uint8 // 0: none; else 1 to mostName
	next       uint8 // what follows it somewhere: following
}

const (
	soft     = 1 // in hiragana alone: the する of 設定する is hardly that of スルー
	mostBody = 3
	mostName = 31
	mostRank = mostBody + 3*(3+mostName)
)

// plain says whether a weight is of text alone.
func (w weight) plain() bool { return w.name == 0 && w.page == 0 }

// linked says whether it is kept what follows the term.
func (w weight) linked() bool { return w.body != soft || !w.plain() }

// anything is the set of what follows where it is not kept.
const anything = 31

// rank orders weights where only the best passages of a term are kept.
func (w weight) rank() int {
	return int(w.body) + short(w.name) + 2*short(w.page)
}

func short(length uint8) int {
	if length == 0 {
		return 0
	}
	return 4 + mostName - int(length)
}
