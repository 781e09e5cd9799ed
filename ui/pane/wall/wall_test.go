package wall_test

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
	"bordertop/ui/pane/wall"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func scene(tb testing.TB, at time.Time, records ...model.Record) pane.Scene {
	tb.Helper()
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return pane.Scene{
		Board: l.At(at, at), Now: at, Zone: time.FixedZone("", 2*3600), Focused: true,
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

func article() time.Time { return time.Date(2025, time.November, 11, 16, 0, 0, 0, time.UTC) }

func late() time.Time { return time.Date(2026, time.November, 23, 10, 0, 0, 0, time.UTC) }

func view(s pane.Scene, w, h int) string {
	return wall.New(pane.DefaultKeys()).View(s.Within(layout.Size{W: w, H: h}))
}

func TestGoldenFrames(t *testing.T) {
	t.Parallel()
	for name, at := range map[string]time.Time{"article": article(), "late": late()} {
		for size, wh := range map[string]layout.Size{
			"200x60": {W: 198, H: 56}, "140x42": {W: 138, H: 38}, "100x30": {W: 98, H: 26}, "80x24": {W: 78, H: 20},
		} {
			t.Run(name+" "+size, func(t *testing.T) {
				t.Parallel()
				s := embedded(t, at)
				uitest.Golden(t, name+"-"+size, view(s, wh.W, wh.H))
				s.Styles, s.Words = theme.Plain(theme.ASCII()), lang.Of(model.Lithuanian)
				uitest.Golden(t, name+"-"+size+"-ascii-lt", view(s, wh.W, wh.H))
			})
		}
	}
}

func TestEveryFrameFillsItsRectangle(t *testing.T) {
	t.Parallel()
	var hostile []model.Record
	for name, text := range uitest.Texts() {
		value, day := int64(1<<62), model.DayOf(2025, time.November, 11, time.UTC)
		hostile = append(
			hostile,
			&model.Source{Fact: model.Fact{ID: model.ID("s-" + name)}, Publisher: clean.Line(text), Published: day},
			&model.Crossing{Fact: model.Fact{ID: model.ID("c-" + name)}, Name: clean.Line(text), Countries: []model.Country{"LT", "BY"}},
			&model.Incident{Fact: model.Fact{ID: model.ID("i-" + name), Sources: []model.ID{model.ID("s-" + name)}}, At: day, Severity: 4, Title: clean.Line(text)},
			&model.Count{Fact: model.Fact{ID: model.ID("n-" + name)}, At: day, By: clean.Line(text), What: model.Stranded, Unit: model.UnitTruck, Value: &value},
			&model.Deadline{Fact: model.Fact{ID: model.ID("d-" + name), Known: day}, Title: clean.Line(text), Due: model.DayOf(2030, 1, 1, time.UTC)},
		)
	}
	for name, s := range map[string]pane.Scene{
		"empty": scene(t, article()), "hostile": scene(t, article(), hostile...), "article": embedded(t, article()), "late": embedded(t, late()),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			uitest.Sweep(t, uitest.Sizes(), func(w, h int) string { return view(s, w, h) })
		})
	}
}

func TestTheWallSaysWhatItRestsOn(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		at            time.Time
		want, without []string
	}{
		"fresh": {article(), []string{
			"Government of Lithuania: closure", "trucks stranded: working figure (latest) about", "Foreign Minister Budrys · 11 Nov", "RESTRICTED", "■■■  CLOSED",
			"Medininkai – Kamenny Log", "Lukashenko orders talks", "newest record", "board 0 min old",
		}, []string{"STALE"}},
		"stale": {late(), []string{
			"STALE trucks stranded: no fresh claim; last: about", "LAST OPEN", "newest record 192 d ago · stale",
		}, []string{"working figure"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := view(embedded(t, tt.at), 198, 56)
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

// Two pictures that follow each other are never the same.
func TestTheWallBeatsEverySecond(t *testing.T) {
	t.Parallel()
	s := embedded(t, article())
	before := view(s, 80, 24)
	for second := 1; second < 65; second++ {
		s.Now = article().Add(time.Duration(second) * time.Second)
		now := view(s, 80, 24)
		if now == before {
			t.Fatalf("after %d s it stands still:\n%s", second, now)
		}
		before = now
	}
}

func TestTheNewestSevereIncidentOpens(t *testing.T) {
	t.Parallel()
	s := embedded(t, article()).Within(layout.Size{W: 80, H: 24})
	p := wall.New(pane.DefaultKeys())
	got, _ := p.Update(s, tea.KeyMsg{Type: tea.KeyEnter})
	if open, ok := got.(pane.Open); !ok || open.ID != p.Under(s) || open.ID == "" {
		t.Errorf("enter: %v, under the cursor is %q", got, p.Under(s))
	}
}
