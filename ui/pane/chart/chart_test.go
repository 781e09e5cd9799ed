package chart_test

import (
	"math"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/model/atlas"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/lang"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/chart"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// article is the evening of the founding article.
func article() time.Time { return time.Date(2025, 11, 11, 16, 0, 0, 0, time.UTC) }

// scene shows records at a moment, without colours.
func scene(tb testing.TB, at time.Time, size layout.Size, records ...model.Record) pane.Scene {
	tb.Helper()
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return pane.Scene{
		Board: log.At(at, at), Now: at, Zone: time.UTC, Size: size, Log: log,
		Styles: theme.Plain(theme.Unicode()), Words: lang.English(), Focused: true,
	}
}

// border is the scene of the embedded dataset.
func border(tb testing.TB, w, h int) pane.Scene {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{Now: article()})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return scene(tb, article(), layout.Size{W: w, H: h}, d.Records...)
}

func view(s pane.Scene) string { return chart.New(pane.DefaultKeys()).View(s) }

// crossing is one with a position.
func crossing(id model.ID, lat, lon float64) *model.Crossing {
	return &model.Crossing{
		Fact: model.Fact{ID: id}, Name: clean.Line(string(id)), Countries: []model.Country{"XA", "XB"}, Lat: &lat, Lon: &lon,
		Serves: []model.Class{model.Car},
	}
}

func TestCrossingsAndPlacesStandOnTheCellsWorkedOutByHand(t *testing.T) {
	t.Parallel()
	// From Grodno to Minsk the map is 3.73766° wide, from Grodno to Tverečius 1.6422° high; its middle is 54.4969° N,
	// 25.69770° E, where a degree of longitude is 0.58074 of one of latitude. The height decides: 0.84 of it.
	//   138x38 has 276x144 dots above two lines, 73.657 for a degree. Medininkai is 0.01330° east and 0.0441° north of
	//   the middle: dot 137.5+0.57, 71.5-3.25. The airport: 137.5-17.53, 71.5-10.32.
	//   78x20 has 156x72 dots, 36.829 for a degree: 77.5+0.28, 35.5-1.62 and 77.5-8.76, 35.5-5.16.
	for size, want := range map[layout.Size][2][2]int{
		{W: 138, H: 38}: {{138 / 2, 68 / 4}, {120 / 2, 61 / 4}},
		{W: 78, H: 20}:  {{78 / 2, 34 / 4}, {69 / 2, 30 / 4}},
	} {
		frame := view(border(t, size.W, size.H))
		for i, sign := range []string{"◧", "▲"} {
			x, y := want[i][0], want[i][1]
			if got := []rune(strings.Split(frame, "\n")[y])[x]; string(got) != sign {
				t.Errorf("at %v the cell %d, %d has %q, want %q in\n%s", size, x, y, got, sign, frame)
			}
		}
	}
}

func TestFramesOfTheBorder(t *testing.T) {
	t.Parallel()
	for name, size := range map[string]layout.Size{"138x38": {W: 138, H: 38}, "78x20": {W: 78, H: 20}, "38x11": {W: 38, H: 11}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := border(t, size.W, size.H)
			uitest.Golden(t, name, view(s))
			s.Words = lang.Of(model.Lithuanian)
			uitest.Golden(t, name+"-lt", view(s))
			s.Words = lang.Of(model.Belarusian)
			uitest.Golden(t, name+"-be", view(s))
			s.Words, s.Styles = lang.English(), theme.Plain(theme.ASCII())
			lines := strings.Split(view(s), "\n")
			for i, l := range lines {
				lines[i] = draw.ASCII(l)
			}
			uitest.Golden(t, name+"-ascii", strings.Join(lines, "\n"))
		})
	}
}

