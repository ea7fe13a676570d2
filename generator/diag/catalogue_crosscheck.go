package diag

// crosscheckProblems are those of a cell that another table or cohort.yaml
// speaks against. Each may be as it should, so that all are warnings.
var crosscheckProblems = []Def{
	{
		ID:       "data-date-far",
		Severity: Warning,
		What:     Text{"this date is more than a year outside the cohort's period ({start} to {end})", "この日付は、コーホートの期間（{start}〜{end}）から1年以上離れています"},
		Fix:      Text{"check the year", "年を確かめてください"},
	},
	{
		ID:       "data-session-outside-cohort",
		Severity: Warning,
		What:     Text{"this session is outside the cohort's period ({start} to {end})", "このセッションの日付は、コーホートの期間（{start}〜{end}）に入っていません"},
		Why:      Text{"the session is counted all the same", "日付がこのままでも、このセッションは数に入ります"},
		Fix:      Text{"check the date; if it is right, change start or end in cohort.yaml", "日付を確かめてください。正しければ、cohort.yaml の start か end を広げてください"},
	},
	{
		ID:       "data-session-outside-pair",
		Severity: Warning,
		What:     Text{"this session is dated before its pair was matched or after the pair ended", "このセッションの日付は、ペアの成立日より前か、ペアの終了日より後です"},
		Why:      Text{"the session is counted all the same; one that is dated before the match counts as 0 days to the first session", "日付がこのままでも、このセッションは数に入ります。成立日より前のセッションの場合は「初回までの日数」が0日になります"},
		Fix:      Text{"check this date, the pair, and the pair's dates", "この日付とペア、およびペアの成立日・終了日を確かめてください"},
	},
	{
		ID:       "data-level-alike",
		Severity: Warning,
		What:     Text{"the same thing seems to be written in two ways, which differ only in capitals, spaces or hyphens: in this way in rows {rows}, in the other in row {row}", "同じものが、大文字・小文字、全角・半角、空白、ハイフンだけ違う二通りの書き方になっているようです（この書き方: {rows}行、もう一つの書き方: {row}行）"},
		Why:      Text{"the two count as different", "別のものとして数えられます"},
		Fix:      Text{"if they are the same, write both in the same way", "同じものなら、書き方をそろえてください"},
	},
	{
		ID:       "data-pair-line",
		Severity: Warning,
		What:     Text{"one member of this pair reports to the other, directly or through others", "このペアの一方は、もう一方の部下（直属、またはその下）です"},
		Why:      Text{"the figure \"outside the reporting line\" does not count this pair as outside it", "「上司部下でない割合」が、このペアの分だけ低くなります"},
		Fix:      Text{"check the pair and the managers; if both are right, leave them as they are", "ペアと上司の欄を確かめてください。どちらも正しければ、そのままでかまいません"},
	},
	{
		ID:       "data-pair-department",
		Severity: Warning,
		What:     Text{"mentor and mentee are in the same department in {count} {pair|pairs} (rows: {rows})", "メンターとメンティーが同じ部署のペアが{count}組あります（行: {rows}）"},
		Why:      Text{"the figure \"across departments\" counts these pairs as being within one department", "「部署をまたぐ割合」が、同じ部署のペアの分だけ低くなります"},
		Fix:      Text{"check the pairs and the departments; if they are right, leave them as they are", "ペアと部署を確かめてください。正しければ、そのままでかまいません"},
	},
	{
		ID:       "data-manager-self",
		Severity: Warning,
		What:     Text{"this row gives the person as their own manager", "この行では、本人が自分の上司になっています"},
		Fix:      Text{"write the manager's id, or leave the cell empty", "上司の ID を書くか、空にしてください"},
	},
	{
		ID:       "data-manager-circle",
		Severity: Warning,
		What:     Text{"following the managers from this row leads back to the same person", "この行の人から上司を順にたどると、同じ人に戻ってしまいます"},
		Fix:      Text{"correct the manager in one of these rows", "たどった行のどれかで、上司の ID を直してください"},
	},
	{
		ID:       "data-manager-unlike",
		Severity: Warning,
		What:     Text{"this manager is not a participant, and the entry is not written like the participants' ids", "この上司は参加者の一覧になく、ID の書き方も参加者と違います"},
		Why:      Text{"leading zeros may be lost, or a name may have been written instead of an id", "先頭の0が消えているか、ID の代わりに氏名が入っているおそれがあります"},
		Fix:      Text{"write the manager's id as in the column of ids", "ID の列と同じ書き方で、上司の ID を書いてください"},
	},
	{
		ID:       "data-manager-none",
		Severity: Warning,
		What:     Text{"nothing in this column is written like a participant's id", "この列には、参加者の ID と同じ書き方の値が一つもありません"},
		Why:      Text{"without the managers' ids, nothing shows which pairs are within a reporting line", "上司の ID がないと、上司と部下の関係にあるペアかどうかが分かりません"},
		Fix:      Text{"write ids instead of names, or name another column under tables in cohort.yaml", "氏名の代わりに ID を書くか、cohort.yaml の tables で別の列を指定してください"},
	},
	{
		ID:   "data-annotate-place",
		What: Text{"a copy with people's data must not be put here", "ここには、個人のデータが入ったコピーを置けません"},
		Why:  Text{"the folder belongs to the site (pages, theme or the built site) or to the cohorts' data", "指定された場所は、サイトのもとになるフォルダー（pages、theme）、作られたサイト、コーホートのデータのフォルダーのどれかの中です"},
		Fix:  Text{"choose a folder that only you can open", "自分だけが開けるフォルダーを選んでください"},
	},
	{
		ID:   "data-annotate-exists",
		What: Text{"a file of this name is already there; this command did not write it, or it has been saved since", "同じ名前のファイルがあります。このコマンドで作ったファイルでないか、作った後に保存し直されたファイルです"},
		Fix:  Text{"choose another name, or move that file elsewhere", "別の名前にするか、そのファイルを別の場所に移してください"},
	},
	{
		ID:   "data-template-place",
		What: Text{"templates must not be put here: what is filled in would be published with the site", "ここにはひな形を置けません。記入した内容がサイトと一緒に公開されるおそれがあります"},
		Fix:  Text{"choose another folder, such as the cohort's folder in cohorts", "cohorts の中のコーホートのフォルダーなど、別の場所を選んでください"},
	},
	{
		ID:   "data-template-exists",
		What: Text{"there is already a file for this table", "この表のファイルは、すでにあります"},
		Why:  Text{"existing files are never replaced by templates, and a table must not have two files", "ひな形を置くときに、既存のファイルは上書きしません。また、一つの表に置けるファイルは一つだけです"},
		Fix:  Text{"choose an empty folder", "空のフォルダーを選んでください"},
	},
}
