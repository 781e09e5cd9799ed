package trucks_test

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/trucks"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func day(d int) model.Moment { return model.DayOf(2025, time.November, d, time.UTC) }

func noon(d int) time.Time { return time.Date(2025, time.November, d, 12, 0, 0, 0, time.UTC) }

// claim makes a count of what is stranded.
func claim(id model.ID, at model.Moment, by, side string, unit model.Unit, value int64) *model.Count {
	return &model.Count{
		Fact: model.Fact{ID: id}, At: at, By: clean.Line(by), Side: clean.Line(side), Unit: unit, What: model.Stranded, Value: &value,
	}
}

// ordinary is a border with claims of three sides in two units.
func ordinary() []model.Record {
	qualified := claim("c-3", day(10), "State Customs Committee", "Belarus", model.UnitTruck, 1100)
	qualified.Qualifier = model.Over
	qualified.Sources = []model.ID{"tv"}
	ranged := claim("c-4", day(9), "Crisis Centre", "Lithuania", model.UnitTruck, 0)
	low, high := int64(500), int64(700)
	ranged.Value, ranged.Min, ranged.Max = nil, &low, &high
	part := claim("c-6", day(9), "Agency", "media", model.UnitBoth, 1800)
	part.PartOf = "c-5"
	parked := claim("c-7", day(11), "State Customs Committee", "Belarus", model.UnitTruck, 800)
	parked.What, parked.Crossing = model.Parked, "bridge"
	return []model.Record{
		&model.Source{Fact: model.Fact{ID: "tv"}, Publisher: clean.Line("State TV"), StateMedia: true, Published: day(10)},
		&model.Crossing{Fact: model.Fact{ID: "bridge"}, Name: clean.Line("Bridge"), Countries: []model.Country{"LT", "BY"}},
		claim("c-1", day(1), "Hauliers", "carriers", model.UnitTruck, 2000),
		claim("c-2", day(11), "Minister", "Lithuania", model.UnitTruck, 1000),
		qualified, ranged,
		claim("c-5", day(8), "Hauliers", "carriers", model.UnitBoth, 5000),
		part, parked,
	}
}

func hostile() []model.Record {
	records := ordinary()
	for name, text := range uitest.Texts() {
		if name == "empty" {
			continue
		}
		c := claim(model.ID("h-"+name), day(11), text, text, model.UnitVehicle, 1<<62)
		c.Summary, c.UnitText = clean.Body(text), clean.Line(text)
		c.Sources = []model.ID{"tv"}
		records = append(records, c)
	}
	silent := claim("h-silent", day(11), "", "", "", 0)
	silent.Value = nil
	return append(records, silent)
}

func scene(tb testing.TB, at time.Time, records ...model.Record) pane.Scene {
	tb.Helper()
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return pane.Scene{
		Board: l.At(at, at), Now: at, Zone: time.UTC, Focused: true,
		Styles: theme.Plain(theme.Unicode()), Words: lang.English(),
	}
}

func embedded(tb testing.TB, at time.Time) pane.Scene {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return scene(tb, at, d.Records...)
}

func view(s pane.Scene, w, h int) string {
	return trucks.New(pane.DefaultKeys()).View(s.Within(layout.Size{W: w, H: h}))
}

func TestEveryFrameFillsItsRectangle(t *testing.T) {
	t.Parallel()
	scenes := map[string]pane.Scene{
		"empty": scene(t, noon(11)), "ordinary": scene(t, noon(11), ordinary()...), "hostile": scene(t, noon(11), hostile()...),
		"stale": scene(t, noon(30), hostile()...), "real": embedded(t, noon(11)), "real and late": embedded(t, noon(11).AddDate(1, 0, 0)),
	}
	for name, s := range scenes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return view(s, w, h) })
			for _, size := range []layout.Size{{}, {W: 10}, {H: 3}} {
				if got := strings.TrimRight(view(s, size.W, size.H), "\n"); got != "" {
					t.Errorf("%v: %q, want nothing", size, got)
				}
			}
		})
	}
}

func TestGoldenFrames(t *testing.T) {
	t.Parallel()
	for name, at := range map[string]time.Time{"fresh": noon(11), "stale": noon(30)} {
		for size, wh := range map[string]layout.Size{"48x14": {W: 48, H: 14}, "75x20": {W: 75, H: 20}} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				s := scene(t, at, ordinary()...)
				uitest.Golden(t, name+"-"+size, view(s, wh.W, wh.H))
				s.Styles = theme.Plain(theme.ASCII())
				uitest.Golden(t, name+"-"+size+"-ascii", view(s, wh.W, wh.H))
			})
		}
	}
}

