package diag

var handbookProblems = []Def{
	{
		ID:      "page-url-twice",
		What:    Text{"this file and {other} would both become {url}", "このファイルと {other} が、どちらも {url} になります"},
		Why:     Text{"each page needs an address of its own, and names that differ only in upper and lower case, or only in how accents and kana marks are encoded, are the same on Windows and macOS", "ページごとに別のアドレスが必要です。大文字と小文字だけが違う名前や、見た目は同じで濁点などの内部での表し方だけが違う名前は、Windows と macOS では同じ名前とみなされます"},
		Fix:     Text{"rename one of them", "どちらかの名前を変えてください"},
		Excerpt: false,
	},
	{
		ID:   "page-language-folder",
		What: Text{"the folder {folder}/ is kept for the site's pages in the language of that name", "フォルダー名「{folder}」は言語コードと同じなので、その言語のページの出力先と重なります"},
		Fix:  Text{"name the page {better} to make it the version in that language, or rename the folder", "その言語版にするならファイル名を {better} に、そうでなければフォルダーの名前を変えてください"},
	},
	{
		ID: "page-no-nav", Severity: Warning,
		What: Text{"this page is not in {nav}", "このページが {nav} にありません"},
		Why:  Text{"readers will not find it in the navigation", "読者は、目次からこのページを開けません"},
		Fix:  Text{"add the page to {nav}; if it should not be on the site, put _ at the start of the file's name", "このページを {nav} に加えてください。サイトに載せない場合は、ファイル名の先頭に _ を付けてください"},
	},
	{
		ID: "asset-unused", Severity: Warning,
		What: Text{"no page shows this file or links to it, so it is not published", "このファイルは、どのページにも表示されず、リンクもされていないため、公開されません"},
		Why:  Text{"on a site with audiences, a file is published only for the readers of the pages that use it", "読者の区分があるサイトでは、ファイルを見られるのは、そのファイルを使うページの読者だけです"},
		Fix:  Text{"link to it from a page, or remove it", "ページからリンクするか、削除してください"},
	},
	{
		ID: "nav-no-page", Excerpt: true,
		What: Text{"there is no page \"{target}\"", "「{target}」というページがありません"},
		Fix:  Text{"write the path of an .md file in pages/, or remove the line", "pages/ にある .md ファイルのパスを書くか、この行を消してください"},
	},
	{
		ID: "nav-misspelt", Excerpt: true,
		What: Text{"there is no page \"{target}\"", "「{target}」というページがありません"},
		Fix:  Text{"did you mean \"{near}\"?", "「{near}」ではありませんか"},
	},
	{
		ID: "nav-twice", Excerpt: true,
		What: Text{"{page} is listed twice", "{page} が2回書かれています"},
		Why:  Text{"a page has only one place in the reading order", "前後のページへ進む順番が一通りに決まるように、目次には同じページを1回だけ書きます"},
		Fix:  Text{"keep one of the entries", "どちらかの行を消してください"},
	},
	{
		ID: "translation-missing", Severity: Warning,
		What: Text{"pages with no version in {lang} ({count}): {pages}", "言語「{lang}」の版がないページ（{count}件）: {pages}"},
		Why:  Text{"readers see them in the original language, with a notice", "もとの言語のまま、まだ翻訳されていないという断りを添えて表示されます"},
		Fix:  Text{"add PAGE.{lang}.md in the same folder", "同じフォルダーに「ページ名.{lang}.md」を加えてください"},
	},
	{
		ID: "alias-taken", Excerpt: true,
		What: Text{"the old address \"{alias}\" is already the address of {other}", "旧アドレス「{alias}」は、すでに {other} のアドレスです"},
		Fix:  Text{"remove the alias, or rename the other file", "aliases から消すか、もう一方のファイルの名前を変えてください"},
	},
	{
		ID: "audience-none", Excerpt: true,
		What: Text{"there is no audience \"{audience}\": site.yaml declares none", "「{audience}」という読者の区分はありません。site.yaml に audiences が書かれていません"},
		Fix:  Text{"declare the audiences in site.yaml (audiences: [{name: {audience}}]), or remove it here", "site.yaml に audiences: [{name: {audience}}] のように書くか、ここから消してください"},
	},
	{
		ID: "audience-unknown", Excerpt: true,
		What: Text{"site.yaml has no audience \"{audience}\"", "「{audience}」という読者の区分が site.yaml にありません"},
		Fix:  Text{"write one of: {known}", "次のどれかを書いてください: {known}"},
	},
	{
		ID: "report-no-cohort", Excerpt: true,
		What: Text{"this report does not say which cohort it is for", "レポートにコーホートの指定がありません"},
		Fix:  Text{"add a cohort: line to the front matter (released: {cohorts})", "フロントマターに cohort: の行を加えてください（リリース済み: {cohorts}）"},
	},
	{
		ID:   "report-place-taken",
		What: Text{"this page is in the place kept for the report of cohort {cohort}", "このページは、コーホート {cohort} のレポートが入る場所にあります"},
		Fix:  Text{"add layout: report and cohort: {cohort} to its front matter, or rename the file", "フロントマターに layout: report と cohort: {cohort} を加えるか、ファイルの名前を変えてください"},
	},
	{
		ID:   "brief-place-taken",
		What: Text{"this page is in the place kept for the brief of cohort {cohort}", "このページは、コーホート {cohort} の経営層向けサマリーが入る場所にあります"},
		Fix:  Text{"add layout: brief and cohort: {cohort} to its front matter, or rename the file", "フロントマターに layout: brief と cohort: {cohort} を加えるか、ファイルの名前を変えてください"},
	},
	{
		ID: "brief-too-long", Severity: Warning, Excerpt: true,
		What: Text{"{key} has {length} characters here, but the brief for leaders has room for {room}", "ここの {key} は{length}字あり、経営層向けサマリーに入る{room}字を超えています"},
		Why:  Text{"the brief is one A4 sheet, and longer text may run over onto a second one", "経営層向けサマリーは A4 用紙1枚です。これより長いと、印刷したときに2枚目へはみ出すことがあります"},
		Fix:  Text{"shorten it, and leave the details to the report", "短くして、くわしい説明はレポートの本文に書いてください"},
	},
	{
		ID: "brief-risks", Severity: Warning, Excerpt: true,
		What: Text{"there are {count} risks, but the brief for leaders has room for {most}", "リスクが{count}件あり、経営層向けサマリーに入る{most}件を超えています"},
		Why:  Text{"the brief is one A4 sheet, and more risks may run over onto a second one", "経営層向けサマリーは A4 用紙1枚です。これより多いと、印刷したときに2枚目へはみ出すことがあります"},
		Fix:  Text{"keep the ones that leaders need to know about, and leave the others to the report", "経営層に知らせるべきものに絞り、ほかはレポートの本文に書いてください"},
	},
	{
		ID: "guideline-metric", Excerpt: true,
		What: Text{"there is no metric \"{metric}\"", "「{metric}」という指標がありません"},
		Fix:  Text{"write one of: {known}", "次のどれかを書いてください: {known}"},
	},
	{
		ID: "guideline-number", Excerpt: true,
		What: Text{"{name} is \"{value}\", not a number", "{name} の値「{value}」は数ではありません"},
		Fix:  Text{"write digits only, such as 2 or 1.5", "2や1.5のように数字だけを書いてください"},
	},
	{
		ID: "guideline-no-data", Severity: Warning, Excerpt: true,
		What: Text{"no release has the metric \"{metric}\"", "指標「{metric}」の実績が、どのリリースにもありません"},
		Why:  Text{"reports cannot show how well this guideline is kept", "このガイドラインがどこまで守られたかを、レポートに示せません"},
		Fix:  Text{"add the data for this metric to a cohort and release the cohort again, or leave out metric, min and max", "この指標のもとになるデータをコーホートに加え、そのコーホートをリリースし直すか、metric、min、max を外してください"},
	},
	{
		ID: "metric-no-guideline", Severity: Warning,
		What: Text{"these released metrics are not used in any guideline: {metrics}", "実績があるのに、対応するガイドラインがない指標: {metrics}"},
		Why:  Text{"reports have nothing to compare these figures with", "レポートで、実績を目標と比べられません"},
		Fix:  Text{"add a guideline with this metric; if there is no target, leave out min and max", "この metric を付けたガイドラインを加えてください。目標値がなければ、min と max は書かなくてかまいません"},
	},
	{
		ID: "link-no-page", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere: there is no such page", "リンク先のページ「{target}」がありません"},
		Fix:  Text{"check the path: it is relative to this file", "パスを確かめてください。このファイルからの相対パスで書きます"},
	},
	{
		ID: "link-misspelt", Severity: Warning, Excerpt: true,
		What: Text{"\"{target}\" goes nowhere: there is no such file", "「{target}」というファイルがありません"},
		Fix:  Text{"did you mean \"{near}\"?", "「{near}」ではありませんか"},
	},
	{
		ID: "link-no-file", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere: no such file is published", "リンク先のファイル「{target}」は公開されません"},
		Why:  Text{"it is missing, or its type is not one that is copied to the site", "ファイルがないか、公開できる種類ではありません"},
		Fix:  Text{"put the file in pages/, or correct the link", "ファイルを pages/ に置くか、リンクを直してください"},
	},
	{
		ID: "link-no-index", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere: the folder has no index.md", "リンク先のフォルダー「{target}」に index.md がありません"},
		Fix:  Text{"add an index.md, or link to a page in the folder", "index.md を加えるか、フォルダーの中のページにリンクしてください"},
	},
	{
		ID: "link-no-fragment", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere: {page} has no heading \"{fragment}\"", "リンク先「{target}」が見つかりません。{page} に見出し「{fragment}」がありません"},
		Fix:  Text{"link to the page as a whole, or to one of its headings: {known}", "ページ全体か、次の見出しのどれかにリンクしてください: {known}"},
	},
	{
		ID: "link-fragment-misspelt", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere: {page} has no heading \"{fragment}\"", "リンク先「{target}」が見つかりません。{page} に見出し「{fragment}」がありません"},
		Fix:  Text{"did you mean \"{near}\"?", "「{near}」ではありませんか"},
	},
	{
		ID: "link-case", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" does not match the file's upper and lower case", "リンク先「{target}」の大文字と小文字がファイル名と違います"},
		Why:  Text{"it works here, but not on most servers and git hosts", "ここでは開けますが、多くのサーバーや Git のサービスでは開けません"},
		Fix:  Text{"write \"{page}\"", "「{page}」と書いてください"},
	},
	{
		ID: "link-outside", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" leads outside pages/", "リンク先「{target}」が pages/ の外にあります"},
		Why:  Text{"only files in pages/ are published", "公開されるのは pages/ の中のファイルだけです"},
		Fix:  Text{"move the file into pages/ and link to it there", "ファイルを pages/ に移してリンクしてください"},
	},
	{
		ID: "link-empty", Severity: Warning, Excerpt: true,
		What: Text{"the link has no target", "リンク先が書かれていません"},
		Fix:  Text{"write the path of the file that it should lead to", "リンク先のファイルのパスを書いてください"},
	},
	{
		ID: "link-audience", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere for some readers of this page", "リンク先「{target}」は、このページの読者の一部には公開されません"},
		Why:  Text{"that page is for {audience} only", "そのページは {audience} だけに向けたものです"},
		Fix:  Text{"put the link in an only directive for {audience}, or change the audience of one of the pages", "リンクを {audience} 向けの only に入れるか、どちらかのページの audience を変えてください"},
	},
	{
		ID: "link-unpublished", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere: that page is not published", "リンク先「{target}」は公開されていません"},
		Why:  Text{"it is a draft (draft: true)", "リンク先のページは下書き（draft: true）です"},
		Fix:  Text{"publish the page, or remove the link", "ページを公開するか、リンクを外してください"},
	},
	{
		ID: "link-early", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere: that page is not yet published", "リンク先「{target}」は、まだ公開されていません"},
		Why:  Text{"it will be published on {date}; until then, the site must not show that it exists", "そのページが公開されるのは {date} からです。それまでは、ページがあることも、サイトからは分かりません"},
		Fix:  Text{"build again on that day, change the page's publish_from, or remove the link", "その日にビルドし直すか、ページの publish_from を変えるか、リンクを外してください"},
	},
	{
		ID: "link-expired", Severity: Warning, Excerpt: true,
		What: Text{"link to \"{target}\" goes nowhere: that page is no longer published", "リンク先「{target}」は、公開期限を過ぎています"},
		Why:  Text{"it expired on {date}", "リンク先のページの公開期限（expires）は {date} でした"},
		Fix:  Text{"remove the link, or change the page's \"expires\" date", "リンクを外すか、ページの expires を変えてください"},
	},
	{
		ID: "link-moved", Severity: Warning, Excerpt: true,
		What: Text{"\"{target}\" is an old address: the page is now {page}", "「{target}」は旧アドレスです。今のページは {page} です"},
		Why:  Text{"the link still leads to the page, because of its aliases", "aliases があるので、このままでもリンクは今のページにつながります"},
		Fix:  Text{"write {page}", "{page} と書いてください"},
	},
	{
		ID: "review-overdue", Severity: Warning,
		What: Text{"this page should have been reviewed by {date} (owner: {owner})", "このページの見直しは {date} が期限でした（担当: {owner}）"},
		Why:  Text{"its readers see a notice that it may be out of date", "このページには、内容が古いかもしれないという断りが表示されます"},
		Fix:  Text{"read it through, update what has changed, and write today's date after reviewed:", "ページを読み直し、実情と違うところを直してから、reviewed: に今日の日付を書いてください"},
	},
	{
		ID: "review-no-start", Severity: Warning,
		What: Text{"this page has review_every but no date to count from", "review_every がありますが、いつから数えるのかが書かれていません"},
		Fix:  Text{"add the date of the last review: reviewed: 2026-04-01", "最後に見直した日を reviewed: 2026-04-01 の形で書いてください"},
	},
	{
		ID: "publish-never", Severity: Warning,
		What: Text{"this page is never published: it expires on {expires}, on or before its publish_from date ({from})", "このページは公開されません。公開を始める日（{from}）が、公開期限（{expires}）と同じか、それより後です"},
		Fix:  Text{"correct one of the two dates", "どちらかの日付を直してください"},
	},
	{
		ID: "image-missing", Severity: Warning, Excerpt: true,
		What: Text{"the image \"{target}\" does not exist", "画像「{target}」がありません"},
		Fix:  Text{"put the image in pages/, or correct the path: it is relative to this file", "画像を pages/ に置くか、パスを直してください。このファイルからの相対パスで書きます"},
	},
	{
		ID: "figure-no-cohort", Excerpt: true,
		What: Text{"the figure names no cohort, and neither does the page", "図表にもページにもコーホートの指定がありません"},
		Fix:  Text{"add cohort=ID to the directive or cohort: ID to the front matter (released: {cohorts})", "ディレクティブに cohort=ID を、またはフロントマターに cohort: ID を加えてください（リリース済み: {cohorts}）"},
	},
	{
		ID: "figure-no-release", Excerpt: true,
		What: Text{"the cohort \"{cohort}\" is not released", "コーホート「{cohort}」はリリースされていません"},
		Why:  Text{"no cohort has been released yet, and pages show released figures only", "リリースされたコーホートがまだありません。ページに出せるのは、リリースした数字だけです"},
		Fix:  Text{"run `kohort release {cohort}`; if the cohort no longer exists, remove it here", "`kohort release {cohort}` を実行してください。コーホートがもうない場合は、この指定を消してください"},
	},
	{
		ID: "figure-cohort", Excerpt: true,
		What: Text{"there is no released cohort \"{cohort}\"", "リリース済みのコーホートに「{cohort}」がありません"},
		Fix:  Text{"write one of: {known}; if it has data, `kohort release {cohort}` releases it", "次のどれかを書いてください: {known}。データがあれば `kohort release {cohort}` でリリースできます"},
	},
	{
		ID: "figure-table", Excerpt: true,
		What: Text{"the release of {cohort} has no table \"{table}\"", "{cohort} のリリースに表「{table}」がありません"},
		Fix:  Text{"write one of: {known}", "次のどれかを書いてください: {known}"},
	},
	{
		ID: "figure-stat", Excerpt: true,
		What: Text{"the table {table} has no statistic \"{stat}\"", "表 {table} に「{stat}」という統計量はありません"},
		Fix:  Text{"write one of: {known}", "次のどれかを書いてください: {known}"},
	},
	{
		ID: "figure-dimension", Excerpt: true,
		What: Text{"the table {table} is not broken down by \"{dimension}\"", "表 {table} に「{dimension}」別の数字はありません"},
		Fix:  Text{"write one of: {known}", "次のどれかを書いてください: {known}"},
	},
	{
		ID: "figure-no-dimensions", Excerpt: true,
		What: Text{"the table {table} has figures for the whole cohort only", "表 {table} にはコーホート全体の数字しかありません"},
		Fix:  Text{"leave out the attributes \"by\" and \"at\"", "by と at を外してください"},
	},
	{
		ID: "figure-crossing", Excerpt: true,
		What: Text{"the table {table} has no figures broken down by \"{by}\" together", "表 {table} に「{by}」を掛け合わせた数字はありません"},
		Fix:  Text{"write one of: {known}", "次のどれかを書いてください: {known}"},
	},
	{
		ID: "value-show", Excerpt: true,
		What: Text{"the attribute \"show\" cannot be \"{show}\"", "show に「{show}」は書けません"},
		Fix:  Text{"write show=n for the number of people or pairs, or leave out show for the figure itself", "人数や組数なら show=n と書き、数字そのものなら show を外してください"},
	},
	{
		ID: "value-level-bare", Excerpt: true,
		What: Text{"the attribute \"at\" names \"{level}\" without saying which dimension it belongs to", "at の「{level}」に、何の区分かが書かれていません"},
		Fix:  Text{"write at=\"{dimension}={level}\"", "at=\"{dimension}={level}\" と書いてください"},
	},
	{
		ID: "value-level", Excerpt: true,
		What: Text{"{dimension} has no \"{level}\" in the release", "リリースの {dimension} に「{level}」がありません"},
		Fix:  Text{"write one of: {known}", "次のどれかを書いてください: {known}"},
	},
	{
		ID: "value-cell", Excerpt: true,
		What: Text{"the table {table} has no figure for \"{at}\"", "表 {table} に「{at}」の数字はありません"},
		Fix:  Text{"set fewer conditions, or leave out the attribute \"at\" to show the figure for the whole cohort", "条件を減らすか、全体の数字なら at を外してください"},
	},
	{
		ID: "value-distribution", Excerpt: true,
		What: Text{"this directive asks for the distribution of {table}, which is not a single number", "この指定で示されるのは {table} の分布です。分布は一つの数字ではないため、文中には置けません"},
		Fix:  Text{"write stat=mean if the table has it, show=n for the number of people, or use a figure", "平均があれば stat=mean、人数なら show=n と書いてください。分布を見せるなら figure を使ってください"},
	},
	{
		ID: "term-unknown", Excerpt: true,
		What: Text{"the glossary has no \"{target}\"", "用語集に「{target}」がありません"},
		Fix:  Text{"write one of: {known}; or define it on a glossary page with :::term[{target}]", "次のどれかを書くか、用語集のページに :::term[{target}] で定義してください: {known}"},
	},
	{
		ID: "term-twice", Excerpt: true,
		What: Text{"the term \"{term}\" is defined twice: also at {other}", "用語「{term}」の定義が二つあります。もう一つは {other} です"},
		Fix:  Text{"keep one definition, and list the other name as an alias", "定義を一つにし、別の呼び名は aliases に書いてください"},
	},
}
