package diag

// markdownProblems are found while a page's Markdown is read.
var markdownProblems = []Def{
	{
		ID:   "directive-unknown",
		What: Text{`there is no directive "{name}"`, `「{name}」というディレクティブはありません`},
		Fix:  Text{`use a name that exists: {names}`, `使える名前に書き直してください: {names}`}, Excerpt: true,
	},
	{
		ID:   "directive-form",
		What: Text{`"{name}" cannot be written in this form`, `「{name}」はこの形では書けません`},
		Fix:  Text{`write it as {wanted}`, `{wanted} の形で書いてください`}, Excerpt: true,
	},
	{
		ID:   "directive-malformed",
		What: Text{`"{text}" begins like a directive but is not one`, `「{text}」はディレクティブのように始まっていますが、正しい形ではありません`},
		Why:  Text{`the name must come straight after the colons`, `名前は、コロンの後に間を空けずに書きます`},
		Fix:  Text{`write it like :::note[title], or put a backslash before the first colon to show it as text`, `:::note[見出し] のように書くか、文字として見せるなら最初のコロンの前に \ を置いてください`}, Excerpt: true,
	},
	{
		ID:   "directive-not-closed",
		What: Text{`"{name}" is not closed`, `「{name}」が閉じられていません`},
		Fix:  Text{`end it with a line of {colons} colons`, `コロン{colons}個だけの行で閉じてください`}, Excerpt: true,
	},
	{
		ID:   "directive-close-stray",
		What: Text{`there is no open block for this line of {colons} {colon|colons} to close`, `コロン{colons}個だけのこの行に対応する、始めの行がありません`},
		Fix:  Text{`remove it, or add the line that opens the block`, `この行を消すか、ブロックを始める行を書き足してください`}, Excerpt: true,
	},
	{
		ID:   "directive-close-length",
		What: Text{`this line has {found} colons, but "{name}" was opened with {wanted}`, `この行のコロンは{found}個ですが、「{name}」は{wanted}個で始まっています`},
		Fix:  Text{`close it with {wanted} colons`, `コロン{wanted}個で閉じてください`}, Excerpt: true,
	},
	{
		ID:   "directive-close-outside",
		What: Text{`the line that closes "{name}" is outside the list or quotation in which it was opened`, `「{name}」を閉じる行が、それを始めたリストや引用の外にあります`},
		Fix:  Text{`indent it like the opening line, or begin it with the same >`, `始めの行と同じだけ字下げするか、同じ > で始めてください`}, Excerpt: true,
	},
	{
		ID:   "directive-nesting",
		What: Text{`"{outer}" needs more colons than "{inner}", which is inside it`, `「{outer}」のコロンの数が、その中にある「{inner}」と同じか、それより少なくなっています`},
		Why:  Text{`the first closing line would close both`, `閉じる行がどちらのものか決まりません`},
		Fix:  Text{`give the outer block one more colon, in both its opening and its closing line`, `外側のブロックの始めと終わりの行で、コロンを内側より1個多くしてください`}, Excerpt: true,
	},
	{
		ID:   "directive-text-behind",
		What: Text{`"{text}" comes after "{name}" on the same line`, `「{name}」と同じ行の後ろに「{text}」があります`},
		Fix:  Text{`put a title in square brackets right after the name, and other text on the next line`, `見出しは名前のすぐ後の [ ] に入れ、本文は次の行に書いてください`}, Excerpt: true,
	},
	{
		ID:   "directive-label-open",
		What: Text{`the square bracket after "{name}" is not closed`, `「{name}」の後の角かっこが閉じられていません`},
		Fix:  Text{`add the ] that closes it`, `] を書き足して閉じてください`}, Excerpt: true,
	},
	{
		ID:   "directive-label-missing",
		What: Text{`"{name}" has no text in square brackets after it`, `「{name}」の後に、[ ] で囲んだ言葉がありません`},
		Fix:  Text{`write the text in square brackets right after the name`, `名前のすぐ後に、言葉を [ ] で囲んで書いてください`}, Excerpt: true,
	},
	{
		ID:   "directive-attributes-malformed",
		What: Text{`"{text}" is not a list of attributes`, `「{text}」は属性の書き方になっていません`},
		Fix:  Text{`write {#id key=value key="two words"} and close the brace on the same line`, `{#id key=値 key="空白のある値"} の形で書き、同じ行で } を閉じてください`}, Excerpt: true,
	},
	{
		ID:   "directive-attribute-unknown",
		What: Text{`"{name}" has no attribute "{attribute}"`, `「{name}」に「{attribute}」という属性はありません`},
		Fix:  Text{`use one of these: {names}`, `使える属性に書き直してください: {names}`}, Excerpt: true,
	},
	{
		ID:   "directive-attribute-missing",
		What: Text{`"{name}" needs the attribute "{attribute}"`, `「{name}」に必要な属性「{attribute}」がありません`},
		Fix:  Text{`add {attribute}=… in curly brackets { }`, `{ } の中に {attribute}=… を書き足してください`}, Excerpt: true,
	},
	{
		ID:   "directive-attribute-twice",
		What: Text{`the attribute "{attribute}" is given twice`, `属性「{attribute}」が2回書かれています`},
		Fix:  Text{`remove one of the two`, `どちらか一方を消してください`}, Excerpt: true,
	},
	{
		ID:   "directive-label-unused",
		What: Text{`"{name}" does not take text in square brackets`, `「{name}」には、[ ] で言葉を付けられません`},
		Fix:  Text{`write the text as a heading above the block instead`, `その言葉は、ブロックのすぐ上に見出しとして書いてください`}, Excerpt: true,
	},
	{
		ID:   "directive-empty",
		What: Text{`there is no "{wanted}" in "{name}"`, `「{name}」の中に「{wanted}」がありません`},
		Fix:  Text{`write {wanted} between its first and its last line`, `始めの行と終わりの行のあいだに {wanted} を書いてください`}, Excerpt: true,
	},
	{
		ID:   "directive-outside",
		What: Text{`"{name}" is not inside "{outer}"`, `「{name}」が「{outer}」の中にありません`},
		Fix:  Text{`write a line {outer} before it and a line with the same number of colons after it; if several such blocks follow one another, write the two lines before the first and after the last`, `このブロックの前に {outer} の行を、後に同じ数のコロンだけの行を書いてください。同じ種類のブロックが続いている場合は、最初のブロックの前と最後のブロックの後に書きます`}, Excerpt: true,
	},
	{
		ID:   "directive-between",
		What: Text{`this line is not inside any "{wanted}"`, `この行は、どの「{wanted}」の中にも入っていません`},
		Fix:  Text{`move it into {wanted}, or out of the surrounding block`, `{wanted} の中に入れるか、この行を囲むブロックの外に出してください`}, Excerpt: true,
	},
	{
		ID:   "timeline-time-missing",
		What: Text{`this entry in a timeline does not say when it happens`, `時系列のこの項目に、いつのことかが書かれていません`},
		Fix:  Text{`begin the entry with the time in bold, such as **April**`, `項目の先頭に、**4月** のように時期を太字で書いてください`}, Excerpt: true,
	},
	{
		ID:   "task-malformed",
		What: Text{`"{text}" is not a tick box`, `「{text}」はチェックボックスになりません`},
		Fix:  Text{`write [ ] with one ordinary space between the brackets, and another space after them`, `半角の角かっこの間に半角スペースを一つ入れて [ ] と書き、その後にも半角スペースを入れてください`}, Excerpt: true,
	},
	{
		ID:   "only-unread",
		What: Text{`the directive "only" is not recognised here, so everybody would see what is meant for one audience`, `特定の読者だけに見せるための only が、正しい形で書かれていないため、読み取られません。このままでは、その部分が全員に見えます`},
		Why:  Text{`the colon may not come straight after a letter or digit; the name and the brackets must be half-width, with no gap between them; and the directive may not be in a title, in HTML or in code (a line that begins with four spaces is code)`, `コロンは英数字の直後に置けません。名前とかっこは半角で、間を空けずに書きます。題名や HTML、コード（行頭に空白が4つ以上ある行など）の中では使えません`},
		Fix:  Text{`write :only[words]{for=NAME} after a space, or :::only{for=NAME} on a line of its own; to show it as text, put a backslash before the colon`, `空白の後に :only[言葉]{for=名前} と書くか、行を分けて :::only{for=名前} と書いてください。文字として見せるなら、コロンの前に \ を置いてください`}, Excerpt: true,
	},
	{
		ID:   "only-definition",
		What: Text{`"{label}" is defined only for {audience}, but is used in text that others read too`, `「{label}」の定義は {audience} だけに向けた部分にありますが、ほかの人も読む文で使われています`},
		Why:  Text{`without the definition, those readers would see the brackets just as they were typed`, `定義を読めない人には、かっこが記号のまま表示されてしまいます`},
		Fix:  Text{`move the definition out of that part, or move the text that uses it into that part`, `定義をその部分の外に移すか、定義を使う文をその部分の中に入れてください`}, Excerpt: true,
	},
	{
		ID:   "include-missing",
		What: Text{`there is no file "{file}" to include`, `差し込むファイル「{file}」がありません`},
		Why:  Text{`the path is relative to the file that includes it`, `パスは、差し込む側のファイルを起点に書きます`},
		Fix:  Text{`correct the path`, `パスを直してください`}, Excerpt: true,
	},
	{
		ID:   "include-cycle",
		What: Text{`"{file}" includes itself, directly or through other files`, `「{file}」が、直接または別のファイルを通じて自分自身を差し込んでいます`},
		Fix:  Text{`remove one of the includes`, `差し込みのどれか一つを消してください`}, Excerpt: true,
	},
	{
		ID:   "include-restricted",
		What: Text{`"{file}" is not for the same readers and dates as the page that includes it`, `「{file}」は、差し込む側のページと読者や公開期間が違います`},
		Why:  Text{`its settings for draft, audience, publish_from and expires would be lost`, `draft、audience、publish_from、expires の指定が効かなくなります`},
		Fix:  Text{`remove these keys from the included file, or give the including page the same ones`, `差し込まれるファイルからこれらのキーを消すか、差し込む側にも同じものを書いてください`}, Excerpt: true,
	},
	{
		ID:   "id-duplicate",
		What: Text{`the id "{id}" is already used on line {line}`, `id「{id}」は{line}行目ですでに使われています`},
		Fix:  Text{`give one of the two another id`, `どちらかに別の id を付けてください`}, Excerpt: true,
	},
	{
		ID: "html-removed", Severity: Warning,
		What: Text{`{what} was removed`, `{what} は取り除かれました`},
		Why:  Text{`a page may not contain this HTML in this place`, `この場所に書ける HTML ではありません`},
		Fix:  Text{`write it in Markdown, or put a backslash before < to show it as text`, `Markdown で書くか、文字として見せるなら < の前に \ を置いてください`}, Excerpt: true,
	},
	{
		ID: "html-end-stray", Severity: Warning,
		What: Text{`{what} was removed`, `{what} は取り除かれました`},
		Why:  Text{`there is no opening tag here for it to close`, `対応する開始タグがここにありません`},
		Fix:  Text{`remove it, or put the tag that opens the element in the same paragraph or block`, `消すか、対応する開始タグを同じ段落やブロックの中に置いてください`}, Excerpt: true,
	},
	{
		ID: "html-id-repeated", Severity: Warning,
		What: Text{`the id "{id}" was removed: it is already used on line {line}`, `id「{id}」は{line}行目ですでに使われているため、取り除かれました`},
		Fix:  Text{`give one of the two another id`, `どちらかに別の id を付けてください`}, Excerpt: true,
	},
	{
		ID: "link-scheme", Severity: Warning,
		What: Text{`a link that begins with "{scheme}" was removed`, `「{scheme}」で始まるリンクは取り除かれました`},
		Why:  Text{`links may lead only to pages of the handbook or to addresses that begin with https:, http:, mailto: or tel:`, `リンク先にできるのは、このハンドブックのページか、https:、http:、mailto:、tel: のどれかで始まるものだけです`},
		Fix:  Text{`copy the file into pages/ and link to it there, or use a web address`, `ファイルを pages/ に置いてそこへリンクするか、Web のアドレスを書いてください`}, Excerpt: true,
	},
	{
		ID: "link-target-missing", Severity: Warning,
		What: Text{`a link or image has no target`, `リンク先か画像のファイルが書かれていません`},
		Fix:  Text{`write the path or the address between the parentheses`, `( ) の中にパスかアドレスを書いてください`}, Excerpt: true,
	},
	{
		ID: "image-outside", Severity: Warning,
		What: Text{`the image {url} is on another site and is shown as a link`, `画像 {url} は別のサイトにあるため、リンクとして表示されます`},
		Why:  Text{`pages do not load images or anything else from other sites`, `ほかのサイトにある画像などは、ページに読み込みません`},
		Fix:  Text{`save the image in pages/ and write its path`, `画像を pages/ の下に保存し、そのパスを書いてください`}, Excerpt: true,
	},
	{
		ID:   "nav-not-list",
		What: Text{`nav.md may contain only nested lists and one title`, `nav.md に書けるのは、入れ子のリストと、一つの題名だけです`},
		Fix:  Text{`turn this into a list entry, or remove it`, `リストの項目にするか、消してください`}, Excerpt: true,
	},
	{
		ID:   "nav-empty",
		What: Text{`this entry in nav.md has no text`, `nav.md のこの項目が空です`},
		Fix:  Text{`write a label, or a link to a page`, `見出しの言葉か、ページへのリンクを書いてください`}, Excerpt: true,
	},
	{
		ID:   "nav-two-links",
		What: Text{`this entry in nav.md has a second link`, `nav.md のこの項目に二つ目のリンクがあります`},
		Fix:  Text{`give each page a list entry of its own`, `ページごとに項目を分け、一つの項目にはリンクを一つだけ書いてください`}, Excerpt: true,
	},
}
