package draw_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

func TestBigDigits(t *testing.T) {
	t.Parallel()
	want := []string{
		"    ##    ######",
		"    ##    ##  ##",
		"    ##    ##  ##",
		"    ## ## ##  ##",
		"    ## ## ######",
	}
	if diff := cmp.Diff(want, draw.Big("1,0", 1, theme.Style{}, theme.ASCII())); diff != "" {
		t.Errorf("1,0 (-want +got):\n%s", diff)
	}
	seen := map[string]rune{}
	for _, r := range "0123456789,.:– " {
		for scale := 1; scale < 4; scale++ {
			lines := draw.Big(string(r), scale, theme.Style{}, theme.Unicode())
			filled(t, lines, draw.BigWidth(string(r), scale), 5*scale)
			text := strings.Join(lines, "\n")
			if other, ok := seen[text]; ok {
				t.Errorf("%q looks like %q", r, other)
			}
			seen[text] = r
		}
	}
	filled(t, draw.Big("19 – 1,200", 2, theme.Style{}, theme.Unicode()), draw.BigWidth("19 – 1,200", 2), 10)
}
