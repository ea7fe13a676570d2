package diag

var sourceProblems = []Def{
	{
		ID:   "file-not-utf8",
		What: Text{"this file is not UTF-8 text", "このファイルは UTF-8 のテキストではありません"},
		Fix:  Text{"open it in the program that wrote it and save it as UTF-8", "作成したソフトで開き、文字コード「UTF-8」で保存し直してください"},
	},
	{
		ID:      "yaml-syntax",
		What:    Text{"this line cannot be read as YAML", "この行は YAML として読めません"},
		Fix:     Text{`write "key: value" with a space after the colon, indent with spaces and not tabs, close each quote and bracket, and put quotes around a text that holds ": " or " #"`, "「キー: 値」の形で、コロンの後に半角スペースを入れ、字下げにはタブではなく半角スペースを使い、引用符と括弧を閉じてください。「: 」や「 #」を含む文は引用符で囲んでください"},
		Excerpt: true,
	},
	{
		ID:      "yaml-wide-colon",
		What:    Text{"the colon after this key is full-width", "このキーの後のコロンが全角です"},
		Fix:     Text{`write ":" and a space`, "半角の「:」と半角スペースに直してください"},
		Excerpt: true,
	},
	{
		ID:      "yaml-alias",
		What:    Text{"a value here begins with & or *", "ここの値は & または * で始まっています"},
		Why:     Text{"YAML takes it for an anchor or alias, which Kohort does not use", "YAML ではアンカーやエイリアスの意味になりますが、Kohort では使いません"},
		Fix:     Text{"put the text in quotes, or write the value out", "文字として書く場合は引用符で囲み、そうでなければ値をそのまま書いてください"},
		Excerpt: true,
	},
	{
		ID:      "yaml-unknown-key",
		What:    Text{`unknown key "{key}"`, "「{key}」というキーはありません"},
		Fix:     Text{"remove it, or use {nearest}", "このキーを消すか、{nearest} を使ってください"},
		Excerpt: true,
	},
	{
		ID:      "yaml-type",
		What:    Text{`the value of "{key}" does not have the right form`, "「{key}」の値の書き方が正しくありません"},
		Fix:     Text{"write it like this: {wanted}", "次のように書いてください: {wanted}"},
		Excerpt: true,
	},
	{
		ID:      "yaml-choice",
		What:    Text{`"{value}" is not a value of "{key}"`, "「{value}」は「{key}」の値にできません"},
		Fix:     Text{"use {nearest}", "{nearest} を使ってください"},
		Excerpt: true,
	},
	{
		ID:      "yaml-duplicate-key",
		What:    Text{`the key "{key}" is given twice`, "「{key}」というキーが2回書かれています"},
		Fix:     Text{"keep one of the two", "どちらか一方を残してください"},
		Excerpt: true,
	},
	{
		ID:   "site-missing",
		What: Text{"this folder has no site.yaml", "このフォルダーに site.yaml がありません"},
		Fix:  Text{`run kohort in a handbook's folder or give it with --source; a new site.yaml needs one line, such as "title: Our handbook"`, "ハンドブックのフォルダーで実行するか、--source で指定してください。新しく作る場合は「title: ハンドブック」の一行から始められます"},
	},
	{
		ID:      "site-no-title",
		What:    Text{"the handbook has no title", "ハンドブックの title がありません"},
		Fix:     Text{`add a line such as "title: Reverse Mentoring Handbook"`, "「title: リバースメンタリング ハンドブック」のような行を加えてください"},
		Excerpt: true,
	},
	{
		ID:      "site-twice",
		What:    Text{`"{name}" is listed twice`, "「{name}」が2回書かれています"},
		Fix:     Text{"keep one of the two", "どちらか一方を残してください"},
		Excerpt: true,
	},
	{
		ID:      "site-logo-path",
		What:    Text{`the logo "{path}" is not a path below pages/`, "ロゴ「{path}」は pages/ の中のパスではありません"},
		Fix:     Text{`write it from pages/ on with forward slashes, such as "images/logo.svg"`, "「images/logo.svg」のように、pages/ の中のパスを / で区切って書いてください"},
		Excerpt: true,
	},
	{
		ID:      "site-audience-no-name",
		What:    Text{"this audience has no name", "この読者の区分(audience)に name がありません"},
		Fix:     Text{`add a name of small letters, digits and hyphens, such as "name: leaders"`, "「name: leaders」のように、半角の英小文字・数字・ハイフンで名前を付けてください"},
		Excerpt: true,
	},
	{
		ID:      "site-audience-unknown",
		What:    Text{`no audience is named "{name}"`, "「{name}」という読者の区分(audience)はありません"},
		Fix:     Text{"use {nearest}, or declare it under audiences", "{nearest} を使うか、audiences に加えてください"},
		Excerpt: true,
	},
	{
		ID:   "pages-missing",
		What: Text{"this handbook has no folder pages", "このハンドブックに pages フォルダーがありません"},
		Fix:  Text{"make it beside site.yaml and put the Markdown files there", "site.yaml と同じ場所に作り、Markdown ファイルを入れてください"},
	},
	{
		ID:       "page-extension",
		Severity: Warning,
		What:     Text{"this file is not read as a page", "このファイルはページとして読まれません"},
		Fix:      Text{"rename it so that it ends in .md, in small letters", "名前の最後を、小文字の .md に変えてください"},
	},
	{
		ID:   "file-nul",
		What: Text{"the text holds a NUL character", "文中に NUL 文字があります"},
		Fix:  Text{"remove it, or save the file again as UTF-8", "その文字を消すか、UTF-8 で保存し直してください"},
	},
	{
		ID:   "file-name",
		What: Text{"Windows refuses this name because of {what}", "{what} があるため、この名前は Windows で使えません"},
		Fix:  Text{"rename it, and mend the links to it", "名前を変え、このファイルへのリンクも直してください"},
	},
	{
		ID:       "asset-type",
		Severity: Warning,
		What:     Text{`"{type}" files are not copied to the site`, "「{type}」のファイルはサイトにコピーされません"},
		Why:      Text{"only pictures, documents, sound and video of known types are", "コピーするのは、決まった種類の画像・文書・音声・動画だけです"},
		Fix:      Text{"convert it, move it out of pages/, or begin its name with _ if it is to stay", "形式を変えるか、pages/ の外に移すか、残す場合は名前の先頭に _ を付けてください"},
	},
	{
		ID:   "svg-unsafe",
		What: Text{"this drawing holds {what}, which runs a script or loads something from elsewhere", "この図には、スクリプトを動かすか外部から読み込む {what} があります"},
		Fix:  Text{"export it again as a plain SVG, or as PNG", "「プレーン SVG」か PNG で書き出し直してください"},
	},
	{
		ID:   "svg-broken",
		What: Text{"this drawing cannot be read as SVG", "この図は SVG として読めません"},
		Fix:  Text{"export it again, in UTF-8, or as PNG", "UTF-8 の SVG か PNG で書き出し直してください"},
	},
	{
		ID:   "symlink-outside",
		What: Text{"this symbolic link leads out of its folder", "このシンボリックリンクはフォルダーの外を指しています"},
		Why:  Text{"only what lies in the handbook may be published", "公開できるのは、ハンドブックの中にあるものだけです"},
		Fix:  Text{"put a copy of the file here; a link that stays inside must be relative", "ファイルのコピーを置いてください。中を指すリンクは相対パスで書いてください"},
	},
	{
		ID:   "symlink-broken",
		What: Text{"this symbolic link leads to nothing", "このシンボリックリンクの先に何もありません"},
		Fix:  Text{"remove it, or put the file here", "リンクを消すか、ファイルを置いてください"},
	},
	{
		ID:   "symlink-loop",
		What: Text{"this symbolic link leads back to a folder that it lies in", "このシンボリックリンクは、それ自身を含むフォルダーに戻っています"},
		Fix:  Text{"remove it", "リンクを消してください"},
	},
	{
		ID:      "front-not-closed",
		What:    Text{"the front matter that begins here is not closed", "ここから始まるフロントマターが閉じられていません"},
		Fix:     Text{"put a line {mark} after its last key; if a line across the page was meant, write ***", "最後のキーの後に {mark} だけの行を置いてください。区切り線のつもりなら *** と書いてください"},
		Excerpt: true,
	},
	{
		ID:      "front-prose",
		What:    Text{"text stands between the first two --- lines, where front matter is expected", "最初の二つの --- の間に、フロントマターではなく文章があります"},
		Fix:     Text{`write "key: value" lines there; if lines across the page were meant, write ***`, "「キー: 値」の行を書いてください。区切り線のつもりなら *** と書いてください"},
		Excerpt: true,
	},
	{
		ID:      "toml-syntax",
		What:    Text{"this line cannot be read as TOML", "この行は TOML として読めません"},
		Fix:     Text{`write key = value, with quotes around text, and each key once`, "「キー = 値」の形で、文字列は引用符で囲み、同じキーは1回だけ書いてください"},
		Excerpt: true,
	},
}
