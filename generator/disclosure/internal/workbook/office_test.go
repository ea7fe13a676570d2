package workbook

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kohort/generator/diag"
)

// TestAnotherProgramOpensWhatWeWrite lets LibreOffice turn each sheet of a copy
// and of a template into CSV.
func TestAnotherProgramOpensWhatWeWrite(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed, or the test is to be short")
	}
	template, err := Template(members, diag.Japanese)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for name, data := range map[string][]byte{"copy.xlsx": marked(t, diag.Japanese), "template.xlsx": template} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const allSheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless", "--convert-to", allSheets,
		"--outdir", folder, filepath.Join(folder, "copy.xlsx"), filepath.Join(folder, "template.xlsx"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for file, want := range map[string]string{
		"copy-問題一覧.csv":         "data-date-bad",
		"copy-名簿.csv":           "00123,佐々木 陽翔,",
		"copy-sessions.csv.csv": "=1+1,2026-05-01",
		"template-参加者.csv":      "社員番号,役割,部署,参加日,所要時間",
		"template-記入方法.csv":     "社員番号,必須,一人に一つの番号。",
	} {
		data, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s: got %q (%v), want %q in it", file, data, err, want)
		}
	}
}
