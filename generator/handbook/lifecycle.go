package handbook

import (
	"cmp"

	"kohort/generator/diag"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

// due says whether a page is published today, and why not.
type due uint8

const (
	isDue     due = iota
	isDraft       // until its author says otherwise
	isEarly       // before its publish_from
	isExpired     // on its expires, or later
)

// due is what a page's front matter says of today.
func (s *site) due(f source.Front) due {
	today := s.in.Today
	switch {
	case f.Draft:
		return isDraft
	case !f.Expires.IsZero() && !today.Before(f.Expires):
		return isExpired
	case !f.PublishFrom.IsZero() && today.Before(f.PublishFrom):
		return isEarly
	}
	return isDue
}

// unpublished is a draft, a page not yet due or one past its last day.
func (s *site) unpublished(f source.Front) bool { return s.due(f) != isDue }

// notDue tells why the page that a link leads to is not there for its readers.
func (r *resolver) notDue(slot *markdown.Slot, v *version) {
	front := v.group.base().Page.Front
	if r.site.due(front) == isDue {
		front = v.Page.Front
	}
	switch r.site.due(front) {
	case isEarly:
		r.tell("link-early", slot, diag.Slot("date", front.PublishFrom.String()))
	case isExpired:
		r.tell("link-expired", slot, diag.Slot("date", front.Expires.String()))
	default:
		r.tell("link-unpublished", slot)
	}
}

// overdue is the day since when the review of a page is overdue; zero where it
// is not. It counts from the last review, or from the last change of a page
// that never had one.
func (s *site) overdue(f source.Front) source.Date {
	last := f.Reviewed
	if last.IsZero() {
		last = f.Updated
	}
	if f.ReviewEvery == (source.Period{}) || last.IsZero() {
		return source.Date{}
	}
	if next := f.ReviewEvery.After(last); !s.in.Today.Before(next) {
		return next
	}
	return source.Date{}
}

// checkLifecycle tells published pages whose review is overdue, and dates that
// cannot mean what they say.
func (s *site) checkLifecycle() []diag.Problem {
	var problems []diag.Problem
	for _, g := range s.groups {
		for _, v := range g.versions {
			if v == nil {
				continue
			}
			front := v.Page.Front
			if !front.PublishFrom.IsZero() && !front.Expires.IsZero() && !front.PublishFrom.Before(front.Expires) {
				problems = append(problems, diag.New("publish-never", frontPos(v.Page, "expires"),
					diag.Slot("from", front.PublishFrom.String()), diag.Slot("expires", front.Expires.String())))
			}
			if s.unpublished(front) || s.unpublished(g.base().Page.Front) || front.ReviewEvery == (source.Period{}) {
				continue
			}
			if since := s.overdue(front); !since.IsZero() {
				problems = append(problems, diag.New("review-overdue", frontPos(v.Page, "review_every"),
					diag.Slot("date", since.String()), diag.Slot("owner", cmp.Or(front.Owner, "–"))))
			} else if front.Reviewed.IsZero() && front.Updated.IsZero() {
				problems = append(problems, diag.New("review-no-start", frontPos(v.Page, "review_every")))
			}
		}
	}
	return problems
}

// assetsOfUndue are the assets that pages which are not due today show or link
// to. What nobody else uses is no more published than they are.
func (s *site) assetsOfUndue() map[string]bool {
	used := make(map[string]bool)
	if s.in.Drafts {
		return used
	}
	for _, g := range s.groups {
		for _, v := range g.versions {
			if v != nil && (s.unpublished(v.Page.Front) || s.unpublished(g.base().Page.Front)) {
				s.assetsIn(v.Document.Parts, used)
			}
		}
	}
	return used
}

func (s *site) assetsIn(parts []markdown.Part, used map[string]bool) {
	for _, part := range parts {
		if part.Slot == nil {
			continue
		}
		if file, inside := join(slotFolder(part.Slot), targetFile(part.Slot.Target)); inside && s.assets[file] {
			used[file] = true
		}
		s.assetsIn(part.Slot.Body, used)
	}
}
