package diag

// queryProblems are those of tables that come from a database. {variable} is
// the name of an environment variable; none has an excerpt or a slot for an
// address, a statement or a value.
var queryProblems = []Def{
	{
		ID:   "source-address",
		What: Text{"`database` must be the name of an environment variable, such as HR_DB", "database に書けるのは、HR_DB のような環境変数の名前だけです"},
		Why:  Text{"the address of a database contains a password and must never be written in a file of the handbook", "データベースのアドレスにはパスワードが含まれるため、ハンドブックのファイルには書けません"},
		Fix:  Text{"put the address in an environment variable and write that variable's name here; if a password was written here, have it changed", "アドレスは環境変数に入れ、ここにはその変数の名前だけを書いてください。パスワードを書いてしまった場合は、変更してもらってください"},
	},
	{
		ID:   "source-and-file",
		What: Text{"this table has both a file and a database", "この表には、ファイルとデータベースの両方が指定されています"},
		Fix:  Text{"keep `source` or keep `{key}`, not both", "source と {key} のどちらか一方だけを残してください"},
	},
	{
		ID:       "source-file-beside",
		Severity: Warning,
		What:     Text{"this file is not read: cohort.yaml takes the table {table} from a database", "このファイルは読み込まれません。cohort.yaml で、表 {table} をデータベースから読むように指定されているためです"},
		Fix:      Text{"remove the file, or remove `source` from cohort.yaml", "このファイルか、cohort.yaml の source を消してください"},
	},
	{
		ID:   "query-variable",
		What: Text{"the environment variable {variable} is not set, so the database's address is not known", "環境変数 {variable} が設定されていないため、データベースのアドレスが分かりません"},
		Fix:  Text{"set it to the address that the database's administrator gives you, open a new terminal, and run the command again", "データベースの管理者から聞いたアドレスをこの変数に設定し、コマンドの画面を開き直して、もう一度実行してください"},
	},
	{
		ID:   "query-address",
		What: Text{"the address in the environment variable {variable} cannot be understood", "環境変数 {variable} にあるデータベースのアドレスを読み取れません"},
		Fix:  Text{"write postgres://USER:PASSWORD@SERVER/DATABASE for PostgreSQL (an @ or similar character in the password is written like %40), or sqlite: and the full path of the file for SQLite", "PostgreSQL なら postgres://ユーザー名:パスワード@サーバー/データベース名 の形で書いてください（パスワードの中の @ などは %40 のように書きます）。SQLite なら sqlite: に続けて、ファイルの完全なパスを書いてください"},
	},
	{
		ID:   "query-file-missing",
		What: Text{"the SQLite file whose path is in the environment variable {variable} does not exist or cannot be opened", "環境変数 {variable} にあるパスに SQLite のファイルがないか、そのファイルを開けません"},
		Fix:  Text{"check that the path is right, that the network drive is connected, and that you may read the file", "パスが正しいか、ネットワークドライブにつながっているか、ファイルを読む権限があるかを確かめてください"},
	},
	{
		ID:   "query-file-broken",
		What: Text{"the file whose path is in the environment variable {variable} is not an SQLite database, or is damaged or encrypted", "環境変数 {variable} にあるパスのファイルは、SQLite のデータベースではないか、壊れているか、暗号化されています"},
		Fix:  Text{"check the path, or ask the database's administrator", "パスを確かめるか、データベースの管理者に問い合わせてください"},
	},
	{
		ID:   "query-unreachable",
		What: Text{"the database server cannot be reached, or the connection was lost", "データベースのサーバーにつながらないか、接続が途中で切れました"},
		Fix:  Text{"check that this computer is on the company's network or VPN and that the server's name in the environment variable {variable} is right, then try again", "社内ネットワークや VPN につながっているか、環境変数 {variable} のサーバー名が正しいかを確かめて、もう一度試してください"},
	},
	{
		ID:   "query-unencrypted",
		What: Text{"the database server offers no encrypted connection, so nothing was sent to it", "データベースのサーバーが暗号化された接続に対応していないため、何も送りませんでした"},
		Why:  Text{"the password and the data would travel over the network in readable form", "パスワードとデータが、読める形のままネットワークを流れてしまいます"},
		Fix:  Text{"ask the database's administrator to turn on TLS; only if the network is safe without it, add ?sslmode=disable to the address in the environment variable {variable}", "データベースの管理者に、TLS を有効にするよう頼んでください。暗号化しなくても安全なネットワークの場合に限り、環境変数 {variable} のアドレスの最後に ?sslmode=disable を付けてください"},
	},
	{
		ID:   "query-login",
		What: Text{"the database server refused the login", "データベースのサーバーにログインできません"},
		Fix:  Text{"check the user name, password and database name in the environment variable {variable}, and ask the database's administrator whether you may log in from this computer", "環境変数 {variable} のユーザー名、パスワード、データベース名を確かめ、このパソコンからログインできるかを管理者に問い合わせてください"},
	},
	{
		ID:   "query-busy",
		What: Text{"the database is busy: it is starting, has too many connections, or is locked by another program", "データベースが使用中です（起動中、接続が多すぎる、ほかのプログラムがロックしている、のいずれかです）"},
		Fix:  Text{"try again in a few minutes; if this continues, ask the administrator of the database in the environment variable {variable}", "数分後にもう一度試してください。続くようなら、環境変数 {variable} のデータベースの管理者に問い合わせてください"},
	},
	{
		ID:   "query-select",
		What: Text{"this statement is not a SELECT, or it would change the database", "この SQL は SELECT ではないか、データベースを変更するものです"},
		Why:  Text{"the database is only read, never changed", "データベースは読み取り専用で使います"},
		Fix:  Text{"write one statement that begins with SELECT, or with WITH … SELECT", "SELECT で始まる文（または WITH … SELECT）を一つだけ書いてください"},
	},
	{
		ID:   "query-many",
		What: Text{"there is more than one SQL statement here", "SQL の文が二つ以上あります"},
		Fix:  Text{"write a single SELECT; each table has one statement", "SELECT を一つだけ書いてください。一つの表に使える文は一つです"},
	},
	{
		ID:   "query-syntax",
		What: Text{"the database does not understand this statement from line {line}, character {character} of the SQL onwards", "SQL の{line}行目の{character}文字目から先を、データベースが解釈できません"},
		Fix:  Text{"look for a comma, a bracket or a quotation mark there, and try the statement in the database's own program", "その前後のコンマ、かっこ、引用符を確かめ、データベースのツールで SQL を試してください"},
	},
	{
		ID:   "query-syntax-somewhere",
		What: Text{"the database does not understand this statement", "データベースがこの SQL を解釈できません"},
		Fix:  Text{"look for a missing comma, bracket or quotation mark, and try the statement in the database's own program", "コンマ、かっこ、引用符の抜けを確かめ、データベースのツールで SQL を試してください"},
	},
	{
		ID:   "query-name",
		What: Text{"the database has no table, column or function with the name at line {line}, character {character} of the SQL", "SQL の{line}行目の{character}文字目にある名前の表、列、関数が、データベースにありません"},
		Fix:  Text{"check the spelling, the schema before a table's name, and that text is in single quotes", "つづりと、表の名前の前に付けるスキーマを確かめてください。文字列を一重引用符（'）で囲んでいるかも確かめてください"},
	},
	{
		ID:   "query-name-somewhere",
		What: Text{"the database has no table, column or function with one of the names in this statement", "この SQL にある名前の表、列、関数のどれかが、データベースにありません"},
		Fix:  Text{"check the spelling, the schema before a table's name, and that text is in single quotes", "つづりと、表の名前の前に付けるスキーマを確かめてください。文字列を一重引用符（'）で囲んでいるかも確かめてください"},
	},
	{
		ID:   "query-denied",
		What: Text{"the user who is logged in is not allowed to read a table or column in the statement", "ログインしたユーザーには、SQL にある表か列を読む権限がありません"},
		Fix:  Text{"ask the database's administrator for the right to read it, and for no other right", "データベースの管理者に、読み取りの権限だけを付けてもらってください"},
	},
	{
		ID:   "query-statement",
		What: Text{"the database could not run this statement", "データベースがこの SQL を実行できませんでした"},
		Why:  Text{"its own message is not shown, because it may quote people's data", "データベースのメッセージには個人のデータが含まれることがあるため、表示しません"},
		Fix:  Text{"try the statement in the database's own program; the usual cause is a value that cannot be converted", "データベースのツールで SQL を試してください。よくある原因は、変換できない値です"},
	},
	{
		ID:   "query-timeout",
		What: Text{"the database did not finish answering within {seconds} seconds", "データベースから、{seconds}秒以内に結果を受け取りきれませんでした"},
		Fix:  Text{"have the statement read only this cohort's people, or ask the database's administrator for a view that can be read quickly", "このコーホートの人だけを読む SQL にするか、速く読めるビューを管理者に作ってもらってください"},
	},
	{
		ID:   "query-rows-many",
		What: Text{"the statement returns more than {limit} rows", "この SQL の結果は{limit}行を超えています"},
		Fix:  Text{"have it read only this cohort (WHERE …), and check that tables are joined on their keys", "このコーホートだけを読むように WHERE で絞り、表の結合の条件が正しいかを確かめてください"},
	},
	{
		ID:   "query-columns-many",
		What: Text{"the statement returns more than {limit} columns", "この SQL の結果は{limit}列を超えています"},
		Fix:  Text{"name the columns that are needed instead of *", "* の代わりに、必要な列の名前を並べてください"},
	},
	{
		ID:   "query-large",
		What: Text{"the statement's result, or the database's work on it, takes more memory than a cohort should need (the result may be up to {limit} MB)", "この SQL の結果、または処理に使うメモリーが、コーホートに必要な大きさを超えています（結果の上限は {limit} MB です）"},
		Fix:  Text{"have it read only this cohort (WHERE …), and name the columns that are needed instead of *", "このコーホートだけを読むように WHERE で絞り、* の代わりに必要な列の名前を並べてください"},
	},
	{
		ID:   "query-cell-large",
		What: Text{"this value has more than {limit} characters", "この値は{limit}文字を超えています"},
		Fix:  Text{"leave the column out of the statement, or shorten it there (substr)", "SQL からこの列を外すか、substr で短くしてください"},
	},
	{
		ID:   "query-type",
		What: Text{"this column contains lists, documents or binary data, which cannot go in a table's cell", "この列の値は、リスト、文書、バイナリーデータなど、表のセルに入らない種類のものです"},
		Fix:  Text{"leave it out of the statement, or turn it into text there: for a list, with array_to_string(…, ';')", "SQL からこの列を外すか、文字列に変えてください。リストなら array_to_string(…, ';') を使います"},
	},
	{
		ID:   "query-text",
		What: Text{"the text in this cell is not in UTF-8, so it cannot be read", "このセルの文字列は UTF-8 で書かれていないため、読めません"},
		Fix:  Text{"ask the database's administrator to convert the column; other cells in it may have the same fault", "データベースの管理者に、この列の文字コードを直してもらってください。同じ列のほかのセルにも、同じ問題があるかもしれません"},
	},
}
