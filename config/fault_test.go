package config_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"bordertop/config"
	"bordertop/model/clean"
)

const minute = time.Minute

func TestFaults(t *testing.T) {
	t.Parallel()
	const actions = "back, bottom, down, half_page_down, half_page_up, help, mouse, next, open, page_down, page_up, panes, previous, quit, suspend, top, up, zoom"
	const keyNames = `write what it types, such as "x", or a name such as "pgup", "f5" or "ctrl+x"`
	for name, tt := range map[string]struct{ text, want string }{
		"nothing is at fault in an empty file": {"", ""},
		"nor behind a byte order mark":         {"\uFEFFschema = 1\r\n", ""},
		"a schema of the future":               {"schema = 2", "c:1:1: schema: not a schema that this program reads; write schema = 1, or use a newer program"},
		"an unknown key with a near one":       {"\npresset = \"log\"", `c:2:1: presset: unknown key; did you mean "preset"?`},
		"a key in capitals":                    {"Theme = 'dark'", `c:1:1: Theme: unknown key; did you mean "theme"?`},
		"both spellings of a key":              {"theme = 'dark'\nTHEME = 'light'", `c:2:1: THEME: unknown key; did you mean "theme"?`},
		"an unknown key far from all":          {"colour = 1", "c:1:1: colour: unknown key; want one of ascii, budgets, data, keys, mouse, preset, schema, theme, working"},
		"an unknown budget":                    {"[budgets]\n  queues = '1h'", `c:2:3: budgets.queues: unknown key; did you mean "queue"?`},
		"an unknown table":                     {"[budget]\nqueue = '1h'", `c:1:1: budget: unknown key; did you mean "budgets"?`},
		"a setting below a table":              {"[budgets]\nascii = true", "c:2:1: budgets.ascii: unknown key; write it above the first [table]"},
		"an unknown action":                    {"[keys]\nzom = ['x']", `c:2:1: keys.zom: unknown key; did you mean "zoom"?`},
		"an unknown action far from all":       {"keys.dance = ['x']", "c:1:1: keys.dance: unknown key; want one of " + actions},
		"a key with dots and brackets in it":   {"keys.'a.b[1' = ['x']", "c:1:1: keys.a.b[1: unknown key; want one of " + actions},
		"data of another type":                 {"data = 1", `c:1:1: data: want a list such as ["file"], got the number 1`},
		"data with another type in it":         {"data = ['x', 1]", `c:1:1: data: want a list such as ["file"], got the number 1`},
		"data without a name":                  {"data = ['']", `c:1:1: data: want files or directories, got ""`},
		"an unknown preset":                    {"preset = 'dusk'", `c:1:1: preset: no preset "dusk"; there are desk and log`},
		"an unknown theme":                     {"theme = ''", `c:1:1: theme: no theme ""; there are auto, dark and light`},
		"an unknown rule":                      {"working = 'mean'", `c:1:1: working: no rule "mean"; there are latest, official and median`},
		"a word of another type":               {"preset = true", "c:1:1: preset: want a word in quotes, got true"},
		"a switch of another type":             {"ascii = 'yes'\nmouse = 1", "c:1:1: ascii: want true or false, got the text \"yes\"\nc:2:1: mouse: want true or false, got the number 1"},
		"a table of another type":              {"budgets = '7d'\n[[keys]]\nup = 'w'", "c:1:1: budgets: want a table such as [budgets], got the text \"7d\"\nc:2:1: keys: want a table such as [keys], got a list"},
		"a budget without a unit":              {"budgets.status = 7", `c:1:1: budgets.status: want a duration such as "7d", got the number 7`},
		"a budget in other words":              {"[budgets]\nqueue = 'an hour'", `c:2:1: budgets.queue: want a duration such as "1h", got the text "an hour"`},
		"a budget of nothing":                  {"budgets = { count = '', condition = '0d' }", "c:1:13: budgets.count: want a duration such as \"7d\", got the text \"\"\nc:1:25: budgets.condition: want a duration above 0, such as \"14d\""},
		"a budget with a sign":                 {"budgets.count = '-7d'", `c:1:1: budgets.count: want a duration such as "7d", got the text "-7d"`},
		"a budget beyond all measure":          {"budgets.count = '99999d'", `c:1:1: budgets.count: want a duration such as "7d", got the text "99999d"`},
		"a budget in the wrong order":          {"budgets.count = '1h1d'", `c:1:1: budgets.count: want a duration such as "7d", got the text "1h1d"`},
		"keys of another type":                 {"keys.up = [1]", `c:1:1: keys.up: want a list such as ["key"], got the number 1`},
		"an unknown key name":                  {"keys.up = ['pageup', 'hyper+x']", "c:1:1: keys.up: no key is called \"hyper+x\"; " + keyNames + "\nc:1:1: keys.up: no key is called \"pageup\"; did you mean \"pgup\"?"},
		"a letter with shift":                  {"keys.up = ['shift+w']", `c:1:1: keys.up: no key is called "shift+w"; write "W"`},
		"a key that is sent as another":        {"keys.up = ['ctrl+i']\nkeys.down = ['ctrl+m', 'ctrl+[']", "c:1:1: keys.up: no key is called \"ctrl+i\"; terminals send it as \"tab\"\nc:2:1: keys.down: no key is called \"ctrl+[\"; terminals send it as \"esc\"\nc:2:1: keys.down: no key is called \"ctrl+m\"; terminals send it as \"enter\""},
		"a space":                              {"keys.up = [' ']", `c:1:1: keys.up: no key is called ""; write "space"`},
		"no key":                               {"keys.up = ['', 'alt+']", "c:1:1: keys.up: no key is called \"\"; " + keyNames + "\nc:1:1: keys.up: no key is called \"alt+\"; " + keyNames},
		"two characters":                       {"keys.up = ['gg']", `c:1:1: keys.up: no key is called "gg"; ` + keyNames},
		"the key that always quits":            {"keys.quit = ['q', 'ctrl+c']", `c:1:1: keys.quit: "ctrl+c" always quits; leave it out`},
		"that key with alt":                    {"keys.up = ['alt+ctrl+c']", `c:1:1: keys.up: "alt+ctrl+c" always quits; leave it out`},
		"a clash with a default":               {"keys.zoom = ['q']", `c:1:1: keys.zoom: "q" is a key of quit as well; choose another for one of the two`},
		"a clash with a later default":         {"keys.quit = ['z']", `c:1:1: keys.quit: "z" is a key of zoom as well; choose another for one of the two`},
		"a clash of two that are set":          {"keys.quit = ['w']\nkeys.up = ['w']", `c:1:1: keys.quit: "w" is a key of up as well; choose another for one of the two`},
		"a swap is no clash":                   {"keys.quit = ['z']\nkeys.zoom = ['q']", ""},
		"a key that stands twice":              {"keys.up = ['w', 'w']", `c:1:1: keys.up: "w" stands twice; leave one out`},
		"more keys than panes":                 {"keys.panes = ['a', 'c', 'd', 'e', 'f', 'h', 'i']", "c:1:1: keys.panes: want at most 6 keys, got 7"},
		"more keys than fingers":               {"keys.down = [" + strings.Repeat("'x',", 17) + "]", "c:1:1: keys.down: want at most 16 keys, got 17"},
		"no TOML":                              {"preset = ", "c:1:9: preset: unexpected EOF; expected value"},
		"TOML to exhaust the parser":           {"a = " + strings.Repeat("[", 1000), "c:1:13: brackets are nested more than 8 deep"},
		"control characters":                   {"preset = '\x1b[2J'", "c:1:11: control character 0x1b; write it as \\u001B"},
		"every fault at once":                  {"schema = '1'\npreset = 'x'\nbudgets.queue = 1\nfoo = 1", "c:1:1: schema: not a schema that this program reads; write schema = 1, or use a newer program\nc:2:1: preset: no preset \"x\"; there are desk and log\nc:3:1: budgets.queue: want a duration such as \"1h\", got the number 1\nc:4:1: foo: unknown key; want one of ascii, budgets, data, keys, mouse, preset, schema, theme, working"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, faults := config.Parse("c", tt.text)
			if diff := cmp.Diff(tt.want, faults.Error()); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(config.Default(), c); diff != "" && tt.want != "" {
				t.Errorf("with a fault something is used (-default +got):\n%s", diff)
			}
		})
	}
}

