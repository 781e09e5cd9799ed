package dataset_test

import (
	"strings"
	"testing"
	"unicode"

	"bordertop/model/dataset"
)

// FuzzExcerpt points at any place of any text: what is shown is short and clean,
// and what only newer TOML has is looked for in time.
func FuzzExcerpt(f *testing.F) {
	f.Add("kind = \"clsoure\" # why", 1, 1, `unknown word "clsoure"`)
	f.Add("a = { b = '''\n''', \"c\" = [1, # x\n2] }\r\n", 2, 5, "unknown key")
	f.Add("\uFEFF[[x]]\na.\"b = c\" = \"\\x41\\\" \x1b[2J\u202e", 2, 3, `got the text "x"`)
	f.Fuzz(func(t *testing.T, text string, line, column int, problem string) {
		for _, key := range []string{"", "a.b"} {
			e, _ := dataset.Fault{Line: line, Column: column, Key: key, Problem: problem}.Excerpt(text)
			shown := e.Before + e.At + e.After
			if len([]rune(shown)) > 200 || strings.ContainsFunc(shown, func(r rune) bool { return !unicode.IsPrint(r) }) {
				t.Errorf("%q is shown as %q", text, shown)
			}
		}
		for _, w := range dataset.Newer("f.toml", text) {
			if !w.Warning || w.Line < 1 || w.Column < 1 {
				t.Errorf("%q: %+v", text, w)
			}
		}
	})
}
