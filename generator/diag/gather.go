package diag

import (
	"fmt"
	"strings"
)

// toldSingly is how many problems of one kind in one column are told each by
// itself. With more, the column as a whole is wrong.
const toldSingly = 5

// Gather puts together what has one cause: of one kind of problem in many
// cells of a column all but the first few, and of one that several headers
// have alike all but the first, become one problem, which has the others in
// its More. Problems of files without rows and columns stay as they are. The
// problems must be sorted, and so is the result.
func Gather(problems []Problem) []Problem {
	size := make(map[kin]int)
	for _, p := range problems {
		size[p.kin()]++
	}
	var out []Problem
	place, told := make(map[kin]int), make(map[kin]int)
	for _, p := range problems {
		k := p.kin()
		told[k]++
		if at, gathered := place[k]; gathered {
			out[at].More = append(out[at].More, p)
			continue
		}
		if single := k.toldSingly(); single > 0 && size[k] > single+1 && told[k] > single {
			place[k] = len(out)
		}
		out = append(out, p)
	}
	return out
}

// kin is what problems that belong together have in common. The zero value is
// that of problems that stay apart.
type kin struct {
	id                  ID
	file, sheet, letter string
	line                int    // of a header, whose columns have no names yet
	message             string // likewise
}

func (p Problem) kin() kin {
	k := kin{id: p.ID, file: p.Pos.File, sheet: p.Pos.Sheet}
	switch {
	case p.Pos.Line == 0 || p.Pos.Column > 0:
		return kin{}
	case p.inHeader():
		k.line, k.message = p.Pos.Line, p.Message(English)
	default:
		k.letter = p.Pos.Letter
	}
	return k
}

// inHeader says whether the problem is one of a header: a column of a cell has
// a name.
func (p Problem) inHeader() bool { return p.Pos.Letter != "" && p.Pos.Field == "" }

func (k kin) toldSingly() int {
	switch {
	case k.id == "":
		return 0
	case k.line > 0:
		return 1
	}
	return toldSingly
}

// What is said of gathered problems.
var (
	wordMoreCells   = Text{"the same in %d more cells of this column: rows %d–%d", "この列のほかの%d個のセル（%d〜%d行目）も同じです"}
	wordMoreRows    = Text{"the same in %d more rows: rows %d–%d", "ほかの%d行（%d〜%d行目）も同じです"}
	wordMoreHeaders = Text{"the same in %d more columns: %s", "ほかの%d列（%s）も同じです"}
)

// gathered is the text of a problem with More.
func (p Problem) gathered(lang Lang) string {
	say := func(t Text, args ...any) string {
		if lang == Japanese {
			return fmt.Sprintf(t.JA, args...)
		}
		return fmt.Sprintf(t.EN, args...)
	}
	last, letters := p.Pos.Line, []string{p.Pos.Letter}
	for _, m := range p.More {
		last = max(last, m.Pos.Line)
		letters = append(letters, m.Pos.Letter)
	}
	switch n := 1 + len(p.More); {
	case p.Pos.Letter == "":
		return say(wordMoreRows, n, p.Pos.Line, last)
	case p.inHeader():
		return say(wordMoreHeaders, n, strings.Join(letters, ", "))
	default:
		return say(wordMoreCells, n, p.Pos.Line, last)
	}
}
