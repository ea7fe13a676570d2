package disclosure

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
)

func TestWithdrawnCommentsStayWithdrawn(t *testing.T) {
	p, policy := quotedHandbook(t)
	comment(t, p, 24, remarks(6))
	publishAll(t, p)
	releaseQuotes(t, p, policy)
	_, problems, err := Withdraw(WithdrawInput{Place: p, Cohort: small, Figure: "quotes.trust", Reason: "本人からの申し出", On: "2025-11-04"})
	if err != nil || len(problems) > 0 {
		t.Fatalf("withdraw: %v %v", ids(problems), err)
	}
	check := func(name string) {
		t.Helper()
		lists, _ := published(t, p).Quotes()
		if len(lists) != 1 || lists[0].Texts() != nil {
			t.Fatalf("%s: %+v, want a list without texts", name, lists)
		}
		if on, reason, ok := lists[0].Withdrawn(); !ok || on != "2025-11-04" || reason != "本人からの申し出" {
			t.Errorf("%s: withdrawn on %s for %s", name, on, reason)
		}
	}
	check("withdrawn")
	comment(t, p, 24, remarks(16))
	publishAll(t, p)
	releaseQuotes(t, p, policy)
	check("released again")
}

func TestCommentsAfterTheLedgerIsLost(t *testing.T) {
	p, policy := quotedHandbook(t)
	comment(t, p, 24, remarks(6))
	publishAll(t, p)
	releaseQuotes(t, p, policy)
	before := shownQuotes(t, p)
	for _, gone := range []string{"private/ledger.jsonl", "private/versions"} {
		if err := os.RemoveAll(filepath.Join(p.Handbook, gone)); err != nil {
			t.Fatal(err)
		}
	}
	if _, problems, err := Import(ReleaseInput{Place: p, Cohort: small, Policy: policy}); err != nil || diag.Stops(problems, false) {
		t.Fatalf("import: %v %v", ids(problems), err)
	}
	comment(t, p, 24, remarks(9))
	publishAll(t, p)
	releaseQuotes(t, p, policy)
	if got := shownQuotes(t, p); !slices.Equal(got, before) {
		t.Errorf("3 new after import: %d texts, want the 6 of before", len(got))
	}
}

func TestCloseDeletesApprovalsWithTheData(t *testing.T) {
	p, policy := quotedHandbook(t)
	comment(t, p, 24, remarks(6))
	publishAll(t, p)
	releaseQuotes(t, p, policy)
	done, problems, err := Close(CloseInput{Place: p, Cohort: small, DeleteData: true})
	if err != nil || len(problems) > 0 || !slices.Contains(done.Deleted, "cohorts/"+small+"/quotes.yaml") {
		t.Errorf("deleted %v, %v %v; want quotes.yaml among it", done.Deleted, ids(problems), err)
	}
	if got := shownQuotes(t, p); len(got) != 6 {
		t.Errorf("%d texts after close, want the 6 that were released", len(got))
	}
}

func TestPreviewShowsApprovedComments(t *testing.T) {
	p, policy := quotedHandbook(t)
	comment(t, p, 24, remarks(6))
	publishAll(t, p)
	now, _, problems, err := Current(ReleaseInput{Place: p, Policy: policy})
	if err != nil || len(problems) > 0 {
		t.Fatalf("current: %v %v", ids(problems), err)
	}
	if lists, _ := now.Cohorts()[0].Quotes(); len(lists) != 1 || len(lists[0].Texts()) != 6 {
		t.Errorf("preview: %d lists, want one of 6", len(lists))
	}
}

// TestUnapprovedCommentsStandNowhere releases with comments that were withheld
// or not reviewed, and searches everything on disk but the data themselves.
func TestUnapprovedCommentsStandNowhere(t *testing.T) {
	p, policy := quotedHandbook(t)
	comments := remarks(6)
	comments[20], comments[21] = "青梅雨の水琴窟", "蛍石色の栞"
	comment(t, p, 24, comments)
	var typed []string
	for _, part := range strings.Split(review(t, p, slices.Repeat([]string{"s"}, 8)...), "原文: ")[1:] {
		switch text, _, _ := strings.Cut(part, "\n"); text {
		case comments[20]:
			typed = append(typed, "w")
		case comments[21]:
			typed = append(typed, "s")
		default:
			typed = append(typed, "p")
		}
	}
	review(t, p, typed...)
	_, problems, err := Release(ReleaseInput{Place: p, Cohort: small, Policy: policy})
	if err != nil || len(problems) > 0 {
		t.Fatalf("release: %v %v", ids(problems), err)
	}
	if got := shownQuotes(t, p); len(got) != 6 {
		t.Fatalf("%d texts are released, want 6", len(got))
	}
	err = filepath.WalkDir(p.Handbook, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, "survey-after.csv") {
			return err
		}
		for _, secret := range []string{"水琴窟", "蛍石色", "青梅雨"} {
			if bytes.Contains(read(t, name), []byte(secret)) {
				t.Errorf("%s holds a comment that nobody approved", filepath.Base(name))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDecodeRefusesOtherFormsOfQuotes(t *testing.T) {
	p, policy := quotedHandbook(t)
	comment(t, p, 24, remarks(5))
	publishAll(t, p)
	releaseQuotes(t, p, policy)
	file := string(quotesFile(t, p, 1))
	if _, _, err := decode([]byte(file)); err != nil {
		t.Fatal(err)
	}
	first := strings.Split(file, "\n   \"")[1]
	first = "\n   \"" + first[:strings.Index(first, "\"")+1]
	for name, change := range map[string][2]string{
		"four texts":         {first + ",", ""},
		"a text twice":       {first + ",", first + "," + first + ","},
		"an empty text":      {first, "\n   \"\""},
		"another theme":      {`{"theme": "trust", "question": "learned"`, `{"theme": "safety", "question": "learned"`},
		"an unknown one":     {`"question": "learned"`, `"question": "other"`},
		"one with a scale":   {`{"theme": "trust", "question": "learned"`, `{"theme": "", "question": "trust"`},
		"who wrote it":       {`"question": "learned", "texts"`, `"question": "learned", "by": "E20100", "texts"`},
		"withdrawn and told": {`"question": "learned", "texts"`, `"question": "learned", "withdrawn": {"on": "2025-11-04", "reason": "x"}, "texts"`},
	} {
		changed := strings.Replace(file, change[0], change[1], 1)
		if changed == file {
			t.Errorf("%s: the change finds nothing in the release", name)
		}
		if _, _, err := decode([]byte(changed)); err == nil {
			t.Errorf("%s is decoded", name)
		}
	}
}
