package diag

// dataProblems are those of a cohort's data files, of cohort.yaml, survey.yaml
// and of the private folder. A problem of a data file has no excerpt and no
// slot for what a cell holds.
var dataProblems = []Def{
	{
		ID:   "cohort-settings-missing",
		What: Text{"this cohort has no cohort.yaml", "このコーホートには cohort.yaml がありません"},
		Fix:  Text{"write one in its folder with title, start and end", "title・start・end を書いた cohort.yaml を、コーホートのフォルダーに置いてください"},
	},
	{
		ID:      "data-key-missing",
		What:    Text{`the key "{key}" is missing or empty`, "「{key}」が書かれていないか、空です"},
		Fix:     Text{`add "{key}"`, "「{key}」を書き足してください"},
		Excerpt: true,
	},
	{
		ID:      "cohort-dates",
		What:    Text{"the cohort ends before it starts", "終了日が開始日より前になっています"},
		Fix:     Text{"correct start or end", "start か end を直してください"},
		Excerpt: true,
	},
	{
		ID:      "cohort-table-unknown",
		What:    Text{"there is no table of this name", "この名前の表はありません"},
		Fix:     Text{"use one of {known}, or survey- followed by a time such as before", "{known}、または survey- に続けて before などの時期を書いてください"},
		Excerpt: true,
	},
	{
		ID:      "cohort-table-file",
		What:    Text{"a table's file must be a data file in the cohort's own folder", "表のファイルは、コーホートのフォルダーの中のデータファイルでなければなりません"},
		Fix:     Text{"write the file's name without a folder, such as members.csv", "members.csv のように、フォルダー名を付けずファイル名だけを書いてください"},
		Excerpt: true,
	},
	{
		ID:      "cohort-dimension-unknown",
		What:    Text{"results cannot be broken down by this, or it stands here twice", "この項目では結果を分けられないか、同じ項目が2回書かれています"},
		Fix:     Text{"use each of {known} at most once", "{known} を、それぞれ一度だけ使ってください"},
		Excerpt: true,
	},
	{
		ID:      "cohort-level-chain",
		What:    Text{"the group named here is itself counted in another group", "まとめ先が、さらに別のグループにまとめられています"},
		Fix:     Text{"name that other group here", "最終的なまとめ先をここに書いてください"},
		Excerpt: true,
	},
	{
		ID:      "cohort-level-words",
		What:    Text{"another entry gives the same group a different name", "同じグループに、別の表示名が書かれています"},
		Fix:     Text{"give the name in one place only", "表示名は一か所にだけ書いてください"},
		Excerpt: true,
	},
	{
		ID:       "cohort-level-unused",
		Severity: Warning,
		What:     Text{"nobody in the data goes by this entry", "この名前に当てはまる人が、データにいません"},
		Fix:      Text{"write it as in participants.csv, or remove it", "participants.csv と同じ書き方に直すか、この行を消してください"},
		Excerpt:  true,
	},
	{
		ID:   "survey-missing",
		What: Text{"a cohort has survey answers, but there is no question in survey.yaml", "アンケートの回答がありますが、survey.yaml に設問がありません"},
		Fix:  Text{"write survey.yaml with scales and questions", "scales と questions を書いた survey.yaml を置いてください"},
	},
	{
		ID:      "survey-code-bad",
		What:    Text{"this code cannot name a question", "この code は設問の名前に使えません"},
		Fix:     Text{"use lower-case letters a-z, digits, - and _, beginning with a letter; not respondent, nor comment… for a question with a scale", "英小文字で始め、英小文字・数字・-・_ だけを使ってください。respondent と、選択式の設問での comment… は使えません"},
		Excerpt: true,
	},
	{
		ID:      "survey-code-twice",
		What:    Text{`the code "{code}" is given to two questions`, "「{code}」という code が二つの設問に付いています"},
		Fix:     Text{"give one of them another code", "どちらか一方の code を変えてください"},
		Excerpt: true,
	},
	{
		ID:      "survey-scale-unknown",
		What:    Text{"there is no such scale", "この名前の尺度 (scale) はありません"},
		Fix:     Text{"use one of {known}, or add the scale under scales", "{known} のどれかを使うか、scales に書き足してください"},
		Excerpt: true,
	},
	{
		ID:      "survey-scale-values",
		What:    Text{"a scale needs 2 to 11 values, each higher than the one before", "尺度の values には、小さい順に 2〜11 個の値が必要です"},
		Fix:     Text{"write them like this: values: [1, 2, 3, 4, 5]", "values: [1, 2, 3, 4, 5] のように書いてください"},
		Excerpt: true,
	},
	{
		ID:      "survey-scale-labels",
		What:    Text{"the scale has {wanted} values and {got} labels here", "尺度の値は {wanted} 個ですが、ここのラベルは {got} 個です"},
		Fix:     Text{"write one label for each value", "値ごとに一つずつラベルを書いてください"},
		Excerpt: true,
	},
	{
		ID:      "survey-word-unknown",
		What:    Text{"this word is not one of those that may stand here", "ここに書ける語ではありません"},
		Fix:     Text{"use one of {known}", "{known} のどれかを使ってください"},
		Excerpt: true,
	},
	{
		ID:   "data-file-missing",
		What: Text{"this file is missing", "このファイルがありません"},
		Why:  Text{"a cohort needs the list of its participants", "コーホートには参加者の一覧が必要です"},
		Fix:  Text{"put the file there, or name another one under tables in cohort.yaml", "ファイルをそこに置くか、別の名前のファイルを cohort.yaml の tables に書いてください"},
	},
	{
		ID:   "data-pairs-missing",
		What: Text{"this file is missing", "このファイルがありません"},
		Why:  Text{"sessions and goals name pairs", "セッションと目標のデータがペアを参照しています"},
		Fix:  Text{"add the list of pairs with the columns pair, mentor and mentee", "pair・mentor・mentee の列があるペアの一覧を置いてください"},
	},
	{
		ID:   "data-file-unreadable",
		What: Text{"this file cannot be opened", "このファイルを開けません"},
		Fix:  Text{"close it in other programs, and check that you are allowed to read it", "ほかのソフトで開いていれば閉じ、このファイルを読む権限があることを確かめてください"},
	},
	{
		ID:       "data-file-unknown",
		Severity: Warning,
		What:     Text{"this file is not read: no table has this name", "このファイルは読み込まれません。この名前の表はありません"},
		Fix:      Text{"rename it to one of {known} or survey-before.csv, survey-after.csv, name it under tables in cohort.yaml, or move it elsewhere", "{known} または survey-before.csv・survey-after.csv という名前に変えるか、cohort.yaml の tables に書くか、別の場所に移してください"},
	},
	{
		ID:   "data-wave-unknown",
		What: Text{"this is not a name that a survey can have", "アンケートの時期に、この名前は使えません"},
		Fix:  Text{"use before, mid, after, or pulse- and a date, such as pulse-2025-06-02", "before・mid・after、または pulse-2025-06-02 のように日付を付けた pulse を使ってください"},
	},
	{
		ID:   "data-file-large",
		What: Text{"this file is larger than {limit} MB", "このファイルは {limit} MB を超えています"},
		Fix:  Text{"check that it is the right file and holds this cohort only", "正しいファイルか、このコーホートのデータだけが入っているかを確かめてください"},
	},
	{
		ID:   "data-rows-many",
		What: Text{"this file has more than {limit} rows", "このファイルは {limit} 行を超えています"},
		Fix:  Text{"check that it is the right file and holds this cohort only", "正しいファイルか、このコーホートのデータだけが入っているかを確かめてください"},
	},
	{
		ID:   "data-file-workbook",
		What: Text{"this file is an Excel workbook, not CSV", "このファイルは CSV ではなく、Excel ブックです"},
		Fix:  Text{`open it in Excel and choose "Save As", file type "CSV UTF-8 (comma delimited)"`, "Excel で開き、「名前を付けて保存」でファイルの種類「CSV UTF-8 (コンマ区切り)」を選んで保存してください"},
	},
	{
		ID:   "data-file-encoding",
		What: Text{"this file is not UTF-8 text", "このファイルの文字コードは UTF-8 ではありません"},
		Fix:  Text{`open it in Excel and choose "Save As", file type "CSV UTF-8 (comma delimited)"`, "Excel で開き、「名前を付けて保存」でファイルの種類「CSV UTF-8 (コンマ区切り)」を選んで保存してください"},
	},
	{
		ID:   "data-file-quote",
		What: Text{"a quotation mark in or after this row does not fit, so the file is not read further", "この行以降の引用符 (\") が正しくないため、ここから先を読めません"},
		Fix:  Text{"save the file as CSV again from Excel, or write a quotation mark inside a cell twice", "Excel から CSV として保存し直すか、セルの中の引用符を二つ重ねて書いてください"},
	},
	{
		ID:   "data-file-empty",
		What: Text{"this file has no rows", "このファイルには行がありません"},
		Fix:  Text{"write the names of the columns in the first row: {columns}", "1 行目に列の名前を書いてください: {columns}"},
	},
	{
		ID:   "data-header-missing",
		What: Text{"the first row names no column of this table", "1 行目に、この表の列の名前がありません"},
		Fix:  Text{"put a row with the names of the columns first: {columns}", "列の名前の行を先頭に入れてください: {columns}"},
	},
	{
		ID:   "data-column-missing",
		What: Text{`the column "{column}" is missing`, "「{column}」の列がありません"},
		Fix:  Text{"add the column, or give its header under tables in cohort.yaml", "列を加えるか、その列の見出しを cohort.yaml の tables に書いてください"},
	},
	{
		ID:   "data-column-unknown",
		What: Text{"this column has a name that the table does not know", "この列の名前は、この表の列にありません"},
		Fix:  Text{"use one of these names, or remove the column: {columns}", "次の名前のどれかにするか、列を消してください: {columns}"},
	},
	{
		ID:   "data-column-twice",
		What: Text{`the column "{column}" is here twice`, "「{column}」の列が二つあります"},
		Fix:  Text{"keep one of the two columns", "どちらか一方の列を残してください"},
	},
	{
		ID:   "data-cell-count",
		What: Text{"this row has {got} cells and the first row has {wanted}", "この行のセルは {got} 個ですが、1 行目は {wanted} 個です"},
		Fix:  Text{"check the commas and quotation marks of the row", "この行のコンマと引用符を確かめてください"},
	},
	{
		ID:   "data-cell-empty",
		What: Text{`the column "{column}" is empty in this row`, "この行の「{column}」が空です"},
		Fix:  Text{"fill in the cell", "セルに値を入れてください"},
	},
	{
		ID:   "data-id-twice",
		What: Text{"row {row} already has this id", "この ID は {row} 行目と同じです"},
		Fix:  Text{"keep one row for each person, and give each person an id of their own", "一人につき 1 行とし、ID が重ならないようにしてください"},
	},
	{
		ID:       "data-email-twice",
		Severity: Warning,
		What:     Text{"row {row} already has this e-mail address", "このメールアドレスは {row} 行目と同じです"},
		Fix:      Text{"check both rows; if the people share an address, leave it as it is", "両方の行を確かめてください。共用のアドレスであれば、そのままで構いません"},
	},
	{
		ID:   "data-email-bad",
		What: Text{"this is not an e-mail address", "メールアドレスの形ではありません"},
		Fix:  Text{"write one address, or leave the cell empty", "アドレスを一つだけ書くか、空にしてください"},
	},
	{
		ID:   "data-word-unknown",
		What: Text{"this cell holds none of the words that the column takes", "この列に書ける語ではありません"},
		Fix:  Text{"use one of {known}", "{known} のどれかを使ってください"},
	},
	{
		ID:   "data-date-bad",
		What: Text{"this is not a date, or there is no such day", "日付として読めないか、実在しない日です"},
		Fix:  Text{"write it like 2025-04-01 or 2025/4/1", "2025-04-01 または 2025/4/1 のように書いてください"},
	},
	{
		ID:   "data-date-order",
		What: Text{`the date "{second}" is earlier than "{first}"`, "「{second}」の日付が「{first}」より前になっています"},
		Fix:  Text{"correct one of the two", "どちらかの日付を直してください"},
	},
	{
		ID:   "data-person-unknown",
		What: Text{"no participant has this id", "この ID の参加者はいません"},
		Fix:  Text{"write the id as in participants.csv, or add the person there", "participants.csv と同じ ID を書くか、そこにその人を加えてください"},
	},
	{
		ID:   "data-role-other",
		What: Text{"this person's role in participants.csv is not {role}", "participants.csv では、この人の役割が {role} になっていません"},
		Fix:  Text{"correct the id here, or the role in participants.csv", "ここの ID か、participants.csv の役割を直してください"},
	},
	{
		ID:   "data-pair-self",
		What: Text{"mentor and mentee of this pair are the same person", "このペアのメンターとメンティーが同じ人です"},
		Fix:  Text{"correct one of the two ids", "どちらかの ID を直してください"},
	},
	{
		ID:   "data-pair-twice",
		What: Text{"row {row} already has this pair", "このペアは {row} 行目と同じです"},
		Fix:  Text{"keep one row for each pair", "1 組につき 1 行にしてください"},
	},
	{
		ID:   "data-pair-unknown",
		What: Text{"there is no such pair", "このペアは pairs.csv にありません"},
		Fix:  Text{"write the pair as in pairs.csv, or add it there", "pairs.csv と同じ書き方にするか、そこに加えてください"},
	},
	{
		ID:   "data-minutes-bad",
		What: Text{"this is not a whole number of minutes from 1 to 600", "何分かを示す、1 から 600 までの整数ではありません"},
		Fix:  Text{"write the minutes alone, such as 45, or leave the cell empty", "45 のように数字だけを書くか、空にしてください"},
	},
	{
		ID:   "data-theme-unknown",
		What: Text{"survey.yaml has no such theme", "このテーマは survey.yaml にありません"},
		Fix:  Text{"use one of the ids under themes in survey.yaml, or add it there", "survey.yaml の themes にある ID を使うか、書き足してください"},
	},
	{
		ID:   "data-respondent-twice",
		What: Text{"row {row} already has answers of this person", "この人の回答は {row} 行目にもあります"},
		Fix:  Text{"keep the answers that count and remove the other row", "有効な回答だけを残し、もう一方の行を消してください"},
	},
	{
		ID:   "data-answer-not-asked",
		What: Text{"survey.yaml asks this question of {who} alone", "survey.yaml では、この設問に答えるのは {who} だけです"},
		Fix:  Text{"empty the cell, or correct the respondent", "セルを空にするか、回答者の ID を直してください"},
	},
	{
		ID:   "data-answer-bad",
		What: Text{"this answer is not on the question's scale", "この設問の選択肢にない回答です"},
		Fix:  Text{"write one of {scale} or a label of the scale, or leave the cell empty", "{scale} のどれか、または尺度のラベルを書くか、空にしてください"},
	},
	{
		ID:   "roster-unreadable",
		What: Text{"the names to search for cannot be read", "参加者の氏名を探すためのデータを読めません"},
		Why:  Text{"without them a participant's name could be published", "これがないと、参加者の氏名が公開されるおそれがあります"},
		Fix:  Text{`run "kohort release" for the cohort again, or restore the file from a backup`, "そのコーホートの kohort release をもう一度実行するか、バックアップから戻してください"},
	},
	{
		ID:   "allowed-broken",
		What: Text{"this line of allowed.yaml cannot be read", "allowed.yaml のこの行を読めません"},
		Fix:  Text{"write it like this: allowed: [{name: …, reason: …, by: …, date: 2025-04-01}]", "次の形で書いてください: allowed: [{name: …, reason: …, by: …, date: 2025-04-01}]"},
	},
	{
		ID:   "allowed-incomplete",
		What: Text{`this entry has no "{key}"`, "この項目に「{key}」がありません"},
		Why:  Text{"a name that may stand on a page needs name, reason, by and date", "ページに載せてよい名前には、name・reason・by・date がすべて必要です"},
		Fix:  Text{`add "{key}"`, "「{key}」を書き足してください"},
	},
}
