package audit

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"kohort/generator/disclosure"
)

// shortBlock is the most bytes of a block, a list item or a heading, that may
// be one part of a name.
const shortBlock = 40

// overBlocks appends the names of which one part is a whole block, and the
// other stands next to it: 佐藤 in a heading and 花子 at the start of its
// paragraph, or both as items of a list. Where neither part is a block of its
// own, two ordinary sentences meet, and nobody is named.
func (a *auditor) overBlocks(r *reader, names []string, text string) []string {
	meetings := r.meetings[:0]
	last := ""
	for block := range strings.SplitSeq(text, string(rune(gap))) {
		meetings = appendMeeting(meetings, last, block)
		last = block
	}
	r.meetings = meetings
	if len(meetings) == 0 {
		return names
	}
	for _, m := range a.scan(string(meetings), disclosure.Code) {
		first, second, over := bytes.Cut(meetings[m.Start:m.End], []byte{'\n'})
		if !over || bytes.IndexByte(second, '\n') >= 0 {
			continue
		}
		firstWhole := m.Start == 0 || meetings[m.Start-1] == gap
		secondWhole := m.End < len(meetings) && meetings[m.End] == gap
		if firstWhole && secondWhole || firstWhole && isWord(first) || secondWhole && isWord(second) {
			names = addName(names, string(meetings[m.Start:m.End]))
		}
	}
	return names
}

// isWord says whether a block is more than one letter: 林 in a list is a wood
// as well.
func isWord(block []byte) bool { return utf8.RuneCount(block) > 1 }

// appendMeeting writes the end of a block and the start of the next in two
// lines, where one of them is short. What is cut off leaves a sign.
func appendMeeting(dst []byte, first, second string) []byte {
	first, second = strings.Trim(first, space), strings.Trim(second, space)
	if first == "" || second == "" || len(first) > shortBlock && len(second) > shortBlock {
		return dst
	}
	if cut := len(first) - shortBlock; cut > 0 {
		for cut < len(first) && !utf8.RuneStart(first[cut]) {
			cut++
		}
		dst = append(dst, "…"...)
		first = first[cut:]
	}
	dst = append(appendLine(dst, first), '\n')
	if cut := shortBlock; len(second) > cut {
		for !utf8.RuneStart(second[cut]) {
			cut--
		}
		return append(append(appendLine(dst, second[:cut]), "…"...), gap)
	}
	return append(appendLine(dst, second), gap)
}

// appendLine appends a block as one line.
func appendLine(dst []byte, s string) []byte {
	from := len(dst)
	dst = append(dst, s...)
	for i := from; i < len(dst); i++ {
		if dst[i] == '\n' {
			dst[i] = ' '
		}
	}
	return dst
}
