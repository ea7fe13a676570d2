package disclosure

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"kohort/generator/figure"
)

// releaseFormat is the format of release files that this package writes.
const releaseFormat = 1

// encode writes a release in the fixed form of DESIGN.md: the keys in one
// order, one line a cell, numbers with their table's decimals, so that the
// same figures are the same bytes. A class of a distribution prints as
// "band": {"5": [10, 12]}: at least 10 of 12 chose 5.
func encode(c Cohort, previous string) []byte {
	var b bytes.Buffer
	b.WriteString("{\n")
	field(&b, "cohort", quote(c.id))
	field(&b, "format", strconv.Itoa(releaseFormat))
	field(&b, "release", strconv.Itoa(c.release))
	if previous != "" {
		field(&b, "previous", quote(previous))
	}
	field(&b, "data_as_of", quote(c.dataAsOf))
	field(&b, "k", strconv.Itoa(c.k))
	encodeQuotes(&b, c)
	field(&b, "title", quoteWords(c.title))
	field(&b, "start", quote(c.start))
	field(&b, "end", quote(c.end))
	list(&b, "labels", c.labels, func(l LevelLabel) string {
		return fmt.Sprintf(`{"dimension": %s, "level": %s, "words": %s}`, quote(l.Dimension), quote(l.Level), quoteWords(l.Words))
	})
	b.WriteString(",\n")
	list(&b, "questions", c.questions, encodeQuestion)
	b.WriteString(",\n")
	list(&b, "tables", c.tables, encodeTable)
	b.WriteString("\n}\n")
	return b.Bytes()
}

func field(b *bytes.Buffer, key, value string) {
	fmt.Fprintf(b, " %q: %s,\n", key, value)
}

func list[T any](b *bytes.Buffer, key string, items []T, encode func(T) string) {
	fmt.Fprintf(b, " %q: [", key)
	for i, item := range items {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n  " + encode(item))
	}
	b.WriteByte(']')
}

func encodeQuestion(q Question) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"code": %s, "text": %s, "who": %s, "theme": %s, "good": %s, "scale": [`,
		quote(q.code), quoteWords(q.text), quote(q.who), quote(q.theme), quote(q.good))
	for i, p := range q.scale {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, `{"value": %d, "label": %s}`, p.Value, quoteWords(p.Label))
	}
	b.WriteString("]}")
	return b.String()
}

func encodeTable(t Table) string {
	if _, listed := figure.Lookup(t.id, figure.Statistic(t.statistic)); !listed {
		panic("disclosure: a table that is not on the list of figures")
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"id": %s, "statistic": %s, "base": %s, "unit": %s, "decimals": %d,`+"\n   "+`"dimensions": %s,`+"\n   "+`"cells": [`,
		quote(t.id), quote(t.statistic), encodeBase(t.base), quote(t.unit), t.decimals, quoteStrings(t.dimensions))
	for i, c := range t.cells {
		if i > 0 {
			b.WriteString(",\n    ")
		}
		encodeCell(&b, c, t.decimals)
	}
	b.WriteString("]")
	if t.withdrawn.on != "" {
		fmt.Fprintf(&b, ",\n   \"withdrawn\": {\"on\": %s, \"reason\": %s}", quote(t.withdrawn.on), quote(t.withdrawn.reason))
	}
	b.WriteByte('}')
	return b.String()
}

func encodeBase(base []string) string {
	switch {
	case len(base) == 1:
		return quote(base[0])
	case len(base) == 2:
		return fmt.Sprintf(`{"survey": %s}`, quote(base[1]))
	}
	return fmt.Sprintf(`{"survey": %s}`, quoteStrings(base[1:]))
}

func encodeCell(b *bytes.Buffer, c Cell, decimals int) {
	b.WriteString(`{"at": {`)
	for i, l := range c.at {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(quote(l.Dimension) + ": " + quote(l.Level))
	}
	b.WriteByte('}')
	if c.form == Withheld {
		b.WriteString(`, "withheld": true}`)
		return
	}
	fmt.Fprintf(b, `, "n": %d, `, c.n)
	switch c.form {
	case Number:
		fmt.Fprintf(b, `"value": %s`, decimal(c.value, decimals))
		if c.hasInterval {
			fmt.Fprintf(b, `, "interval": [%s, %s]`, decimal(c.lo, decimals), decimal(c.hi, decimals))
		}
		if c.effect != "" {
			fmt.Fprintf(b, `, "effect": %s`, quote(string(c.effect)))
		}
	case Band:
		fmt.Fprintf(b, `"band": [%s, %s]`, decimal(c.lo, decimals), decimal(c.hi, decimals))
	case Class:
		fmt.Fprintf(b, `"band": {"%d": [%d, %d]}`, c.counts[0].Value, c.counts[0].People, c.n)
	case Distribution:
		b.WriteString(`"value": {`)
		for i, n := range c.counts {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(b, `"%d": %d`, n.Value, n.People)
		}
		b.WriteByte('}')
	}
	if c.asOf != "" {
		fmt.Fprintf(b, `, "as_of": %s`, quote(c.asOf))
	}
	b.WriteByte('}')
}

func decimal(v float64, decimals int) string { return strconv.FormatFloat(v, 'f', decimals, 64) }

// quote is s as a JSON string, kana and kanji as they are.
func quote(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic("disclosure: a string has no JSON form")
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func quoteStrings(list []string) string {
	var b bytes.Buffer
	b.WriteByte('[')
	for i, s := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(quote(s))
	}
	b.WriteByte(']')
	return b.String()
}

// quoteWords writes words that read the same in every language as one string.
func quoteWords(w Words) string {
	if s, only := w.byLang[""]; only && len(w.byLang) == 1 || len(w.byLang) == 0 {
		return quote(s)
	}
	var b bytes.Buffer
	b.WriteByte('{')
	for i, lang := range sortedKeys(w.byLang) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(quote(lang) + ": " + quote(w.byLang[lang]))
	}
	b.WriteByte('}')
	return b.String()
}
