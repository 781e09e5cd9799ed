package theme_test

import (
	"io"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
	"github.com/mattn/go-runewidth"
	"github.com/muesli/termenv"
	"github.com/rivo/uniseg"

	"bordertop/ui/theme"
)

func renderer(p termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return r
}

// luminance is the relative luminance of WCAG 2.
func luminance(c colorful.Color) float64 {
	r, g, b := c.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

func contrast(a, b colorful.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func colour(t *testing.T, s string) colorful.Color {
	t.Helper()
	c := termenv.TrueColor.Color(s)
	if c == nil {
		t.Fatalf("colour %q: not a colour", s)
	}
	return termenv.ConvertToRGB(c)
}

// inks returns the colours of a palette by name.
func inks(p theme.Palette) map[string]lipgloss.CompleteColor {
	all := map[string]lipgloss.CompleteColor{}
	for v, i := reflect.ValueOf(p), 0; i < v.NumField(); i++ {
		if !v.Type().Field(i).IsExported() { // the terminal's own
			continue
		}
		if c, ok := reflect.TypeAssert[lipgloss.CompleteColor](v.Field(i)); ok {
			all[v.Type().Field(i).Name] = c
		}
	}
	return all
}

func TestTextCanBeReadOnUsualBackgrounds(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		palette theme.Palette
		grounds []string
		ground  string // of a terminal that has just the sixteen colours
		least   float64
	}{
		"dark":          {theme.Dark(), []string{"#14161b", "#000000", "#1e1e1e"}, "#000000", 4.5},
		"light":         {theme.Light(), []string{"#ffffff", "#fafafa"}, "#ffffff", 4.5},
		"dark, strong":  {theme.StrongDark(), []string{"#14161b", "#000000", "#1e1e1e"}, "#000000", 7},
		"light, strong": {theme.StrongLight(), []string{"#ffffff", "#fafafa"}, "#ffffff", 7},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for ink, c := range inks(tt.palette) {
				switch ink {
				case "SelectedText", "Selection", "SelectionBlurred": // grounds of their own, below
				case "Line": // not text
					legible(t, ink, c, 3, tt.grounds...)
				default:
					legible(t, ink, c, tt.least, tt.grounds...)
					legibleOn(t, ink, c, tt.palette.Selection, tt.least)
					legibleOn(t, ink, c, tt.palette.SelectionBlurred, tt.least)
				}
				if c.ANSI != "" {
					distinct(t, ink, c.ANSI, tt.ground, tt.least)
				}
			}
			legibleOn(t, "SelectedText", tt.palette.SelectedText, tt.palette.Selection, tt.least)
			legibleOn(t, "SelectedText", tt.palette.SelectedText, tt.palette.SelectionBlurred, tt.least)
		})
	}
}

// legible fails unless the ink has the contrast on every ground, in 16 million and in 256 colours.
func legible(t *testing.T, ink string, c lipgloss.CompleteColor, least float64, grounds ...string) {
	t.Helper()
	for _, ground := range grounds {
		distinct(t, ink, c.TrueColor, ground, least)
		distinct(t, ink, c.ANSI256, ground, least)
	}
}

// legibleOn is legible on a ground that the palette itself sets.
func legibleOn(t *testing.T, ink string, c, ground lipgloss.CompleteColor, least float64) {
	t.Helper()
	distinct(t, ink, c.TrueColor, ground.TrueColor, least)
	distinct(t, ink, c.ANSI256, ground.ANSI256, least)
}

func distinct(t *testing.T, ink, fg, bg string, least float64) {
	t.Helper()
	if got := contrast(colour(t, fg), colour(t, bg)); got < least {
		t.Errorf("%s %s on %s: contrast %.2f, want %.1f", ink, fg, bg, got, least)
	}
}

func TestStatesDifferInColourAndSign(t *testing.T) {
	t.Parallel()
	for _, g := range []theme.Glyphs{theme.Unicode(), theme.ASCII()} {
		signs := map[string]bool{g.Closed: true, g.Restricted: true, g.Open: true, g.Unknown: true, g.Disputed: true}
		if len(signs) != 5 {
			t.Errorf("signs of states repeat: %v", signs)
		}
	}
	for _, p := range []theme.Palette{theme.Dark(), theme.Light(), theme.StrongDark(), theme.StrongLight()} {
		for _, of := range []func(lipgloss.CompleteColor) string{
			func(c lipgloss.CompleteColor) string { return c.TrueColor },
			func(c lipgloss.CompleteColor) string { return c.ANSI256 },
			func(c lipgloss.CompleteColor) string { return c.ANSI },
		} {
			seen := map[string]bool{of(p.Closed): true, of(p.Restricted): true, of(p.Open): true, of(p.Unknown): true}
			if len(seen) != 4 {
				t.Errorf("colours of states repeat: %v", seen)
			}
		}
	}
}

