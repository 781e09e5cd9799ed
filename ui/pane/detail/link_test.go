package detail_test

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/detail"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// press sends keys one by one and gives what the last one asks for.
func press(tb testing.TB, p *detail.Pane, s pane.Scene, keys string) pane.Intent {
	tb.Helper()
	var in pane.Intent
	for _, r := range keys {
		msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
		if r == '\r' {
			msg = tea.KeyMsg{Type: tea.KeyEnter}
		}
		var cmd tea.Cmd
		if in, cmd = p.Update(s, msg); cmd != nil {
			tb.Errorf("%q gives a command", r)
		}
	}
	return in
}

// tour goes through all links of a page and gives what enter asks for on each.
func tour(tb testing.TB, s pane.Scene, key string) []pane.Intent {
	tb.Helper()
	p := detail.New(pane.DefaultKeys())
	var out []pane.Intent
	for range 200 {
		if in := press(tb, p, s, key); in != nil {
			return out
		}
		in := press(tb, p, s, "\r")
		if len(out) > 0 && in == out[0] {
			return out
		}
		out = append(out, in)
	}
	tb.Fatal("the links have no end")
	return nil
}

func page(tb testing.TB, id model.ID) pane.Scene {
	tb.Helper()
	return scene(tb, at(11, 18), id, border()...).Within(layout.Size{W: 78, H: 20})
}

func TestEachThingThatAPageNamesIsALink(t *testing.T) {
	t.Parallel()
	wire, _ := clean.ParseURL("https://wire.example.com/a/1")
	open := func(ids ...model.ID) (out []pane.Intent) {
		for _, id := range ids {
			out = append(out, pane.Open{ID: id})
		}
		return out
	}
	for id, want := range map[model.ID][]pane.Intent{
		// Places, crossings, what it is about, its source and that address, what was
		// counted the same day.
		"stop": append(open("vno", "medininkai", "demand", "wire"), pane.Visit{URL: wire}, pane.Open{ID: "count"}),
		// The act, what it holds at, what amended it.
		"shut-cars": append(open("medininkai", "shut", "sooner", "tv", "tv", "wire"), pane.Visit{URL: wire}),
		"sooner":    open("shut", "tv"),
		"wire":      append([]pane.Intent{pane.Visit{URL: wire}}, open("stop", "shut-cars")...),
		"count":     open("other", "rival", "tv"),
		"demand":    open("step", "said", "stop"),
		"said":      open("demand"),
		"pledge":    open("demand"),
		"gone":      open("gone-w"),
		"queue":     open("medininkai", "said", "stop"),
		"seen":      open("medininkai"),
		"vno":       open("stop"),
		"nobody":    nil,
		"":          nil,
	} {
		t.Run(string(id), func(t *testing.T) {
			t.Parallel()
			got := tour(t, page(t, id), "n")
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("links of %q:\n%v, want\n%v\n%s", id, got, want, whole(page(t, id), 78))
			}
			// Backwards it begins with the last in view, and goes around.
			slices.Reverse(want)
			back, twice := tour(t, page(t, id), "N"), slices.Concat(want, want)
			if len(back) != len(want) || !strings.Contains(fmt.Sprint(twice), strings.Trim(fmt.Sprint(back), "[]")) {
				t.Errorf("links of %q backwards:\n%v, want\n%v around", id, back, want)
			}
		})
	}
}

func TestWhatASourceRepeatsIsNamedAndLedTo(t *testing.T) {
	t.Parallel()
	s := scene(t, at(14, 18), "evening", append(border(), beside()...)...).Within(layout.Size{W: 78, H: 30})
	if got := whole(s, 78); !strings.Contains(got, " repeats Wire ") {
		t.Errorf("no name of what the source repeats in\n%s", got)
	}
	if got := fmt.Sprint(tour(t, s, "n")); !strings.HasPrefix(got, "[{copy} {wire} ") {
		t.Errorf("links are %s", got)
	}
}

func TestTheHelpNamesTheLinks(t *testing.T) {
	t.Parallel()
	p := detail.New(pane.DefaultKeys())
	p.View(page(t, "stop"))
	var got []string
	for _, b := range append(p.ShortHelp(), p.FullHelp()[1]...) {
		got = append(got, b.Help().Key+" "+b.Help().Desc)
	}
	want := "[enter open o open the link n next link n next link N previous link enter open o open the link]"
	if fmt.Sprint(got) != want {
		t.Errorf("the help is %v, want %s", got, want)
	}
}

func TestALinkIsMarkedAndScrolledTo(t *testing.T) {
	t.Parallel()
	s := page(t, "medininkai")
	p := detail.New(pane.DefaultKeys())
	marked := regexp.MustCompile(`(?m)^▌(.*?) *$`)
	if got := p.View(s); strings.Contains(got, "▌") {
		t.Errorf("a link is marked before any was chosen:\n%s", got)
	}
	for range 40 {
		press(t, p, s, "n")
		if got := p.View(s); !marked.MatchString(got) {
			t.Fatalf("no link is in view:\n%s", got)
		}
	}
	s.Focused = false
	if got := p.View(s); strings.Contains(got, "▌") {
		t.Errorf("a link is marked without the focus:\n%s", got)
	}
}

