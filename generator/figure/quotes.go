package figure

// Quotes is the definition of the comments that a release may hold. It is no
// table: Lookup does not find it.
func Quotes() Definition {
	return Definition{Table: "quotes", Figure: Words{"Comments", "自由記述"}, Measure: Words{"cleared comments", "公開する自由記述"},
		Says: Words{
			"What participants wrote; the program office has approved each comment. Anything that could reveal the writer has been removed or reworded, and the order of the comments does not depend on who wrote them.",
			"参加者が書いた文のうち、事務局が1件ずつ確認したもの。書いた人が分かる箇所は伏せるか言い換え、並び順も書いた人とは無関係にしてある。"}}
}
