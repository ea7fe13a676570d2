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
		ID:      "cohort-column-unknown",
		What:    Text{"this table has no column of this name", "この表に、この名前の列はありません"},
		Fix:     Text{"write one of {known} before the colon and the file's header after it", "コロンの前に {known} のどれかを、後ろにファイルの見出しを書いてください"},
		Excerpt: true,
	},
	{
		ID:      "cohort-column-header",
		What:    Text{"the file has no column with this header", "ファイルに、この見出しの列がありません"},
		Fix:     Text{"write the header as it stands in the file, or remove this line", "ファイルにあるとおりに見出しを書くか、この行を消してください"},
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
		Fix:      Text{"write it as in the list of participants, or remove it", "参加者の一覧と同じ書き方に直すか、この行を消してください"},
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
		Fix:     Text{"use lower-case letters a-z, digits, - and _, beginning with a letter; not respondent, submitted, email or name, nor comment… for a question with a scale", "英小文字で始め、英小文字・数字・-・_ だけを使ってください。respondent・submitted・email・name と、選択式の設問での comment… は使えません"},
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
		What:    Text{"the scale has {wanted} values and {got} {label|labels} here", "尺度の値は {wanted} 個ですが、ここのラベルは {got} 個です"},
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
		Fix:  Text{"put the list there as participants.csv, participants.xlsx, or a workbook with a sheet named 参加者 or Participants; or name its file under tables in cohort.yaml", "参加者の一覧を participants.csv や参加者名簿.xlsx、または「参加者」「名簿」という名前のシートのあるブックとして置くか、ファイルの名前を cohort.yaml の tables に書いてください"},
	},
	{
		ID:   "data-people-none",
		What: Text{"there is nobody below the headers", "見出しの下に、参加者が一人もいません"},
		Fix:  Text{"fill in a row for each participant, and check that it is the right file and sheet", "参加者を 1 人 1 行で記入してください。別のファイルやシートを読んでいないかも確かめてください"},
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
		What:     Text{"this file is not read: neither it nor a sheet of it has the name of a table", "このファイルは読み込まれません。ファイルにもシートにも、表の名前が付いていません"},
		Fix:      Text{"rename it to one of {known} or survey-before, survey-after (or 参加者名簿, ペア, 事後アンケート …), name it under tables in cohort.yaml, or move it elsewhere", "{known} や survey-before・survey-after (または参加者名簿・ペア・事後アンケートなど) という名前に変えるか、cohort.yaml の tables に書くか、別の場所に移してください"},
	},
	{
		ID:      "data-file-named",
		What:    Text{"the cohort's folder has no file of this name", "コーホートのフォルダーに、この名前のファイルがありません"},
		Fix:     Text{"put the file there, or correct its name here; the ending (.xlsx, .csv) belongs to it", "ファイルをそこに置くか、ここに書いた名前を直してください。名前には拡張子 (.xlsx や .csv) も必要です"},
		Excerpt: true,
	},
	{
		ID:      "data-sheet-missing",
		What:    Text{"no workbook that may hold this table has a sheet of this name", "この表を探すブックに、この名前のシートがありません"},
		Fix:     Text{"write the name as on the sheet's tab in Excel", "Excel のシート見出し (タブ) にあるとおりの名前を書いてください"},
		Excerpt: true,
	},
	{
		ID:   "data-sheet-unsure",
		What: Text{`it is not clear which sheet of this workbook is the table "{table}": {sheets}`, "このブックのどのシートが「{table}」の表なのか判断できません (候補: {sheets})"},
		Fix:  Text{`name the sheet in cohort.yaml: tables: {{table}: {file: "…", sheet: "…"}}`, "cohort.yaml に tables: {{table}: {file: \"…\", sheet: \"…\"}} の形でシートの名前を書いてください"},
	},
	{
		ID:       "data-sheet-unread",
		Severity: Warning,
		What:     Text{`this sheet has the columns of the table "{table}" but is not read`, "このシートには「{table}」の表の列がありますが、読み込まれません"},
		Fix:      Text{"if it is to be read, rename the sheet, or name it under tables in cohort.yaml; else leave it as it is", "読み込む場合は、シートの名前を変えるか cohort.yaml の tables に書いてください。不要であればこのままで構いません"},
	},
	{
		ID:   "data-table-twice",
		What: Text{`the table "{table}" is already in {first}`, "「{table}」の表は {first} にもあります"},
		Fix:  Text{"move one of the two elsewhere, or name the right one under tables in cohort.yaml", "どちらか一方を別の場所に移すか、正しいほうを cohort.yaml の tables に書いてください"},
	},
	{
		ID:   "data-wave-unknown",
		What: Text{"the name does not say which survey this is", "どの時期のアンケートか、名前から分かりません"},
		Fix:  Text{"use before, mid, after, or pulse- and a date, such as survey-after or survey-pulse-2025-06-02; or 事前アンケート, 中間アンケート, 事後アンケート", "事前アンケート・中間アンケート・事後アンケート、または survey-before・survey-mid・survey-after・survey-pulse-2025-06-02 のような名前にしてください"},
	},
	{
		ID:   "data-file-large",
		What: Text{"this file is larger than {limit} MB", "このファイルは {limit} MB を超えています"},
		Fix:  Text{"check that it is the right file and holds this cohort only", "正しいファイルか、このコーホートのデータだけが入っているかを確かめてください"},
	},
	{
		ID:   "data-file-empty",
		What: Text{"there are no rows here", "行がありません"},
		Fix:  Text{"write the names of the columns in the first row: {columns}", "1 行目に見出しを書いてください: {columns}"},
	},
	{
		ID:   "data-header-missing",
		What: Text{"no row of this table is a row of headers, with at least two names of columns", "この表に、列の見出しの行 (知っている見出しが二つ以上ある行) がありません"},
		Fix: Text{`put a row of headers above the data: {columns}, or their usual names in Japanese or English; where you have one with names of your own, give these in cohort.yaml: tables: {{table}: {columns: {COLUMN: "…"}}}`,
			"データの上に見出しの行を入れてください。例: {columns}。独自の見出しの行がある場合は、cohort.yaml に tables: {{table}: {columns: {列の名前: \"見出し\"}}} の形で書いてください"},
	},
	{
		ID:   "data-column-missing",
		What: Text{`the column "{column}" is missing`, "「{column}」の列がありません"},
		Fix:  Text{`add the column, or give its header in cohort.yaml: tables: {{table}: {columns: {{name}: "…"}}}`, "列を加えるか、cohort.yaml に tables: {{table}: {columns: {{name}: \"…\"}}} の形でその列の見出しを書いてください"},
	},
	{
		ID:       "data-column-unknown",
		Severity: Warning,
		What:     Text{"this column is not read: its header names no column of the table", "この列は読み込まれません。見出しが、この表の列の名前ではありません"},
		Fix:      Text{`if it is to be read, change its header to one of {columns}; else leave it, or silence this by ignore: ["…"] under tables, {table} in cohort.yaml`, "読み込む列であれば、見出しを次のどれかに変えてください: {columns}。不要であればこのままで構いません (cohort.yaml の tables の {table} に ignore: [\"見出し\"] と書くと、表示されなくなります)"},
	},
	{
		ID:   "data-column-unsure",
		What: Text{`this column may be meant as "{column}", which the table lacks otherwise`, "この列は「{column}」のことかもしれません (ほかにその列はありません)"},
		Fix:  Text{`in cohort.yaml, give the header as it stands here: tables: {{table}: {columns: {{name}: "…"}}}; if it is something else: tables: {{table}: {ignore: ["…"]}}`, "cohort.yaml に、ここにあるとおりの見出しを tables: {{table}: {columns: {{name}: \"見出し\"}}} の形で書いてください。別の列であれば tables: {{table}: {ignore: [\"見出し\"]}} と書いてください"},
	},
	{
		ID:   "data-column-twice",
		What: Text{`this column and column {first} are both "{column}"`, "この列と {first} 列は、どちらも「{column}」の列です"},
		Fix:  Text{`keep one of them, or say in cohort.yaml which to read: tables: {{table}: {columns: {{name}: "…"}}}`, "どちらか一方を残すか、読み込む列の見出しを cohort.yaml に tables: {{table}: {columns: {{name}: \"見出し\"}}} の形で書いてください"},
	},
	{
		ID:       "data-column-passed",
		Severity: Warning,
		What:     Text{`this column is not read: "{column}" is taken from column {first}`, "この列は読み込まれません。「{column}」には {first} 列を使います"},
		Fix:      Text{`to read this one, say so in cohort.yaml: tables: {{table}: {columns: {{name}: "…"}}}; else leave it as it is`, "この列を使う場合は、見出しを cohort.yaml に tables: {{table}: {columns: {{name}: \"見出し\"}}} の形で書いてください。そうでなければこのままで構いません"},
	},
	{
		ID:   "data-cell-count",
		What: Text{"this row has {got} {cell|cells} and the header {wanted}", "この行のセルは {got} 個ですが、見出しは {wanted} 個です"},
		Fix:  Text{"check the commas and quotation marks of the row", "この行のコンマと引用符を確かめてください"},
	},
	{
		ID:   "data-cell-empty",
		What: Text{`the column "{column}" is empty in this row`, "この行の「{column}」が空です"},
		Fix:  Text{"fill in the cell", "セルに値を入れてください"},
	},
	{
		ID:   "data-row-gaps",
		What: Text{"several columns that must be filled in are empty in this row: {columns}", "この行は、必須の列がいくつも空です: {columns}"},
		Fix:  Text{"fill in the cells; where the row is a total or a note, delete it", "値を入れてください。合計や注記の行であれば、行ごと消してください"},
	},
	{
		ID:   "data-cell-error",
		What: Text{"the formula in this cell gives an error, such as #N/A", "このセルの数式がエラー (#N/A など) になっています"},
		Fix:  Text{"correct the formula, or replace it by its value; leave the cell empty where there is none", "数式を直すか、値に置き換えてください。値がなければ空にしてください"},
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
		Fix:  Text{"use one of {known}", "{known}のどれかを使ってください"},
	},
	{
		ID:   "data-date-bad",
		What: Text{"this is not a date, or there is no such day", "日付として読めないか、実在しない日です"},
		Fix:  Text{"write it like 2025-04-01 or 2025/4/1; where it has not happened, leave the cell empty or write not yet, if the column is not one that must be filled in", "2025/4/1、2025-04-01、令和7年4月1日のように書いてください。必須でない列なら、まだのものは空にするか「未」「予定」などと書きます"},
	},
	{
		ID:   "data-date-needed",
		What: Text{`the column "{column}" needs a date in each row`, "「{column}」は、すべての行に日付が必要です"},
		Fix:  Text{"write the day that is planned, or take the row out until there is one", "予定の日付を書くか、日付が決まるまでその行を消してください"},
	},
	{
		ID:   "data-date-yes",
		What: Text{"this cell says that it happened, but not on which day", "済んだことは分かりますが、日付がありません"},
		Fix:  Text{"write the day, like 2025-04-01; 未受講, 予定, not yet or an empty cell say that it has not happened", "2025/4/1 のように日付を書いてください。まだのものは、空にするか「未」「予定」などと書きます"},
	},
	{
		ID:   "data-date-ambiguous",
		What: Text{"it is not clear which number of this date is the month", "この日付は、月と日のどちらが先か分かりません"},
		Why:  Text{"4/1/2025 is 1 April in some countries and 4 January in others, and the other dates of the column do not tell", "4/1/2025 は国によって 4月1日にも 1月4日にもなり、この列のほかの日付からも判断できません"},
		Fix:  Text{"write it like 2025-04-01", "2025/4/1 のように年から書いてください"},
	},
	{
		ID:   "data-date-order",
		What: Text{`the date "{second}" is earlier than "{first}"`, "「{second}」の日付が「{first}」より前になっています"},
		Fix:  Text{"correct one of the two", "どちらかの日付を直してください"},
	},
	{
		ID:   "data-person-unknown",
		What: Text{"this names no participant", "これに当たる参加者がいません"},
		Fix:  Text{"write the id as in the list of participants, or add the person there", "参加者の一覧と同じ社員番号 (ID) を書くか、一覧にその人を加えてください"},
	},
	{
		ID:   "data-person-several",
		What: Text{"more than one participant has this name", "同じ氏名の参加者が 2 人以上います"},
		Fix:  Text{"write the person's id as in the list of participants", "参加者の一覧にある社員番号 (ID) を書いてください"},
	},
	{
		ID:       "data-person-by-name",
		Severity: Warning,
		What:     Text{"this table names people by their names; each is taken for the one participant of that name", "この表では人が氏名で書かれているため、同じ氏名の参加者として読みます"},
		Fix:      Text{"ids are surer: a name that is written otherwise, or changes, is a problem then", "社員番号 (ID) で書くほうが確実です。氏名の表記が違ったり変わったりすると読めなくなります"},
	},
	{
		ID:   "data-role-other",
		What: Text{"this person's role in the list of participants is not {role}", "参加者の一覧では、この人の役割が{role}になっていません"},
		Fix:  Text{"correct the id here, or the role in that list", "ここの ID か、参加者の一覧の役割を直してください"},
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
		ID:   "data-pair-several",
		What: Text{"more than one pair has these people", "ここに書かれた人のペアが二つ以上あります"},
		Fix:  Text{"name both mentor and mentee, or add a column with the pair as in the list of pairs", "メンターとメンティーの両方を書くか、ペアの一覧と同じペア番号の列を加えてください"},
	},
	{
		ID:   "data-pair-unknown",
		What: Text{"there is no such pair", "このペアはペアの一覧にありません"},
		Fix:  Text{"write the pair as in the list of pairs, or add it there", "ペアの一覧と同じ書き方にするか、一覧に加えてください"},
	},
	{
		ID:   "data-minutes-bad",
		What: Text{"this is not a length of time from 1 to 600 minutes", "1 分から 600 分までの時間ではありません"},
		Fix:  Text{"write the minutes alone, such as 45, or 1:30, 1.5h; or leave the cell empty", "45 のように分だけを書くか、1:30・1時間30分のように書いてください。分からなければ空にしてください"},
	},
	{
		ID:   "data-theme-unknown",
		What: Text{"survey.yaml has no such theme", "このテーマは survey.yaml にありません"},
		Fix:  Text{"use one of the ids or words under themes in survey.yaml, or add it there", "survey.yaml の themes にある ID か表示名を使うか、書き足してください"},
	},
	{
		ID:   "data-respondent-twice",
		What: Text{"row {row} already has answers of this person", "この人の回答は {row} 行目にもあります"},
		Fix:  Text{"keep the answers that count and remove the other row", "有効な回答だけを残し、もう一方の行を消してください"},
	},
	{
		ID:   "data-answer-not-asked",
		What: Text{"survey.yaml asks this question of {who}s alone", "survey.yaml では、この設問に答えるのは{who}だけです"},
		Fix:  Text{"empty the cell, or correct the respondent", "セルを空にするか、回答者の ID を直してください"},
	},
	{
		ID:   "data-answer-bad",
		What: Text{"this answer is not on the question's scale", "この設問の選択肢にない回答です"},
		Fix:  Text{"write the number or the words of one of these, or leave the cell empty: {scale}", "次のどれかを数字か言葉で書くか、空にしてください: {scale}"},
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