func TestTheCitiesAndTheAirportAreOnTheWholeMap(t *testing.T) {
	t.Parallel()
	frame := view(border(t, 138, 38))
	for _, want := range []string{"Vilnius ", "Kaunas", "Minsk", "Grodno", "Vilnius airport", "L I T H U A N I A", "B E L A R U S"} {
		if !strings.Contains(frame, want) {
			t.Errorf("no %q in\n%s", want, frame)
		}
	}
}

func TestWithoutPositionsThereIsASentence(t *testing.T) {
	t.Parallel()
	size := layout.Size{W: 80, H: 20}
	nan, north := math.NaN(), 95.0
	odd := crossing("odd", 0, 0)
	odd.Lat = &nan
	far := crossing("far", 0, 0)
	far.Lat = &north
	for name, tt := range map[string]struct {
		records []model.Record
		want    string
	}{
		"no crossing":           {nil, "no crossing is known yet"},
		"none with a position":  {[]model.Record{&model.Crossing{Fact: model.Fact{ID: "a"}, Name: clean.Line("A")}}, "no crossing of this dataset has a position"},
		"positions off Earth":   {[]model.Record{odd, far}, "no crossing of this dataset has a position"},
		"places without others": {[]model.Record{&model.Place{Fact: model.Fact{ID: "p"}, Name: clean.Line("P"), Lat: &nan, Lon: &nan}}, "no crossing is known yet"},
	} {
		s := scene(t, article(), size, tt.records...)
		p := chart.New(pane.DefaultKeys())
		if frame := p.View(s); !strings.Contains(frame, tt.want) {
			t.Errorf("%s:\n%s", name, frame)
		}
		for _, msg := range []tea.Msg{tea.KeyMsg{Type: tea.KeyEnter}, tea.KeyMsg{Type: tea.KeyDown}, pane.OpenMsg{}, tea.MouseMsg{Button: tea.MouseButtonLeft}} {
			if intent, _ := p.Update(s, msg); intent != nil {
				t.Errorf("%s: %v asks for %v", name, msg, intent)
			}
		}
		if id := p.Under(s); id != "" {
			t.Errorf("%s: the cursor is on %q", name, id)
		}
	}
}

func TestACrossingWithoutAPositionIsToldOf(t *testing.T) {
	t.Parallel()
	s := scene(t, article(), layout.Size{W: 80, H: 20}, crossing("bridge", 50, 1), &model.Crossing{Fact: model.Fact{ID: "ferry"}, Name: clean.Line("Ferry")})
	if frame := view(s); !strings.Contains(frame, "1 crossing without a position") || !strings.Contains(frame, "bridge") {
		t.Errorf("it is not:\n%s", frame)
	}
}

