package disclosure

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
)

// quotedHandbook is the small handbook with a text question, and comments on.
func quotedHandbook(t *testing.T) (Place, Policy) {
	t.Helper()
	p := smallHandbook(t)
	file := filepath.Join(p.Handbook, "survey.yaml")
	write(t, file, append(read(t, file), []byte("  - {code: learned, text: {ja: 学んだこと, en: What did you learn?}, scale: text, theme: trust}\nthemes:\n  trust: {ja: 信頼, en: Trust}\n")...))
	return p, commentsOn(t)
}

func commentsOn(t *testing.T) Policy {
	t.Helper()
	on := true
	policy, problems := NewPolicy(Settings{Comments: &on})
	if len(problems) > 0 {
		t.Fatalf("policy: %v", ids(problems))
	}
	return policy
}

func releaseQuotes(t *testing.T, p Place, policy Policy) (Summary, []string) {
	t.Helper()
	sum, problems, err := Release(ReleaseInput{Place: p, Cohort: small, Policy: policy})
	if err != nil {
		t.Fatal(err)
	}
	return sum, ids(problems)
}

func quotesFile(t *testing.T, p Place, number int) []byte {
	t.Helper()
	return read(t, filepath.Join(p.Handbook, releaseFile(small, number)))
}

func remark(i int) string { return fmt.Sprintf("話を聞いて考えが変わった その%d", i) }

// comment writes the wave after: so many people answer, and each of comments is
// by one of them.
func comment(t *testing.T, p Place, people int, comments map[int]string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("respondent,trust,learned\n")
	for i := range people {
		fmt.Fprintf(&b, "E2%04d,%d,%s\n", 100+7*i, answers(people)[i], comments[i])
	}
	write(t, filepath.Join(p.Handbook, "cohorts", small, "survey-after.csv"), []byte(b.String()))
}

func remarks(n int) map[int]string {
	out := make(map[int]string)
	for i := range n {
		out[i] = remark(i)
	}
	return out
}

// review types answers into the walk and gives what it shows.
func review(t *testing.T, p Place, typed ...string) string {
	t.Helper()
	var out bytes.Buffer
	_, problems, err := ReviewQuotes(QuotesInput{ReleaseInput: ReleaseInput{Place: p, Cohort: small, Policy: commentsOn(t)},
		By: "人事部 上野", On: "2025-10-20", Lang: diag.Japanese, In: strings.NewReader(strings.Join(typed, "\n") + "\n"), Out: &out})
	if err != nil || diag.Stops(problems, false) {
		t.Fatalf("review: %v %v", ids(problems), err)
	}
	return out.String()
}

func publishAll(t *testing.T, p Place) {
	t.Helper()
	review(t, p, slices.Repeat([]string{"p"}, 40)...)
}

func shownQuotes(t *testing.T, p Place) []string {
	t.Helper()
	lists, asked := published(t, p).Quotes()
	if !asked {
		t.Fatal("the release was asked for no comments")
	}
	if len(lists) == 0 {
		return nil
	}
	return lists[0].Texts()
}

func TestCommentsAreReleasedOnceApproved(t *testing.T) {
	p, policy := quotedHandbook(t)
	comment(t, p, 24, remarks(7))
	if _, got := releaseQuotes(t, p, policy); len(got) > 0 {
		t.Fatalf("problems %v", got)
	}
	if got := shownQuotes(t, p); got != nil {
		t.Fatalf("nothing approved: %d texts", len(got))
	}
	publishAll(t, p)
	if _, got := releaseQuotes(t, p, policy); len(got) > 0 {
		t.Fatalf("problems %v", got)
	}
	c := published(t, p)
	lists, _ := c.Quotes()
	if len(lists) != 1 || lists[0].Theme() != "trust" || lists[0].Question() != "learned" || len(lists[0].Texts()) != 7 {
		t.Fatalf("lists %+v, want one of 7 texts under trust", lists)
	}
	q, ok := c.Question("learned")
	if !ok || q.Text().In("en", "") != "What did you learn?" || c.LevelLabel("theme", "trust", "ja") != "信頼" {
		t.Errorf("question %+v, theme %s; want the survey's words", q, c.LevelLabel("theme", "trust", "ja"))
	}
	file := string(quotesFile(t, p, 2))
	if !strings.Contains(file, `"quotes": [`+"\n"+`  {"theme": "trust", "question": "learned", "texts": [`+"\n   \"話を") {
		t.Errorf("the release has another form of quotes:\n%.600s", file)
	}
	if again, _, err := decode([]byte(file)); err != nil || !bytes.Equal(encode(again, c.previous(t, p)), []byte(file)) {
		t.Errorf("decoded and encoded again it is another file: %v", err)
	}
	sum, _ := releaseQuotes(t, p, policy)
	if !sum.Unchanged {
		t.Error("a release of the same data and approvals is another one")
	}
}