func TestKeyNamesAreAccepted(t *testing.T) {
	t.Parallel()
	for _, key := range append(config.KeyNames(), "x", "X", "?", "+", "й", "ą", "alt+x", "alt+up", "alt++", `"`) {
		c := config.Default()
		for a := range c.Keys {
			c.Keys[a] = nil
		}
		c.Keys[config.Up] = []string{key}
		if err := c.Validate().Err(); err != nil {
			t.Error(err)
		}
	}
}

// texts that would steer a terminal, turn a line around, or hide in it.
func hostile() []string {
	return []string{
		"\x1b[2J", "\x1b]0;pwn\x07", "\u009b31m", "\u202eevil", "\u2066x\u2069", "a\u200bb", "\x00", "\x7f", "\r\n", "\U000e0041",
		"a\u0301\u0301\u0301\u0301\u0301", "\u2028", "\ufffd", "\ufe0f", strings.Repeat("x", 5000),
	}
}

func TestHostileTextIsNotToldRaw(t *testing.T) {
	t.Parallel()
	for _, raw := range hostile() {
		var b strings.Builder
		for _, r := range raw {
			b.WriteString(`\U` + strings.Repeat("0", 8-len(hex(r))) + hex(r))
		}
		s := `"` + b.String() + `"`
		// Keys have their own limit of length.
		texts := []string{
			"theme = " + s, "preset = " + s, "working = " + s, "budgets.queue = " + s, "ascii = " + s, "schema = " + s,
			"keys.up = [" + s + "]", "keys.up = [" + `"shift+` + b.String() + `"]`, "keys = " + s, "budgets = " + s,
		}
		if len(raw) < 12 {
			texts = append(texts, s+" = 1", "[budgets]\n"+s+" = 1", "[keys]\n"+s+" = 1")
		}
		for _, text := range texts {
			_, faults := config.Parse("c"+raw, text)
			if len(faults) == 0 {
				t.Errorf("no fault of %q", text)
			}
			checkTold(t, faults.Error())
		}
	}
}

