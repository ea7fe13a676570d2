package diag

var auditProblems = []Def{
	{
		ID:   "tripwire-name",
		What: Text{"a participant is named here", "参加者の氏名などがここにあります"},
		Why:  Text{"names, readings, IDs and e-mail addresses of participants are never published", "参加者の氏名、読み、ID、メールアドレスは公開されません"},
		Fix:  Text{"take it out; if the person has agreed to be named here, add the name to private/allowed.yaml", "消してください。本人の同意を得て載せる場合は、その名前を private/allowed.yaml に書いてください"},
	},
	{
		ID:   "tripwire-path",
		What: Text{"a participant is named in the name of this file or of its folder", "このファイルかフォルダーの名前に、参加者の氏名などがあります"},
		Why:  Text{"file names are published as addresses", "ファイル名はアドレスとして公開されます"},
		Fix:  Text{"rename it; if the person has agreed to be named here, add the name to private/allowed.yaml", "ファイルかフォルダーの名前を変えてください。本人の同意を得て載せる場合は、その人の名前を private/allowed.yaml に書いてください"},
	},
	{
		ID:   "tripwire-output",
		What: Text{"a participant would be named in this file of the site", "サイトのこのファイルに、参加者の氏名などが載ろうとしています"},
		Why:  Text{"no page says it, so it comes from the theme, from survey.yaml or from a cohort.yaml", "どのページにもないので、テーマ、アンケートの設問、コーホートの設定のどれかから来ています"},
		Fix:  Text{"look in theme/, survey.yaml and the cohorts' cohort.yaml; if the person has agreed to be named here, add the name to private/allowed.yaml", "theme/、survey.yaml、各コーホートの cohort.yaml を確かめてください。本人の同意を得て載せる場合は、その名前を private/allowed.yaml に書いてください"},
	},
	{
		ID:   "email-unlisted",
		What: Text{"the e-mail address {address} is not one of the contacts", "メールアドレス {address} は contacts にありません"},
		Why:  Text{"where site.yaml lists contacts, no other address is published", "site.yaml に contacts がある場合、それ以外のアドレスは公開しません"},
		Fix:  Text{"take it out, or add it to contacts in site.yaml", "消すか、site.yaml の contacts に加えてください"},
	},
	{
		ID: "number-typed", Severity: Warning, Excerpt: true,
		What: Text{"a number of people is typed beside \"{department}\"", "「{department}」のそばに、人数が直接書かれています"},
		Why:  Text{"a typed number passes no protection and may give a small group away beside released figures", "直接書いた人数は保護を通らず、公開した数字と合わせると小さいグループの値が分かることがあります"},
		Fix:  Text{"take it out, or show the released figure by :value", "消すか、:value でリリースの数字を示してください"},
	},
	{
		ID:   "figure-untagged",
		What: Text{"a figure holds a number that is not tagged with its cell", "図表に、どのセルのものか示されていない数字があります"},
		Why:  Text{"only numbers that can be held against a release may stand in a figure", "図表に載せられるのは、リリースと照合できる数字だけです"},
		Fix:  Text{"let the template of the theme write it by parts/cell, or give it the data-cell and data-value of its cell", "テーマのテンプレートで parts/cell を使うか、data-cell と data-value を付けてください"},
	},
	{
		ID:   "figure-unknown",
		What: Text{"a figure shows \"{cell}\", which no release holds", "図表の「{cell}」は、どのリリースにもありません"},
		Why:  Text{"every number in a figure comes from a release", "図表の数字はすべてリリースのものでなければなりません"},
		Fix:  Text{"mend the template of the theme that writes it", "この数字を書いているテーマのテンプレートを直してください"},
	},
	{
		ID:   "figure-differs",
		What: Text{"a figure does not say what was released for \"{cell}\"", "図表の「{cell}」が、リリースの値と一致しません"},
		Why:  Text{"its value, its words and its attributes must hold the released number and no other", "値、文字、属性には、リリースされた数字だけを載せられます"},
		Fix:  Text{"mend the template of the theme that writes it", "この数字を書いているテーマのテンプレートを直してください"},
	},
	{
		ID:   "figure-mark",
		What: Text{"the withheld cell \"{cell}\" does not stand as the neutral mark", "非表示のセル「{cell}」が、共通の印になっていません"},
		Why:  Text{"one mark for every withheld cell, with nothing beside it, tells no reason", "すべて同じ印にし、ほかに何も添えないことで、理由を推測できないようにします"},
		Fix:  Text{"let the template of the theme write it by parts/cell", "テーマのテンプレートで parts/cell を使ってください"},
	},
	{
		ID:   "output-link",
		What: Text{"a link to \"{link}\" goes nowhere", "リンク「{link}」の先にファイルがありません"},
		Why:  Text{"no file of the site has this address", "サイトにそのアドレスのファイルがありません"},
		Fix:  Text{"mend the template of the theme that writes it", "このリンクを書いているテーマのテンプレートを直してください"},
	},
	{
		ID: "output-fragment", Severity: Warning,
		What: Text{"a link to \"{link}\" goes nowhere", "リンク「{link}」の先がありません"},
		Why:  Text{"the page has no such id", "ページにその id がありません"},
		Fix:  Text{"mend the link, or the template of the theme that writes it", "リンクか、それを書いているテーマのテンプレートを直してください"},
	},
	{
		ID:   "output-link-absolute",
		What: Text{"the link \"{link}\" is not relative", "リンク「{link}」が相対パスではありません"},
		Why:  Text{"the site must work from any folder and without a server", "サイトはどのフォルダーからも、サーバーなしでも開ける必要があります"},
		Fix:  Text{"write it relative to the page in the template of the theme", "テーマのテンプレートで、ページからの相対パスにしてください"},
	},
	{
		ID:   "link-unsafe",
		What: Text{"the link \"{link}\" is of a kind that is not allowed", "リンク「{link}」は、使えない種類のものです"},
		Why:  Text{"only http, https, mailto and tel are safe for readers", "読者にとって安全なのは http、https、mailto、tel だけです"},
		Fix:  Text{"link to a page or to an address on the web", "ページか Web のアドレスにリンクしてください"},
	},
	{
		ID:   "inline-script",
		What: Text{"a page holds a script", "ページにスクリプトが直接書かれています"},
		Why:  Text{"the site's security policy lets only script files run", "サイトのセキュリティ設定では、スクリプトのファイルだけが動きます"},
		Fix:  Text{"move it into a file in theme/assets/", "theme/assets/ のファイルに移してください"},
	},
	{
		ID:   "inline-style",
		What: Text{"the element {element} holds a style", "要素 {element} にスタイルが直接書かれています"},
		Why:  Text{"the site's security policy ignores it", "サイトのセキュリティ設定では無視されます"},
		Fix:  Text{"use a class, and write the style into a style sheet in theme/assets/", "class を使い、スタイルは theme/assets/ のスタイルシートに書いてください"},
	},
	{
		ID:   "inline-handler",
		What: Text{"the element {element} holds a script in {attribute}", "要素 {element} の {attribute} にスクリプトがあります"},
		Why:  Text{"the site's security policy ignores it", "サイトのセキュリティ設定では無視されます"},
		Fix:  Text{"add the listener in a file in theme/assets/", "theme/assets/ のファイルの中で処理を加えてください"},
	},
	{
		ID: "id-twice", Severity: Warning, Excerpt: true,
		What: Text{"the id \"{name}\" is on one page twice", "id「{name}」が一つのページに2回あります"},
		Why:  Text{"a link to it reaches the first one only", "リンクは一つ目にしか届きません"},
		Fix:  Text{"give one of them another id", "どちらかの id を変えてください"},
	},
	{
		ID: "image-no-alt", Severity: Warning, Excerpt: true,
		What: Text{"the image \"{image}\" has no words for those who cannot see it", "画像「{image}」に、見えない人のための説明がありません"},
		Fix:  Text{"write what it shows between the brackets: ![what it shows](file); alt=\"\" where it is decoration", "![説明](ファイル) のように説明を書いてください。飾りの画像なら alt=\"\" にしてください"},
	},
	{
		ID: "heading-jump", Severity: Warning, Excerpt: true,
		What: Text{"the heading \"{heading}\" is of level {to}, straight after level {from}", "見出し「{heading}」のレベルが {from} から {to} に飛んでいます"},
		Why:  Text{"people who have the page read to them find their way by its headings", "読み上げで聞く人は、見出しをたどってページの中を移動します"},
		Fix:  Text{"give it only one # more than the heading above, or add the heading between", "# の数を、上の見出しより一つだけ多くするか、間の見出しを加えてください"},
	},
	{
		ID: "heading-first-twice", Severity: Warning, Excerpt: true,
		What: Text{"the heading \"{heading}\" is a second one of level 1", "見出し「{heading}」は、二つ目のレベル1の見出しです"},
		Why:  Text{"the page's title is its only heading of level 1", "レベル1の見出しはページの題名だけです"},
		Fix:  Text{"begin it with ##", "## で始めてください"},
	},
	{
		ID: "heading-first-missing", Severity: Warning,
		What: Text{"the page has no heading of level 1", "ページにレベル1の見出しがありません"},
		Why:  Text{"people who have the page read to them know it by that heading", "読み上げで聞く人は、その見出しで何のページかを知ります"},
		Fix:  Text{"show the page's title as h1 in the template of the theme", "テーマのテンプレートで、ページの題名を h1 にしてください"},
	},
}
