package render

// addDrawn notes for the search index what the layout of a page shows beside
// the page's own words: the sentences that an author wrote for a report or
// brief, and the sections that the theme drew.
func (b *body) addDrawn(v *pageView) {
	var sections []reportSection
	if v.Report != nil {
		b.text.lead(v.Report.Verdict)
		sections = v.Report.Sections
	}
	if v.Brief != nil {
		b.text.lead(append([]string{v.Brief.Verdict, v.Brief.Decision}, v.Brief.Risks...)...)
	}
	for _, h := range b.toc[len(b.page.TOC):] {
		b.text.titled(h.ID, h.Text, titlesOf(sections, h.ID))
	}
}

// titlesOf are the titles and captions of a section's figures. Their numbers
// and what they find are not searched for, nor are comments.
func titlesOf(sections []reportSection, id string) []string {
	var titles []string
	for _, s := range sections {
		if s.ID != id {
			continue
		}
		for _, f := range s.Figures {
			titles = append(titles, f.Title, f.Caption)
		}
	}
	return titles
}
