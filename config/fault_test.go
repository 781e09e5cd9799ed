package config_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bordertop/config"
	"bordertop/model/clean"
)

const minute = time.Minute

func TestFaults(t *testing.T) {
	t.Parallel()
	actions := list(config.Actions())
	const settings = "alert, ascii, budgets, clipboard, clocks, copied, data, desk, filter, filters, journal, keys, language, links, map, mouse, pace, palette, pause, preset, presets, schema, shared, source, theme, wall, working"
	const keyNames = `write what it types, such as "x", or a name such as "pgup", "f5" or "ctrl+x"`
	for name, tt := range map[string]struct{ text, want string }{
		"nothing is at fault in an empty file": {"", ""},
		"nor behind a byte order mark":         {"\uFEFFschema = 1\r\n", ""},
		"a schema of the future":               {"schema = 2", "c:1:1: schema: not a schema that this program reads; write schema = 1, or use a newer program"},
		"an unknown key with a near one":       {"\npresset = \"log\"", `c:2:1: presset: unknown key; did you mean "preset"?`},
		"a key in capitals":                    {"Theme = 'dark'", `c:1:1: Theme: unknown key; did you mean "theme"?`},
		"both spellings of a key":              {"theme = 'dark'\nTHEME = 'light'", `c:2:1: THEME: unknown key; did you mean "theme"?`},
		"an unknown key far from all":          {"colour = 1", "c:1:1: colour: unknown key; want one of " + settings},
		"an unknown budget":                    {"[budgets]\n  queues = '1h'", `c:2:3: budgets.queues: unknown key; did you mean "queue"?`},
		"an unknown table":                     {"[budget]\nqueue = '1h'", `c:1:1: budget: unknown key; did you mean "budgets"?`},
		"a setting below a table":              {"[budgets]\nascii = true", "c:2:1: budgets.ascii: unknown key; write it above the first [table]"},
		"an unknown action":                    {"[keys]\nzom = ['x']", `c:2:1: keys.zom: unknown key; did you mean "zoom"?`},
		"an unknown action far from all":       {"keys.waltzing = ['x']", "c:1:1: keys.waltzing: unknown key; want one of " + actions},
		"a key with dots and brackets in it":   {"keys.'a.b[1' = ['x']", "c:1:1: keys.a.b[1: unknown key; want one of " + actions},
		"data of another type":                 {"data = 1", `c:1:1: data: want a list such as ["file"], got the number 1`},
		"data with another type in it":         {"data = ['x', 1]", `c:1:1: data: want a list such as ["file"], got the number 1`},
		"data without a name":                  {"data = ['']", `c:1:1: data: want files or directories, got ""`},
		"an unknown preset":                    {"preset = 'dusk'", `c:1:1: preset: no preset "dusk"; there are desk, log, map and wall`},
		"an unknown theme":                     {"theme = ''", `c:1:1: theme: no theme ""; there are auto, dark, light and high-contrast`},
		"an unknown rule":                      {"working = 'mean'", `c:1:1: working: no rule "mean"; there are latest, official and median`},
		"a word of another type":               {"preset = true", "c:1:1: preset: want a word in quotes, got true"},
		"a map of another type":                {"map = ['a']", "c:1:1: map: want a word in quotes, got a list"},
		"a switch of another type":             {"ascii = 'yes'\nmouse = 1", "c:1:1: ascii: want true or false, got the text \"yes\"\nc:2:1: mouse: want true or false, got the number 1"},
		"a table of another type":              {"budgets = '7d'\n[[keys]]\nup = 'w'", "c:1:1: budgets: want a table such as [budgets], got the text \"7d\"\nc:2:1: keys: want a table such as [keys], got a list"},
		"a rotation beyond all measure":        {"wall.rotate = 3601", "c:1:1: wall.rotate: want seconds from 1 to 3600, or 0, got 3601"},
		"a night without an end":               {"[wall]\nnight = '22:00'", `c:2:1: wall.night: want hours such as "22:00-06:00", got "22:00"`},
		"a night of another clock":             {"wall.night = '22:00-26:00'", `c:1:1: wall.night: want hours such as "22:00-06:00", got "22:00-26:00"`},
		"a pane that there is not":             {"wall.panes = ['mpa']", `c:1:1: wall.panes: no pane "mpa"; did you mean "map"?`},
		"a pace of nothing":                    {"pace = '0d'", `c:1:1: pace: want a duration above 0, such as "1d"`},
		"a pace without a unit":                {"pace = 6", `c:1:1: pace: want a duration such as "1d", got the number 6`},
		"a severity that there is not":         {"pause = 5", "c:1:1: pause: want a severity from 1 to 4, or 0, got 5"},
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
		"a key of the log for another":         {"keys.zoom = ['/']", `c:1:1: keys.zoom: "/" is a key of filter as well; choose another for one of the two`},
		"a key that stands twice":              {"keys.up = ['w', 'w']", `c:1:1: keys.up: "w" stands twice; leave one out`},
		"more keys than panes":                 {"keys.panes = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'w']", "c:1:1: keys.panes: want at most 10 keys, got 11"},
		"more keys than fingers":               {"keys.down = [" + strings.Repeat("'x',", 17) + "]", "c:1:1: keys.down: want at most 16 keys, got 17"},
		"a language without words":             {"language = 'de'", `c:1:1: language: no language "de"; there are en, lt, pl, ru, be and uk`},
		"a clipboard that is not":              {"clipboard = 'x'", `c:1:1: clipboard: no clipboard "x"; there are terminal and native`},
		"links in another way":                 {"links = 'maybe'", `c:1:1: links: no way of links "maybe"; there are auto, on and off`},
		"clocks without a list":                {"clocks = 'Kyiv'", `c:1:1: clocks: want a list such as [{ name = "Kyiv", zone = "Europe/Kyiv" }], got the text "Kyiv"`},
		"a list of names for clocks":           {"clocks = ['Kyiv']", `c:1:1: clocks: want a list such as [{ name = "Kyiv", zone = "Europe/Kyiv" }], got a list`},
		"a clock of nothing":                   {"clocks = [{}]", "c:1:1: clocks[1].name: want a name of 1 to 24 characters; such as \"Kyiv\"\nc:1:1: clocks[1].zone: want the name of a timezone; such as \"Europe/Kyiv\""},
		"a clock of nowhere":                   {"clocks = [{ name = 'Kyiv', zone = 'Kyiv' }]", `c:1:1: clocks[1].zone: unknown timezone "Kyiv"; write a name such as "Europe/Vilnius"`},
		"the machine's own zone":               {"clocks = [{ name = 'Here', zone = 'Local' }]", `c:1:1: clocks[1].zone: unknown timezone "Local"; write a name such as "Europe/Vilnius"`},
		"one name for two clocks":              {"[[clocks]]\nname='A'\nzone='UTC'\n[[clocks]]\nzone='UTC'\nname='A'", `c:6:1: clocks[2].name: "A" stands in clocks[1].name as well; choose another for one of the two`},
		"an unknown key of a filter":           {"[[filters]]\nname='A'\nquery='x'\n\n[[filters]]\nname='B'\n  qery='x'\nquery='x'", `c:7:3: filters[2].qery: unknown key; did you mean "query"?`},
		"a setting below a filter":             {"[[filters]]\nname='A'\nquery='x'\nascii=true", "c:4:1: filters[1].ascii: unknown key; write it above the first [table]"},
		"a filter of nothing":                  {"[[filters]]", "c:1:1: filters[1].name: want a name of 1 to 24 characters; such as \"Airport\"\nc:1:1: filters[1].query: want a query; such as category:airport"},
		"a name of another type":               {"[[filters]]\nname=1\nquery='x'", `c:2:1: filters[1].name: want text in quotes, got the number 1`},
		"a query at fault":                     {"filter = 'x severity>=9'\n[[filters]]\nname='A'\nquery='слово categroy:airport'", "c:1:1: filter: character 13: severity is from 1 to 4, such as severity:3, severity>=3 or severity:2..3\nc:4:1: filters[1].query: character 7: there is no field \"categroy\"; did you mean \"category\"?"},
		"one name for two filters":             {"[[filters]]\nname='A'\nquery='x'\n[[filters]]\nname='A'\nquery='y'", `c:5:1: filters[2].name: "A" stands in filters[1].name as well; choose another for one of the two`},
		"a preset of nothing":                  {"[[presets]]", "c:1:1: presets[1].name: \"\" is not the name of a preset; want 1 to 64 of a-z, 0-9 and -, the first not a -\nc:1:1: presets[1].rows: want at least one row"},
		"a preset that is named but not there": {"preset = 'well'\n[[presets]]\nname='hall'\nrows=[{columns=[{panes='detail'}]}]", `c:1:1: preset: no preset "well"; there are desk, log, map, wall and hall`},
		"a pane that is not":                   {"[[presets]]\nname='hall'\nrows=[{columns=[{panes=['crossing']}]}]", `c:3:1: presets[1].rows[1].columns[1].panes: no pane "crossing"; did you mean "crossings"?`},
		"a pane twice":                         {"[[presets]]\nname='hall'\nrows=[\n{columns=[{panes=['detail']}]},\n{columns=[{panes=['trucks','detail','trucks']}]}]", "c:3:1: presets[1].rows[2].columns[1].panes: \"detail\" stands in presets[1].rows[1].columns[1].panes as well; choose another for one of the two\nc:3:1: presets[1].rows[2].columns[1].panes: \"trucks\" stands twice; leave one out"},
		"no panes, and shares out of bounds":   {"[[presets]]\nname='hall'\nrows=[{share=0, columns=[{share=101, panes=[]}]}, {}]", "c:3:1: presets[1].rows[1].columns[1].panes: want at least one pane\nc:3:1: presets[1].rows[1].columns[1].share: want a share from 1 to 100, got 101\nc:3:1: presets[1].rows[1].share: want a share from 1 to 100, got 0\nc:3:1: presets[1].rows[2].columns: want at least one column"},
		"an alert for nothing":                 {"[[alert]]", "c:1:1: alert[1].name: want a name of 1 to 24 characters; such as \"Border closed\"\nc:1:1: alert[1].when: want what it waits for; such as \"state\""},
		"what an alert cannot wait for": {"[[alert]]\nname='a'\nwhen='new'\nto='closed'\nbefore='1d'\nabove=5\nsecret='X'\nquiet='22'\nfilter='severity>=9'", `c:4:1: alert[1].to: nothing that an alert takes which waits for "new"; leave it out
c:5:1: alert[1].before: nothing that an alert takes which does not wait for a deadline; leave it out
c:6:1: alert[1].above: nothing that an alert takes which waits for no number; leave it out
c:7:1: alert[1].secret: there is no webhook to sign for; name one, or leave it out
c:8:1: alert[1].quiet: want hours such as "22:00-06:00", got the text "22"
c:9:1: alert[1].filter: character 11: severity is from 1 to 4, such as severity:3, severity>=3 or severity:2..3`},
		"a queue without a number": {"[[alert]]\nname='a'\nwhen='queue'\nbelow=-1\nbefore=['soon']\nwebhook='ftp://a'\ncommand=['']", `c:1:1: alert[1].above: want the number that it waits for; such as 100
c:5:1: alert[1].before: want durations such as ["7d", "24h", "0"], got the text "soon"
c:6:1: alert[1].webhook: want an address with https
c:7:1: alert[1].command: want a program`},
		"tables within tables":             {"[[presets]]\nname='a'\n[[presets.rows]]\n[[presets.rows.columns]]\npanes='detail'\n[[presets]]\nname='b'\n[[presets.rows]]\n[[presets.rows.columns]]\npanes='detail'\n[[presets.rows.columns]]\npanes='x'", `c:12:1: presets[2].rows[1].columns[2].panes: no pane "x"; want one of crossings, deadlines, trucks, conditions, incidents, detail, map, timeline, sources, changes, wall`},
		"one name for two presets":         {"[[presets]]\nname='a'\nrows=[{columns=[{panes='detail'}]}]\n[[presets]]\nname='a'\nrows=[{columns=[{panes='detail'}]}]", `c:5:1: presets[2].name: "a" stands in presets[1].name as well; choose another for one of the two`},
		"places below quotes in a comment": {"# it's \"\"\" odd\n[[filters]]\nname='A'\nquery=\"\"\"\n[[filters]]\n\"\"\"\n[[ filters ]]\n\"name\" = 7\nquery='x'", `c:8:1: filters[2].name: want text in quotes, got the number 7`},
		"an unknown colour":                {"[palette]\nacent = '#ffffff'", `c:2:1: palette.acent: unknown key; did you mean "accent"?`},
		"a colour in words":                {"[palette]\naccent = 'blue'\nopen = { dark = '#ff', light = '#ffffff' }", "c:2:1: palette.accent: \"blue\" is not a colour; write it as \"#rrggbb\", such as \"#7cb7ff\"\nc:3:10: palette.open.dark: \"#ff\" is not a colour; write it as \"#rrggbb\", such as \"#7cb7ff\""},
		"a colour of another type":         {"palette.accent = 7", `c:1:1: palette.accent: want a colour such as "#7cb7ff", or { dark = "#7cb7ff", light = "#1a56b0" }, got the number 7`},
		"no TOML":                          {"preset = ", "c:1:9: preset: unexpected EOF; expected value"},
		"TOML to exhaust the parser":       {"a = " + strings.Repeat("[", 1000), "c:1:13: brackets are nested more than 8 deep"},
		"control characters":               {"preset = '\x1b[2J'", "c:1:11: control character 0x1b; write it as \\u001B"},
		"every fault at once":              {"schema = '1'\npreset = 'x'\nbudgets.queue = 1\nfoo = 1", "c:1:1: schema: not a schema that this program reads; write schema = 1, or use a newer program\nc:2:1: preset: no preset \"x\"; there are desk, log, map and wall\nc:3:1: budgets.queue: want a duration such as \"1h\", got the number 1\nc:4:1: foo: unknown key; want one of " + settings},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, faults := config.Parse("c", tt.text)
			if diff := cmp.Diff(tt.want, faults.Error()); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(config.Default(), c, plain()); diff != "" && tt.want != "" {
				t.Errorf("with a fault something is used (-default +got):\n%s", diff)
			}
		})
	}
}

// list is how words are listed for who wrote another.
func list[T ~string](words []T) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
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
			"language = " + s, "clipboard = " + s, "links = " + s, "clocks = [{ name = " + s + ", zone = " + s + " }]",
			"[[filters]]\nname = " + s + "\nquery = " + s, "[[presets]]\nname = " + s, "palette.open = " + s, "palette.open.dark = " + s,
			"presets = [{ name = 'x', rows = [{ columns = [{ panes = " + s + "}]}]}]", "filters = " + s, "palette = " + s,
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
	f.Add(examples(example(f)))
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
		if again.Data = nil; len(faults) > 0 || !cmp.Equal(c, again, plain()) {
			t.Errorf("read again, it is something else (-first +then):\n%s", cmp.Diff(c, again, plain()))
		}
		// What is shown of it is the same.
		shown, faults := config.Parse("c.toml", file(c.Entries()))
		shown.Data = nil
		if len(faults) > 0 || !cmp.Equal(c, shown, plain(), cmpopts.EquateEmpty()) {
			t.Errorf("shown, it is something else (-first +then):\n%s\n%v", cmp.Diff(c, shown, plain(), cmpopts.EquateEmpty()), faults)
		}
	})
}
