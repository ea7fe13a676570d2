// Package render turns the handbook and the released figures into files.
//
// It takes a handbook.Handbook, a disclosure.Published and a theme, and gives
// an Output: pages, style sheet, scripts and assets, complete and not yet
// audited. Its two main types are Theme and Output. It is the only package
// that imports html/template; templates get view structs, never the model. It
// refuses a theme file that it does not know and a template that fails.
//
// A page is made in three parts. What all pages of a folder share (head,
// header, sidebar) is drawn once, with slots for what differs: frame.go,
// nav.go, slots.go. The body is the pieces that markdown made, with figures,
// numbers and terms between them: body.go. The layout runs once for the page
// with markers in the place of both, which worker.go then fills.
//
// A number is shown only through a cellView, which is made of a released cell
// and of nothing else (cell.go); it carries the cell's key into the page. A
// withheld cell gives the neutral mark. Axes, lengths and colours come from
// numbers that are shown: chart.go, dumbbell.go, stacked.go. What a report
// shows is in report.go and sections.go, its headline numbers in tiles.go; what
// stands on the one sheet for leaders, in brief.go and brief_learning.go. What
// the site says of itself to programs is in metadata.go, sitemap.go and feed.go;
// pages at old addresses are in redirects.go, and what prints as one document in
// print.go and print_rewrite.go. What a guideline aims at is no released cell:
// it is tagged with its place in the handbook (guidelines.go). What stands behind
// a figure is in definitions.go, and its numbers as files in downloads.go and
// download_rows.go.
//
// What a page says, section by section, is gathered for the search index of its
// edition in search_text.go, search_markup.go and search_drawn.go, from the same
// pieces that its body is made of; search_index.go hands it to package search,
// and search_check.go tries the search tests of site.yaml.
//
// Pictures lose their metadata and get narrower copies in images.go; what a
// page says of them is in images_page.go.
package render
