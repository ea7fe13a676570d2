package roster

import "testing"

func TestScanFindsNamesWithTitles(t *testing.T) {
	scan := openWith(t)
	for _, text := range []string{
		"高梨さん", "髙梨様", "担当は高梨 部長です", "高梨部長の話", "典子ちゃん", "タカナシさん", "たかなし先生", "ﾀｶﾅｼ氏",
		"小野寺マネージャー", "小野寺 ﾏﾈｰｼﾞｬｰ", "原さん", "は原さんが", "原氏は", "純一郎くん", "神山さんではなく八代さん",
	} {
		if len(scan(text, true)) == 0 || len(scan(text, false)) == 0 {
			t.Errorf("scan(%q) found nobody", text)
		}
	}
	for _, text := range []string{
		"高梨", "萩原さん", "上原氏", "大高梨さん", "留学さん", "原部長", "原さ", "くみさん", "皆さん", "部長さん", "メンターの高い梨さん", "Beckerさん",
	} {
		if got := scan(text, true); len(got) > 0 {
			t.Errorf("scan(%q) found %v", text, got)
		}
	}
}

// TestScanFindsHashes has the digests of E10234 and of an address, as other
// programs print them.
func TestScanFindsHashes(t *testing.T) {
	scan := openWith(t)
	for _, text := range []string{
		"sha256-818bcb53470fb5eb50764c9da81f5b7ba6c32523083e082f76662abbf822e92d",
		"ecd3a7379ffbd3c12028a5aa6b76597a03616a3f", "avatar/d2cb58ac32cdb892f72cff8b5867bac3?s=80",
	} {
		if len(scan(text, false)) == 0 {
			t.Errorf("scan(%q) found nobody", text)
		}
	}
	if text := hashForms("E99999")[0].Text; len(scan(text, true)) > 0 {
		t.Errorf("scan(%q) found somebody", text)
	}
}
