package lang_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bordertop/model/lang"
)

// TestEveryMessageIsSaid holds that each field of the words is read somewhere: by
// the program, or by what this package says with it.
func TestEveryMessageIsSaid(t *testing.T) {
	t.Parallel()
	read := make(map[string]bool)
	root := os.DirFS(filepath.Join("..", ".."))
	err := fs.WalkDir(root, ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		raw, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, raw, parser.SkipObjectResolution)
		if err == nil {
			mentions(file, read)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	unread(t, reflect.TypeFor[lang.Messages](), read)
	if read["NoSuchMessage"] {
		t.Error("everything counts as read")
	}
}

// unread tells of the fields that are not read, in structs inside as well.
func unread(t *testing.T, in reflect.Type, read map[string]bool) {
	t.Helper()
	for f := range in.Fields() {
		switch {
		case !f.IsExported():
		case f.Type.Kind() == reflect.Struct && f.Type != reflect.TypeFor[lang.Plural]():
			unread(t, f.Type, read)
		case !read[f.Name]:
			t.Errorf("%s.%s is never said", in.Name(), f.Name)
		}
	}
}

// mentions notes what a file reads of words: the last name of each selector on
// what holds words.
func mentions(file *ast.File, read map[string]bool) {
	words := holders(file)
	for _, d := range file.Decls {
		// What fills in the English does not say it.
		if f, ok := d.(*ast.FuncDecl); ok && strings.HasPrefix(strings.ToLower(f.Name.Name), "english") {
			continue
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && words.has(s.X) {
				read[s.Sel.Name] = true
			}
			return true
		})
	}
}

// names are the variables of a file that hold words, or a part of them.
type names map[string]bool

// has tells whether an expression is words, or a part of them.
func (ns names) has(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return ns[e.Name]
	case *ast.SelectorExpr:
		part, ok := reflect.TypeFor[lang.Messages]().FieldByName(e.Sel.Name)
		return strings.EqualFold(e.Sel.Name, "words") || ok && part.Type.Kind() == reflect.Struct && ns.has(e.X) ||
			e.Sel.Name == "Syntax" && ns.has(e.X)
	}
	return false
}

// holders finds the parameters of a type of words, and what is given words.
func holders(file *ast.File) names {
	ns := make(names)
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			ns.parameter(n)
		case *ast.AssignStmt:
			ns.assigned(n)
		}
		return true
	})
	return ns
}

func (ns names) parameter(f *ast.Field) {
	if strings.HasSuffix(typeName(f.Type), "Words") {
		for _, name := range f.Names {
			ns[name.Name] = true
		}
	}
}

func (ns names) assigned(a *ast.AssignStmt) {
	for i, left := range a.Lhs {
		if id, ok := left.(*ast.Ident); ok && len(a.Lhs) == len(a.Rhs) && ns.has(a.Rhs[i]) {
			ns[id.Name] = true
		}
	}
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.StarExpr:
		return typeName(e.X)
	}
	return ""
}
