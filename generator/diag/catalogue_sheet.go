package diag

// sheetProblems are those of a data file before its rows are known: how it is
// written, not what it says. None has an excerpt or a slot for a cell.
var sheetProblems = []Def{
	{
		ID:       "sheet-open",
		Severity: Warning,
		What:     Text{"a workbook in this folder is open in Excel: this is its lock file", "このフォルダーのブックが Excel で開かれています（これはそのロックファイルです）"},
		Why:      Text{"changes that are not saved yet are not read", "まだ保存していない変更は読み込まれません"},
		Fix:      Text{"save and close the workbook; if it is not open, delete this file", "ブックを保存して閉じてください。開いていなければ、このファイルを削除してください"},
	},
	{
		ID:       "sheet-macros",
		Severity: Warning,
		What:     Text{"the workbook contains macros, which are not run", "このブックにはマクロがありますが、実行しません"},
		Why:      Text{"Kohort reads the values that the cells had when the workbook was last saved", "Kohort は、最後に保存されたときのセルの値を読み込みます"},
		Fix:      Text{"if macros fill in cells here, run them in Excel and save; then save a copy as an Excel workbook (.xlsx)", "マクロでセルに値を入れている場合は、Excel で実行して保存してください。そのうえで「Excel ブック (*.xlsx)」として保存すると、この警告は出なくなります"},
	},
	{
		ID:       "sheet-links",
		Severity: Warning,
		What:     Text{"the workbook takes values from other files, which are not opened", "このブックはほかのファイルの値を参照していますが、Kohort はそのファイルを開きません"},
		Why:      Text{"Kohort reads the values that the cells had when the workbook was last saved", "Kohort は、最後に保存されたときのセルの値を読み込みます"},
		Fix:      Text{"in Excel, update the links and save; or copy the cells and paste them as values", "Excel でリンクを更新して保存するか、セルをコピーして値として貼り付けてください"},
	},
	{
		ID:   "sheet-encoding",
		What: Text{"this file is in an encoding that Kohort cannot read", "このファイルの文字コードには対応していません"},
		Fix:  Text{`open it in Excel and choose "Save As", file type "CSV UTF-8 (comma delimited)"`, "Excel で開き、「名前を付けて保存」でファイルの種類「CSV UTF-8 (コンマ区切り)」を選んで保存してください"},
	},
	{
		ID:   "sheet-characters",
		What: Text{"{count} {character|characters} in this file cannot be read, the first of them on this line", "このファイルに、読めない文字が{count}個あります（最初の文字はこの行にあります）"},
		Why:  Text{"the file is not UTF-8 or CP932 (Shift JIS) throughout, or contains characters that only your computer knows", "ファイル全体が UTF-8 でも CP932（シフト JIS）でもないか、外字が使われています"},
		Fix:  Text{`open it in the program that wrote it and save it as "CSV UTF-8" or as a workbook (.xlsx), with other characters in place of those only your computer knows`, "作成したソフトで開き、「CSV UTF-8」または Excel ブック（.xlsx）で保存し直し、外字は別の文字に置き換えてください"},
	},
	{
		ID:   "sheet-nul",
		What: Text{"this file is not a table: it contains a character that text never has (NUL)", "このファイルは表ではありません。テキストにはないはずの文字（NUL）が含まれています"},
		Fix:  Text{"export it again as CSV UTF-8 or as a workbook (.xlsx)", "「CSV UTF-8」または Excel ブック（.xlsx）で書き出し直してください"},
	},
	{
		ID:   "sheet-quote",
		What: Text{"a quotation mark in or after this row is out of place, so the rest of the file cannot be read", "この行以降の引用符（\"）が正しくないため、ここから先を読めません"},
		Fix:  Text{"save the file as CSV again from Excel, or double each quotation mark inside a cell", "Excel から CSV として保存し直すか、セルの中の引用符を二つ重ねて書いてください"},
	},
	{
		ID:   "sheet-old",
		What: Text{"this workbook is in the old Excel format, from before 2007 (.xls)", "このブックは Excel 2003以前の形式（.xls）です"},
		Fix:  Text{`open it in Excel and choose "Save As", file type "Excel Workbook (*.xlsx)"`, "Excel で開き、「名前を付けて保存」でファイルの種類「Excel ブック (*.xlsx)」を選んで保存してください"},
	},
	{
		ID:   "sheet-protected",
		What: Text{"this workbook is protected by a password", "このブックはパスワードで保護されています"},
		Fix:  Text{"open it in Excel, remove the password under File, Info, Protect Workbook, and save a copy here", "Excel で開き、「ファイル」の「情報」にある「ブックの保護」でパスワードを外したコピーを、ここに保存してください"},
	},
	{
		ID:   "sheet-other",
		What: Text{"this file is neither text with separators nor an Excel workbook (.xlsx)", "このファイルは、区切り文字で区切ったテキストでも Excel ブック（.xlsx）でもありません"},
		Why:  Text{"some systems export a web page or another program's file under the name of an Excel file", "Web ページや別のソフトのファイルに、Excel の拡張子を付けて書き出すシステムもあります"},
		Fix:  Text{`open it in Excel and choose "Save As", file type "Excel Workbook (*.xlsx)"`, "Excel で開き、「名前を付けて保存」でファイルの種類「Excel ブック (*.xlsx)」を選んで保存してください"},
	},
	{
		ID:   "sheet-broken",
		What: Text{"this workbook is damaged or incomplete", "このブックは壊れているか、途中で切れています"},
		Fix:  Text{"copy it here again; if that does not help, open it in Excel and save it under a new name", "もう一度コピーしてください。それでも読めなければ、Excel で開いて別の名前で保存してください"},
	},
	{
		ID:   "sheet-large",
		What: Text{"this workbook unpacks to more than {limit} MB", "このブックは、展開すると {limit} MB を超えます"},
		Fix:  Text{"check that it is the right file, or copy the cells with data to a new workbook", "正しいファイルかどうかを確かめるか、データのあるセルだけを新しいブックにコピーしてください"},
	},
	{
		ID:   "sheet-rows-many",
		What: Text{"this file has more than {limit} rows, counting blank ones", "このファイルは、空の行も含めて{limit}行を超えています"},
		Fix:  Text{"check that it is the right file; delete the blank rows below the data, or copy the data to a new workbook", "正しいファイルかどうかを確かめてください。正しければ、データより下の空の行を削除するか、データだけを新しいブックにコピーしてください"},
	},
	{
		ID:   "sheet-columns-many",
		What: Text{"this file has more than {limit} columns, counting blank ones", "このファイルは、空の列も含めて{limit}列を超えています"},
		Fix:  Text{"check that it is the right file; delete the blank columns to the right of the data, or copy the data to a new workbook", "正しいファイルかどうかを確かめてください。正しければ、データより右の空の列を削除するか、データだけを新しいブックにコピーしてください"},
	},
	{
		ID:   "sheet-cells-many",
		What: Text{"this file has more than {limit} cells", "このファイルのセルは{limit}個を超えています"},
		Fix:  Text{"check that this is the right file and that it contains only this cohort's data", "このファイルで合っているか、このコーホート以外のデータが入っていないかを確かめてください"},
	},
	{
		ID:   "sheet-merged-many",
		What: Text{"this workbook has more than {limit} merged ranges", "このブックのセル結合は{limit}か所を超えています"},
		Fix:  Text{"unmerge the cells and fill in each row", "セルの結合を解除し、行ごとに値を入れてください"},
	},
	{
		ID:   "sheet-cell-large",
		What: Text{"this cell has more than {limit} characters, which is more than Excel can hold", "このセルの文字数は、Excel の上限（{limit}文字）を超えています"},
		Fix:  Text{"look for a missing quotation mark at the end of a cell, or shorten the text", "セルの終わりの引用符が抜けていないかを確かめるか、文を短くしてください"},
	},
	{
		ID:   "sheet-formula-unsaved",
		What: Text{"the formula in this cell was saved without its result", "このセルの数式は、計算結果なしで保存されています"},
		Fix:  Text{"open the workbook in Excel, save it, and copy it here again", "ブックを Excel で開いて保存し、もう一度ここにコピーしてください"},
	},
}
