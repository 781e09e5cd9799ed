//go:build unix

package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bordertop/ui/uitest"
)

// folder writes files, named by their paths, into a folder of their own.
func folder(tb testing.TB, files map[string]string) string {
	tb.Helper()
	dir := tb.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return dir
}

func titled(title string) string { return "schema = 1\ntitle = \"" + title + "\"\n" + crossing }

const crossing = "[[crossing]]\nid = \"narva\"\nname = \"Narva\"\nserves = [\"car\"]\n"

// ran runs the program without a terminal, in a folder and an environment.
func ran(tb testing.TB, dir string, env []string, args ...string) (stdout, stderr string, status int) {
	tb.Helper()
	cmd := command(tb, env, args...)
	cmd.Dir = dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run() // the exit status tells
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

func TestSettingsComeFromTheFileInForce(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{
		"xdg/bordertop/config.toml":          "data = '../../xdg.toml'",
		"home/.config/bordertop/config.toml": "data = '../../../home.toml'",
		"asked.toml":                         "data = ['asked/']",
		"empty.toml":                         "",
		"xdg.toml":                           titled("from XDG"),
		"home.toml":                          titled("from HOME"),
		"asked/one.toml":                     titled("asked for"),
		"flag.toml":                          titled("from the flag"),
	})
	xdg, home := "XDG_CONFIG_HOME="+filepath.Join(dir, "xdg"), "HOME="+filepath.Join(dir, "home")
	const embedded = "Lithuania–Belarus"
	for name, tt := range map[string]struct {
		env, args []string
		want      string
	}{
		"none is the default":           {nil, nil, embedded},
		"that of the XDG folder":        {[]string{home, xdg}, nil, "from XDG"},
		"that of the home folder":       {[]string{home}, nil, "from HOME"},
		"a relative XDG folder is none": {[]string{home, "XDG_CONFIG_HOME=xdg"}, nil, "from HOME"},
		"no home is no file":            {[]string{"HOME=" + os.DevNull}, nil, embedded},
		"that of the environment":       {[]string{home, xdg, "BORDERTOP_CONFIG=asked.toml"}, nil, "asked for"},
		"an empty one is none":          {[]string{home, xdg, "BORDERTOP_CONFIG="}, nil, "from XDG"},
		"a flag comes before it":        {[]string{home, "BORDERTOP_CONFIG=none.toml"}, []string{"--config", "asked.toml"}, "asked for"},
		"the one that is asked for":     {[]string{home, xdg}, []string{"--config", "asked.toml"}, "asked for"},
		"an empty one is the default":   {[]string{home, xdg}, []string{"--config", "empty.toml"}, embedded},
		"a flag overrides the file":     {[]string{home, xdg}, []string{"--data", "flag.toml"}, "from the flag"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := ran(t, dir, tt.env, append([]string{"status"}, tt.args...)...)
			if head, _, _ := strings.Cut(out, "\n"); status != 0 || !strings.Contains(head, tt.want) {
				t.Errorf("exit status %d, %q is not in %q; standard error %q", status, tt.want, head, errs)
			}
		})
	}
}

func TestSettingsRuleTheBoard(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"c.toml": "working = 'official'\n[budgets]\nstatus = '9999w'\ncount = '9999w'\ncondition = '9999w'"})
	args := []string{"status", "--as-of", "2026-06-30"}
	old, _, _ := ran(t, dir, nil, args...)
	own, errs, _ := ran(t, dir, nil, append(args, "--config", "c.toml")...)
	if !strings.Contains(old, "stale") || own == "" || strings.Contains(own, "stale") {
		t.Errorf("long budgets keep nothing from being stale:\n%s\n%s%s", old, own, errs)
	}
}

