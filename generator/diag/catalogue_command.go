package diag

// commandProblems are reported by the commands themselves.
var commandProblems = []Def{
	{
		ID:   "new-folder-not-empty",
		What: Text{"{folder} is not an empty folder", "{folder} は空のフォルダーではありません"},
		Why:  Text{"making a new handbook never overwrites existing files", "新しいハンドブックを作るときに、既存のファイルは上書きしません"},
		Fix:  Text{"name a folder that does not exist yet", "まだないフォルダーの名前を指定してください"},
	},
	{
		ID:   "data-folder-missing",
		What: Text{"the data folder {folder} is not here", "データフォルダー {folder} が見つかりません"},
		Why:  Text{"it contains the cohorts' data and private/, without which participants' names cannot be searched for", "このフォルダーには、コーホートのデータと、参加者の氏名の検査に必要な private/ が入っています"},
		Fix:  Text{"correct data: in site.yaml, connect the drive, or build with --without-roster", "site.yaml の data: を直すか、ドライブを接続するか、--without-roster を付けてビルドしてください"},
	},
	{
		ID:       "link-external",
		Severity: Warning,
		What:     Text{`the link to {url} leads nowhere`, "外部リンク {url} が開けません"},
		Why:      Text{"its server says: {answer}", "サーバーの応答: {answer}"},
		Fix:      Text{"correct the address, or remove the link", "アドレスを直すか、リンクを外してください"},
		Excerpt:  true,
	},
}
