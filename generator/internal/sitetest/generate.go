package sitetest

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
)

// perFolder is how many pages a generated section holds, in each language.
const perFolder = 20

// Generate writes a handbook of n Markdown pages to folder, half of them
// Japanese and half their English versions, each of about 6 kB: headings,
// lists, a table, code, notes and links to other pages. The same n and seed
// give the same bytes. Where people is not 0, a cohort of so many is put
// beside them, not yet released.
func Generate(t testing.TB, folder string, n, people int, seed uint64) {
	t.Helper()
	write(t, filepath.Join(folder, "site.yaml"), settings)
	write(t, filepath.Join(folder, "pages", "index.md"), "---\ntitle: 大きな手引き\n---\n\n運用の手引きをまとめています。\n")
	write(t, filepath.Join(folder, "pages", "index.en.md"), "---\ntitle: A large handbook\n---\n\nAll guides to running the program.\n")
	r := rand.New(rand.NewPCG(seed, 2))
	for i := range (n - 2) / 2 {
		section, page := i/perFolder, i%perFolder
		name := pageName(page)
		for _, w := range []*wordbook{&japanese, &english} {
			file := filepath.Join(folder, "pages", fmt.Sprintf("section-%03d", section), name+w.suffix)
			write(t, file, w.page(r, section, page, (n-2)/2))
		}
	}
	if people > 0 {
		cohort(t, folder, people, r)
	}
}

func pageName(page int) string {
	if page == 0 {
		return "index"
	}
	return fmt.Sprintf("guide-%02d", page)
}

// wordbook is what generated pages are made of in one language.
type wordbook struct {
	suffix, title, join        string
	headings, sentences, cells []string
}

func (w *wordbook) page(r *rand.Rand, section, page, pages int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s %d-%d\ntags: [guide, section-%d]\nupdated: 2026-03-%02d\n---\n\n", w.title, section, page, section, 1+page)
	for i := 0; b.Len() < 5200; i++ {
		fmt.Fprintf(&b, "## %s %d\n\n", w.headings[(i+page)%len(w.headings)], i+1)
		w.paragraph(&b, r, 4)
		w.links(&b, r, section, pages)
		switch i % 4 {
		case 0:
			w.list(&b, r)
		case 1:
			w.grid(&b, r)
		case 2:
			b.WriteString(snippets[r.IntN(len(snippets))])
		case 3:
			fmt.Fprintf(&b, ":::note\n%s\n:::\n\n", w.sentences[r.IntN(len(w.sentences))])
		}
	}
	return b.String()
}

func (w *wordbook) paragraph(b *strings.Builder, r *rand.Rand, sentences int) {
	for range sentences {
		s := w.sentences[r.IntN(len(w.sentences))]
		if r.IntN(4) == 0 {
			s = "**" + s + "**"
		}
		b.WriteString(s + w.join)
	}
	b.WriteString("\n\n")
}

func (w *wordbook) links(b *strings.Builder, r *rand.Rand, section, pages int) {
	other := r.IntN(pages)
	to, name := other/perFolder, pageName(other%perFolder)
	fmt.Fprintf(b, "[%s](../section-%03d/%s.md) ", w.title, to, name)
	fmt.Fprintf(b, "[%s](index.md) `config-%d`\n\n", w.headings[section%len(w.headings)], r.IntN(100))
}

func (w *wordbook) list(b *strings.Builder, r *rand.Rand) {
	for i := range 5 {
		fmt.Fprintf(b, "%d. %s\n", i+1, w.sentences[r.IntN(len(w.sentences))])
	}
	b.WriteString("\n")
}

func (w *wordbook) grid(b *strings.Builder, r *rand.Rand) {
	fmt.Fprintf(b, "| %s | %s | %s |\n|---|---|--:|\n", w.cells[0], w.cells[1], w.cells[2])
	for range 6 {
		fmt.Fprintf(b, "| %s | %s | %d |\n", w.cells[3+r.IntN(len(w.cells)-3)], w.cells[3+r.IntN(len(w.cells)-3)], r.IntN(90))
	}
	b.WriteString("\n")
}

// snippets are the code blocks: handbooks repeat the same commands and
// settings from page to page.
var snippets = []string{
	"```sh\nkohort release 2026-spring --dry-run\nkohort release 2026-spring\nkohort build --output /srv/handbook\n```\n\n",
	"```sh\nfor f in *.csv; do\n  wc -l \"$f\"\ndone | sort -n # the longest last\n```\n\n",
	"```yaml\ntitle: {ja: 2026年春, en: Spring 2026}\nstart: 2026-04-01\nend: 2026-09-30\nby: [[role], [department]]\n```\n\n",
	"```yaml\ndisclosure:\n  k: 6 # people behind any figure\n  keep: {department: 3}\n```\n\n",
	"```json\n{\n  \"cohort\": \"2026-spring\",\n  \"sessions\": 12,\n  \"open\": true\n}\n```\n\n",
	"```python\nimport csv\n\nwith open(\"sessions.csv\") as f:\n    total = sum(int(row[\"minutes\"]) for row in csv.DictReader(f))\nprint(total / 60)  # hours\n```\n\n",
	"```go\nfunc hours(minutes []int) float64 {\n\ttotal := 0\n\tfor _, m := range minutes {\n\t\ttotal += m\n\t}\n\treturn float64(total) / 60 // not rounded\n}\n```\n\n",
	"```sql\nSELECT pair, count(*) AS sessions\nFROM sessions\nWHERE status = 'held'\nGROUP BY pair;\n```\n\n",
	"```\n件名: 初回セッションの日程について\n\n来週の火曜か木曜の午後で、45分ほどお時間をいただけますか。\n```\n\n",
	"```html\n<p class=\"lead\">Meet <em>twice</em> a month.</p>\n```\n\n",
}

