package diag

var outputProblems = []Def{
	{
		ID:   "output-foreign-folder",
		What: Text{"the output folder {folder} contains files that Kohort did not write", "出力先 {folder} に、Kohort が書いていないファイルがあります"},
		Why:  Text{"the whole folder is replaced, so they would be lost", "フォルダー全体を置き換えるため、それらのファイルは失われます"},
		Fix:  Text{"name a new or empty folder with --output, or empty this one", "新しいフォルダーか空のフォルダーを --output で指定するか、このフォルダーを空にしてください"},
	},
	{
		ID:   "output-foreign-file",
		What: Text{"the output folder {folder} contains {count} {file|files} that Kohort did not write: {files}", "出力先 {folder} に、Kohort が書いていないファイルが{count}個あります: {files}"},
		Why:  Text{"the whole folder is replaced, so they would be lost", "フォルダー全体を置き換えるため、それらのファイルは失われます"},
		Fix:  Text{"move them elsewhere; what belongs to the site goes in pages/", "別の場所に移してください。サイトに載せるものは pages/ に入れてください"},
	},
	{
		ID:   "output-not-folder",
		What: Text{"{folder} is a file, not a folder", "{folder} はフォルダーではなくファイルです"},
		Fix:  Text{"give another name with --output, or remove the file", "--output で別の名前を指定するか、そのファイルを消してください"},
	},
	{
		ID:   "output-over-source",
		What: Text{"the output folder {folder} is or contains {kept}, which is part of the handbook", "出力先 {folder} は、ハンドブックの一部である {kept} か、それを含むフォルダーです"},
		Fix:  Text{"name a separate folder with --output, such as public", "--output で「public」のような専用のフォルダーを指定してください"},
	},
	{
		ID:   "output-in-source",
		What: Text{"the output folder {folder} is inside {closed}, which the next build would read", "出力先 {folder} は、次のビルドで読み込まれる {closed} の中にあります"},
		Fix:  Text{"name a separate folder with --output, such as public", "--output で「public」のような専用のフォルダーを指定してください"},
	},
	{
		ID:   "output-other-chain",
		What: Text{"the site in {folder} was built from releases that are not here", "出力先 {folder} のサイトは、ここにないリリースから作られています"},
		Why:  Text{"releases from two copies of a handbook, taken together, could reveal something about individuals", "ハンドブックの二つのコピーで別々にリリースした数字を合わせると、個人の回答などが分かるおそれがあります"},
		Fix:  Text{"copy the newest cohorts/*/releases and private/ here first; if the handbook they come from is no longer used, delete {folder}", "先に最新の cohorts/*/releases と private/ をここにコピーしてください。元のハンドブックをもう使わないなら {folder} を削除してください"},
	},
	{
		ID:   "output-busy",
		What: Text{"another build is writing the output folder {folder}", "別のビルドが出力先 {folder} に書き込んでいます"},
		Fix:  Text{"wait until it is done, or give another folder with --output", "終わるまで待つか、--output で別のフォルダーを指定してください"},
	},
}
