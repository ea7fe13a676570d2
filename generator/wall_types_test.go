package generator_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"
)

// underDisclosure gives the packages below disclosure/ and itself with their
// types. They are loaded once.
func underDisclosure(t *testing.T) []*packages.Package {
	t.Helper()
	pkgs, err := loadDisclosure()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatalf("%s: %v", p.PkgPath, e)
		}
	}
	return pkgs
}

var loadDisclosure = sync.OnceValues(func() ([]*packages.Package, error) {
	return packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps | packages.NeedFiles,
		Dir:  "..",
	}, "./generator/disclosure/...")
})

// typesOf gives the types of the package below disclosure/ whose path ends so.
func typesOf(t *testing.T, ending string) *types.Package {
	t.Helper()
	for _, p := range underDisclosure(t) {
		if strings.HasSuffix(p.PkgPath, ending) {
			return p.Types
		}
	}
	t.Fatalf("no package %s", ending)
	return nil
}

// TestNoRawTypeLeavesDisclosure walks every type that can be reached from what
// package disclosure exports: results, exported fields, methods, elements. None
// may come from its internal packages, however deep it lies.
func TestNoRawTypeLeavesDisclosure(t *testing.T) {
	pkg := typesOf(t, "generator/disclosure")
	w := walker{seen: make(map[types.Type]bool)}
	for _, name := range pkg.Scope().Names() {
		if object := pkg.Scope().Lookup(name); object.Exported() {
			w.visit(object.Type(), "disclosure."+name)
		}
	}
	for _, found := range w.raw {
		t.Error(found)
	}
	if len(w.seen) < 20 {
		t.Errorf("walked %d types only: the walk does not reach the API", len(w.seen))
	}
}

// TestTheWalkFindsRawTypes runs the same walk over a package that does hold
// raw types, so that the test above cannot pass by seeing nothing.
func TestTheWalkFindsRawTypes(t *testing.T) {
	pkg := typesOf(t, "/internal/microdata")
	w := walker{seen: make(map[types.Type]bool)}
	w.visit(pkg.Scope().Lookup("Cohort").Type(), "microdata.Cohort")
	if len(w.raw) == 0 {
		t.Error("the walk does not see microdata.Cohort as raw")
	}
}

type walker struct {
	seen map[types.Type]bool
	raw  []string
}

func (w *walker) visit(t types.Type, path string) {
	if w.seen[t] {
		return
	}
	w.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		w.visit(types.Unalias(t), path)
	case *types.Named:
		w.named(t, path)
	case *types.Pointer:
		w.visit(t.Elem(), path)
	case *types.Slice:
		w.visit(t.Elem(), path+"[]")
	case *types.Array:
		w.visit(t.Elem(), path+"[]")
	case *types.Chan:
		w.visit(t.Elem(), path)
	case *types.Map:
		w.visit(t.Key(), path+" key")
		w.visit(t.Elem(), path+"[]")
	case *types.Signature:
		w.tuple(t.Params(), path+" parameter")
		w.tuple(t.Results(), path+" result")
	case *types.Struct:
		for i := range t.NumFields() {
			if f := t.Field(i); f.Exported() {
				w.visit(f.Type(), path+"."+f.Name())
			}
		}
	case *types.Interface:
		for i := range t.NumMethods() {
			w.visit(t.Method(i).Type(), path+"."+t.Method(i).Name())
		}
	}
}

func (w *walker) named(t *types.Named, path string) {
	if pkg := t.Obj().Pkg(); pkg != nil && strings.Contains(pkg.Path(), "/disclosure/internal/") {
		w.raw = append(w.raw, fmt.Sprintf("%s hands out %s", path, t))
		return
	}
	for i := range t.NumMethods() {
		if m := t.Method(i); m.Exported() {
			w.visit(m.Type(), path+"."+m.Name())
		}
	}
	w.visit(t.Underlying(), path)
	for i := range t.TypeArgs().Len() {
		w.visit(t.TypeArgs().At(i), path)
	}
}