var japanese = wordbook{
	suffix: ".md", title: "運用ガイド", join: "\n",
	headings: []string{"目的と対象", "進め方", "準備するもの", "役割と分担", "よくあるつまずき", "記録の残し方"},
	sentences: []string{
		"最初の面談では、互いの仕事と関心を紹介し、半年後にどうなっていたいかを話し合います。",
		"話題は若手が決め、リーダーは聞き手に回ることから始めます。",
		"うまくいかない月があっても、原因を探す前に次の日程を決めてください。",
		"事務局は二か月に一度、両者に様子を尋ね、必要なら組み合わせを見直します。",
		"資料は長くても一枚にまとめ、面談の前日までに共有します。",
		"評価の場ではないため、面談の内容を人事考課に使うことはありません。",
		"新しい道具を試すときは、失敗しても困らない小さな業務を選びます。",
		"オンラインで行う場合も、はじめの一回は顔を合わせて話すことを勧めます。",
	},
	cells: []string{"時期", "担当", "時間", "開始時", "中間", "終了時", "事務局", "若手", "リーダー"},
}

var english = wordbook{
	suffix: ".en.md", title: "Operating guide", join: " ",
	headings: []string{"Purpose and readers", "How to proceed", "What to prepare", "Roles and duties", "Where it goes wrong", "Keeping notes"},
	sentences: []string{
		"In the first session both sides introduce their work and say where they want to be in half a year.",
		"The junior chooses the subject, and the leader begins by listening.",
		"When a month does not go well, agree on the next date before looking for the cause.",
		"Every second month the program office asks both how it is going and changes the pairing if need be.",
		"Keep the material to one page and share it the day before you meet.",
		"This is no appraisal, and nothing that is said here is ever used in one.",
		"Try a new tool on a small task first, one where a mistake does no harm.",
		"Even where you meet online, do meet in person for the first session.",
	},
	cells: []string{"When", "Who", "Minutes", "start", "midpoint", "end", "office", "junior", "leader"},
}

var (
	families   = []string{"佐久間", "小笠原", "五十嵐", "長谷川", "宇都宮", "勅使河原", "東海林", "御手洗", "喜多川", "早乙女"}
	familyKana = []string{"サクマ", "オガサワラ", "イガラシ", "ハセガワ", "ウツノミヤ", "テシガワラ", "ショウジ", "ミタライ", "キタガワ", "サオトメ"}
	givens     = []string{"悠真", "千尋", "美月", "蒼太", "紗英", "龍之介"}
	givenKana  = []string{"ユウマ", "チヒロ", "ミツキ", "ソウタ", "サエ", "リュウノスケ"}
)

// cohort writes a cohort of invented people in six departments.
func cohort(t testing.TB, folder string, people int, r *rand.Rand) {
	t.Helper()
	dir := filepath.Join(folder, "cohorts", "2026-spring")
	write(t, filepath.Join(folder, "survey.yaml"), "scales: {}\nquestions: []\n")
	write(t, filepath.Join(dir, "cohort.yaml"), "title: {ja: 2026年春, en: Spring 2026}\nstart: 2026-01-01\nend: 2026-06-30\n")
	var rows, pairs strings.Builder
	rows.WriteString("id,name,kana,email,role,department\n")
	pairs.WriteString("pair,mentor,mentee,matched\n")
	departments := []string{"営業部", "開発部", "人事部", "経理部", "製造部", "品質保証部"}
	for i := range people {
		f, g := i%len(families), i/len(families)%len(givens)
		role := "mentor"
		if i%2 == 1 {
			role = "mentee"
			fmt.Fprintf(&pairs, "P%03d,E%05d,E%05d,2026-01-10\n", i/2+1, 40000+i-1, 40000+i)
		}
		fmt.Fprintf(&rows, "E%05d,%s %s,%s %s,u%05d@example.com,%s,%s\n", 40000+i, families[f], givens[g],
			familyKana[f], givenKana[g], 40000+i, role, departments[r.IntN(len(departments))])
	}
	write(t, filepath.Join(dir, "participants.csv"), rows.String())
	write(t, filepath.Join(dir, "pairs.csv"), pairs.String())
}
