package diag

// quotesProblems are those of free-text comments.
var quotesProblems = []Def{
	{ID: "quotes-file",
		What: Text{"quotes.yaml is not in the form that kohort quotes writes", "quotes.yaml が、kohort quotes の書き出す形になっていません"},
		Why:  Text{"only comments that are known to be approved are shown", "公開するのは、確認済みだと分かる自由記述だけです"},
		Fix:  Text{"correct this entry, or delete it and review its comment again", "この項目を直すか、項目を削除してから、その自由記述を確認し直してください"}},
	{ID: "quotes-edited", Severity: Warning,
		What: Text{"the text of an approved comment was edited", "確認済みの自由記述の text が書き換えられています"},
		Why:  Text{"edited text needs to be approved again, and is not shown until then", "書き換えた文は、あらためて確認するまで公開されません"},
		Fix:  Text{"run: kohort quotes {cohort}", "kohort quotes {cohort} を実行してください"}},
	{ID: "quotes-names",
		What: Text{"an approved comment of cohort {cohort} names a participant", "コーホート {cohort} の確認済みの自由記述に、参加者の名前が含まれています"},
		Why:  Text{"no page may name a participant", "参加者の名前をページに載せることはできません"},
		Fix:  Text{"run: kohort quotes {cohort}; it asks about this comment again", "kohort quotes {cohort} を実行してください。その自由記述をもう一度確認できます"}},
	{ID: "quote-differs",
		What: Text{"a comment on the page is not one that was released", "ページの自由記述が、リリースした文と一致しません"},
		Why:  Text{"only approved comments may be shown, word for word", "確認済みの文だけを、そのままの形で掲載できます"},
		Fix:  Text{"have the theme print each comment with its data-quote, and nothing else in the list", "テーマでは自由記述に data-quote を付けてそのまま出力し、一覧にほかの文を入れないでください"}},
}
