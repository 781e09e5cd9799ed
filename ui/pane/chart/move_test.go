package chart_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/chart"
	"bordertop/ui/uitest"
)

func typed(keys string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(keys)} }

// star is a crossing in the middle and one on each side of it.
func star() []model.Record {
	return []model.Record{crossing("middle", 50, 10), crossing("north", 50.4, 10), crossing("south", 49.6, 10.05), crossing("east", 50, 10.8), crossing("west", 50.02, 9.2)}
}

func TestArrowsChooseTheNearestInTheirDirection(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]model.ID{"l": "east", "h": "west", "k": "north", "j": "south", "jk": "middle", "lj": "south", "hk": "north"} {
		s := scene(t, article(), layout.Size{W: 78, H: 20}, star()...)
		p := chart.New(pane.DefaultKeys())
		s.Selected = "middle"
		for _, k := range keys {
			intent, _ := p.Update(s, typed(string(k)))
			if chosen, ok := intent.(pane.Select); ok {
				s.Selected = chosen.ID
			}
		}
		if s.Selected != want || p.Under(s) != want {
			t.Errorf("%s chooses %s, and the cursor is on %s, want %s", keys, s.Selected, p.Under(s), want)
		}
	}
}

func TestWhatIsSelectedElsewhereIsMarked(t *testing.T) {
	t.Parallel()
	records := append(star(), &model.Incident{
		Fact: model.Fact{ID: "stop"}, At: model.Exactly(article()), Category: "drone", Severity: 1, Title: clean.Line("x"), Crossings: []model.ID{"north", "south"},
	})
	s := scene(t, article(), layout.Size{W: 78, H: 20}, records...)
	s.Focused = false
	for selected, want := range map[model.ID][]string{"east": {"[east]"}, "stop": {"[✶ north]", "[✶ south]"}, "": {" middle "}} {
		s.Selected = selected
		frame := view(s)
		for _, w := range want {
			if !strings.Contains(frame, w) {
				t.Errorf("with %q selected there is no %q in\n%s", selected, w, frame)
			}
		}
		if got := strings.Count(frame, "["); selected != "" && got != len(want) {
			t.Errorf("with %q selected %d are marked", selected, got)
		}
	}
}

func TestTheMapComesCloserAndBack(t *testing.T) {
	t.Parallel()
	s := border(t, 78, 20)
	p := chart.New(pane.DefaultKeys())
	whole := p.View(s)
	p.Update(s, typed("+"))
	p.Update(s, typed("+"))
	if title := p.Title(s); title != "Map · x2.2" {
		t.Errorf("the title is %q", title)
	}
	uitest.Golden(t, "closer-78x20", p.View(s))
	p.Update(s, typed("L"))
	uitest.Golden(t, "right-78x20", p.View(s))
	p.Update(s, typed("g"))
	if frame := p.View(s); frame != whole {
		t.Errorf("the whole is not as before:\n%s", frame)
	}
	p.Update(s, typed("-"))
	if !p.Leaves() || !p.Leave() || p.Leaves() || p.View(s) != whole {
		t.Error("it is not left")
	}
	for range 100 {
		p.Update(s, typed("+"))
	}
	if err := uitest.Fills(p.View(s), 78, 20); err != nil {
		t.Error(err)
	}
	for range 200 {
		p.Update(s, typed("-"))
		p.Update(s, typed("K"))
	}
	if err := uitest.Fills(p.View(s), 78, 20); err != nil {
		t.Error(err)
	}
}

func TestACrossingThatIsChosenComesIntoView(t *testing.T) {
	t.Parallel()
	s := border(t, 78, 20)
	s.Selected = "raigardas"
	p := chart.New(pane.DefaultKeys())
	p.View(s)
	for range 4 {
		p.Update(s, typed("+"))
	}
	if frame := p.View(s); !strings.Contains(frame, "Raigardas") || strings.Contains(frame, "Tverečius A") {
		t.Errorf("not around what is selected:\n%s", frame)
	}
	s.Selected = "tverecius"
	if frame := p.View(s); !strings.Contains(frame, "[~Tverečius") {
		t.Errorf("not in view:\n%s", frame)
	}
}

func TestTheMouseChoosesAndZooms(t *testing.T) {
	t.Parallel()
	s := scene(t, article(), layout.Size{W: 78, H: 20}, star()...)
	p := chart.New(pane.DefaultKeys())
	frame := strings.Split(p.View(s), "\n")
	for y, line := range frame[:18] {
		for _, id := range []string{"north", "south", "east", "west"} {
			before, _, ok := strings.Cut(line, id)
			if !ok {
				continue
			}
			intent, _ := p.Update(s, tea.MouseMsg{X: len([]rune(before)) + 1, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
			if intent != (pane.Select{ID: model.ID(id)}) {
				t.Errorf("a click on the name of %s asks for %v", id, intent)
			}
		}
	}
	if intent, _ := p.Update(s, tea.MouseMsg{X: 5, Y: 19, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft}); intent != nil {
		t.Errorf("a click below the map asks for %v", intent)
	}
	for range 3 {
		p.Update(s, tea.MouseMsg{X: 76, Y: 17, Action: tea.MouseActionPress, Button: tea.MouseButtonWheelUp})
	}
	if title := p.Title(s); title != "Map · x2.0" {
		t.Errorf("the wheel leads to %q", title)
	}
}

func TestEverySignIsKeptAndNoNameCoversAnother(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		var records []model.Record
		n := 2 + r.IntN(25)
		for i := range n {
			c := crossing(model.ID(fmt.Sprintf("c%02d", i)), 54+r.Float64(), 24+2*r.Float64())
			c.Name = clean.Line(fmt.Sprintf("Crossing-%02d", i))
			records = append(records, c)
		}
		s := scene(t, article(), layout.Size{W: 78, H: 20}, records...)
		frame := strings.Join(strings.Split(view(s), "\n")[:18], "\n")
		if got := strings.Count(frame, "◇"); got != n {
			t.Fatalf("%d of %d signs in\n%s", got, n, frame)
		}
		whole := 0
		for i := range n {
			whole += strings.Count(frame, fmt.Sprintf("Crossing-%02d", i))
		}
		if parts := strings.Count(frame, "Cr") + strings.Count(frame, "ing-"); parts != 2*whole {
			t.Fatalf("a name is cut in\n%s", frame)
		}
	}
}

func TestTenThousandCrossingsAreDrawn(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	records := make([]model.Record, 10_000)
	for i := range records {
		records[i] = crossing(model.ID(fmt.Sprintf("c%05d", i)), r.Float64()*180-90, r.Float64()*360-180)
	}
	s := scene(t, article(), layout.Size{W: 138, H: 38}, records...)
	if err := uitest.Fills(view(s), 138, 38); err != nil {
		t.Error(err)
	}
}

// BenchmarkView is what a frame costs: the first, and those after it.
func BenchmarkView(b *testing.B) {
	s := border(b, 138, 38)
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			chart.New(pane.DefaultKeys()).View(s)
		}
	})
	b.Run("warm", func(b *testing.B) {
		p := chart.New(pane.DefaultKeys())
		b.ReportAllocs()
		for b.Loop() {
			p.View(s)
		}
	})
	b.Run("step", func(b *testing.B) {
		p := chart.New(pane.DefaultKeys())
		for b.Loop() {
			s.Version++
			p.View(s)
		}
	})
}
