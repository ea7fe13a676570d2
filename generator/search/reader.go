package search

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// reader reads an index's files, as the browser does.
type reader struct {
	manifest *manifest
	files    map[string][]byte // by part
}

// value is what a file hands over.
func (r *reader) value(part string) string {
	s := string(r.files[part])
	s = s[strings.IndexByte(s, ',')+1:]
	return strings.TrimSuffix(s, ");\n")
}

// shard is which shard of a dictionary has a term, if any has.
func (d *directory) shard(term string) int {
	return max(0, sort.Search(len(d.starts), func(i int) bool { return after(d.starts[i], term) })-1)
}

// after says whether a stands after b in the order of UTF-16.
func after(a, b string) bool {
	return slices.CompareFunc([]rune(a), []rune(b), func(x, y rune) int { return int(unitOrder(x)) - int(unitOrder(y)) }) > 0
}

// entry is a term in a dictionary with its postings as they stand there.
type entry struct{ term, postings string }

func (e entry) found() found { return postings(e.postings, hasLinks(e.term)) }

// entries gives a shard of a dictionary.
func (r *reader) entries(d *directory, shard int) []entry {
	if len(d.starts) == 0 {
		return nil
	}
	fields := strings.Split(strings.Trim(r.value(fmt.Sprintf("%s%d", d.prefix, shard)), `"`), " ")
	out := make([]entry, 0, len(fields)/2)
	for i := 0; i+1 < len(fields); i += 2 {
		out = append(out, entry{fields[i], fields[i+1]})
	}
	return out
}

// find gives what the index knows of a term; the zero value if nothing.
func (r *reader) find(d *directory, term string) found {
	for _, e := range r.entries(d, d.shard(term)) {
		if e.term == term {
			return e.found()
		}
	}
	return found{}
}

// text is a passage as it is shown.
type text struct {
	page, title, description string
	anchor, heading          string
	kind                     Kind
	text                     string
}

// text gives a passage.
func (r *reader) text(passage int) (text, error) {
	m := r.manifest
	shard := sort.SearchInts(m.textStarts, passage+1) - 1
	var pages [][]json.RawMessage
	if err := json.Unmarshal([]byte(r.value(fmt.Sprintf("t%d", shard))), &pages); err != nil {
		return text{}, fmt.Errorf("texts %d: %w", shard, err)
	}
	at := m.textStarts[shard]
	for _, p := range pages {
		if passage >= at+len(p)-3 {
			at += len(p) - 3
			continue
		}
		var out text
		var s [4]string
		for i, to := range []any{&out.page, &out.title, &out.description} {
			if err := json.Unmarshal(p[i], to); err != nil {
				return text{}, fmt.Errorf("texts %d: %w", shard, err)
			}
		}
		if err := json.Unmarshal(p[3+passage-at], &s); err != nil {
			return text{}, fmt.Errorf("texts %d: %w", shard, err)
		}
		out.anchor, out.heading, out.kind, out.text = s[0], s[1], cmp.Or(Kind(s[2]), Body), s[3]
		return out, nil
	}
	return text{}, fmt.Errorf("texts %d: no passage %d", shard, passage)
}