func hex(r rune) string {
	const digits = "0123456789ABCDEF"
	out := ""
	for ; r > 0 || out == ""; r >>= 4 {
		out = string(digits[r&15]) + out
	}
	return out
}

// checkTold judges what people are told: lines of clean text of bounded length.
func checkTold(tb testing.TB, told string) {
	tb.Helper()
	for line := range strings.SplitSeq(told, "\n") {
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' }) {
			tb.Errorf("raw text in %q", line)
		}
		if got := clean.Line(line).String(); got != line && !strings.ContainsRune(line, '\ufffd') {
			tb.Errorf("told %q, which is %q when clean", line, got)
		}
		if len(line) > 700 {
			tb.Errorf("%d bytes in one line: %.80q…", len(line), line)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(example(f))
	f.Add("schema = 1\nbudgets.status = '1w2d'\n[keys]\nup = ['w', 'alt+space']")
	f.Add("preset = \"\\u001b[2J\"\n[[keys]]\n\"\\u202e\" = {}")
	f.Fuzz(func(t *testing.T, text string) {
		c, faults := config.Parse("dir/c.toml", text)
		checkTold(t, faults.Error())
		if len(faults) > 0 {
			return
		}
		if c.Data = nil; c.Validate().Err() != nil {
			t.Errorf("settings without a fault are not valid:\n%v", c.Validate())
		}
		again, faults := config.Parse("dir/c.toml", text)
		if again.Data = nil; len(faults) > 0 || !cmp.Equal(c, again) {
			t.Errorf("read again, it is something else (-first +then):\n%s", cmp.Diff(c, again))
		}
	})
}
