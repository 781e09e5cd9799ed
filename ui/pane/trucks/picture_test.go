package trucks_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/trucks"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// What a pane has of windows of 140x42 and 80x24.
var wide, classic = layout.Size{W: 138, H: 38}, layout.Size{W: 78, H: 20}

// pressed is the pane after some keys.
func pressed(s pane.Scene, size layout.Size, keys ...string) string {
	p := trucks.New(pane.DefaultKeys())
	s = s.Within(size)
	for _, k := range keys {
		p.Update(s, key(k))
	}
	return p.View(s)
}

// says fails where a picture lacks what it should say, or says what it should not.
func says(tb testing.TB, got string, want, without []string) {
	tb.Helper()
	for _, text := range want {
		if !strings.Contains(got, text) {
			tb.Errorf("no %q in\n%s", text, got)
		}
	}
	for _, text := range without {
		if strings.Contains(got, text) {
			tb.Errorf("%q in\n%s", text, got)
		}
	}
}

// under is the record under the cursor after some keys.
func under(s pane.Scene, keys ...string) model.ID {
	p := trucks.New(pane.DefaultKeys())
	s = s.Within(wide)
	for _, k := range keys {
		p.Update(s, key(k))
	}
	return p.Under(s)
}

func key(name string) tea.KeyMsg {
	for _, t := range []tea.KeyType{tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyEnter, tea.KeyEnd} {
		if msg := (tea.KeyMsg{Type: t}); msg.String() == name {
			return msg
		}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

func vilnius(tb testing.TB, at string) pane.Scene {
	tb.Helper()
	zone, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		tb.Fatal(err)
	}
	moment, err := time.ParseInLocation("2006-01-02 15:04", at, zone)
	if err != nil {
		tb.Fatal(err)
	}
	s := embedded(tb, moment)
	s.Zone = zone
	return s
}

func TestGoldenPictures(t *testing.T) {
	t.Parallel()
	for name, at := range map[string]string{"article": "2025-11-11 18:00", "late": "2026-11-23 12:00"} {
		for size, wh := range map[string]layout.Size{"140x42": wide, "80x24": classic} {
			for page, keys := range map[string][]string{"claims": {"down", "down"}, "tallies": {"right", "G"}} {
				t.Run(strings.Join([]string{page, name, size}, " "), func(t *testing.T) {
					t.Parallel()
					s := vilnius(t, at)
					file := page + "-" + name + "-" + size
					uitest.Golden(t, file, pressed(s, wh, keys...))
					s.Styles = theme.Plain(theme.ASCII())
					uitest.Golden(t, file+"-ascii", pressed(s, wh, keys...))
					s.Styles, s.Words = theme.Plain(theme.Unicode()), lang.Of(model.Lithuanian)
					uitest.Golden(t, file+"-lt", pressed(s, wh, keys...))
				})
			}
		}
	}
}

// The figures are those of facts.toml and contradictions.md.
func TestThePictureSaysWhatTheFactsSay(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		at            string
		keys          []string
		to            model.ID // which the cursor goes down to
		want, without []string
	}{
		"on the day of the article, one plot for each unit": {
			at: "2025-11-11 18:00",
			want: []string{
				"500 – 1,200 trucks stranded", "about 1,000 trucks stranded · Foreign Minister Budrys · Lithuania · Tue 11 Nov",
				"against about 500 (National Crisis Management Centre · 10 Nov)", "trucks + trailers stranded", "↯",
			},
			without: []string{"vehicles stranded", "12 Nov", "1,265", "280"},
		},
		"a claim of carriers is not one of a country": {
			at: "2025-11-11 18:00", to: "t-031",
			want: []string{"◆ about 1,800 trucks + trailers stranded · BNS · media · Thu 6 Nov · part of another"},
		},
		"late in 2026 all four units, and what was replaced": {
			at: "2026-11-23 12:00",
			want: []string{
				"no fresh claim; last: about 1,000 trucks stranded", "trailers stranded", "vehicles stranded", "trucks + trailers stranded",
				"about 4,500 ◆ Linava", "about 280 ● Prime Minister Ruginienė", "over 1,800 ▲ Belarusian authorities", "2,750 ◆ Linava", "replaced", "log scale",
				"Nov 2025", "Dec", "Jan", "Feb", "Mar",
			},
			without: []string{"working figure"},
		},
		"what remains is a picture of its own": {
			at: "2026-11-23 12:00", to: "t-027",
			want:    []string{"vehicles remaining", "trucks + trailers remaining", "up to 1,472 vehicles remaining · Linava"},
			without: []string{"5,000 ┤"},
		},
		"airport closures of a month with their basis": {
			at: "2026-11-23 12:00", keys: []string{"right"}, to: "airport-vno-2025-11",
			want: []string{
				"3  ", "6  ", "[8]", "2  ", "1  ", "8 closures · Vilnius airport closures · Nov 2025",
				"basis 14 Oct–Nov stops counted by the crisis centre on 3 Dec minus six in October; dated here: 21, 23, 24, 28 and 30 Nov, so 5 to 8.",
			},
		},
		"flights of a part of a month": {
			at: "2026-11-23 12:00", keys: []string{"right"}, to: "airport-flights-2025-10",
			want: []string{
				"[172*]", "172 flights · Vilnius airport flights affected · 1 Oct 2025–27 Oct 2025 (part of the period) · the airport operator",
				"basis Flight and passenger totals are the operator's to 27 Oct.",
			},
		},
		"balloons per month, and what is not known": {
			at: "2026-11-23 12:00", keys: []string{"right"}, to: "balloons-2025-02",
			want: []string{"[45]", "63", "77", "46", "69", "17", "62", "33", "68", "7*", "32", "19*", "· no figure", "45 balloons · Balloons seized · Feb 2025 · State Border Guard Service"},
		},
		"what was not counted by then": {at: "2025-11-11 18:00", keys: []string{"right"}, want: []string{"544"}, without: []string{"599", "Jan 2026", "635"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, keys := vilnius(t, tt.at), tt.keys
			for tt.to != "" && under(s, keys...) != tt.to && len(keys) < 100 {
				keys = append(keys, "down")
			}
			says(t, pressed(s, wide, keys...), tt.want, tt.without)
		})
	}
}

