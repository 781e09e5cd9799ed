package timeline_test

import (
	"fmt"
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
	"bordertop/ui/pane/timeline"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

// today is the wall clock of the tests.
func today() time.Time { return time.Date(2026, 11, 23, 18, 45, 7, 0, time.UTC) }

// vilnius is the zone of the clocks.
func vilnius(tb testing.TB) *time.Location {
	tb.Helper()
	zone, err := time.LoadLocation("Europe/Vilnius")
	if err != nil {
		tb.Fatal(err)
	}
	return zone
}

func moment(tb testing.TB, text string) time.Time {
	tb.Helper()
	m, err := model.ParseMoment(text, vilnius(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return m.Asked()
}

// embedded is the log of the embedded dataset.
func embedded(tb testing.TB) model.Log {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{Now: today()})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return logOf(tb, d.Records...)
}

func logOf(tb testing.TB, records ...model.Record) model.Log {
	tb.Helper()
	l, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// scene shows a log as of a moment; none is the present.
func scene(tb testing.TB, l model.Log, at string) pane.Scene {
	tb.Helper()
	s := pane.Scene{
		Now: today(), Zone: vilnius(tb), Focused: true, Styles: theme.Plain(theme.Unicode()), Words: lang.English(),
		Size: layout.Size{W: 138, H: 38}, Log: l,
	}
	return seek(tb, s, at)
}

// seek moves a scene to another moment, as the app does.
func seek(tb testing.TB, s pane.Scene, at string) pane.Scene {
	tb.Helper()
	if at == "" {
		return move(s, time.Time{})
	}
	return move(s, moment(tb, at))
}

func move(s pane.Scene, at time.Time) pane.Scene {
	s.Live = at.IsZero()
	if s.Live {
		at = s.Now
	}
	s.Board = s.Log.At(at, at)
	s.Version++
	return s
}

func newPane() *timeline.Pane { return timeline.New(pane.DefaultKeys()) }

// press presses a key and moves the scene where that asks for it.
func press(p *timeline.Pane, s pane.Scene, keys ...string) (pane.Scene, pane.Intent) {
	named := map[string]tea.KeyType{
		"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown, "enter": tea.KeyEnter,
		"ctrl+u": tea.KeyCtrlU, "ctrl+d": tea.KeyCtrlD, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	}
	var last pane.Intent
	for _, k := range keys {
		msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
		if t, ok := named[k]; ok {
			msg = tea.KeyMsg{Type: t}
		}
		last, _ = p.Update(s, msg)
		if to, ok := last.(pane.Seek); ok {
			s = move(s, to.At)
		}
	}
	return s, last
}

func TestFrames(t *testing.T) {
	t.Parallel()
	l := embedded(t)
	for _, tt := range []struct {
		name, at string
		w, h     int
		keys     []string
	}{
		{"article-138x38", "2025-11-11 18:00", 138, 38, nil},
		{"reopened-138x38", "2025-11-21", 138, 38, nil},
		{"closer-138x38", "2025-11-01", 138, 38, []string{"+"}},
		{"live-138x38", "", 138, 38, nil},
		{"article-78x20", "2025-11-11 18:00", 78, 20, nil},
		{"weeks-78x20", "2025-12-20", 78, 20, []string{"-"}},
		{"desk-47x19", "2025-11-11 18:00", 47, 19, nil},
		{"small-38x7", "2025-11-11 18:00", 38, 7, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := scene(t, l, tt.at).Within(layout.Size{W: tt.w, H: tt.h})
			p := newPane()
			s, _ = press(p, s, tt.keys...)
			uitest.Golden(t, tt.name, p.View(s))
		})
	}
}

func TestFramesOfOtherTerminals(t *testing.T) {
	t.Parallel()
	l := embedded(t)
	s := scene(t, l, "2025-11-21").Within(layout.Size{W: 98, H: 28})
	s.Styles = theme.Plain(theme.ASCII())
	uitest.Golden(t, "ascii-98x28", newPane().View(s))
	s.Styles, s.Words = theme.Plain(theme.Unicode()), lang.Of(model.Lithuanian)
	uitest.Golden(t, "lithuanian-98x28", newPane().View(s))
}

// rowOf are the signs of a row after its name of 24 cells.
func rowOf(tb testing.TB, frame, name string) []rune {
	tb.Helper()
	for line := range strings.SplitSeq(frame, "\n") {
		if runes := []rune(line); len(runes) > 24 && strings.Contains(string(runes[:24]), name) {
			return runes[24:]
		}
	}
	tb.Fatalf("no row %q in\n%s", name, frame)
	return nil
}

// TestTheCellsAreTheirDays holds signs to dates counted by hand. In 78 columns 54
// days are in view, the cursor on the 44th: of 11 November, the first is 29
// September, and 1 October is the third.
func TestTheCellsAreTheirDays(t *testing.T) {
	t.Parallel()
	l := embedded(t)
	const oct, nov = 1, 32 // the cells before the first of the month
	for _, tt := range []struct {
		at, row, want string
		before, last  int
	}{
		// Closed in the night of the 22nd, from the evening of the 24th over that of the
		// 25th to the night of the 26th, and from that evening on; some may pass from the
		// 27th at 13:30 on, until when it was closed. The plan is the end of 30 November.
		{"2025-11-11 18:00", "Medininkai", "╎                    ■ ■━━━◧━━━", oct, 31},
		{"2025-11-11 18:00", "Medininkai", "━━━━━━━━━━━╌╌╌╌╌╌╌╌╌", nov, 20},
		{"2025-11-11 18:00", "Šalčininkai", "╎                    ■ ■━━━━━━━", oct, 31},
		// How much there was by day is held to the files in model/dataset.
		{"2025-11-11 18:00", "all", "╎1·1················13·22433423", oct, 31},
		{"2025-11-11 18:00", "all", "╎··12111·24", nov, 11},
		// 4 October and the 21st, 24th (of severity 4), 25th, 26th (4) and 30th; the seed's
		// figure of 11 November has no severity.
		{"2025-11-11 18:00", "airport", "╎··▆················▆··█▆█···▆·", oct, 31},
		{"2025-11-11 18:00", "airport", "╎·········▁", nov, 11},
		// claims.toml: 29 October (Belarus), the 31st, 5, 6, 7, 10 and 11 November.
		{"2025-11-11 18:00", "claims", "╎                           ▲ ◆", oct, 31},
		{"2025-11-11 18:00", "claims", "╎   ▲◆●  ●▲", nov, 11},
		// acts.toml: 22, 24, 26 (c-1025 and c-1026), 27, 29 and 31 October, 4, 9 and 10
		// November; the end of that of the 24th became known on the 26th.
		{"2025-11-11 18:00", "decisions", "╎                    ↓ ↓ ↓↓ ↓ ↓", oct, 31},
	} {
		p := newPane()
		s := scene(t, l, tt.at).Within(layout.Size{W: 78, H: 20})
		row := rowOf(t, p.View(s), tt.row)
		if got := string(row[tt.before+1 : tt.before+1+tt.last]); got != tt.want {
			t.Errorf("%s: %s is %q, want %q", tt.at, tt.row, got, tt.want)
		}
	}
}

func hostile(text string) []model.Record {
	line := clean.Line(text)
	day := func(d int) model.Moment { return model.DayOf(2025, time.November, d, time.UTC) }
	value := int64(1 << 62)
	records := []model.Record{
		&model.Crossing{Fact: model.Fact{ID: "c"}, Name: line, Countries: []model.Country{"LT", "BY"}},
		&model.Measure{Fact: model.Fact{ID: "m"}, Type: model.Closure, Crossings: []model.ID{"c"}, By: line, From: day(1), Until: day(9)},
		&model.Measure{Fact: model.Fact{ID: "n"}, Type: model.Ban, By: line, Affects: line, Scope: line, From: model.YearOf(1, time.UTC), Until: model.YearOf(9999, time.UTC)},
		&model.Tally{Fact: model.Fact{ID: "t"}, Subject: line, Period: model.MonthOf(2025, 10, time.UTC), Value: &value},
		&model.Count{Fact: model.Fact{ID: "k"}, At: day(3), By: line, Side: line, What: model.Stranded, Unit: model.UnitTruck},
	}
	for i := range 30 {
		records = append(records, &model.Incident{
			Fact: model.Fact{ID: model.ID(fmt.Sprintf("i-%d", i))}, At: day(1 + i%9), Title: line, Category: model.ID(fmt.Sprintf("k-%d", i)), Severity: int64(i) - 9,
		})
	}
	return records
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	sizes := append(uitest.Sizes(), uitest.Size{Width: 0, Height: 1}, uitest.Size{Width: 301, Height: 3})
	logs := map[string]model.Log{"none": {}, "ordinary": embedded(t)}
	for name, text := range uitest.Texts() {
		logs[name] = logOf(t, hostile(text)...)
	}
	for name, l := range logs {
		for _, at := range []string{"2025-11-08", "", "0001-01-01", "9999-12-30"} {
			t.Run(name+at, func(t *testing.T) {
				t.Parallel()
				s := scene(t, l, at)
				p := newPane()
				strip := p.Strip()
				zooms := []string{""}
				if name == "ordinary" {
					zooms = []string{"+", "-", "-", "-"}
				}
				for _, zoom := range zooms {
					s, _ = press(p, s, zoom)
					uitest.Sweep(t, sizes, func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
				}
				uitest.Sweep(t, sizes, func(w, h int) string {
					return strings.Join(strip.View(s.Within(layout.Size{W: w, H: h})), "\n")
				})
			})
		}
	}
}
