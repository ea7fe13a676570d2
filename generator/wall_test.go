package generator_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowed is the import policy: for each package, which of the module's own
// packages it may import, and why. What is not here is refused. Data flows
// right, imports point left.
var allowed = map[string]struct {
	may    []string
	reason string
}{
	"cmd/kohort":                              {[]string{"generator", "generator/diag", "generator/disclosure", "generator/preview", "generator/source"}, "flags to calls, problems to the terminal"},
	"content":                                 {nil, "only files"},
	"themes":                                  {nil, "only files"},
	"generator":                               {[]string{"content", "themes", "generator/audit", "generator/diag", "generator/disclosure", "generator/figure", "generator/handbook", "generator/markdown", "generator/output", "generator/preview", "generator/render", "generator/source"}, "wires the stages"},
	"generator/generatortest":                 {[]string{"generator", "generator/diag"}, "a new handbook for tests, also those of the command"},
	"generator/internal/browsertest":          {nil, "starts the browser that tests look at pages with"},
	"generator/internal/sitetest":             {[]string{"generator", "generator/diag", "generator/source"}, "a site in, files and problems out"},
	"generator/internal/filelock":             {nil, "one run at a time, for the site and for the ledger"},
	"generator/internal/strictyaml":           {[]string{"generator/diag"}, "reports what is wrong with a file"},
	"generator/internal/workers":              {nil, "what is at work on rows must not end the program with a panic that prints them"},
	"generator/diag":                          {nil, "every stage reports through it"},
	"generator/figure":                        {nil, "a leaf: names and definitions of what can be counted"},
	"generator/source":                        {[]string{"generator/diag", "generator/internal/strictyaml"}, "files to pages"},
	"generator/markdown":                      {[]string{"generator/diag", "generator/source"}, "pages to documents"},
	"generator/handbook":                      {[]string{"generator/diag", "generator/figure", "generator/markdown", "generator/source"}, "documents to the model; of cohorts it knows names alone"},
	"generator/disclosure":                    {[]string{"generator/diag", "generator/figure", "generator/internal/filelock", "generator/internal/strictyaml", "generator/internal/workers", "generator/disclosure/internal/microdata", "generator/disclosure/internal/tabulate", "generator/disclosure/internal/suppress", "generator/disclosure/internal/attack", "generator/disclosure/internal/roster", "generator/disclosure/internal/ledger", "generator/disclosure/internal/quotes", "generator/disclosure/internal/workbook"}, "the gate: it alone sees both rows and releases"},
	"generator/disclosure/internal/microdata": {[]string{"generator/diag", "generator/internal/strictyaml", "generator/disclosure/internal/sheet", "generator/disclosure/internal/value", "generator/disclosure/internal/query"}, "the only code that opens data files"},
	"generator/disclosure/internal/ledger":    {[]string{"generator/internal/filelock", "generator/disclosure/internal/microdata"}, "the slots behind printed figures, as keyed hashes"},
	"generator/disclosure/internal/roster":    {[]string{"generator/diag", "generator/internal/strictyaml", "generator/disclosure/internal/microdata"}, "people to search forms"},
	"generator/disclosure/internal/quotes":    {[]string{"generator/diag", "generator/internal/strictyaml", "generator/disclosure/internal/microdata", "generator/disclosure/internal/roster"}, "comments that nobody approved leave it for the reviewer's terminal alone"},
	"generator/disclosure/internal/tabulate":  {[]string{"generator/figure", "generator/disclosure/internal/microdata", "generator/disclosure/internal/suppress"}, "people to tables"},
	"generator/disclosure/internal/sheet":     {[]string{"generator/diag"}, "bytes to cells: it knows no table and no person"},
	"generator/disclosure/internal/query":     {[]string{"generator/diag", "generator/disclosure/internal/sheet"}, "a statement to cells: it knows no table and no person"},
	"generator/disclosure/internal/workbook":  {[]string{"generator/diag", "generator/disclosure/internal/sheet"}, "marked copies and templates for HR: it opens nothing itself"},
	"generator/disclosure/internal/value":     {nil, "a cell's text to a date, a number, a list"},
	"generator/disclosure/internal/suppress":  {nil, "plain linear algebra: it knows no person"},
	"generator/disclosure/internal/attack":    {[]string{"generator/internal/workers", "generator/disclosure/internal/microdata"}, "an attack that shared code with the defence would share its mistakes"},
	"generator/render":                        {[]string{"generator/diag", "generator/disclosure", "generator/figure", "generator/handbook", "generator/markdown", "generator/render/internal/download", "generator/render/internal/picture", "generator/render/internal/scale", "generator/search", "generator/source"}, "the model and released figures to files"},
	"generator/search":                        {[]string{"generator/internal/workers"}, "text to shards: it knows no page, no theme and no person"},
	"generator/render/internal/download":      {nil, "words and numbers to the bytes of a file: it knows no release"},
	"generator/render/internal/picture":       {nil, "bytes of a picture to the same without metadata: it knows no page"},
	"generator/render/internal/scale":         {nil, "numbers to lengths: pure arithmetic"},
	"generator/audit":                         {[]string{"generator/diag", "generator/disclosure", "generator/internal/workers", "generator/render"}, "files to cleared files"},
	"generator/output":                        {[]string{"generator/audit", "generator/diag", "generator/internal/filelock"}, "writes what is cleared and nothing else"},
	"generator/preview":                       {[]string{"generator/audit", "generator/diag"}, "shows what is cleared and nothing else"},
}

