// Package render turns the handbook and the released figures into files.
//
// It takes a handbook.Handbook, a disclosure.Published and a theme, and gives
// an Output: pages, style sheet, scripts and assets, complete and not yet
// audited. Its two main types are Theme and Output. It is the only package
// that imports html/template; templates get view structs, never the model. It
// refuses a theme file that it does not know and a template that fails.
package render