func TestAnyBorderHasAMap(t *testing.T) {
	t.Parallel()
	own, faults := atlas.Decode("own", []byte(`{"type":"FeatureCollection","features":[
		{"type":"Feature","properties":{"between":["US","MX"]},"geometry":{"type":"LineString","coordinates":[[-117.12,32.53],[-114.72,32.72],[-114.81,32.49],[-111.07,31.33],[-108.2,31.33],[-108.2,31.78],[-106.5,31.78],[-103,29],[-97,25.9]]}},
		{"type":"Feature","properties":{"name":"Tucson"},"geometry":{"type":"Point","coordinates":[-110.97,32.22]}}]}`))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for name, tt := range map[string]struct {
		records []model.Record
		atlas   *atlas.Atlas
		want    []string
	}{
		"dover":  {[]model.Record{crossing("calais", 50.97, 1.85), crossing("dover", 51.13, 1.33)}, nil, []string{"calais", "dover", "20 km"}},
		"us-mx":  {[]model.Record{crossing("san-ysidro", 32.54, -117.03), crossing("nogales", 31.33, -110.94), crossing("el-paso", 31.76, -106.45)}, own, []string{"san-ysidro", "nogales", "el-paso", "Tucson", "⠤"}},
		"bering": {[]model.Record{crossing("big-diomede", 65.78, -169.06), crossing("anadyr", 64.73, 177.5)}, nil, []string{"big-diomede", "anadyr"}},
		"alone":  {[]model.Record{crossing("bridge", -54.5, -68.5)}, nil, []string{"bridge"}},
		"poles":  {[]model.Record{crossing("north", 90, 10), crossing("south", -90, -170)}, nil, []string{"north", "south"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := scene(t, article(), layout.Size{W: 78, H: 20}, tt.records...)
			s.Atlas = tt.atlas
			frame := view(s)
			for _, want := range tt.want {
				if !strings.Contains(frame, want) {
					t.Errorf("no %q", want)
				}
			}
			if err := uitest.Fills(frame, 78, 20); err != nil {
				t.Error(err)
			}
			uitest.Golden(t, name, frame)
		})
	}
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	scenes := map[string]pane.Scene{"border": border(t, 0, 0), "none": scene(t, article(), layout.Size{})}
	for name, text := range uitest.Texts() {
		a, b := crossing("a", 54.5, 25.7), crossing("b", 54.2, 25.4)
		a.Name, b.Name, b.CoordConfidence, b.Roads = clean.Line(text), clean.Line(text), model.Low, []clean.Text{clean.Line(text)}
		s := scene(t, article(), layout.Size{}, a, b)
		s.Atlas = &atlas.Atlas{
			Names: []clean.Text{clean.Line(text)}, Towns: []atlas.Town{{Name: clean.Line(text), At: atlas.Point{Lon: 25.5, Lat: 54.4}}},
			Paths: []atlas.Path{{Points: []atlas.Point{{Lon: 20, Lat: 50}, {Lon: 30, Lat: 50}, {Lon: 30, Lat: 60}, {Lon: 20, Lat: 60}, {Lon: 20, Lat: 50}}, Sides: []int{0}, Area: 1}},
		}
		scenes[name] = s
	}
	for name, s := range scenes {
		for _, styles := range []theme.Styles{theme.Plain(theme.Unicode()), theme.Plain(theme.ASCII())} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				p := chart.New(pane.DefaultKeys())
				s := s
				s.Styles = styles
				uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
			})
		}
	}
}

func TestOnlyWhatWasKnownIsMarked(t *testing.T) {
	t.Parallel()
	incident := func(id model.ID, at time.Time, severity int64) *model.Incident {
		return &model.Incident{Fact: model.Fact{ID: id}, At: model.Exactly(at), Category: "drone", Severity: severity, Crossings: []model.ID{"bridge"}, Title: clean.Line("x")}
	}
	hours := func(n int) time.Time { return article().Add(time.Duration(n) * time.Hour) }
	withdrawn := &model.Amendment{Fact: model.Fact{ID: "w"}, Of: []model.ID{"wrong"}, Type: model.Withdrawal, At: model.Exactly(hours(-1)), Reason: clean.Line("r")}
	for name, tt := range map[string]struct {
		records []model.Record
		want    string
	}{
		"one of today":        {[]model.Record{incident("a", hours(-3), 2)}, "[✶ bridge]"},
		"two, of three days":  {[]model.Record{incident("a", hours(-70), 2), incident("b", hours(-80), 4)}, "[✧2 bridge]"},
		"of six days":         {[]model.Record{incident("a", hours(-140), 2)}, "[· bridge]"},
		"of last week":        {[]model.Record{incident("a", hours(-169), 2)}, "[bridge]"},
		"of tomorrow":         {[]model.Record{incident("a", hours(3), 2)}, "[bridge]"},
		"one that was untrue": {[]model.Record{incident("wrong", hours(-3), 2), withdrawn}, "[bridge]"},
	} {
		s := scene(t, article(), layout.Size{W: 60, H: 20}, append(tt.records, crossing("bridge", 50, 1))...)
		if frame := view(s); !strings.Contains(frame, tt.want) {
			t.Errorf("%s: no %q in\n%s", name, tt.want, frame)
		}
	}
}
