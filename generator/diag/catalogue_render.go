package diag

var renderProblems = []Def{
	{
		ID:   "theme-file-unknown",
		What: Text{"a theme has no such file", "テーマのファイルとして認識できません"},
		Why:  Text{"a theme consists of layouts/*.html, layouts/parts/*.html, layouts/charts/*.html, assets/* and i18n/LANGUAGE.yaml", "テーマに置けるのは layouts/*.html、layouts/parts/*.html、layouts/charts/*.html、assets/*、i18n/言語.yaml だけです"},
		Fix:  Text{"move the file into one of these folders, or put _ in front of its name to have it skipped", "いずれかのフォルダーへ移すか、ファイル名の先頭に _ を付けて対象外にしてください"},
	},
	{
		ID:   "theme-file-missing",
		What: Text{"the theme lacks this file", "テーマにこのファイルがありません"},
		Why:  Text{"every site needs it", "どのサイトにも必要なファイルです"},
		Fix:  Text{"add it, or put the default theme below your own", "ファイルを追加するか、既定のテーマを下の層に置いてください"},
	},
	{
		ID:   "theme-file-unreadable",
		What: Text{"a file of the theme cannot be read", "テーマのファイルを読み込めません"},
		Fix:  Text{"check that the file is there and that you may open it", "ファイルがあるか、開く権限があるかを確かめてください"},
	},
	{
		ID:      "template-fails",
		What:    Text{"the template fails", "テンプレートの処理に失敗しました"},
		Why:     Text{"{reason}", "{reason}"},
		Fix:     Text{"mend the line, or delete the file to use the default theme's", "該当行を直すか、ファイルを削除して既定のテーマに戻してください"},
		Excerpt: true,
	},
	{
		ID:      "theme-words-syntax",
		What:    Text{"the words of the theme cannot be read", "テーマの文言ファイルを読み取れません"},
		Why:     Text{"{reason}", "{reason}"},
		Fix:     Text{"write one word on a line, as in `next: Next`", "`next: 次へ` のように、1行に一つずつ書いてください"},
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
		What: Text{"the style sheet or script cannot be read", "スタイルシートまたはスクリプトを読み取れません"},
		Why:  Text{"{reason}", "{reason}"},
		Fix:  Text{"mend the file, or delete it to use the default theme's", "ファイルを直すか、削除して既定のテーマに戻してください"},
	},
	{
		ID:   "download-taken",
		What: Text{"\"{file}\" is the address of a download that a figure has", "「{file}」は、図表のダウンロードファイルと同じアドレスです"},
		Why:  Text{"one of the two would replace the other", "どちらか一方が、もう一方を上書きしてしまいます"},
		Fix:  Text{"rename the file, or move it to another folder", "ファイルの名前を変えるか、別のフォルダーに移してください"},
	},
	{
		ID:      "figure-kind-unknown",
		What:    Text{"there is no kind of figure called \"{kind}\" for {table} ({stat})", "{table}({stat})に「{kind}」という図の種類はありません"},
		Why:     Text{"this table can be shown as {known}", "この表を示せる種類は {known} です"},
		Fix:     Text{"choose one of them, or leave out kind", "いずれかを選ぶか、kind を省いてください"},
		Excerpt: true,
	},
}