// signs returns the glyphs by name.
func signs(g theme.Glyphs) map[string]string {
	all := map[string]string{}
	for v, i := reflect.ValueOf(g), 0; i < v.NumField(); i++ {
		field, name := v.Field(i), v.Type().Field(i).Name
		if s, ok := reflect.TypeAssert[string](field); ok {
			all[name] = s
		} else if field.Kind() == reflect.Array {
			for j := range field.Len() {
				all[name+string(rune('0'+j))] = field.Index(j).String()
			}
		}
	}
	return all
}

func TestEveryGlyphIsOneCell(t *testing.T) {
	t.Parallel()
	narrow := &runewidth.Condition{StrictEmojiNeutral: true}
	for name, g := range map[string]theme.Glyphs{"unicode": theme.Unicode(), "ascii": theme.ASCII()} {
		for field, s := range signs(g) {
			if ansi.StringWidth(s) != 1 || uniseg.StringWidth(s) != 1 || narrow.StringWidth(s) != 1 || len([]rune(s)) != 1 {
				t.Errorf("%s %s %q is not one cell", name, field, s)
			}
			if name == "ascii" && (s < " " || s > "~") {
				t.Errorf("ascii %s is %q", field, s)
			}
		}
	}
}

func TestAStyleSurroundsText(t *testing.T) {
	t.Parallel()
	s := theme.New(renderer(termenv.TrueColor), theme.Dark(), theme.Unicode())
	if got := s.Closed.Render(""); got != "" {
		t.Errorf("nothing, closed = %q", got)
	}
	if got, want := s.Closed.Render("shut"), "\x1b[1;38;2;255;138;128mshut\x1b[0m"; got != want {
		t.Errorf("closed = %q, want %q", got, want)
	}
	if got := s.Text.Render("shut"); got != "shut" {
		t.Errorf("text = %q, want it as it is", got)
	}
	if got := (theme.Style{}).Over("shut"); got != "shut" {
		t.Errorf("over with no style = %q", got)
	}
}

func TestASelectionHoldsBetweenStyledWords(t *testing.T) {
	t.Parallel()
	s := theme.New(renderer(termenv.ANSI), theme.Dark(), theme.Unicode())
	got := s.Selected.Over("a " + s.Closed.Render("b") + " c")
	if want := "\x1b[1;7ma \x1b[1;91mb\x1b[0m\x1b[1;7m c\x1b[0m"; got != want {
		t.Errorf("selected = %q, want %q", got, want)
	}
}

func TestColoursAreThoseTheTerminalHas(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		profile  termenv.Profile
		closed   string
		selected string
	}{
		"16 million": {termenv.TrueColor, "\x1b[1;38;2;", "48;2;"},
		"256":        {termenv.ANSI256, "\x1b[1;38;5;210m", "48;5;236m"},
		"16":         {termenv.ANSI, "\x1b[1;91m", "\x1b[1;7m"},
		"none":       {termenv.Ascii, "\x1b[1mx", "\x1b[1;7m"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := theme.New(renderer(tt.profile), theme.Dark(), theme.ASCII())
			if got := s.Closed.Render("x"); !strings.Contains(got, tt.closed) {
				t.Errorf("closed = %q, want %q", got, tt.closed)
			}
			if got := s.Selected.Render("x"); !strings.Contains(got, tt.selected) {
				t.Errorf("selected = %q, want %q", got, tt.selected)
			}
			if s.Selected == s.SelectedBlurred || s.Selected == s.Text || s.SelectedBlurred == s.Text {
				t.Error("the row under the cursor is not marked in every pane")
			}
			if s.BorderFocused == s.Border {
				t.Error("the focused frame is as the others")
			}
		})
	}
}

func TestPlainHasNoEscapeSequences(t *testing.T) {
	t.Parallel()
	v := reflect.ValueOf(theme.Plain(theme.ASCII()))
	for i := range v.NumField() {
		if s, ok := reflect.TypeAssert[theme.Style](v.Field(i)); ok && s.Render("x") != "x" {
			t.Errorf("%s is %q", v.Type().Field(i).Name, s.Render("x"))
		}
	}
}

func TestSeverityOutsideItsDegreesIsTheNearest(t *testing.T) {
	t.Parallel()
	s := theme.New(renderer(termenv.TrueColor), theme.Light(), theme.Unicode())
	for n, want := range map[int]theme.Style{
		math.MinInt: s.Severity1, 0: s.Severity1, 1: s.Severity1, 2: s.Severity2, 3: s.Severity3, 4: s.Severity4, 9: s.Severity4,
	} {
		if got := s.Severity(n); got != want {
			t.Errorf("severity %d = %q, want %q", n, got.Render("x"), want.Render("x"))
		}
	}
}
