package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// What the Japanese handbook of the tests is made of: nouns that stand alone
// and in compounds, as they do in such handbooks, and sentences with places for
// them.
var (
	nouns = strings.Fields(`評価 面談 記録 人事 育成 研修 申請 承認 日程 調整 報告 共有 目標 設定 支援 連絡 担当 部署 異動 休暇 在宅 勤務 経費 精算
会議 資料 保管 公開 範囲 同意 匿名 集計 結果 改善 提案 相談 窓口 守秘 義務 期間 頻度 参加 募集 選考 配属 契約 更新 利用 規程 点検 監査 権限
名簿 番号 住所 電話 予約 会場 備品 返却 故障 修理 発注 検収 請求 支払 予算 決算 稟議 捺印 印紙 切手 宿泊 交通 旅費 出張 健康 診断 保険 年金`)
	loans = strings.Fields(`メンター メンティー フィードバック オンライン ミーティング スケジュール アンケート ガイドライン チェックリスト サーバー フォルダー
ファイル パスワード セキュリティ ダッシュボード レポート テンプレート カレンダー リマインダー ワークショップ ペア リーダー キャリア スキル テーマ
ネットワーク プリンター モニター キーボード ライセンス バックアップ ログイン アカウント ブラウザー メール カメラ マイク タイマー フロア ロッカー`)
	latin = strings.Fields(`SharePoint Excel CSV Teams PDF VPN site.yaml Outlook Forms OneDrive 1on1 ID URL API QR Wi-Fi`)
	plain = []string{
		"%sは、%sの%d日前までに%sへ出します。", "%sが終わったら、%sを開いて%d分以内に%sを書き留めます。", "うまくいかないときは%sの%sを見て、%d番の手順から%sをやり直してください。",
		"この%sは、%sの期間だけ使います。%d回を超えるときは%sに聞きます。", "はじめに%sと%sを決めると、%d週目からの%sがらくになります。",
		"%sでは、%sを%d名で進めるのがよいとされ、%sも一緒に残します。", "だれでも%sを見られますが、%sを変えられるのは%d人の%sだけです。",
		"%sを送る前に、%sがそろっているか%dつの点を%sで確かめましょう。", "こまったことがあれば、%sのことでも%sのことでも、内線%d番の%sへどうぞ。",
	}
	endings    = strings.Fields("の手順 のしかた を始める前に でよくある誤り の期限 を変えるとき の例 の考え方 の流れ のあと")
	everywhere = strings.Fields("概要 手順 注意 関連ページ")
)

// corpus makes a handbook of n pages of about so many bytes; the same each time.
func corpus(n, bytes int) []Page {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	noun := func() string { return nouns[r.IntN(len(nouns))] }
	thing := func() string {
		switch r.IntN(10) {
		case 0:
			return noun()
		case 1, 2:
			return loans[r.IntN(len(loans))]
		case 3:
			return latin[r.IntN(len(latin))] + "の" + noun()
		case 4:
			return loans[r.IntN(len(loans))] + noun()
		case 5:
			return noun() + noun() + noun()
		}
		return noun() + noun()
	}
	pages := make([]Page, n)
	for i := range pages {
		p := Page{URL: fmt.Sprintf("part-%d/page-%d.html", i/20, i), Title: noun() + noun() + loans[r.IntN(len(loans))] + endings[r.IntN(len(endings))]}
		for size := 0; size < bytes; {
			s := Section{Anchor: fmt.Sprint("s", len(p.Sections))}
			switch {
			case len(p.Sections) == 0:
				s.Anchor = ""
			case r.IntN(8) == 0:
				s.Heading = everywhere[r.IntN(len(everywhere))]
			default:
				s.Heading = thing() + noun() + endings[r.IntN(len(endings))]
			}
			for range 2 + r.IntN(9) {
				s.Text += fmt.Sprintf(plain[r.IntN(len(plain))], thing(), thing(), 1+r.IntN(40), thing())
			}
			size += len(s.Heading) + len(s.Text)
			p.Sections = append(p.Sections, s)
		}
		pages[i] = p
	}
	return pages
}
