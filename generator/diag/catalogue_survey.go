package diag

// surveyProblems are those of surveys as form services export them.
var surveyProblems = []Def{
	{
		ID:   "survey-column-unsure",
		What: Text{"the question in this header resembles {codes} in survey.yaml, but may not be the same", "この見出しの質問文は survey.yaml の {codes} に似ていますが、同じ設問かどうか判断できません"},
		Fix: Text{`in cohort.yaml, give the header exactly as it is here, under the code of its question: tables: {{table}: {columns: {{code}: "…"}}}; if it is none of them: tables: {{table}: {ignore: ["…"]}}`,
			"cohort.yaml に、ここにあるとおりの見出しを、当てはまる設問の code に続けて tables: {{table}: {columns: {{code}: \"見出し\"}}} の形で書いてください。どの設問でもなければ tables: {{table}: {ignore: [\"見出し\"]}} と書いてください"},
	},
	{
		ID:       "survey-column-unmatched",
		Severity: Warning,
		What:     Text{"this column is not read: its header matches no question in survey.yaml", "この列は読み込まれません。見出しの質問文に当たる設問が survey.yaml にありません"},
		Fix: Text{`if it contains answers to one of {codes}, give the header exactly as it is here in cohort.yaml: tables: {{table}: {columns: {CODE: "…"}}}; to leave the column out without this warning: tables: {{table}: {ignore: ["…"]}}`,
			"この列が {codes} のどれかの回答であれば、ここにあるとおりの見出しを cohort.yaml に tables: {{table}: {columns: {CODE: \"見出し\"}}} の形で書いてください。読み込まない列であれば tables: {{table}: {ignore: [\"見出し\"]}} と書くと、この警告は出なくなります"},
	},
	{
		ID:   "survey-column-twice",
		What: Text{"this column and column {first} both hold answers to the question {code}", "この列と{first}列は、どちらも設問 {code} の回答です"},
		Fix: Text{`keep one of them, or say in cohort.yaml which to read: tables: {{table}: {columns: {{code}: "…"}}}`,
			"どちらか一方を残すか、読み込む列の見出しを cohort.yaml に tables: {{table}: {columns: {{code}: \"見出し\"}}} の形で書いてください"},
	},
	{
		ID:       "survey-question-empty",
		Severity: Warning,
		What:     Text{"nobody answered the question {code}", "設問 {code} にはだれも回答していません"},
		Fix:      Text{"check that the answers are in this column; if the question was not asked, remove the column", "回答がこの列に入っているか確かめてください。尋ねなかった設問であれば、この列を消してください"},
	},
	{
		ID:       "survey-quiz-columns",
		Severity: Warning,
		What:     Text{"columns with quiz points or feedback, which are not read: {count}", "テスト（クイズ）の点数やフィードバックの列が{count}列あります。これらは読み込まれません"},
		Fix:      Text{"nothing needs to be done; to avoid this warning, make the next survey a form rather than a quiz", "このままでかまいません。次回はクイズではなくフォームとして作ると、これらの列は付きません"},
	},
	{
		ID:   "survey-respondent-unknown",
		What: Text{"no participant has this e-mail address or name", "このメールアドレスや名前の参加者はいません"},
		Fix: Text{"write the address in the list of participants as it is here, add a column with the id (respondent) to this table, or remove the row if it is not a participant's",
			"参加者の一覧のメールアドレスをここと同じにするか、この表に社員番号の列（respondent）を加えてください。参加者の回答でなければ、行を消してください"},
	},
	{
		ID:   "survey-respondent-differs",
		What: Text{"the id and the e-mail address in this row belong to different participants", "この行の ID とメールアドレスが、別々の参加者のものです"},
		Fix:  Text{"correct the one that is wrong, or empty the e-mail address", "誤っているほうを直すか、メールアドレスを空にしてください"},
	},
	{
		ID:       "survey-answered-again",
		Severity: Warning,
		What:     Text{"this person also answered in other rows ({rows}); this response, the last one submitted, is used", "この人はほかの行でも回答しています（行: {rows}）。最後に提出された、この行の回答を使います"},
		Fix:      Text{"if an earlier response is the one that counts, remove this row", "先の回答を使う場合は、この行を消してください"},
	},
	{
		ID:       "survey-anonymous",
		Severity: Warning,
		What:     Text{"responses without a respondent: {responses}; they count in figures for the whole cohort only, not by department or in comparisons of before and after, and their comments are not used", "{responses}件の回答に回答者の情報がありません。全体の数字だけに使い、部署別の数字と前後の比較には使いません。自由記述も使いません"},
		Why:      Text{"the first release that includes them fixes their figures for good", "この回答を含む最初のリリースで数字が確定し、以後は変わりません"},
		Fix:      Text{"if you know the respondents, add a column with their ids or e-mail addresses before the release", "回答者が分かる場合は、リリースの前に社員番号かメールアドレスの列を加えてください"},
	},
	{
		ID:   "survey-anonymous-open",
		What: Text{"the responses do not say who gave them, and the survey {wave} has no closing date", "回答に回答者の情報がなく、アンケート {wave} の締切日も決まっていません"},
		Why:  Text{"responses without a respondent cannot be told apart later, so they are used only once no more can come in", "だれの回答か分からないデータは後から区別できないため、回答が出そろってからでないと使えません"},
		Fix: Text{"when the survey is closed, write the date in cohort.yaml: waves: {{wave}: {closed: 2025-10-03}}; or add a column with the id of each respondent (respondent)",
			"締め切ったら、cohort.yaml に waves: {{wave}: {closed: 2025-10-03}} の形で締切日を書いてください。回答者が分かる場合は、社員番号の列（respondent）を加えてください"},
	},
	{
		ID:   "survey-anonymous-many",
		What: Text{"there are {responses} responses without a respondent, but only {people} {participant|participants}", "回答者の情報のない回答が{responses}件ありますが、参加者は{people}人です"},
		Why:  Text{"if somebody answered twice, a figure covers fewer people than it says", "二重に回答した人がいると、集計した人数が実際より多くなってしまいます"},
		Fix:  Text{"remove test responses and repeated ones", "試しに送った回答や重複した回答の行を消してください"},
	},
}
