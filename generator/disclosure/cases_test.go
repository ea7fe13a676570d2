package disclosure

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// workedCase is a case of testdata/cases.json, which is a copy of the
// specification's.
type workedCase struct {
	ID              string
	Input, Expected json.RawMessage
}

// caseTests runs each case through the packages of the gate and compares with
// the values of the file; heldInside names tests of inner packages that hold
// what only they can see.
func caseTests() map[string]func(*testing.T, workedCase) {
	return map[string]func(*testing.T, workedCase){
		"C01": caseGaps, "C02": caseSingletons, "C03": caseZeros, "C04": caseLinkedTables, "C07": caseInsider,
		"C08": caseForms, "C09": caseLateAnswer, "C11": caseMeans, "C12": caseRounding, "C13": caseSpread,
		"C14": caseNearTheEnd, "C15": caseSeparateBases, "C16": caseDominance, "C18": caseMarks, "C19": casePercentage,
		"C21": caseIndex, "C22": caseWitnesses, "C23": caseOrder, "C25": caseThreeOnes, "C27": caseZerosAndOnes, "C28": caseAlike,
	}
}

// heldInside lists the tests elsewhere that hold more of a case.
var heldInside = []struct{ id, dir, test string }{
	{"C01", "internal/attack", "TestGapsInEveryLine"},
	{"C02", "internal/suppress", "TestC02"}, {"C02", "internal/attack", "TestSecretCounts"}, {"C02", "internal/attack", "TestLinearAuditOfCounts"},
	{"C03", "internal/suppress", "TestC03"}, {"C03", "internal/attack", "TestIntervals"}, {"C03", "internal/attack", "TestLinearAuditOfCounts"},
	{"C04", "internal/attack", "TestLinkedTables"}, {"C04", "internal/suppress", "TestCases"},
	{"C07", "internal/attack", "TestSingletonProblem"}, {"C07", "internal/suppress", "TestCases"}, {"C07", ".", "TestExplainCaseC07"},
	{"C08", "internal/tabulate", "TestForms"},
	{"C09", ".", "TestC09"}, {"C09", ".", "TestC09WithoutLedger"},
	{"C11", "internal/suppress", "TestCases"},
	{"C12", "internal/attack", "TestRoundedMeans"},
	{"C14", "internal/tabulate", "TestForms"}, {"C14", "internal/attack", "TestNearTheEnd"},
	{"C15", ".", "TestC15"}, {"C15", "internal/attack", "TestSeparateBases"}, {"C15", "internal/suppress", "TestPairedBase"},
	{"C16", "internal/tabulate", "TestDominance"},
	{"C18", "internal/attack", "TestIntervals"}, {"C18", "internal/attack", "TestMarkOfTheReason"},
	{"C19", "internal/tabulate", "TestSecretShare"}, {"C19", "internal/attack", "TestPercentages"},
	{"C21", "internal/tabulate", "TestThemes"}, {"C21", "internal/attack", "TestThemesAreAttacked"},
	{"C22", "internal/attack", "TestIntervals"},
	{"C25", "internal/suppress", "TestC25"}, {"C25", "internal/attack", "TestIntervals"}, {"C25", "internal/attack", "TestSecretCounts"},
	{"C27", "internal/suppress", "TestC27"}, {"C27", "internal/attack", "TestIntervals"},
	{"C28", "internal/tabulate", "TestForms"},
}

// TestWorkedCases runs every case of the file, by its id.
func TestWorkedCases(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []workedCase }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	tests := caseTests()
	for _, c := range file.Cases {
		t.Run(c.ID, func(t *testing.T) {
			if tests[c.ID] == nil {
				t.Fatal("no test runs this case")
			}
			tests[c.ID](t, c)
		})
		delete(tests, c.ID)
	}
	for _, id := range sortedKeys(tests) {
		t.Errorf("%s is tested and is no case of the file", id)
	}
}

// TestCasesAreHeldInside reads the tests of the inner packages: each that
// heldInside names is there and names its case.
func TestCasesAreHeldInside(t *testing.T) {
	texts := make(map[string]string) // by folder and name
	for _, h := range heldInside {
		if _, read := texts[h.dir]; read {
			continue
		}
		texts[h.dir] = "read"
		files, err := filepath.Glob(filepath.Join(h.dir, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			readTests(t, h.dir, name, texts)
		}
	}
	for _, h := range heldInside {
		if text := texts[h.dir+" "+h.test]; !strings.Contains(text, h.id) {
			t.Errorf("%s: %s holds no test %s that names it", h.id, h.dir, h.test)
		}
	}
}

// readTests adds the source of each function of a test file, with its comment.
func readTests(t *testing.T, dir, name string, texts map[string]string) {
	t.Helper()
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range file.Decls {
		f, isFunc := d.(*ast.FuncDecl)
		if !isFunc {
			continue
		}
		from := f.Pos()
		if f.Doc != nil {
			from = f.Doc.Pos()
		}
		texts[dir+" "+f.Name.Name] = string(source[set.Position(from).Offset:set.Position(f.End()).Offset])
	}
}

// decodeCase reads a part of a case.
func decodeCase[T any](t *testing.T, data json.RawMessage) (out T) {
	t.Helper()
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatalf("the case has another form: %v", err)
	}
	return out
}
