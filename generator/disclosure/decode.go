package disclosure

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"

	"kohort/generator/figure"
)

// The forms of a release file as encoding/json reads them.
type (
	fileRelease struct {
		Cohort    string         `json:"cohort"`
		Format    int            `json:"format"`
		Release   int            `json:"release"`
		Previous  string         `json:"previous"`
		DataAsOf  string         `json:"data_as_of"`
		K         int            `json:"k"`
		Title     fileWords      `json:"title"`
		Start     string         `json:"start"`
		End       string         `json:"end"`
		Labels    []fileLabel    `json:"labels"`
		Questions []fileQuestion `json:"questions"`
		Quotes    []fileQuotes   `json:"quotes"`
		Tables    []fileTable    `json:"tables"`
	}
	fileLabel struct {
		Dimension string    `json:"dimension"`
		Level     string    `json:"level"`
		Words     fileWords `json:"words"`
	}
	fileQuestion struct {
		Code  string      `json:"code"`
		Text  fileWords   `json:"text"`
		Who   string      `json:"who"`
		Theme string      `json:"theme"`
		Good  string      `json:"good"`
		Scale []filePoint `json:"scale"`
	}
	filePoint struct {
		Value int       `json:"value"`
		Label fileWords `json:"label"`
	}
	fileTable struct {
		ID         string     `json:"id"`
		Statistic  string     `json:"statistic"`
		Base       fileBase   `json:"base"`
		Unit       string     `json:"unit"`
		Decimals   int        `json:"decimals"`
		Dimensions []string   `json:"dimensions"`
		Cells      []fileCell `json:"cells"`
		Withdrawn  *struct {
			On     string `json:"on"`
			Reason string `json:"reason"`
		} `json:"withdrawn"`
	}
	fileCell struct {
		At       map[string]string `json:"at"`
		Withheld bool              `json:"withheld"`
		N        int               `json:"n"`
		Value    json.RawMessage   `json:"value"`
		Band     json.RawMessage   `json:"band"`
		Interval json.RawMessage   `json:"interval"`
		Effect   string            `json:"effect"`
		AsOf     string            `json:"as_of"`
	}
	fileWords struct{ byLang map[string]string }
	fileBase  struct{ parts []string }
)

// errForm is any fault of a release file's form. What the library would say
// of it may quote the file, which may have been anything.
var errForm = errors.New("not the form of a release")

// errNewer is a file of a later format.
var errNewer = errors.New("a later format")

func (w *fileWords) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		w.byLang = map[string]string{"": s}
		return nil
	}
	return json.Unmarshal(data, &w.byLang)
}

func (b *fileBase) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		b.parts = []string{s}
		return nil
	}
	var one struct{ Survey string }
	if strict(data, &one) == nil && one.Survey != "" {
		b.parts = []string{"survey", one.Survey}
		return nil
	}
	var two struct{ Survey []string }
	if strict(data, &two) != nil || len(two.Survey) != 2 {
		return errForm
	}
	b.parts = append([]string{"survey"}, two.Survey...)
	return nil
}

func strict[T any](data []byte, into *T) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if d.Decode(into) != nil {
		return errForm
	}
	if _, err := d.Token(); err != io.EOF {
		return errForm
	}
	return nil
}

// decode reads a release file strictly: an unknown key, a statistic that is
// not on the allow-list, a withheld cell that holds a number, or a figure of
// fewer than k people is refused.
func decode(data []byte) (c Cohort, previous string, err error) {
	var probe struct {
		Format int `json:"format"`
	}
	if json.Unmarshal(data, &probe) == nil && probe.Format > releaseFormat {
		return Cohort{}, "", errNewer
	}
	var f fileRelease
	if err := strict(data, &f); err != nil {
		return Cohort{}, "", err
	}
	if f.Format != releaseFormat || f.K < 1 || f.Release < 1 {
		return Cohort{}, "", errForm
	}
	c = Cohort{
		id: f.Cohort, title: Words(f.Title), start: f.Start, end: f.End,
		dataAsOf: f.DataAsOf, release: f.Release, k: f.K,
	}
	for _, l := range f.Labels {
		c.labels = append(c.labels, LevelLabel{l.Dimension, l.Level, Words(l.Words)})
	}
	for _, q := range f.Questions {
		out := Question{code: q.Code, text: Words(q.Text), who: q.Who, theme: q.Theme, good: q.Good}
		for _, p := range q.Scale {
			out.scale = append(out.scale, ScalePoint{p.Value, Words(p.Label)})
		}
		c.questions = append(c.questions, out)
	}
	if err := decodeQuotes(f.Quotes, &c); err != nil {
		return Cohort{}, "", err
	}
	for _, t := range f.Tables {
		table, err := t.decode(f.K)
		if err != nil {
			return Cohort{}, "", err
		}
		if _, twice := c.Table(table.id, table.statistic); twice {
			return Cohort{}, "", errForm
		}
		c.tables = append(c.tables, table)
	}
	return c, f.Previous, nil
}

