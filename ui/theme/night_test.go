package theme_test

import (
	"testing"

	"github.com/lucasb-eyer/go-colorful"

	"bordertop/ui/theme"
)

func hex(tb testing.TB, s string) colorful.Color {
	tb.Helper()
	c, err := colorful.Hex(s)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// TestDimmedInksCanStillBeRead holds them to the contrast of the day, and to be
// darker, or on light paper lighter.
func TestDimmedInksCanStillBeRead(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		palette theme.Palette
		on      theme.Ground
		ground  string
	}{
		"dark": {theme.Dark(), theme.OnDark, "#1e1e1e"}, "light": {theme.Light(), theme.OnLight, "#fafafa"},
		"strong": {theme.StrongDark(), theme.OnDark, "#1e1e1e"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dimmed, day := inks(theme.Dimmed(tt.palette, tt.on)), inks(tt.palette)
			for ink := range day {
				fades(t, ink, day[ink].TrueColor, dimmed[ink].TrueColor, tt.ground)
			}
			if dimmed["Closed"] == day["Closed"] {
				t.Error("nothing is dimmed")
			}
		})
	}
}

// fades holds an ink to be weaker by night, and readable.
func fades(t *testing.T, ink, day, night, ground string) {
	t.Helper()
	least := 4.5
	switch ink {
	case "SelectedText", "Selection", "SelectionBlurred": // grounds of their own
		return
	case "Line":
		least = 3
	}
	got := contrast(hex(t, night), hex(t, ground))
	if got < least || got > contrast(hex(t, day), hex(t, ground)) {
		t.Errorf("%s has a contrast of %.2f", ink, got)
	}
}
