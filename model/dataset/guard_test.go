package dataset_test

import (
	"fmt"
	"strings"
	"testing"

	"bordertop/model/dataset"
)

func TestTheGuardRefusesWhatIsOverALimitAndNothingElse(t *testing.T) {
	t.Parallel()
	x := strings.Repeat
	for name, tt := range map[string]struct{ within, over, want string }{
		"size": {
			x(x("#", 1023)+"\n", 4<<10), x(x("#", 1023)+"\n", 4<<10) + "\n", "f.toml: the file is larger than 4 MiB; split it",
		},
		"lines": {
			"\n#" + x("x", 64<<10-1) + "\n", "\n#" + x("x", 64<<10) + "\n", `f.toml:2:1: the line is longer than 64 KiB; break it, with """ for long text`,
		},
		"depth": {
			"a = " + x("[", 8) + x("]", 8), "a = " + x("[", 9) + x("]", 9), "f.toml:1:13: brackets are nested more than 8 deep",
		},
		"dots": {
			"a.b.c.d = 1.5\n[a.x.b.c]", "a . b.c.'d'.e = 1", "f.toml:1:12: more than 3 dots in one key",
		},
		"keys": {
			x("k", 127) + " = 1", x("k", 129) + "= 1", "f.toml:1:130: a key is longer than 128 bytes",
		},
		"headers": {
			"[[" + x("k", 126) + "]]", "[" + x("k", 128) + "]", "f.toml:1:130: a key is longer than 128 bytes",
		},
		"commas": {
			"a = [\n" + x("1,\n", 100_000) + "]", "a = [\n" + x("1,\n", 100_001) + "]", "f.toml:100002:2: more than 100000 commas",
		},
		"pairs": {
			x("a=1\n", 200_000), x("a=1\n", 200_001), "f.toml:200001:1: more than 200000 keys",
		},
		"tables": {
			x("[a]\n", 100_000), x("[a]\n", 100_001), "f.toml:100001:1: more than 100000 tables",
		},
		"quotes":             {`a = """x"""""`, `a = """x""""""`, "f.toml:1:9: more than five quotes in a row"},
		"line ends":          {"a = 1\r\n", "a = 1\r\rb", `f.toml:1:6: a carriage return that ends no line; end lines with LF, and write \r in strings`},
		"control characters": {"a = \"\t\"", "\na = \"\a\"", `f.toml:2:6: control character 0x07; write it as \u0007`},
		"delete":             {"# ~", "# \x7f", `f.toml:1:3: control character 0x7f; write it as \u007F`},
		"encoding":           {"a = \"\ufffdé\"", "a = \"\ufffdé\xe9\"", "f.toml:1:11: not UTF-8 text; save the file as UTF-8"},
		"byte order marks":   {"\ufeffa = 1", "\xff\xfea\x00", "f.toml:1:1: not UTF-8 text; save the file as UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if f := dataset.Guard("f.toml", []byte(tt.within)); f != nil {
				t.Errorf("refused: %s", f)
			}
			if got := fmt.Sprint(dataset.Guard("f.toml", []byte(tt.over))); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestWhatStandsInTextIsNoStructure(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("[", 20) + strings.Repeat("a.", 20)
	for name, text := range map[string]string{
		"a comment":              "# " + deep,
		"a comment in a list":    "a = [ # " + deep + "\n]",
		"text":                   `a = "` + deep + `\" ` + deep + `"`,
		"raw text":               `a = '` + deep + `\'`,
		"lines":                  "a = \"\"\"\n" + deep + "\n\" \"\" \\\"\"\" " + deep + "\"\"\"\"\"",
		"raw lines":              "a = '''\n" + deep + "\n' '' \\'''''",
		"a key":                  `"` + deep + `" = 1`,
		"a header":               `["` + deep + `"]`,
		"text without an end":    `a = "` + deep,
		"lines without an end":   `a = """` + deep + "\n\\",
		"text that ends in a \\": `a = "` + deep + `\`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if f := dataset.Guard("f.toml", []byte(text)); f != nil {
				t.Error(f)
			}
		})
	}
}