// previous is the hash that the release names.
func (c Cohort) previous(t *testing.T, p Place) string {
	t.Helper()
	return hashOf(quotesFile(t, p, c.release-1))
}

func TestCommentsAreOffUnlessAskedFor(t *testing.T) {
	p, _ := quotedHandbook(t)
	comment(t, p, 24, remarks(7))
	publishAll(t, p)
	release(t, p, small)
	if lists, asked := published(t, p).Quotes(); asked || len(lists) > 0 || bytes.Contains(quotesFile(t, p, 1), []byte("quotes")) {
		t.Error("comments are in a release although site.yaml does not let them be")
	}
}

func TestCommentsOverReleases(t *testing.T) {
	p, policy := quotedHandbook(t)
	step := func(name string, people int, comments map[int]string, want int) []string {
		t.Helper()
		comment(t, p, people, comments)
		publishAll(t, p)
		if _, got := releaseQuotes(t, p, policy); len(got) > 0 {
			t.Fatalf("%s: problems %v", name, got)
		}
		texts := shownQuotes(t, p)
		if len(texts) != want {
			t.Fatalf("%s: %d texts, want %d", name, len(texts), want)
		}
		return texts
	}
	first := step("6 people", 24, remarks(6), 6)
	second := step("4 more", 24, remarks(10), 6)
	if !slices.Equal(first, second) {
		t.Error("the list changed although only 4 people are new")
	}
	step("5 more", 24, remarks(11), 11)
	if n := notesOfQuotes(t, p, policy); strings.Contains(n, "wait") {
		t.Errorf("nothing waits: %s", n)
	}
	file := filepath.Join(p.Handbook, "cohorts", small, "participants.csv")
	lines := strings.Split(strings.TrimSpace(string(read(t, file))), "\n")
	for i := range lines {
		lines[i] += map[int]string{0: ",withdrawn", 3: ",2025-10-01"}[i]
		if i > 0 && i != 3 {
			lines[i] += ","
		}
	}
	write(t, file, []byte(strings.Join(lines, "\n")+"\n"))
	if n := notesOfQuotes(t, p, policy); !strings.Contains(n, "the whole list goes") || !strings.Contains(n, "一覧ごと") {
		t.Errorf("a dry run does not say that the list goes: %s", n)
	}
	step("one withdrew", 24, remarks(11), 0)
	step("many more", 24, remarks(20), 0)
}

func notesOfQuotes(t *testing.T, p Place, policy Policy) string {
	t.Helper()
	sum, _, err := Release(ReleaseInput{Place: p, Cohort: small, DryRun: true, Policy: policy})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range sum.Notes {
		b.WriteString(n.Words.EN + "\n" + n.Words.JA + "\n")
	}
	return b.String()
}

// TestAThresholdOfShownCommentsIsFrozen lowers k_comments once a list is out.
func TestAThresholdOfShownCommentsIsFrozen(t *testing.T) {
	p, policy := quotedHandbook(t)
	comment(t, p, 12, remarks(6))
	publishAll(t, p)
	releaseQuotes(t, p, policy)
	on, low := true, 8
	lower, problems := NewPolicy(Settings{Comments: &on, KComments: &low})
	if len(problems) > 0 {
		t.Fatal("k_comments: 8 is the floor and refused")
	}
	comment(t, p, 9, remarks(6))
	releaseQuotes(t, p, lower)
	if got := shownQuotes(t, p); got != nil {
		t.Errorf("9 answered, and 10 were needed when the list was shown: %d texts", len(got))
	}
	low = 7
	if _, problems := NewPolicy(Settings{KComments: &low}); !slices.Equal(ids(problems), []string{"disclosure-floor"}) {
		t.Errorf("k_comments: 7: %v, want disclosure-floor", ids(problems))
	}
}

func TestAnApprovedTextThatNamesSomebodyStopsTheRelease(t *testing.T) {
	p, policy := quotedHandbook(t)
	comments := remarks(6)
	comments[2] = "田所さんに助けられた"
	comment(t, p, 24, comments)
	publishAll(t, p)
	file := filepath.Join(p.Handbook, "cohorts", small, "participants.csv")
	write(t, file, bytes.Replace(read(t, file), []byte("水野 由紀"), []byte("田所 由紀"), 1))
	_, problems, err := Release(ReleaseInput{Place: p, Cohort: small, Policy: policy})
	if err != nil || !slices.Equal(ids(problems), []string{"quotes-names"}) {
		t.Fatalf("problems %v, %v; want quotes-names", ids(problems), err)
	}
	for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
		if m := problems[0].Message(lang); strings.Contains(m, "田所") || !strings.Contains(m, "kohort quotes "+small) {
			t.Errorf("message %s: want the command, and no name", m)
		}
	}
}
