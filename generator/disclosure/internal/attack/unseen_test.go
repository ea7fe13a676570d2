package attack

import (
	"strings"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

// TestChanceIsNoProof has eight pairs who met once in April, face to face, and
// once in May, online: formats and months are the same sums, which no reader
// knows. What months and formats add up to, he does.
func TestChanceIsNoProof(t *testing.T) {
	c := couples(8)
	for i := range c.Pairs {
		for month, format := range map[time.Month]string{4: "対面", 5: "オンライン"} {
			c.Sessions = append(c.Sessions, microdata.Session{Pair: i, Status: microdata.Held, Format: format, Topics: []string{"生成AI"},
				Date: microdata.Date{Year: 2025, Month: month, Day: 9}})
		}
	}
	held := Table{ID: "sessions.held", Statistic: "sum", Cells: []Cell{exact(8), exact(8, Level{"month", "2025-04"}), exact(8, Level{"month", "2025-05"})}}
	formats := Table{ID: "sessions.format", Statistic: "rate", Cells: []Cell{hidden(Level{"format", "対面"}), hidden(Level{"format", "オンライン"})}}
	topics := Table{ID: "topics.share", Statistic: "rate", Cells: []Cell{hidden(Level{"topic", "生成AI"})}}
	if got := attacked(c, held, formats, topics); got != "" {
		t.Errorf("formats and topics withheld: got %q, want nothing", got)
	}
	formats.Cells[0].Form, formats.Cells[0].N = Exact, 8
	if got := attacked(c, held, formats, topics); !strings.Contains(got, "= sessions.format rate[format=オンライン]") || strings.Contains(got, "topic") {
		t.Errorf("one of two formats withheld: got %q, want it and no topic", got)
	}
	formats.Cells = append(formats.Cells, coarse(8, Level{"format", "other"}))
	if got := attacked(c, held, formats, topics); got != "" {
		t.Errorf("beside other formats, of which there are none: got %q, want nothing", got)
	}
	formats.Cells[1].Form, formats.Cells[1].N = Exact, 8
	if got := attacked(c, held, formats, topics); !strings.Contains(got, "= sessions.format rate[format=other]") {
		t.Errorf("both formats: got %q, want that there is no other", got)
	}
	held.Cells[1] = hidden(Level{"month", "2025-04"})
	if got := attacked(c, held); !strings.Contains(got, "= sessions.held sum[month=2025-04]") {
		t.Errorf("one of two months withheld: got %q, want it", got)
	}
}
