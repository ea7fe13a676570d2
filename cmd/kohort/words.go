package main

import (
	"fmt"

	"kohort/generator/diag"
)

// words says the command's own messages in one language.
type words struct{ lang diag.Lang }

// say fills a message.
func (w words) say(id diag.Text, args ...any) string {
	if w.lang == diag.Japanese {
		return fmt.Sprintf(id.JA, args...)
	}
	return diag.Plural(fmt.Sprintf(id.EN, args...))
}

// The messages.
var (
	wordAbout    = diag.Text{EN: "Make a website of a program's handbook and its anonymized reports", JA: "制度のハンドブックと、個人が分からない結果レポートのサイトを作ります"}
	wordAboutAll = diag.Text{
		EN: "Kohort makes a website of a folder of Markdown pages and cohort data.\nIn a handbook's folder, `kohort` alone opens a preview in the browser.",
		JA: "Kohort は、Markdown のページとコーホートのデータを置いたフォルダーから、サイトを作ります。\nハンドブックのフォルダーで `kohort` とだけ入力すると、ブラウザーにプレビューが開きます。",
	}
	wordUsage   = diag.Text{EN: "Usage", JA: "使い方"}
	wordCmds    = diag.Text{EN: "Commands", JA: "コマンド"}
	wordFlags   = diag.Text{EN: "Flags", JA: "オプション"}
	wordSeeHelp = diag.Text{EN: "see `%s --help`", JA: "`%s --help` をご覧ください"}
	wordStopped = diag.Text{EN: "stopped; nothing was written", JA: "中止しました。何も書き込んでいません"}

	wordHelp       = diag.Text{EN: "help for this command", JA: "このコマンドの使い方"}
	wordSource     = diag.Text{EN: "the handbook's folder (default: this folder, or content where it has no site.yaml)", JA: "ハンドブックのフォルダー（省略時は今いるフォルダー。そこに site.yaml がなければ content）"}
	wordLang       = diag.Text{EN: "language of messages: ja or en (default: the system's)", JA: "メッセージの言語: ja または en（省略時はシステムの言語）"}
	wordFormat     = diag.Text{EN: "how problems are printed: text, json or sarif", JA: "問題の表示形式: text、json、sarif"}
	wordOutput     = diag.Text{EN: "the folder the site is written to", JA: "サイトの書き込み先フォルダー"}
	wordDate       = diag.Text{EN: "the day to build for, such as 2026-04-01 (default: SOURCE_DATE_EPOCH, else today)", JA: "いつの時点のサイトを作るか（2026-04-01 の形。省略時は SOURCE_DATE_EPOCH、なければ今日）"}
	wordNoSamples  = diag.Text{EN: "leave out the invented cohorts, their reports and what other pages say of them", JA: "架空のコーホートと、その報告や、ほかのページにある関連の記述を入れない"}
	wordLanguages  = diag.Text{EN: "languages of the pages, the site's default first: ja, en, or both as ja,en or en,ja (default: ja,en)", JA: "ページの言語。先に書いたものがサイトの標準になります: ja、en、ja,en、en,ja のいずれか（省略時は ja,en）"}
	wordStrict     = diag.Text{EN: "treat warnings as errors", JA: "警告でも止める"}
	wordWithout    = diag.Text{EN: "go on where there is no private folder: nobody's name is searched for", JA: "private フォルダーがなくても続ける（参加者の氏名は検査しません）"}
	wordReleaseAll = diag.Text{EN: "first release every cohort whose data changed", JA: "先に、データが変わったコーホートをすべてリリースする"}
	wordExternal   = diag.Text{EN: "also try every link that leads out of the site", JA: "サイトの外へのリンクも、接続して確かめる"}
	wordDryRun     = diag.Text{EN: "show how much would be released and withheld, and write nothing", JA: "どれだけの数字がリリースされ、どれだけ非表示になるかを示し、何も書き込まない"}
	wordPort       = diag.Text{EN: "port of the preview at 127.0.0.1 (0: any free one)", JA: "プレビューのポート番号（127.0.0.1。0なら空いている番号）"}
	wordOpen       = diag.Text{EN: "open the preview in the browser", JA: "プレビューをブラウザーで開く"}

	wordNew     = diag.Text{EN: "Copy the starter handbook to a new folder", JA: "ひな形のハンドブックを新しいフォルダーに作る"}
	wordBuild   = diag.Text{EN: "Build the site", JA: "サイトを作る"}
	wordCheck   = diag.Text{EN: "Find all problems, write nothing", JA: "問題をすべて調べる（何も書き込まない）"}
	wordRelease = diag.Text{EN: "Protect a cohort's figures and release them", JA: "個人が分からないようにして、コーホートの数字をリリースする"}
	wordServe   = diag.Text{EN: "Preview with live reload", JA: "プレビューを開き、保存のたびに表示し直す"}
	wordVersion = diag.Text{EN: "Print the version", JA: "バージョンを表示する"}

	wordBuilt        = diag.Text{EN: "built %d {page|pages}: %d {file|files}, %s, in %s", JA: "%dページから%dファイル（%s）を作りました: %s"}
	wordRemoved      = diag.Text{EN: "files of the earlier site removed: %d", JA: "以前のサイトのファイルを%d個削除しました"}
	wordNobody       = diag.Text{EN: "built without the roster: nobody's name was searched for", JA: "名簿なしで作りました。参加者の氏名は検査していません"}
	wordNotBuilt     = diag.Text{EN: "%s; nothing was written", JA: "%s。何も書き込んでいません"}
	wordCounts       = diag.Text{EN: "errors: %d, warnings: %d", JA: "エラー%d件、警告%d件"}
	wordChecked      = diag.Text{EN: "checked %d {page|pages}: no problem", JA: "%dページを調べました。問題はありません"}
	wordReleased     = diag.Text{EN: "%s: release %d, %d {table|tables}, %d {cell|cells}, %d withheld: %s", JA: "%s: リリース %d。表 %d、セル %d、うち非表示 %d: %s"}
	wordWouldRelease = diag.Text{EN: "%s: would be release %d, %d {table|tables}, %d {cell|cells}, %d withheld; nothing was written", JA: "%s: リリース %d になります。表 %d、セル %d、うち非表示 %d。何も書き込んでいません"}
	wordSame         = diag.Text{EN: "%s: nothing changed since release %d", JA: "%s: リリース %d から変わっていません"}
	wordWithheld     = diag.Text{EN: "withheld, and why (for the program office only; the site does not say):", JA: "非表示のセルと、その理由（事務局だけが見てください。サイトには載りません）:"}
	wordMore         = diag.Text{EN: " and %d more", JA: " ほか%d個の表"}
	wordWhole        = diag.Text{EN: "whole cohort", JA: "コーホート全体"}
	wordNote         = diag.Text{EN: "note: %s", JA: "補足: %s"}
	wordLine         = diag.Text{EN: "%s", JA: "%s"}
	wordNewDone      = diag.Text{EN: "made a handbook in %s\nnext: kohort serve --source %s", JA: "%s にハンドブックを作りました\n次は: kohort serve --source %s"}
	wordServing      = diag.Text{EN: "preview at %s (Ctrl+C ends it)", JA: "プレビュー: %s （Ctrl+C で終わります）"}
	wordMended       = diag.Text{EN: "no problem any more", JA: "問題はなくなりました"}
	wordNoPort       = diag.Text{EN: "the preview cannot use port %d; close the other preview, or choose another with --port (0: any free one)", JA: "ポート %d でプレビューを開けません。ほかのプレビューを閉じるか、--port で別の番号（0なら空いている番号）を指定してください"}
	wordPreview      = diag.Text{EN: "Nothing to show yet", JA: "まだ表示できるページがありません"}

	wordNoHandbook = diag.Text{EN: "%s is not a handbook: it has no site.yaml; make one with `kohort new DIR`, or name one with --source", JA: "%s に site.yaml がなく、ハンドブックではありません。`kohort new DIR` で作るか、--source で指定してください"}
	wordBadLangs   = diag.Text{EN: "--languages takes ja, en, ja,en or en,ja, not %q", JA: "--languages は ja、en、ja,en、en,ja のいずれかです（%q ではありません）"}
	wordBadFormat  = diag.Text{EN: "--format takes text, json or sarif, not %q", JA: "--format は text、json、sarif のいずれかです（%q ではありません）"}
	wordBadDate    = diag.Text{EN: "--date takes a day such as 2026-04-01, not %q", JA: "--date は 2026-04-01 の形です（%q ではありません）"}
	wordBadEpoch   = diag.Text{EN: "SOURCE_DATE_EPOCH takes seconds since 1970, not %q", JA: "SOURCE_DATE_EPOCH は1970年からの秒数です（%q ではありません）"}
	wordNoCohort   = diag.Text{EN: "there is no cohort %q; there are: %s", JA: "コーホート %q はありません。あるもの: %s"}
	wordNoneYet    = diag.Text{EN: "there is no cohort %q: this handbook has none yet; make a folder of that name in cohorts/, with cohort.yaml and the data files", JA: "コーホート %q はありません。このハンドブックには、まだコーホートが一つもありません。cohorts/ の中にこの名前のフォルダーを作り、cohort.yaml とデータファイルを置いてください"}
	wordNoCommand  = diag.Text{EN: "there is no command %q", JA: "%q というコマンドはありません"}
	wordNoFlag     = diag.Text{EN: "there is no flag %q", JA: "%q というオプションはありません"}
	wordBareFlag   = diag.Text{EN: "the flag %q needs a value", JA: "オプション %q には値が必要です"}
	wordBadFlag    = diag.Text{EN: "%q is no value for this flag", JA: "%q は、このオプションに指定できる値ではありません"}
)

// stages are the names of generator's stages, in its order.
var stages = []diag.Text{
	{EN: "reading pages", JA: "ページを読んでいます"},
	{EN: "reading releases", JA: "リリースを読んでいます"},
	{EN: "converting Markdown", JA: "Markdown を変換しています"},
	{EN: "assembling the site", JA: "サイトを組み立てています"},
	{EN: "rendering pages", JA: "ページを作っています"},
	{EN: "auditing the site", JA: "サイトを検査しています"},
	{EN: "writing", JA: "書き込んでいます"},
	{EN: "protecting the figures", JA: "数字から個人が分からないようにしています"},
	{EN: "trying links that lead out of the site", JA: "サイトの外へのリンクを確かめています"},
}
