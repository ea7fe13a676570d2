package search

import "strings"

// textShards writes what passages say, in order:
// [[URL, title, description, [anchor, heading, kind, text, …], …], …]. What may
// follow the text is the language, empty if it is the index's, and a section's
// other names: nothing is found by words that do not stand here whole.
func (g *gathered) textShards(pages []Page) shards {
	total := 0
	for i := range g.passages {
		total += len(g.passages[i].text)
	}
	out := shards{prefix: "t"}
	size, length := shardSize(total, textBytes), 0
	for i, p := range g.passages {
		if i == 0 || length+len(p.text)/2 > size {
			out.firsts, length = append(out.firsts, i), 0
		}
		length += len(p.text) + len(p.section.Heading) + 40
	}
	out.write(len(out.firsts), func(data []byte, i int) []byte {
		end := len(g.passages)
		if i+1 < len(out.firsts) {
			end = out.firsts[i+1]
		}
		return appendTexts(data, g.passages[out.firsts[i]:end], pages)
	})
	return out
}

func appendTexts(out []byte, passages []passage, pages []Page) []byte {
	for i, p := range passages {
		switch {
		case i == 0:
			out = appendPage(append(out, '['), &pages[p.page])
		case passages[i-1].page != p.page:
			out = appendPage(append(out, "],"...), &pages[p.page])
		}
		out = appendPassage(append(out, ','), p, pages[p.page].Lang)
	}
	return append(out, "]]"...)
}

func appendPage(out []byte, p *Page) []byte {
	out = appendString(append(out, '['), p.URL)
	out = appendString(append(out, ','), p.Title)
	return appendString(append(out, ','), oneSpace(p.Description))
}

func appendPassage(out []byte, p passage, lang string) []byte {
	out = appendString(append(out, '['), p.section.Anchor)
	out = appendString(append(out, ','), p.section.Heading)
	out = appendString(append(out, ','), string(p.section.Kind))
	out = appendString(append(out, ','), p.text)
	named := p.first && len(p.section.Aliases) > 0
	if lang != "" || named {
		out = appendString(append(out, ','), lang)
	}
	if named {
		for _, alias := range p.section.Aliases {
			out = appendString(append(out, ','), alias)
		}
	}
	return append(out, ']')
}

// appendString writes a string of JSON that escapes only what it must, so that
// whoever scans the file for names reads text.
func appendString(out []byte, s string) []byte {
	s = strings.ToValidUTF8(s, "\ufffd")
	out = append(out, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			out = append(append(append(out, s[from:i]...), '\\'), c)
			from = i + 1
		case c < ' ' || c == '<':
			out = append(out, s[from:i]...)
			out = append(out, '\\', 'u', '0', '0', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
			from = i + 1
		}
	}
	return append(append(out, s[from:]...), '"')
}
