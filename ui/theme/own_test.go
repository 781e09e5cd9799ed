package theme_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/muesli/termenv"

	"bordertop/config"
	"bordertop/ui/theme"
)

// own are settings with colours of one's own.
func own(of config.Theme, palette map[string]config.Ink) config.Config {
	c := config.Default()
	c.Theme, c.Palette = of, palette
	return c
}

// snake is the name of a colour in settings.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

func TestEveryColourCanBeSet(t *testing.T) {
	t.Parallel()
	all := map[string]config.Ink{}
	for _, name := range config.Inks() {
		all[name] = config.Ink{Dark: "#abcdef", Light: "#123456"}
	}
	for g, want := range map[theme.Ground]string{theme.OnDark: "#abcdef", theme.OnLight: "#123456"} {
		got := inks(theme.Of(own(config.Auto, all), g))
		if len(got) != len(config.Inks()) {
			t.Errorf("%d colours have %d names", len(got), len(config.Inks()))
		}
		for name, c := range got {
			if c.TrueColor != want {
				t.Errorf("%s is %s, want %s; in settings it is %s", name, c.TrueColor, want, snake(name))
			}
			if _, ok := all[snake(name)]; !ok {
				t.Errorf("settings have no name for %s", name)
			}
		}
	}
}

func TestThemesHaveTheirPalettes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		theme config.Theme
		on    theme.Ground
		want  theme.Palette
	}{
		{config.Auto, theme.OnDark, theme.Dark()},
		{config.Auto, theme.OnLight, theme.Light()},
		{config.Light, theme.OnLight, theme.Light()},
		{config.Dark, theme.OnDark, theme.Dark()},
		{config.HighContrast, theme.OnDark, theme.StrongDark()},
		{config.HighContrast, theme.OnLight, theme.StrongLight()},
	} {
		if diff := cmp.Diff(inks(tt.want), inks(theme.Of(own(tt.theme, nil), tt.on))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.theme, diff)
		}
	}
}

// TestOwnColoursAreReadOnOldTerminals gives colours whose nearest among sixteen
// would be lost in the background.
func TestOwnColoursAreReadOnOldTerminals(t *testing.T) {
	t.Parallel()
	for _, hex := range []string{"#5f87ff", "#ff5f5f", "#8a8a8a", "#00af00", "#af5fff", "#ffffff"} {
		p := theme.Of(own(config.Dark, map[string]config.Ink{"closed": {Dark: hex}}), theme.OnDark)
		distinct(t, hex+" of 256", p.Closed.ANSI256, "#1e1e1e", 4.5)
		distinct(t, hex+" of 16", p.Closed.ANSI, "#1e1e1e", 4.5)
	}
	p := theme.Of(own(config.Dark, map[string]config.Ink{"closed": {Dark: "#ff0000"}, "open": {Dark: "#00ff01"}, "muted": {Dark: "#9e9e9e"}}), theme.OnDark)
	if got := []string{p.Closed.ANSI256, p.Open.ANSI256, p.Open.ANSI, p.Muted.ANSI256}; !cmp.Equal(got, []string{"196", "46", "10", "247"}) {
		t.Errorf("the nearest are %q", got)
	}
}

func TestNoColourWins(t *testing.T) {
	t.Parallel()
	c := own(config.Dark, map[string]config.Ink{"closed": {Dark: "#ff0000", Light: "#ff0000"}, "selection": {Dark: "#112233"}})
	s := theme.New(renderer(termenv.Ascii), theme.Of(c, theme.OnDark), theme.Unicode())
	if diff := cmp.Diff(theme.New(renderer(termenv.Ascii), theme.Dark(), theme.Unicode()).Closed.Render("x"), s.Closed.Render("x")); diff != "" {
		t.Errorf("closed (-without own colours +with):\n%s", diff)
	}
}

func TestWhatIsHardToReadIsToldOf(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		theme   config.Theme
		palette map[string]config.Ink
		want    string
	}{
		"the theme's own are fine":      {config.Auto, map[string]config.Ink{"closed": {Dark: "#ff8a80", Light: "#a81c1c"}}, ""},
		"a dark one on dark":            {config.Dark, map[string]config.Ink{"closed": {Dark: "#7a0000", Light: "#7a0000"}}, "warning: palette.closed: hard to read: contrast 1.1:1 with the selected row on a dark background, want at least 4.5:1"},
		"but not where it is light":     {config.Light, map[string]config.Ink{"closed": {Dark: "#7a0000", Light: "#7a0000"}}, ""},
		"one for both is hard on one":   {config.Auto, map[string]config.Ink{"closed": {Dark: "#ff8a80", Light: "#ff8a80"}}, "warning: palette.closed: hard to read: contrast 1.7:1 with the selected row on a light background, want at least 4.5:1"},
		"the one at fault is named":     {config.Auto, map[string]config.Ink{"open": {Dark: "#7fd4a0", Light: "#7fd4a1"}}, "warning: palette.open.light: hard to read: contrast 1.4:1 with the selected row on a light background, want at least 4.5:1"},
		"frames need less":              {config.Dark, map[string]config.Ink{"line": {Dark: "#6f7785"}}, ""},
		"but not nothing":               {config.Dark, map[string]config.Ink{"line": {Dark: "#333333"}}, "warning: palette.line.dark: hard to read: contrast 1.3:1 with a dark background, want at least 3:1"},
		"what the selection hides":      {config.Dark, map[string]config.Ink{"selection": {Dark: "#7f7f7f"}}, "warning: palette.selection.dark: hard to read: contrast 1.6:1 with faint, want at least 4.5:1"},
		"selected text of the same ink": {config.Dark, map[string]config.Ink{"selected_text": {Dark: "#1f3354"}}, "warning: palette.selected_text.dark: hard to read: contrast 1.0:1 with the selected row on a dark background, want at least 4.5:1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, theme.Check(own(tt.theme, tt.palette)).Error()); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
		})
	}
}