func (w *walker) tuple(t *types.Tuple, path string) {
	for i := range t.Len() {
		w.visit(t.At(i).Type(), path)
	}
}

// quoting are packages whose errors quote their input.
var quoting = []string{
	"strconv", "time", "encoding/csv", "net/mail", "archive/zip", "github.com/xuri/excelize/v2",
	"database/sql", "modernc.org/sqlite", "github.com/jackc/pgx/v5", "github.com/jackc/pgx/v5/stdlib",
}

// TestNoErrorThatSawARowIsUsed holds that under disclosure/ an error of a
// package that quotes its input is compared with nil and nothing else: to wrap
// or print it would carry a person's value out.
func TestNoErrorThatSawARowIsUsed(t *testing.T) {
	found := 0
	for _, pkg := range underDisclosure(t) {
		for _, file := range pkg.Syntax {
			tainted := taintedErrors(pkg.TypesInfo, file)
			found += len(tainted)
			for _, use := range uses(pkg.TypesInfo, file, tainted) {
				t.Errorf("%s: an error that may quote a row is used for more than a comparison with nil", pkg.Fset.Position(use.Pos()))
			}
		}
	}
	if found == 0 {
		t.Error("no error of strconv, time or encoding/csv is looked at: the test sees nothing")
	}
}

// taintedErrors are the variables that take the error of a quoting call, and
// the parameters of functions that look at nothing but an error.
func taintedErrors(info *types.Info, file *ast.File) map[types.Object]bool {
	tainted := make(map[types.Object]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if f, ok := n.(*ast.FuncDecl); ok && looksAtAnError(info.Defs[f.Name]) {
			for _, name := range f.Type.Params.List[0].Names {
				tainted[info.Defs[name]] = true
			}
		}
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Rhs) != 1 {
			return true
		}
		call, ok := assign.Rhs[0].(*ast.CallExpr)
		if !ok || !slices.Contains(quoting, calledPackage(info, call)) {
			return true
		}
		if last, ok := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident); ok && last.Name != "_" {
			object := info.Defs[last]
			if object == nil {
				object = info.Uses[last]
			}
			if object != nil && object.Type().String() == "error" {
				tainted[object] = true
			}
		}
		return true
	})
	return tainted
}

// looksAtAnError says whether an object is a function of this module that takes
// an error alone: what it does with it is held to the same rule.
func looksAtAnError(object types.Object) bool {
	f, ok := object.(*types.Func)
	if !ok || f.Pkg() == nil || !strings.HasPrefix(f.Pkg().Path(), "kohort/") {
		return false
	}
	params := f.Signature().Params()
	return params.Len() == 1 && params.At(0).Type().String() == "error"
}

func calledPackage(info *types.Info, call *ast.CallExpr) string {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	object := info.Uses[selector.Sel]
	if object == nil || object.Pkg() == nil {
		return ""
	}
	return object.Pkg().Path()
}

// uses are the places where a tainted error is used, comparisons with nil and
// sentinel errors, and assignments to it, left out.
func uses(info *types.Info, file *ast.File, tainted map[types.Object]bool) []*ast.Ident {
	harmless := make(map[*ast.Ident]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			for _, side := range []ast.Expr{n.X, n.Y} {
				if id, ok := side.(*ast.Ident); ok {
					harmless[id] = true
				}
			}
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				if id, ok := left.(*ast.Ident); ok {
					harmless[id] = true
				}
			}
		case *ast.CallExpr:
			// errors.Is and errors.As look at an error without printing it.
			name, _ := n.Fun.(*ast.Ident)
			if (calledPackage(info, n) == "errors" || name != nil && looksAtAnError(info.Uses[name])) && len(n.Args) > 0 {
				if id, ok := n.Args[0].(*ast.Ident); ok {
					harmless[id] = true
				}
			}
		}
		return true
	})
	var found []*ast.Ident
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && tainted[info.Uses[id]] && !harmless[id] {
			found = append(found, id)
		}
		return true
	})
	return found
}
