package diag

// quotesProblems are those of free-text comments.
var quotesProblems = []Def{
	{ID: "quotes-file",
		What: Text{"quotes.yaml is not as kohort quotes writes it", "quotes.yaml が kohort quotes の書く形になっていません"},
		Why:  Text{"no comment is shown that is not known to be approved", "確認済みだと分からない自由記述は公開できません"},
		Fix:  Text{"mend the entry at this place, or delete it and review its comment again", "この位置の項目を直すか、削除してその自由記述を確認し直してください"}},
	{ID: "quotes-edited", Severity: Warning,
		What: Text{"the text of an approved comment was edited", "確認済みの自由記述の text が書き換えられています"},
		Why:  Text{"an edited text needs a new approval, and is not shown until then", "書き換えた文は、あらためて確認するまで公開されません"},
		Fix:  Text{"run: kohort quotes {cohort}", "kohort quotes {cohort} を実行してください"}},
	{ID: "quotes-names",
		What: Text{"an approved comment of cohort {cohort} names somebody who takes part", "コーホート {cohort} の確認済みの自由記述に、参加者の名前が含まれています"},
		Why:  Text{"no page may name a participant", "ページに参加者の名前を載せることはできません"},
		Fix:  Text{"run: kohort quotes {cohort}; it asks about this comment again", "kohort quotes {cohort} を実行してください。その自由記述をもう一度確認できます"}},
	{ID: "quote-differs",
		What: Text{"a comment on the page is not one that was released", "ページの自由記述が、リリースされた文と一致しません"},
		Why:  Text{"only approved comments may be shown, word for word", "確認済みの文だけを、そのままの形で掲載できます"},
		Fix:  Text{"let the theme print each comment with its data-quote, and nothing else in the list", "テーマでは自由記述を data-quote とともにそのまま出力し、一覧にほかの文を入れないでください"}},
}