// alone lists outside packages that one package alone may import, or the few
// that are named, and why.
var alone = map[string]struct{ where, reason string }{
	"html/template":                  {"generator/render", "whoever can make template.HTML can print anything"},
	"text/template":                  {"", "it escapes nothing"},
	"unsafe":                         {"", "it opens private fields"},
	"plugin":                         {"", "a handbook cannot bring code"},
	"github.com/yuin/goldmark":       {"generator/markdown", "one place turns Markdown into markup"},
	"github.com/adrg/frontmatter":    {"generator/source", "one place splits pages"},
	"github.com/fsnotify/fsnotify":   {"generator/preview", "only the preview watches"},
	"github.com/xuri/excelize/v2":    {"generator/disclosure/internal/sheet generator/disclosure/internal/workbook generator/render/internal/download", "one place reads workbooks, within limits and in memory; one writes them for HR, and one for readers"},
	"database/sql":                   {"generator/disclosure/internal/query", "one place opens databases, for reading"},
	"modernc.org/sqlite":             {"generator/disclosure/internal/query", "one place opens databases, for reading"},
	"github.com/jackc/pgx/v5":        {"generator/disclosure/internal/query", "one place opens databases, for reading"},
	"github.com/jackc/pgx/v5/stdlib": {"generator/disclosure/internal/query", "one place opens databases, for reading"},
	"github.com/spf13/cobra":         {"cmd/kohort", "the generator knows no flags"},
}

