package microdata

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

func TestFollowupsAreRead(t *testing.T) {
	c, problems := read(folder(t, txtar.File{Name: "cohorts/c1/followups.csv",
		Data: []byte("pair,date,kind\nP01,2025-06-02,面談\nP02,2025/6/3,\nP01,2025-10-20,mail\n")}))
	wantProblems(t, problems, "")
	want := []Followup{{0, Date{2025, 6, 2}, "面談"}, {1, Date{2025, 6, 3}, ""}, {0, Date{2025, 10, 20}, "mail"}}
	if diff := cmp.Diff(want, c.Followups); diff != "" {
		t.Errorf("followups (-want +got):\n%s", diff)
	}
	if want := (Date{2025, 10, 20}); c.AsOf != want {
		t.Errorf("the data date is %v, want %v: a follow-up is the latest", c.AsOf, want)
	}
}