// Each claim of the day of the article stands in the row of its number, one of 250
// trucks or of 500 trucks and trailers.
func TestMarksStandWhereTheirNumbersSay(t *testing.T) {
	t.Parallel()
	var got []string
	for line := range strings.SplitSeq(pressed(vilnius(t, "2025-11-11 18:00"), wide), "\n") {
		cells := []rune(line)[:84] // beside is the ledger
		if label, field, ok := strings.Cut(string(cells), "┤"); ok {
			got = append(got, strings.TrimSpace(label)+" "+strings.Map(mark, field))
		}
		if _, field, ok := strings.Cut(string(cells), "│"); ok && strings.Map(mark, field) != "" {
			got = append(got, strings.Map(mark, field))
		}
	}
	want := []string{
		"2,000 ◆", "1,500 ", "▲", "1,000 ▲[●]", "500 ●", "0 ", // 2,000; 1,150; over 1,100, about 1,000; 500
		"5,000 ▲▲◆", "4,000 ", "3,000 ", "2,000 ◆", "1,000 ●", "0 ", // almost 5,000 twice, 5,000; 1,800; 1,000
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
}

// mark keeps the marks of claims.
func mark(r rune) rune {
	if strings.ContainsRune("●▲◆[]", r) {
		return r
	}
	return -1
}

func TestKeysOfThePicture(t *testing.T) {
	t.Parallel()
	s := vilnius(t, "2026-11-23 12:00")
	tests := map[string]struct {
		keys          []string
		want, without []string
	}{
		"the scale":                {[]string{"i"}, []string{"linear scale"}, []string{"log scale"}},
		"the scale and back":       {[]string{"i", "i"}, []string{"log scale"}, nil},
		"closer":                   {[]string{"down", "down", "+", "+"}, []string{"17 Nov 2025  24 Nov", "8 Dec"}, []string{"Feb  ", "Jan  "}},
		"closer and away":          {[]string{"down", "+", "-", "-"}, []string{"Jan", "Feb"}, nil},
		"the other page":           {[]string{"left"}, []string{"[Per month and year]"}, []string{"[Claims over time]"}},
		"the other page, and back": {[]string{"l", "h"}, []string{"[Claims over time]"}, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			says(t, pressed(s, wide, tt.keys...), tt.want, tt.without)
		})
	}
}

func TestTheMouseTurnsPagesAndSelects(t *testing.T) {
	t.Parallel()
	s := vilnius(t, "2025-11-11 18:00").Within(wide)
	p := trucks.New(pane.DefaultKeys())
	click := func(x, y int) pane.Intent {
		in, _ := p.Update(s, tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
		return in
	}
	if got := click(90, 6); got != (pane.Select{ID: "t-008"}) {
		t.Errorf("a click on the second claim: %v", got)
	}
	if got := click(30, 6); got != nil {
		t.Errorf("a click on the plot: %v", got)
	}
	click(25, 0)
	if got := p.View(s); !strings.Contains(got, "[Per month and year]") {
		t.Errorf("a click on the name of a page does not turn to it:\n%s", got)
	}
	if got := p.Under(s); got != "balloon-entries-2024-ap" {
		t.Errorf("under the cursor is %q", got)
	}
	click(100, 0)
	click(3, 0)
	if got := p.View(s); !strings.Contains(got, "[Claims over time]") || p.Under(s) != "t-008" {
		t.Errorf("the page of claims is not as it was:\n%s", got)
	}
}

func TestEveryPictureFillsItsRectangle(t *testing.T) {
	t.Parallel()
	late := embedded(t, noon(11).AddDate(1, 0, 0))
	scenes := map[string]pane.Scene{
		"nothing": scene(t, noon(11)), "hostile": scene(t, noon(11), append(hostile(), tallied()...)...), "late": late,
		"only figures": scene(t, noon(11), tallied()...),
	}
	for name, s := range scenes {
		for _, keys := range [][]string{{"i", "+", "+", "end"}, {"right", "down", "down", "down"}, {"right", "G"}} {
			t.Run(fmt.Sprint(name, keys), func(t *testing.T) {
				t.Parallel()
				uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return pressed(s, layout.Size{W: w, H: h}, keys...) })
			})
		}
	}
}