// imports gives each package folder's imports of files that are built, tests
// left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := make(map[string][]string)
	for _, top := range []string{"cmd", "content", "themes", "generator"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			if strings.Contains(filepath.ToSlash(name), "/testdata/") {
				return nil
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			dir, err := filepath.Rel("..", filepath.Dir(name))
			if err != nil {
				return err
			}
			dir = filepath.ToSlash(dir)
			found[dir] = append(found[dir], "")
			for _, i := range file.Imports {
				path, err := strconv.Unquote(i.Path.Value)
				if err != nil {
					return err
				}
				found[dir] = append(found[dir], path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

func TestImportsFollowThePolicy(t *testing.T) {
	for dir, paths := range imports(t) {
		policy, known := allowed[dir]
		if !known {
			t.Errorf("%s is not in the import policy: add it there with a reason", dir)
			continue
		}
		for _, path := range paths {
			own, ok := strings.CutPrefix(path, "kohort/")
			if ok && !slices.Contains(policy.may, own) {
				t.Errorf("%s imports %s: refused, since %s is there for this: %s", dir, own, dir, policy.reason)
			}
			if a, ok := alone[path]; ok && !slices.Contains(strings.Fields(a.where), dir) {
				t.Errorf("%s imports %s, which %q alone may: %s", dir, path, a.where, a.reason)
			}
		}
	}
	for dir := range allowed {
		if _, err := os.Stat(filepath.Join("..", dir)); err != nil {
			t.Errorf("the import policy names %s, which is not there", dir)
		}
	}
}

// TestRowsAreWorkedOnByWorkers holds that what is at work on rows starts nothing
// beside itself but by package workers: a panic of a bare goroutine ends the
// program and prints its value.
func TestRowsAreWorkedOnByWorkers(t *testing.T) {
	for _, top := range []string{"disclosure", "audit"} {
		err := filepath.WalkDir(top, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, name, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				selected, isSelected := n.(*ast.SelectorExpr)
				_, isGo := n.(*ast.GoStmt)
				if isGo || isSelected && (selected.Sel.Name == "WaitGroup" || selected.Sel.Name == "WithContext" && fmt.Sprint(selected.X) == "errgroup") {
					t.Errorf("%s: a goroutine of its own; use generator/internal/workers, which lets no panic print a value", files.Position(n.Pos()))
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestTopLevelIsWhatWasAgreed(t *testing.T) {
	want := []string{"README.md", "cmd", "content", "generator", "go.mod", "go.sum", "themes"}
	out, err := exec.Command("git", "-C", "..", "ls-files", "-z").Output()
	if err != nil {
		t.Skipf("not a git checkout: %v", err)
	}
	var got []string
	for file := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		top, _, _ := strings.Cut(file, "/")
		if !strings.HasPrefix(top, ".") && !slices.Contains(got, top) {
			got = append(got, top)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// leak is an attempt to get past the wall: a file put into a package for one
// compilation, and the error that must stop it.
type leak struct {
	name, file, code, want string
}

var leaks = []leak{
	{"another package imports the people", "generator/render/leak.go",
		"package render\nimport _ \"kohort/generator/disclosure/internal/microdata\"\n",
		"use of internal package kohort/generator/disclosure/internal/microdata not allowed"},
	{"another package imports the search forms", "cmd/kohort/leak.go",
		"package main\nimport _ \"kohort/generator/disclosure/internal/roster\"\n",
		"use of internal package kohort/generator/disclosure/internal/roster not allowed"},
	{"released figures made elsewhere", "generator/leak.go",
		"package generator\nimport \"kohort/generator/disclosure\"\nvar _ = disclosure.Published{cohorts: nil}\n",
		"cannot refer to unexported field cohorts in struct literal of type disclosure.Published"},
	{"released figures by conversion", "generator/leak.go",
		"package generator\nimport \"kohort/generator/disclosure\"\nvar _ = disclosure.Published([]disclosure.Cohort{})\n",
		"cannot convert"},
	{"a cell with a number made elsewhere", "generator/render/leak.go",
		"package render\nimport \"kohort/generator/disclosure\"\nvar _ = disclosure.Cell{value: 4.2}\n",
		"cannot refer to unexported field value in struct literal of type disclosure.Cell"},
	{"what the tripwire holds", "generator/audit/leak.go",
		"package audit\nimport \"kohort/generator/disclosure\"\nfunc names(t disclosure.Tripwire) any { return t.scan }\n",
		"t.scan undefined"},
	{"a rendered site made elsewhere", "generator/audit/leak.go",
		"package audit\nimport \"kohort/generator/render\"\nvar _ = render.Output{files: nil}\n",
		"cannot refer to unexported field files in struct literal of type render.Output"},
	{"a cleared site made elsewhere", "generator/output/leak.go",
		"package output\nimport \"kohort/generator/audit\"\nvar _ = audit.Cleared{out: nil}\n",
		"cannot refer to unexported field out in struct literal of type audit.Cleared"},
	{"writing what is not cleared", "generator/leak.go",
		"package generator\nimport (\"context\"; \"kohort/generator/output\"; \"kohort/generator/render\")\nfunc leak(o render.Output) { output.Write(context.Background(), \"public\", o, output.Options{}) }\n",
		"as audit.Cleared value in argument to output.Write"},
	{"showing what is not cleared", "generator/leak.go",
		"package generator\nimport (\"kohort/generator/preview\"; \"kohort/generator/render\")\nfunc leak(o render.Output) preview.Result { return preview.Result{Site: o} }\n",
		"as audit.Cleared value in struct literal"},
	{"markup made elsewhere", "generator/handbook/leak.go",
		"package handbook\nimport \"kohort/generator/markdown\"\nvar _ = markdown.HTML(\"<script>\")\n",
		"cannot convert"},
}

// TestLeakAttemptsDoNotCompile compiles each attempt in its package, by an
// overlay, so that nothing is written into the tree.
func TestLeakAttemptsDoNotCompile(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles each attempt")
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range leaks {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			got := compile(t, root, l)
			if !strings.Contains(got, l.want) {
				t.Errorf("%s\n%s\ngot:\n%s\nwant an error with: %s", l.file, l.code, got, l.want)
			}
		})
	}
}

// compile gives what the compiler says; nothing where it compiles.
func compile(t *testing.T, root string, l leak) string {
	t.Helper()
	folder := t.TempDir()
	code := filepath.Join(folder, "leak.go")
	overlay := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(code, []byte(l.code), 0o644); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(root, filepath.FromSlash(l.file)): code}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(overlay, data, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-overlay", overlay, "-o", os.DevNull, "./"+filepath.ToSlash(filepath.Dir(filepath.FromSlash(l.file))))
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	if err == nil {
		return ""
	}
	return string(out)
}
