package search

// Query gives the best pages for what a reader types, at most limit of them,
// ranked as the browser ranks them.
func (x *Index) Query(typed string, limit int) Answer {
	q := read(typed)
	pages, instead := x.reader.query(q)
	a := Answer{More: max(0, len(pages)-limit), Instead: instead}
	for _, p := range pages[:min(limit, len(pages))] {
		var r Result
		for _, s := range p.passages {
			t, err := x.reader.text(s.number)
			if err != nil {
				panic(err) // a bug: the index has just been made
			}
			r.URL, r.Title = t.page, t.title
			r.add(Hit{t.anchor, t.heading, t.kind})
		}
		a.Results = append(a.Results, r)
	}
	return a
}

// add appends a section that is not there yet.
func (r *Result) add(h Hit) {
	for _, have := range r.Hits {
		if have.Anchor == h.Anchor {
			return
		}
	}
	r.Hits = append(r.Hits, h)
}

// query ranks the pages for a query, or for what its words may have been meant
// to be.
func (r *reader) query(q *query) (pages []rankedPage, instead string) {
	if len(q.wanted) == 0 {
		return nil, ""
	}
	all := r.matchAll(q.wanted)
	k := r.rank(q.wanted, all)
	if !k.anyWhole() {
		if instead = r.correct(q, all); instead != "" {
			meant := read(instead)
			k = r.rank(meant.wanted, r.matchAll(meant.wanted))
		}
	}
	return k.best(r.manifest), instead
}

func (r *reader) matchAll(wanted []wanted) []matched {
	all := make([]matched, len(wanted))
	for i, w := range wanted {
		all[i] = r.match(w)
	}
	return all
}

// anyWhole says whether a passage has all that is wanted.
func (k *ranking) anyWhole() bool {
	for _, t := range k.passages {
		if k.whole(t) {
			return true
		}
	}
	return false
}
