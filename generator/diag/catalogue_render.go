package diag

var renderProblems = []Def{
	{
		ID:   "theme-file-unknown",
		What: Text{"this is not a file that a theme can have", "これは、テーマに置けるファイルではありません"},
		Why:  Text{"a theme consists only of layouts/*.html, layouts/parts/*.html, layouts/charts/*.html, assets/* and i18n/LANGUAGE.yaml", "テーマに置けるのは layouts/*.html、layouts/parts/*.html、layouts/charts/*.html、assets/*、i18n/言語.yaml だけです"},
		Fix:  Text{"move the file into one of these folders, or put _ in front of its name so that it is skipped", "いずれかのフォルダーへ移すか、ファイル名の先頭に _ を付けて対象外にしてください"},
	},
	{
		ID:   "theme-file-missing",
		What: Text{"the theme does not have this file", "テーマにこのファイルがありません"},
		Why:  Text{"every site needs it, and the default theme normally supplies it", "どのサイトにも必要で、ふつうは既定のテーマのものが使われるファイルです"},
		Fix:  Text{"install Kohort again, or add the file to theme/", "Kohort を入れ直すか、theme/ にこのファイルを加えてください"},
	},
	{
		ID:   "theme-file-unreadable",
		What: Text{"a file of the theme cannot be read", "テーマのファイルを読み込めません"},
		Fix:  Text{"check that the file is there and that you may open it", "ファイルがあるか、開く権限があるかを確かめてください"},
	},
	{
		ID:      "template-fails",
		What:    Text{"the template cannot be run", "テンプレートを処理できませんでした"},
		Why:     Text{"the error was: {reason}", "起きたエラー: {reason}"},
		Fix:     Text{"correct the line, or delete the file to use the default theme's template", "この行を直すか、ファイルを削除して、既定のテーマのテンプレートを使ってください"},
		Excerpt: true,
	},
	{
		ID:      "theme-words-syntax",
		What:    Text{"the words of the theme cannot be read", "テーマの文言ファイルを読み取れません"},
		Why:     Text{"the error was: {reason}", "起きたエラー: {reason}"},
		Fix:     Text{"write one entry on each line, as in `next: Next`", "`next: 次へ` のように、1行に一つずつ書いてください"},
		Excerpt: true,
	},
	{
		ID:       "theme-words-missing",
		Severity: Warning,
		What:     Text{"words are missing in the language \"{lang}\": {ids}", "言語「{lang}」に次の文言がありません: {ids}"},
		Why:      Text{"readers will see them in English", "読者には英語で表示されます"},
		Fix:      Text{"add them to this file", "このファイルに追加してください"},
	},
	{
		ID:   "theme-asset-broken",
		What: Text{"this style sheet, script or picture cannot be read", "このスタイルシート、スクリプト、または画像を読み取れません"},
		Why:  Text{"the error was: {reason}", "起きたエラー: {reason}"},
		Fix:  Text{"correct the file, or delete it to use the default theme's file", "ファイルを直すか、ファイルを削除して、既定のテーマのものを使ってください"},
	},
	{
		ID:   "image-heic",
		What: Text{"this picture is a HEIC photograph, whatever its name says", "この画像は、名前とは違って HEIC 形式の写真です"},
		Why:  Text{"phones save photographs this way, and most browsers cannot show them", "HEIC はスマートフォンで写真の保存に使われる形式で、ほとんどのブラウザーでは表示できません"},
		Fix:  Text{"open it and save it as JPEG, or have the phone send it in its most compatible format", "写真を開いて JPEG で保存し直すか、スマートフォンの設定で互換性を優先した形式にしてから送ってください"},
	},
	{
		ID:   "image-unknown",
		What: Text{"this file is named like a picture but is not one", "このファイルは、名前は画像のものですが、中身は画像ではありません"},
		Why:  Text{"what is in it is not known, so it is not published", "ファイルに何が入っているか分からないため、公開しません"},
		Fix:  Text{"save the picture again as JPEG, PNG, GIF, WebP, AVIF or SVG, or take the file out of pages/", "JPEG、PNG、GIF、WebP、AVIF、SVG のいずれかで保存し直すか、pages/ から取り除いてください"},
	},
	{
		ID:   "image-broken",
		What: Text{"this picture is damaged", "この画像は壊れています"},
		Why:  Text{"its metadata (place, author, comments) cannot be found and removed, so it is not published", "撮影場所や作者、コメントなどの情報が残っていても、見つけて取り除くことができないため、公開しません"},
		Fix:  Text{"open it in an image editor and save it again", "画像を扱うソフトで開き、保存し直してください"},
	},
	{
		ID:   "image-too-large",
		What: Text{"this picture has more than 100 million pixels", "この画像は1億画素を超えています"},
		Why:  Text{"a phone that opens it may run out of memory", "スマートフォンで開くと、メモリーが足りなくなることがあります"},
		Fix:  Text{"make the picture smaller: a width of 3,000 pixels is enough for any page", "画像を小さくしてください。どのページでも、横が3,000画素あれば十分です"},
	},
	{
		ID:   "download-taken",
		What: Text{"\"{file}\" is also the address of a figure's download", "「{file}」は、図表のダウンロードファイルと同じアドレスです"},
		Why:  Text{"one of the two would replace the other", "どちらか一方が、もう一方を上書きしてしまいます"},
		Fix:  Text{"rename the file, or move it to another folder", "ファイルの名前を変えるか、別のフォルダーに移してください"},
	},
	{
		ID:      "search-test-fails",
		What:    Text{"a search for \"{query}\" does not find {page} among its first three pages", "「{query}」で検索しても、{page} が検索結果の上位3件に入りません"},
		Why:     Text{"search_tests expects it there; found first: {found}", "search_tests に、上位に入るべきページとして書かれています。今の上位: {found}"},
		Fix:     Text{"add the words that readers search for to the page's title, to one of its headings or to the aliases of a term, or change the test", "読者が入力する言葉を、ページの題名や見出し、用語の別名（aliases）に入れるか、このテストを見直してください"},
		Excerpt: true,
	},
	{
		ID:      "search-test-page-unknown",
		What:    Text{"search_tests names {page}, which is not a page of the site", "search_tests にある {page} は、サイトのページではありません"},
		Why:     Text{"a path starts inside pages/, and drafts and pages that are not due yet are not on the site; similar: {nearest}", "パスは pages/ を起点に書きます。下書きや公開前のページはサイトに入りません。近いもの: {nearest}"},
		Fix:     Text{"correct the path, or remove the test", "パスを直すか、このテストを消してください"},
		Excerpt: true,
	},
	{
		ID:      "figure-kind-unknown",
		What:    Text{"{table} ({stat}) cannot be shown as \"{kind}\"", "{table}（{stat}）に「{kind}」という図の種類は使えません"},
		Why:     Text{"this table can be shown as {known}", "この表に使える種類は {known} です"},
		Fix:     Text{"choose one of them, or leave out the attribute \"kind\"", "いずれかを選ぶか、kind を省いてください"},
		Excerpt: true,
	},
}