func TestFaultySettingsAreRefusedWhole(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{
		"bad.toml":   "preset = 'dusk'\n[budgets]\nstatus = 'a \\u001b[2J week'\n",
		"named.toml": "data = 'records.toml'", "records.toml": titled("x") + "zone = 5\n[[crossing]]\nid = 'B'\n",
		"pale.toml": "data = 'fine.toml'\npalette.open = '#303030'\ntheme = 'dark'",
		"good.toml": "data = 'fine.toml'", "fine.toml": titled("fine"),
	})
	const first, second = `bad.toml:1:1: preset: no preset "dusk"; there are desk, log, map and wall` + "\n",
		`bad.toml:3:1: budgets.status: want a duration such as "7d", got the text "a `
	const both = first + second
	for name, tt := range map[string]struct {
		args   []string
		status int
		out    string
		errs   string
	}{
		"the board does not open":              {[]string{"--config", "bad.toml"}, 3, "", both},
		"the status is not printed":            {[]string{"status", "--config", "bad.toml"}, 3, "", both},
		"check tells":                          {[]string{"check", "--config", "bad.toml"}, 3, first + "    preset = 'dusk'\n              ^^^^\n" + second, ""},
		"check tells where it is asked to":     {[]string{"check", "--config", "bad.toml", "fine.toml"}, 3, second, ""},
		"a file that is not there":             {[]string{"--config", "none"}, 3, "", "none: there is no such file"},
		"check reads the datasets that it has": {[]string{"check", "--config", "named.toml"}, 3, "\nrecords.toml:9:", ""},
		"check is quiet where all is well":     {[]string{"check", "--config", "good.toml"}, 0, "", ""},
		"check needs no settings":              {[]string{"check"}, 0, "", ""},
		"check reads what a flag names":        {[]string{"check", "--config", "named.toml", "--data", "fine.toml"}, 0, "", ""},
		"check reads what it is given":         {[]string{"check", "--config", "named.toml", "fine.toml"}, 0, "", ""},
		"a flag is told as one":                {[]string{"--config", "good.toml", "--theme", "dusk"}, 2, "", `bordertop: --theme: no theme "dusk"; there are auto, dark, light and high-contrast`},
		"a language that there is not":         {[]string{"status", "--lang", "de"}, 2, "", `bordertop: --lang: no language "de"; there are en, lt, pl, ru, be and uk`},
		"a filter that is none":                {[]string{"status", "--filter", "word categroy:airport"}, 2, "", `bordertop: --filter: character 6: `},
		"check warns of what is hard to read":  {[]string{"check", "--config", "pale.toml"}, 0, "pale.toml:2:1: warning: palette.open: hard to read: contrast 1.", ""},
		"a flag without data":                  {[]string{"status", "--data", ""}, 2, "", `bordertop: --data: want files or directories, got ""`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := ran(t, dir, nil, tt.args...)
			if status != tt.status || !strings.Contains(out, tt.out) || !strings.Contains(errs, tt.errs) {
				t.Errorf("exit status %d, want %d\nstandard output %q, want %q\nstandard error %q, want %q", status, tt.status, out, tt.out, errs, tt.errs)
			}
			if tt.out == "" && out != "" || tt.errs == "" && errs != "" || strings.Contains(out+errs, "\x1b") {
				t.Errorf("standard output %q, standard error %q", out, errs)
			}
		})
	}
}

func TestSettingsReachTheScreen(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t, map[string]string{
		"c.toml": "preset = 'log'\nmouse = false\nascii = true\nkeys.quit = ['w']\nkeys.help = ['alt+h']",
	}), "c.toml")
	const clicks, crossings = 1002, " 1 Crossings "
	t.Run("from the file", func(t *testing.T) {
		t.Parallel()
		s := start(t, "--config", path)
		s.until("5 Incidents")
		if screen := s.term.Screen(); strings.Contains(screen, crossings) || strings.Contains(screen, "╭") {
			t.Errorf("not the log in ASCII:\n%s", screen)
		}
		if slices.Contains(s.term.Modes(), clicks) {
			t.Error("it takes clicks")
		}
		s.term.Press("q")
		s.term.Press("alt+h")
		s.until("Keys that work here")
		s.term.Press("esc")
		s.until("5 Incidents") // esc and w together would be alt+w
		s.term.Press("w")
		if got := s.status(); got != 0 {
			t.Errorf("exit status %d", got)
		}
	})
	t.Run("and flags override it", func(t *testing.T) {
		t.Parallel()
		s := start(t, "--config", path, "--preset", "desk", "--mouse", "--ascii=false")
		s.until("╭" + crossings)
		if !slices.Contains(s.term.Modes(), clicks) {
			t.Errorf("it takes no clicks; the modes are %v", s.term.Modes())
		}
		s.term.Press("w")
		if got := s.status(); got != 0 {
			t.Errorf("exit status %d", got)
		}
	})
}