func TestNextStartsFromWhatIsInView(t *testing.T) {
	t.Parallel()
	s := page(t, "medininkai").Within(layout.Size{W: 60, H: 6})
	p := detail.New(pane.DefaultKeys())
	press(t, p, s, "n")
	first := p.View(s)
	press(t, p, s, "G") // the end of the page
	end := p.View(s)
	press(t, p, s, "N")
	if got := p.View(s); strings.ReplaceAll(got, "▌", " ") != end || !strings.Contains(got, "▌") {
		t.Errorf("backwards from the end:\n%s\nwant a link marked of\n%s", got, end)
	}
	press(t, p, s, "g")
	press(t, p, s, "n")
	if got := p.View(s); got != first {
		t.Errorf("onwards from the top:\n%s\nwant\n%s", got, first)
	}
	press(t, p, s, "N")
	if got := p.View(s); got == first || !strings.Contains(got, "▌") {
		t.Errorf("before the first comes\n%s\nwant the last", got)
	}
	press(t, p, s, "n")
	if got := press(t, p, s, "\r"); got != press(t, p, s, "NnN\r") && got == nil {
		t.Errorf("around the end: %v", got)
	}
}

func TestTheLinkInHandIsThatOfEachRecord(t *testing.T) {
	t.Parallel()
	s := page(t, "stop")
	p := detail.New(pane.DefaultKeys())
	press(t, p, s, "nn")
	other := s
	other.Selected = "count"
	if got := p.View(other); strings.Contains(got, "▌") {
		t.Errorf("a link of another page is marked:\n%s", got)
	}
	press(t, p, other, "n")
	want := pane.Open{ID: "medininkai"}
	if got := press(t, p, s, "\r"); got != want {
		t.Errorf("back on the page enter asks for %v, want %v", got, want)
	}
	// It stays the same link in another width.
	if got := press(t, p, s.Within(layout.Size{W: 30, H: 20}), "\r"); got != want {
		t.Errorf("in another width enter asks for %v, want %v", got, want)
	}
	if got := press(t, p, other, "\r"); got != (pane.Open{ID: "other"}) {
		t.Errorf("on the other page enter asks for %v", got)
	}
}

func TestOpeningAddresses(t *testing.T) {
	t.Parallel()
	wire, _ := clean.ParseURL("https://wire.example.com/a/1")
	for name, tt := range map[string]struct {
		id   model.ID
		keys string
		want pane.Intent
	}{
		"the first of the page where no link is in hand":              {"stop", "o", pane.Visit{URL: wire}},
		"that of a source in hand":                                    {"stop", "nnnno", pane.Visit{URL: wire}},
		"that in hand":                                                {"stop", "nnnnno", pane.Visit{URL: wire}},
		"that in hand by enter":                                       {"stop", "nnnnn\r", pane.Visit{URL: wire}},
		"not that of a record in hand":                                {"stop", "no", pane.Say{Text: "this has no web address: enter opens its page"}},
		"not that of a source without one":                            {"count", "nnno", pane.Say{Text: "this has no web address: enter opens its page"}},
		"not where the page has none":                                 {"count", "o", pane.Say{Text: "no source here has a web address"}},
		"not where there is no page":                                  {"", "o", pane.Say{Text: "no source here has a web address"}},
		"the first of the page where the link in hand is out of view": {"medininkai", "nGo", pane.Visit{URL: wire}},
		"no record where the link in hand is out of view":             {"medininkai", "nG\r", pane.Say{Text: "no link is chosen: n goes to the next"}},
		"no record where none is in hand":                             {"stop", "\r", pane.Say{Text: "no link is chosen: n goes to the next"}},
		"no record where there are none":                              {"", "\r", pane.Say{Text: "nothing on this page leads anywhere"}},
		"no next where there are none":                                {"", "n", pane.Say{Text: "nothing on this page leads anywhere"}},
		"no one before where there are none":                          {"tally", "N", pane.Say{Text: "nothing on this page leads anywhere"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := press(t, detail.New(pane.DefaultKeys()), page(t, tt.id), tt.keys); got != tt.want {
				t.Errorf("%q on %q asks for %v, want %v", tt.keys, tt.id, got, tt.want)
			}
		})
	}
}

func TestGoldenPagesWithALinkInHand(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		id   model.ID
		keys string
	}{{"stop", "nnn"}, {"shut-cars", "nnn"}, {"gone", "n"}, {"wire", "n"}, {"count", "nn"}} {
		t.Run(string(tt.id), func(t *testing.T) {
			t.Parallel()
			s := scene(t, at(14, 18), tt.id, append(border(), beside()...)...)
			s = s.Within(layout.Size{W: 78, H: cmp.Or(detail.New(pane.DefaultKeys()).Wants(s.Within(layout.Size{W: 78})), 1)})
			p := detail.New(pane.DefaultKeys())
			press(t, p, s, tt.keys)
			uitest.Golden(t, "link-"+string(tt.id), p.View(s))
			s.Styles = theme.Plain(theme.ASCII())
			s.Version++
			uitest.Golden(t, "link-"+string(tt.id)+"-ascii", p.View(s))
		})
	}
}
