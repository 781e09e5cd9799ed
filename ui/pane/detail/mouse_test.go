package detail_test

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/detail"
)

func click(x, y int) tea.MouseMsg {
	return tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft}
}

func TestAClickTakesALinkAndTheNextFollowsIt(t *testing.T) {
	t.Parallel()
	s := page(t, "stop")
	p := detail.New(pane.DefaultKeys())
	lines := strings.Split(p.View(s), "\n")
	y := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "Medininkai") })
	x := ansi.StringWidth(lines[y][:strings.Index(lines[y], "Medininkai")])
	for _, miss := range []tea.Msg{
		click(x-1, y), click(x, y+2), click(0, 0), click(x, 500), click(x, -500), click(-1, y),
		tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionRelease, Button: tea.MouseButtonLeft},
		tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonRight},
	} {
		if in, _ := p.Update(s, miss); in != nil || strings.Contains(p.View(s), "▌") {
			t.Errorf("%v asks for %v and marks\n%s", miss, in, p.View(s))
		}
	}
	if in, _ := p.Update(s, click(x, y)); in != nil {
		t.Errorf("a click asks for %v", in)
	}
	if got := strings.Split(p.View(s), "\n")[y]; !strings.HasPrefix(got, "▌") {
		t.Errorf("the line of the click is %q", got)
	}
	want := pane.Open{ID: "medininkai"}
	if in, _ := p.Update(s, click(x+3, y)); in != want {
		t.Errorf("another click asks for %v, want %v", in, want)
	}
	// What follows a link is the end of a double click too, and opens no other.
	for i, want := range []pane.Intent{nil, want} {
		if in, _ := p.Update(s, pane.OpenMsg{}); in != want {
			t.Errorf("double click %d asks for %v, want %v", i, in, want)
		}
	}
}

func TestAClickHitsWhereAScrolledPageShowsTheLink(t *testing.T) {
	t.Parallel()
	s := page(t, "stop").Within(layout.Size{W: 78, H: 6})
	p := detail.New(pane.DefaultKeys())
	p.Update(s, tea.MouseMsg{Action: tea.MouseActionPress, Button: tea.MouseButtonWheelDown})
	p.Update(s, tea.MouseMsg{Action: tea.MouseActionPress, Button: tea.MouseButtonWheelDown})
	lines := strings.Split(p.View(s), "\n")
	y := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "Vilnius airport") })
	p.Update(s, click(20, y))
	if got := press(t, p, s, "\r"); got != (pane.Open{ID: "vno"}) {
		t.Errorf("line %d of\n%s\nleads to %v", y, strings.Join(lines, "\n"), got)
	}
}
