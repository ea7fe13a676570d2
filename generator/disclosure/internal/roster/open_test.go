package roster

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"kohort/generator/diag"
)

// private makes a private folder with the files given as name, content, ….
func private(t *testing.T, files ...string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	for i := 0; i < len(files); i += 2 {
		if dir, _, ok := strings.Cut(files[i], "/"); ok {
			_ = root.Mkdir(dir, 0o700)
		}
		if err := root.WriteFile(files[i], []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func list(problems []diag.Problem) string {
	var out string
	for _, p := range problems {
		out += p.Pos.String() + ": " + string(p.ID) + "\n"
	}
	return out
}

func TestWhatIsSavedIsFound(t *testing.T) {
	root := private(t)
	forms := Forms(people)
	if err := Save(root, "2025-spring", forms); err != nil {
		t.Fatal(err)
	}
	first, err := root.ReadFile("roster/2025-spring.json")
	if err != nil {
		t.Fatal(err)
	}
	backwards := people
	backwards.People = nil
	for i := range people.People {
		backwards.People = append(backwards.People, people.People[len(people.People)-1-i])
	}
	if err := Save(root, "2025-spring", Forms(backwards)); err != nil {
		t.Fatal(err)
	}
	if again, _ := root.ReadFile("roster/2025-spring.json"); string(again) != string(first) {
		t.Error("the order of the people changes the file")
	}
	scan, problems := Open(root, nil)
	if got := list(problems); got != "" {
		t.Errorf("problems:\n%s", got)
	}
	if len(scan("高梨 典子", true)) != 1 {
		t.Error("a saved name is not found")
	}
	entries, _ := fs.ReadDir(root.FS(), "roster")
	if len(entries) != 1 {
		t.Errorf("%d files in roster, want 1", len(entries))
	}
}

func TestWithoutARosterNobodyIsFound(t *testing.T) {
	for _, root := range []*os.Root{nil, private(t)} {
		scan, problems := Open(root, nil)
		if len(problems) > 0 || scan == nil || scan("髙梨 典子", true) != nil {
			t.Errorf("got %v", problems)
		}
	}
}

func TestAnAllowedNameIsFreeAndNothingElse(t *testing.T) {
	const allowed = `allowed:
  - name: 高梨 典子
    reason: プログラムの責任者として紹介するため
    by: 人事部長
    date: 2025-04-01
`
	root := private(t, "allowed.yaml", allowed)
	if err := Save(root, "2025-spring", Forms(people)); err != nil {
		t.Fatal(err)
	}
	scan, problems := Open(root, nil)
	if got := list(problems); got != "" {
		t.Errorf("problems:\n%s", got)
	}
	for text, want := range map[string]bool{"髙梨典子": false, "典子 髙梨": false, "タカナシ ノリコ": true, "E10234": true, "noriko.takanashi@example.com": true, "小野寺慎二": true} {
		if got := len(scan(text, true)) > 0; got != want {
			t.Errorf("scan(%q): found %v, want %v", text, got, want)
		}
	}
}

func TestProblemsOfThePrivateFolder(t *testing.T) {
	for _, c := range []struct {
		name, file, content, want string
	}{
		{"a roster that is no JSON", "roster/2025-spring.json", "{", "private/roster/2025-spring.json: roster-unreadable\n"},
		{"a roster of a later form", "roster/2025-spring.json", `{"format": 2}`, "private/roster/2025-spring.json: roster-unreadable\n"},
		{"a rule that is not known", "roster/a.json", `{"format": 1, "forms": [{"text": "abcd", "rule": "never"}]}`, "private/roster/a.json: roster-unreadable\n"},
		{"an unknown key", "allowed.yaml", "allowed:\n  - {name: 佐久間 蓮, reasn: x}\n", "private/allowed.yaml:2:19: allowed-broken\n"},
		{"a date that is none", "allowed.yaml", "allowed:\n  - {name: 佐久間 蓮, reason: 責任者, by: 人事部, date: 4月}\n", "private/allowed.yaml:2:47: allowed-broken\n"},
		{"an entry without a reason and by whom", "allowed.yaml", "allowed:\n  - {name: 佐久間 蓮, date: 2025-04-01}\n", "private/allowed.yaml:2:5: allowed-incomplete\nprivate/allowed.yaml:2:5: allowed-incomplete\n"},
	} {
		_, problems := Open(private(t, c.file, c.content), nil)
		if got := list(problems); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
		for _, p := range problems {
			for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
				if strings.Contains(p.Message(lang), "佐久間") {
					t.Errorf("%s: the message holds the name: %s", c.name, p.Message(lang))
				}
			}
			if def, _ := diag.Lookup(p.ID); def.Excerpt {
				t.Errorf("%s: %s may show the line", c.name, p.ID)
			}
		}
	}
}

func TestAKeyIsMadeOnce(t *testing.T) {
	root := private(t)
	if _, err := Key(root); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Key without a file: %v", err)
	}
	made, err := NewKey(root)
	if err != nil || len(made) != 32 {
		t.Fatalf("NewKey: %d bytes, %v", len(made), err)
	}
	if read, err := Key(root); err != nil || string(read) != string(made) {
		t.Errorf("Key does not give the key that was made: %v", err)
	}
	if _, err := NewKey(root); !errors.Is(err, fs.ErrExist) {
		t.Errorf("NewKey over a key: %v", err)
	}
	const secret = "c0ffee-not-hex"
	_, err = Key(private(t, "key", secret))
	if err == nil || strings.Contains(err.Error(), secret) || strings.Contains(err.Error(), "invalid byte") {
		t.Errorf("Key of a broken file: %v", err)
	}
}
