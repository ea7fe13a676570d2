package disclosure

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/figure"
)

// stay is why a cell shows an earlier value with its date.
type stay uint8

const (
	stayClosed   stay = iota // its survey is closed
	stayFew                  // fewer people changed than an update takes
	stayBeside               // enough changed, but beside what is out it would tell of too few
	stayAttacked             // enough changed, but beside what is out somebody's answer could follow
	staySealed               // who stood behind what is out cannot be told
	stayRoster               // it counts part of a roster that is secret
	stayGone                 // the data give nothing to show now
)

// stayed is a cell that shows an earlier value.
type stayed struct {
	why     stay
	table   string
	waves   []string // of the values that changed; none for pairs
	whole   bool     // it is of the whole cohort
	changed int      // people (pairs) whose values are new, other, or gone since
	policy  Policy
}

// stays says why a cell keeps its earlier value.
func (h *history) stays(at place, t Table) stayed {
	cell := t.cells[at.cell]
	out := stayed{table: t.id, whole: len(at.now.At) == 0, policy: at.policy}
	out.changed, out.waves = changedOwners(*at.before, at.now)
	least := at.policy.k
	switch {
	case at.kind == ledger.Pairs:
		least = at.policy.dominance.minPairs
	case t.statistic == string(figure.Distribution):
		least = at.policy.kDistribution
	}
	switch {
	case h.rosterStays(at, t, cell):
		out.why = stayRoster
	case h.frozen(t, cell):
		out.why = stayClosed
	case at.kind == ledger.Unread || at.now.Sealed || h.isSealed(at.now):
		out.why = staySealed
	case !at.shown:
		out.why = stayGone
	case out.changed < least:
		out.why = stayFew
	case at.attacked:
		out.why = stayAttacked
	default:
		out.why = stayBeside
	}
	return out
}

// changedOwners counts whose values stand behind one of two figures alone, and
// names the waves that these are of.
func changedOwners(a, b ledger.Figure) (n int, waves []string) {
	owners := make(map[string]bool)
	for _, two := range [][2]ledger.Figure{{a, b}, {b, a}} {
		known := make(map[string]bool)
		for _, p := range two[0].Parts {
			known[p.Slot] = true
		}
		for _, p := range two[1].Parts {
			if known[p.Slot] {
				continue
			}
			owners[p.Owner] = true
			if _, wave, ok := strings.Cut(p.Strand, "."); ok && !slices.Contains(waves, wave) {
				waves = append(waves, wave)
			}
		}
	}
	slices.Sort(waves)
	return len(owners), waves
}

// stayWords tells HR what the earlier releases keep from being shown, of one
// table where its id is given, and what an update takes.
func stayWords(stays []stayed, table string) []Note {
	var out []Note
	for why := stayClosed; why <= stayGone; why++ {
		var of []stayed
		for _, s := range stays {
			if s.why == why && (table == "" || s.table == table) {
				of = append(of, s)
			}
		}
		if len(of) > 0 {
			out = append(out, Note{why.words(of)})
		}
		if len(of) > 0 && why == stayFew {
			out = append(out, changedWords(of)...)
		}
	}
	return out
}

func (s stay) words(of []stayed) figure.Words {
	p := of[0].policy
	en, ja := "", ""
	switch s {
	case stayClosed:
		en, ja = "its survey is closed", "締め切ったアンケートの数字は変わりません"
	case stayFew:
		en = fmt.Sprintf("an update takes at least %d people of the group whose answers are new or have changed (%d for a distribution; %d pairs for what pairs did)", p.k, p.kDistribution, p.dominance.minPairs)
		ja = fmt.Sprintf("更新には、そのグループで%d人以上（分布は%d人以上、ペアの活動は%d組以上）の新しい回答か変更が必要です", p.k, p.kDistribution, p.dominance.minPairs)
	case stayBeside:
		en = "enough people changed, but set against what is published an update would tell of a few of them; it takes more people, in each group that is shown"
		ja = "変わった人数は足りていますが、公開済みの数字との差から少人数の値が分かってしまいます。表示中の各グループで、変わった人がさらに増えれば更新できます"
	case stayAttacked:
		en = "enough people changed, but with what is published somebody could work out another's answer (" + tablesOf(of) + "); it takes more people, or answers that differ more"
		ja = "変わった人数は足りていますが、公開済みの数字と合わせると、ある人が別の人の回答を推測できます（" + tablesOf(of) + "）。変わる人が増えるか、回答のばらつきが大きくなれば更新できます"
	case staySealed:
		en = "whose answers stood behind it then is not known, so that it stays for good"
		ja = "公開時にだれの回答に基づいていたか確かめられないため、今後も更新できません"
	case stayRoster:
		en = "who took part is secret, and a newer count of a group would tell who joined it"
		ja = "参加者は非公開です。グループの人数を更新すると、新しく加わった人が分かってしまいます"
	case stayGone:
		en, ja = "the data of today are too few or too alike to be shown", "今のデータは人数が少ないか偏っているため示せません"
	}
	return figure.Words{
		EN: diag.Plural(fmt.Sprintf("%d {cell shows|cells show} an earlier value with its date: ", len(of))) + en,
		JA: fmt.Sprintf("%d個のセルは以前の値を日付付きで示します。%s", len(of), ja),
	}
}

// changedWords says of each wave of which too few people changed how many did,
// in the figure in which most did.
func changedWords(stays []stayed) []Note {
	most := make(map[string]int)
	for _, s := range stays {
		if s.why == stayFew && s.whole && len(s.waves) == 1 {
			most[s.waves[0]] = max(most[s.waves[0]], s.changed)
		}
	}
	var out []Note
	for _, wave := range sortedKeys(most) {
		out = append(out, Note{figure.Words{
			EN: diag.Plural(fmt.Sprintf("survey %s: at most %d {person's|people's} answers are new or changed since its figures were published", wave, most[wave])),
			JA: fmt.Sprintf("アンケート %s: 数字の公開後に届いたか変わった回答は、最大%d人分です", wave, most[wave]),
		}})
	}
	return out
}

func tablesOf(of []stayed) string {
	var names []string
	for _, s := range of {
		if name := figureOf(s.table); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