// put writes a file in the place of another, as editors do.
func put(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.WriteFile(path+"~", []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
	if err := os.Rename(path+"~", path); err != nil {
		tb.Fatal(err)
	}
}

func TestSettingsChangeWhileTheBoardIsOpen(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t, map[string]string{"c.toml": "preset = 'log'", "own.toml": titled("Own")}), "c.toml")
	const clicks, crossings, incidents = 1002, " 1 Crossings ", "5 Incidents"
	s := start(t, "--config", path, "--as-of", "2025-11-11", "--theme", "dark")
	s.until(incidents)

	put(t, path, "preset = 'desk'\nmouse = false\nascii = true\nkeys.quit = ['w']\ntheme = 'light'")
	s.until("new settings in force")
	if screen := s.term.Screen(); !strings.Contains(screen, crossings) || strings.Contains(screen, "╭") {
		t.Errorf("not the desk in ASCII:\n%s", screen)
	}
	if slices.Contains(s.term.Modes(), clicks) {
		t.Error("it takes clicks")
	}

	put(t, path, "preset = 'dusk'\nfoo = 1\n[budgets]\nstatus = 7")
	s.until(`old settings kept: c.toml:1:1: preset: no preset "dusk"; there are desk, log, map and wall (and 2 more)`)
	if screen := s.term.Screen(); !strings.Contains(screen, crossings) {
		t.Errorf("not the desk any more:\n%s", screen)
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.until("old settings kept: c.toml: there is no such file")

	put(t, path, "preset = 'mine'\npalette.open = '#000000'\n[[presets]]\nname = 'mine'\nrows = [{ columns = [{ panes = 'trucks' }, { panes = 'detail' }] }]")
	s.until("palette.open: hard to read")
	if screen := s.term.Screen(); strings.Contains(screen, crossings) || !strings.Contains(screen, "3 Trucks") || !strings.Contains(screen, "6 Detail") {
		t.Errorf("not the preset of the desk's own:\n%s", screen)
	}
	s.term.Press("5") // a pane that the preset has not
	s.until(incidents)

	put(t, filepath.Join(filepath.Dir(path), "town.geojson"), `{"type":"Feature","properties":{"name":"Nowhereville"},"geometry":{"type":"Point","coordinates":[25,54.5]}}`)
	put(t, path, "map = 'town.geojson'\npreset = 'map'")
	s.until("Nowhereville")
	put(t, path, "map = 'c.toml'\npreset = 'map'")
	s.until("old settings kept: c.toml:1:1: not JSON")
	put(t, path, "preset = 'map'")
	s.until("Kaunas")

	put(t, path, "data = 'own.toml'\nkeys.quit = ['w']")
	s.until("bordertop  Own")
	s.term.Press("w")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d", got)
	}
}

// TestSettingsMayAppearWhileTheBoardIsOpen writes the file of settings where none
// was, not even its folder.
func TestSettingsMayAppearWhileTheBoardIsOpen(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s := startIn(t, []string{"HOME=" + home}, uitest.NewTerm(t, 140, 42))
	s.until(" 1 Crossings ")
	dir := filepath.Join(home, ".config", "bordertop")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "config.toml"), "preset = 'log'")
	s.until("new settings in force")
	if screen := s.term.Screen(); strings.Contains(screen, " 1 Crossings ") {
		t.Errorf("not the log:\n%s", screen)
	}
	s.term.Press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d", got)
	}
}

func TestTheLogOpensFiltered(t *testing.T) {
	t.Parallel()
	s := start(t, "--as-of", "2025-11-11", "--filter", "category:airport")
	s.until("category:airport")
	s.term.Press("ctrl+c")
	_ = s.status()
}