func TestTheHeadlineSaysWhatMayBeReliedOn(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		at      int
		want    []string
		without []string
	}{
		"a range is of one unit, and other units stand beside it": {
			at:      11,
			want:    []string{"500 – 1,100 trucks stranded", "5,000 trucks + trailers (other unit)"},
			without: []string{"500 – 5,000", "2,000 trucks"},
		},
		"the working figure names its claimant":           {at: 11, want: []string{"working figure (latest) 1,000 · 11 Nov · Minister"}},
		"what stands behind it is counted":                {at: 11, want: []string{"4 claims · 3 independent · newest 11 Nov, fresh"}},
		"without a fresh claim the last one is named":     {at: 30, want: []string{"no fresh claim; last: 1,000 trucks stranded", "Minister", "all stale"}},
		"what was not claimed yet is not known":           {at: 5, want: []string{"2,000 trucks stranded"}, without: []string{"Minister", "other unit"}},
		"state media that stand alone behind it are told": {at: 11, want: []string{"State Customs Committee†"}, without: []string{"Minister†"}},
		"a part of another claim is told":                 {at: 11, want: []string{"part of another"}},
		"a range is a row of its own":                     {at: 11, want: []string{"500 – 700 ● Crisis Centre"}},
		"a claim at a crossing names it":                  {at: 11, want: []string{"trucks parked · Bridge"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := view(scene(t, noon(tt.at), ordinary()...), 75, 40)
			for _, want := range tt.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
			for _, not := range tt.without {
				if strings.Contains(got, not) {
					t.Errorf("%q in\n%s", not, got)
				}
			}
		})
	}
}

func TestAPlotNeedsRoomAndTwoTimes(t *testing.T) {
	t.Parallel()
	const key = "● Lithuania"
	s := scene(t, noon(11), ordinary()...)
	if got := view(s, 75, 20); !strings.Contains(got, key) {
		t.Errorf("no plot in\n%s", got)
	}
	if got := view(s, 75, 10); strings.Contains(got, key) {
		t.Errorf("a plot takes the room of the ledger:\n%s", got)
	}
	one := scene(t, noon(11), ordinary()[1], claim("c-2", day(11), "Minister", "Lithuania", model.UnitTruck, 1000))
	if got := view(one, 75, 20); strings.Contains(got, key) {
		t.Errorf("a plot of one claim:\n%s", got)
	}
}

func TestTheMarkOfStateMediaOutlivesACutName(t *testing.T) {
	t.Parallel()
	c := claim("c", day(11), strings.Repeat("Committee ", 30), "Belarus", model.UnitTruck, 5)
	c.Sources = []model.ID{"tv"}
	for line := range strings.SplitSeq(view(scene(t, noon(11), ordinary()[0], c), 48, 14), "\n") {
		if strings.Contains(line, "Committee") && !strings.Contains(line, "†") {
			t.Errorf("no mark in %q", line)
		}
	}
}

func TestTheCursorSelectsARecord(t *testing.T) {
	t.Parallel()
	s := scene(t, noon(11), ordinary()...).Within(layout.Size{W: 75, H: 12})
	p := trucks.New(pane.DefaultKeys())
	press := func(k tea.KeyMsg) pane.Intent {
		in, cmd := p.Update(s, k)
		if cmd != nil {
			t.Errorf("%v starts a command", k)
		}
		return in
	}
	down, enter := tea.KeyMsg{Type: tea.KeyDown}, tea.KeyMsg{Type: tea.KeyEnter}
	if got := press(enter); got != (pane.Open{ID: "c-2"}) {
		t.Errorf("enter on a heading: %v, want its working claim", got)
	}
	press(down)
	if got := press(down); got != (pane.Select{ID: "c-3"}) {
		t.Errorf("two lines down: %v, want the second claim", got)
	}
	click := tea.MouseMsg{X: 3, Y: 3 + 2, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft}
	if got, _ := p.Update(s, click); got != (pane.Select{ID: "c-3"}) {
		t.Errorf("a click on the second claim: %v", got)
	}
	click.Y = 0
	if got, _ := p.Update(s, click); got != nil {
		t.Errorf("a click on the headline: %v", got)
	}
	if got, _ := p.Update(scene(t, noon(11)), enter); got != nil {
		t.Errorf("enter with no claims: %v", got)
	}
}

func BenchmarkView(b *testing.B) {
	s := embedded(b, time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)).Within(layout.Size{W: 78, H: 20})
	p := trucks.New(pane.DefaultKeys())
	for b.Loop() {
		p.View(s)
	}
}
