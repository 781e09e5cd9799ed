package draw_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/theme"
)

// osc8 is what draw.Link writes around a text, and nothing else is a link.
var osc8 = regexp.MustCompile(`\x1b\]8;(?:id=[0-9a-f]+;https?://[!-:<-~]+|[!-:<-~]*;[!-:<-~]*)\x1b\\`)

func unlinked(s string) string { return osc8.ReplaceAllString(s, "") }

func address(tb testing.TB, raw string) clean.URL {
	tb.Helper()
	u, err := clean.ParseURL(raw)
	if err != nil {
		tb.Fatal(err)
	}
	return u
}

func TestALinkLooksAsTerminalsWantIt(t *testing.T) {
	t.Parallel()
	to := address(t, "https://vsat.lrv.lt/lt/naujienos;a=1?q=ą b")
	got := draw.Link("vsat.lrv.lt", to)
	want := regexp.MustCompile(`^\x1b\]8;id=[0-9a-f]+;https://vsat\.lrv\.lt/lt/naujienos%3Ba=1\?q=%C4%85%20b\x1b\\vsat\.lrv\.lt\x1b\]8;;\x1b\\$`)
	if !want.MatchString(got) {
		t.Errorf("link = %q", got)
	}
	if again := draw.Link("vsat.lrv.lt", to); again != got {
		t.Errorf("the same link twice: %q and %q", got, again)
	}
	if a, b := id(got), id(draw.Link("x", address(t, "https://vsat.lrv.lt/en"))); a == b {
		t.Errorf("two addresses have one id, %s", a)
	}
	if got := draw.Link("no address", clean.URL{}); got != "no address" {
		t.Errorf("link to nowhere = %q", got)
	}
	if got := draw.Link("", to); got != "" {
		t.Errorf("link of nothing = %q", got)
	}
}

func id(link string) string {
	id, _, _ := strings.Cut(strings.TrimPrefix(link, "\x1b]8;id="), ";")
	return id
}

func TestALinkIsCutAndWrapped(t *testing.T) {
	t.Parallel()
	to := address(t, "https://vsat.lrv.lt/")
	open, _, _ := strings.Cut(draw.Link("x", to), "x")
	whole := draw.Link("Sienos apsaugos tarnyba", to)
	for name, tt := range map[string]struct{ got, want []string }{
		"cut":             {[]string{draw.Fit(whole, 8)}, []string{open + "Sienos …" + end}},
		"fitted":          {[]string{draw.Fit(draw.Link("VSAT", to), 6)}, []string{open + "VSAT" + end + "  "}},
		"cut before":      {[]string{draw.Cut("Medininkai "+whole, 5)}, []string{"Medi…"}},
		"on the right":    {[]string{draw.FitRight(draw.Link("VSAT", to), 6)}, []string{"  " + open + "VSAT" + end}},
		"wrapped":         {draw.Wrap("see "+whole+" now", 10), []string{"see " + open + "Sienos" + end, open + "apsaugos" + end, open + "tarnyba" + end, "now"}},
		"a word in parts": {draw.Wrap(draw.Link("tarnyba", to), 4), []string{open + "tarn" + end, open + "yba" + end}},
		"a wide letter":   {draw.Wrap(draw.Link("国a", to), 1), []string{open + "…" + end, open + "a" + end}},
		"over lines":      {draw.Wrap(draw.Link("a\nb", to), 9), []string{open + "a" + end, open + "b" + end}},
		"in ASCII":        {[]string{draw.ASCII(draw.Link("Š→ž", to))}, []string{open + "S>z" + end}},
		"in a row": {
			[]string{draw.NewTable(12, 1, theme.Unicode(), draw.Column{Min: 5}, draw.Column{Min: 6, Align: draw.AlignRight}).Row(whole, draw.Link("15 d", to))},
			[]string{open + "Sien…" + end + "   " + open + "15 d" + end},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, tt.got); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzLink holds that a link changes nothing of where text stands and how it is cut.
func FuzzLink(f *testing.F) {
	for i, s := range texts() {
		f.Add(s, "https://vsat.lrv.lt/?a=b;c", i)
	}
	f.Add("国境検問所 Šalčininkai", "http://xn--e1afmkfd.by:8080/#%1b", 3)
	st := styles()
	f.Fuzz(func(t *testing.T, text, raw string, w int) {
		to, err := clean.ParseURL(raw)
		if err != nil || strings.Contains(text, "\x1b") || text != strings.TrimSpace(text) {
			t.Skip()
		}
		w = 1 + int(uint(w)%90)
		linked := draw.Link(text, to)
		rules := draw.NewTable(w, 1, st.Glyphs, draw.Column{Min: 4, Flex: 1}, draw.Column{Min: 3, Align: draw.AlignRight})
		box := draw.BoxStyle{Border: st.Border, Title: st.Title, Glyphs: st.Glyphs}
		for name, draws := range map[string]func(string) []string{
			"fit":   func(s string) []string { return []string{draw.Fit(s, w)} },
			"right": func(s string) []string { return []string{draw.FitRight(s, w)} },
			"over":  func(s string) []string { return []string{draw.Fit(st.Selected.Over(s), w)} },
			"row":   func(s string) []string { return []string{rules.Row(s, s)} },
			"box":   func(s string) []string { return draw.Box(s, s, []string{s}, w, 4, box) },
			"lines": func(s string) []string { return draw.Lines([]string{s}, w, 2) },
			"wrap":  func(s string) []string { return draw.Lines(draw.Wrap(s, w), w, 4) },
			"frame": func(s string) []string {
				return draw.Compose(layout.Size{W: w + 2, H: 1}, []draw.Piece{
					{Rect: layout.Rect{X: 1, W: w, H: 1}, Lines: []string{draw.Fit(s, w)}},
				})
			},
			"ascii": func(s string) []string { return []string{draw.ASCII(draw.Fit(s, w))} },
		} {
			got, want := draws(linked), draws(text)
			for i, line := range got {
				exact(t, line, draw.Width(want[i]))
				got[i] = unlinked(line)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s of a link to %q, %d cells (-want +got):\n%s", name, text, w, diff)
			}
		}
	})
}