func (t fileTable) decode(k int) (Table, error) {
	d, listed := figure.Lookup(t.ID, figure.Statistic(t.Statistic))
	if !listed || string(d.Unit) != t.Unit || t.Decimals < 0 || t.Decimals > maxDecimals {
		return Table{}, errForm
	}
	out := Table{id: t.ID, statistic: t.Statistic, base: t.Base.parts, unit: t.Unit, decimals: t.Decimals, dimensions: t.Dimensions}
	for _, c := range t.Cells {
		cell, err := c.decode(t, k)
		if err != nil {
			return Table{}, err
		}
		out.cells = append(out.cells, cell)
	}
	if t.Withdrawn != nil {
		out.withdrawn = withdrawal{t.Withdrawn.On, t.Withdrawn.Reason}
	}
	return out, nil
}

func (c fileCell) decode(t fileTable, k int) (Cell, error) {
	var out Cell
	for _, d := range t.Dimensions {
		if level, given := c.At[d]; given {
			out.at = append(out.at, Level{d, level})
		}
	}
	if len(out.at) != len(c.At) {
		return Cell{}, errForm
	}
	if c.Withheld {
		if c.N != 0 || c.Value != nil || c.Band != nil || c.Interval != nil || c.Effect != "" || c.AsOf != "" {
			return Cell{}, errForm
		}
		return out, nil
	}
	if fewest(t, k) > c.N && c.N != 0 || (c.Value == nil) == (c.Band == nil) {
		return Cell{}, errForm
	}
	out.n, out.asOf = c.N, c.AsOf
	if err := c.number(&out, t.Statistic); err != nil {
		return Cell{}, err
	}
	return out, c.spread(&out, t.Statistic)
}

// spread reads what a change may have beside its number.
func (c fileCell) spread(out *Cell, statistic string) error {
	if c.Interval == nil && c.Effect == "" {
		return nil
	}
	if out.form != Number || statistic != string(figure.Difference) || c.Interval != nil && c.Effect != "" {
		return errForm
	}
	switch out.effect = figure.Effect(c.Effect); out.effect {
	case "", figure.Small, figure.Medium, figure.Large:
	default:
		return errForm
	}
	if c.Interval == nil {
		return nil
	}
	var interval [2]float64
	if err := numbers(c.Interval, &interval); err != nil || interval[0] > interval[1] {
		return errForm
	}
	out.hasInterval, out.lo, out.hi = true, interval[0], interval[1]
	return nil
}

// fewest is how many people, or pairs, a figure of the table needs.
func fewest(t fileTable, k int) int {
	if len(t.Base.parts) == 1 && slices.Contains([]string{"pairs", "sessions", "goals"}, t.Base.parts[0]) {
		return defaultPolicy.dominance.minPairs
	}
	return k
}

// number reads what a cell prints.
func (c fileCell) number(out *Cell, statistic string) error {
	distribution := statistic == string(figure.Distribution)
	switch {
	case c.Value != nil && !distribution:
		out.form = Number
		return numbers(c.Value, &out.value)
	case c.Value != nil:
		out.form = Distribution
		var counts map[string]int
		if json.Unmarshal(c.Value, &counts) != nil {
			return errForm
		}
		return out.setCounts(counts)
	case !distribution:
		out.form = Band
		var band [2]float64
		if err := numbers(c.Band, &band); err != nil {
			return err
		}
		out.lo, out.hi = band[0], band[1]
		return nil
	}
	out.form = Class
	var class map[string][2]int
	if json.Unmarshal(c.Band, &class) != nil || len(class) != 1 {
		return errForm
	}
	for value, band := range class {
		v, err := strconv.Atoi(value)
		if err != nil || band[1] != out.n || band[0] < 0 || band[0] > out.n {
			return errForm
		}
		out.counts = []Count{{v, band[0]}}
	}
	return nil
}

func numbers[T any](data []byte, into *T) error {
	if json.Unmarshal(data, into) != nil {
		return errForm
	}
	return nil
}

func (c *Cell) setCounts(counts map[string]int) error {
	total := 0
	for value, n := range counts {
		v, err := strconv.Atoi(value)
		if err != nil || n < 0 || n > math.MaxInt32 {
			return errForm
		}
		c.counts = append(c.counts, Count{v, n})
		total += n
	}
	slices.SortFunc(c.counts, func(a, b Count) int { return a.Value - b.Value })
	if total != c.n {
		return errForm
	}
	return nil
}
