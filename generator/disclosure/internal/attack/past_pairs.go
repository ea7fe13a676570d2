package attack

import "slices"

// pairsBeside looks for twins of what pairs hold, beside earlier releases. Here
// nothing is Already: where no twin is found, the earlier figures may only have
// left the search too little room.
func (r *reader) pairsBeside(tables []Table, earlier Earlier, print Print, due map[string]bool) []Finding {
	of := earlier.byOwner()
	return r.pairTwins(tables, print, due, func(t *transfer, edits []edit) bool {
		keys, parted, ok := earlier.keys(t, edits)
		if !ok || !earlier.together(of, t, parted) {
			return false
		}
		pairs := t.changed(edits)
		for _, from := range pairs {
			for _, to := range pairs {
				if from != to && !earlier.alike(of, t.series, keys, t.owners[from], t.owners[to]) {
					return false
				}
			}
		}
		return true
	})
}

// keys are those of what passes between pairs in a change, and parted the pieces
// that become other than any that passes whole. What earlier releases would have
// made of a session that is not in the data is not known: not ok.
func (e Earlier) keys(t *transfer, edits []edit) (keys []string, parted []int, ok bool) {
	series := t.series
	if t.isSessions() {
		series = "sessions"
	}
	for _, edit := range edits {
		if edit.pair < 0 || edit.at >= len(t.pieces) {
			return nil, nil, false
		}
		whole, day := t.pieces[edit.at], t.pieces[edit.at]
		whole.pair = edit.pair
		if day.date.Day = edit.date.Day; samePiece(day, edit.piece) {
			continue // in its month, which only the days to the first session tell
		}
		if !samePiece(whole, edit.piece) {
			parted = append(parted, edit.at)
		}
		for _, key := range e.Items[series][t.places[edit.at]] {
			if !slices.Contains(e.first(), key) {
				keys = append(keys, key)
			}
		}
	}
	for _, pair := range t.changed(edits) {
		before, _ := t.first(pair, nil)
		if after, _ := t.first(pair, edits); t.isSessions() && before != after {
			keys = append(keys, e.first()...)
			break
		}
	}
	return keys, parted, true
}

func samePiece(a, b piece) bool {
	return a.pair == b.pair && a.date == b.date && a.minutes == b.minutes && a.format == b.format &&
		a.theme == b.theme && a.status == b.status && slices.Equal(a.topics, b.topics)
}

// together says whether pieces of which parts are exchanged stand behind the
// same earlier figures of the whole cohort, as they are now: else a release that
// knew one of them and not the other would have printed other parts.
func (e Earlier) together(of []map[int]map[string]bool, t *transfer, parted []int) bool {
	series := t.series
	if t.isSessions() {
		series = "sessions"
	}
	for i, p := range e.Cells {
		if HeldSeries(p.Table.ID) != series || len(p.Table.Cells) != 1 || len(p.Table.Cells[0].At) > 0 {
			continue
		}
		standing := 0
		for _, at := range parted {
			stands, gone := false, false
			for _, key := range e.Items[series][t.places[at]] {
				present, known := of[i][t.owners[t.pieces[at].pair]][key]
				stands, gone = stands || present, gone || known && !present
			}
			if gone {
				return false
			}
			if stands {
				standing++
			}
		}
		if standing > 0 && standing < len(parted) {
			return false
		}
	}
	return true
}

// first is the key of the day of a pair's first session; none where none was held.
func (e Earlier) first() []string {
	if len(e.Items["days"]) == 0 {
		return nil
	}
	return e.Items["days"][0]
}

// byOwner gives for each earlier cell and pair the keys of its values behind
// the cell, and whether each is the present one. Replaced values are nobody's.
func (e Earlier) byOwner() []map[int]map[string]bool {
	out := make([]map[int]map[string]bool, len(e.Cells))
	for i, p := range e.Cells {
		out[i] = make(map[int]map[string]bool)
		if HeldSeries(p.Table.ID) == "" {
			continue
		}
		for _, s := range p.Slots {
			if out[i][s.Owner] == nil {
				out[i][s.Owner] = make(map[string]bool)
			}
			out[i][s.Owner][s.Series] = s.Replaced == 0
		}
	}
	return out
}

// alike says whether a pair may pass things with some keys to another without a
// trace in what earlier releases printed. Where the present value of the one
// stands behind an earlier figure, that of the other must too, or it must have
// nothing of the kind, then and now: what passes now has then passed already.
// Where it does not, the earlier figure is of other values than the present.
func (e Earlier) alike(of []map[int]map[string]bool, series string, keys []string, from, to int) bool {
	linked := []string{series}
	if series == "sessions" || series == "days" { // both are read from the sessions
		linked = []string{"sessions", "days"}
	}
	for i, p := range e.Cells {
		if !slices.Contains(linked, HeldSeries(p.Table.ID)) {
			continue
		}
		for _, key := range keys {
			stands, known := of[i][to][key]
			if of[i][from][key] && !stands && (known || slices.Contains(e.Held[to], key)) {
				return false
			}
		}
	}
	return true
}
