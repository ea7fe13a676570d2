package render

// cohortCard is a cohort in the list of cohorts.
type cohortCard struct {
	Title      string
	URL        string
	Brief      *link // nil where there is none
	Start, End day
	DataAsOf   day
	Enrolled   cellView
	Response   cellView
	Percent    string   // unit of Response, where it does not say it itself
	Of         cellView // how many people Response is about
}

// cohorts lists the cohorts of the page's edition.
func (b *body) cohorts() []cohortCard {
	var cards []cohortCard
	for _, c := range b.page.Edition.Cohorts {
		d, ok := b.drawer(c.ID)
		if !ok {
			continue
		}
		card := cohortCard{Title: c.Title, Start: d.day(d.cohort.Start()), End: d.day(d.cohort.End()), DataAsOf: d.day(d.cohort.DataAsOf()),
			Brief: b.frame.linkTo(folder(b.page.URL), c.Brief)}
		if c.Report != nil {
			card.URL = relative(folder(b.page.URL), c.Report.URL)
		}
		if t, ok := d.cohort.Table("participation.enrolled", "count"); ok {
			card.Enrolled = d.at(t)
		}
		if t, ok := d.cohort.Table("response.after", "rate"); ok {
			card.Response, card.Percent = d.inUnit(d.at(t), d.T("unit_percent"))
			c, _ := t.Cell()
			card.Of = d.of(t, c)
		}
		cards = append(cards, card)
	}
	return cards
}
