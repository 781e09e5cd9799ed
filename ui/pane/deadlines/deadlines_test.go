package deadlines_test

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/deadlines"
	"bordertop/ui/theme"
	"bordertop/ui/uitest"
)

func zone(tb testing.TB, name string) *time.Location {
	tb.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		tb.Fatal(err)
	}
	return z
}

func text(s string) clean.Text { return clean.Line(s) }

// desk is a border with a deadline of each sort. The closure's end was moved on
// 19 November.
func desk(tb testing.TB) []model.Record {
	tb.Helper()
	vilnius := zone(tb, "Europe/Vilnius")
	day := func(y int, m time.Month, d int) model.Moment { return model.DayOf(y, m, d, vilnius) }
	at := func(m time.Month, d, hour int) model.Moment {
		return model.Exactly(time.Date(2025, m, d, hour, 0, 0, 0, vilnius))
	}
	closure := func(id, crossing model.ID) *model.Measure {
		return &model.Measure{
			Fact: model.Fact{ID: id}, Act: "act-closure", Type: model.Closure, Crossings: []model.ID{crossing},
			By: text("Government of Lithuania"), From: day(2025, 10, 29), Until: model.EndOfDay(2025, 11, 30, vilnius),
		}
	}
	crossing := func(id model.ID, name string) *model.Crossing {
		return &model.Crossing{Fact: model.Fact{ID: id}, Name: text(name), Serves: []model.Class{model.Car, model.Truck}, Countries: []model.Country{"LT", "BY"}}
	}
	trucks := []model.Class{model.Truck}
	none := []model.ID{}
	return []model.Record{
		crossing("medininkai", "Medininkai"), crossing("salcininkai", "Šalčininkai"),
		closure("c-medininkai", "medininkai"), closure("c-salcininkai", "salcininkai"),
		&model.Amendment{
			Fact: model.Fact{ID: "a-reopen", Known: at(11, 19, 12)}, Of: []model.ID{"act-closure"}, Type: model.Update,
			Set: []model.Assignment{{Field: "ended", Value: at(11, 20, 0)}},
		},
		&model.Measure{
			Fact: model.Fact{ID: "ban"}, Type: model.Ban, Classes: trucks, By: text("Belarus"),
			From: day(2025, 11, 4), Until: day(2027, 12, 31), Affects: text("EU-registered trucks"),
		},
		&model.Amendment{
			Fact: model.Fact{ID: "x-ban", Known: at(11, 5, 0)}, Of: []model.ID{"ban"}, Type: model.Dispute, By: text("Kommersant"),
			Set: []model.Assignment{{Field: "until", Value: day(2026, 12, 31)}},
		},
		&model.Measure{
			Fact: model.Fact{ID: "exit"}, Type: model.Ban, Classes: trucks, By: text("Belarus"), Crossings: none,
			From: day(2025, 11, 9), EndsWhen: text("Lithuania restores normal traffic"),
		},
		&model.Measure{
			Fact: model.Fact{ID: "fee"}, Type: model.FeeMeasure, Classes: trucks, By: text("Belarus"), Crossings: none,
			From: day(2025, 11, 10), Fee: &model.Fee{Amount: 120, Currency: text("EUR"), Per: text("day")},
		},
		&model.Measure{
			Fact: model.Fact{ID: "powers", Known: at(11, 1, 0)}, Type: model.Powers, By: text("Lithuania"), Crossings: none,
			From: day(2025, 11, 25), Until: day(2026, 2, 25), Affects: text("armed forces"),
		},
		&model.Deadline{
			Fact:  model.Fact{ID: "plan", Known: at(11, 1, 0)},
			Title: text("Linava: the government is to publish a plan"), Due: day(2025, 11, 8), By: text("Linava"),
		},
		&model.Deadline{
			Fact:  model.Fact{ID: "eu", Known: at(11, 1, 0), Confidence: model.Low},
			Title: text("EU sanctions run out"), Due: model.MonthOf(2026, 2, vilnius), By: text("European Union"),
		},
	}
}

// show gives the scene at a moment of the clocks of Vilnius.
func show(tb testing.TB, at string, size layout.Size, g theme.Glyphs, records ...model.Record) pane.Scene {
	tb.Helper()
	vilnius := zone(tb, "Europe/Vilnius")
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		tb.Fatal(err)
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", at, vilnius)
	if err != nil {
		tb.Fatal(err)
	}
	return pane.Scene{
		Board: log.At(t, t), Now: t, Zone: vilnius, Size: size, Styles: theme.Plain(g), Words: lang.English(),
		Clocks: []pane.Clock{{Name: "Vilnius", Zone: vilnius}, {Name: "Minsk", Zone: zone(tb, "Europe/Minsk")}},
	}
}

func TestFrames(t *testing.T) {
	t.Parallel()
	for name, at := range map[string]string{
		"running": "2025-11-11 18:00", "brought-forward": "2025-11-19 23:00", "lifted": "2025-11-20 00:30", "elapsed": "2026-03-03 12:00",
	} {
		for suffix, size := range map[string]layout.Size{"48x14": {W: 48, H: 14}, "78x20": {W: 78, H: 20}} {
			t.Run(name+"-"+suffix, func(t *testing.T) {
				t.Parallel()
				s := show(t, at, size, theme.Unicode(), desk(t)...)
				uitest.Golden(t, name+"-"+suffix, deadlines.New(pane.DefaultKeys()).View(s))
			})
		}
	}
}

func TestFrameWithoutUnicode(t *testing.T) {
	t.Parallel()
	s := show(t, "2025-11-19 23:00", layout.Size{W: 48, H: 14}, theme.ASCII(), desk(t)...)
	uitest.Golden(t, "ascii-48x14", deadlines.New(pane.DefaultKeys()).View(s))
}

func TestEverySizeIsFilled(t *testing.T) {
	t.Parallel()
	sizes := append(uitest.Sizes(), uitest.Size{Width: 0, Height: 1}, uitest.Size{Width: 301, Height: 3})
	contents := map[string][]model.Record{"none": nil, "ordinary": desk(t)}
	for name, hostile := range uitest.Texts() {
		contents[name] = rename(desk(t), clean.Line(hostile))
	}
	for name, records := range contents {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := show(t, "2025-11-19 23:00", layout.Size{}, theme.Unicode(), records...)
			s.Focused = true
			p := deadlines.New(pane.DefaultKeys())
			uitest.Sweep(t, sizes, func(w, h int) string { return p.View(s.Within(layout.Size{W: w, H: h})) })
			if got := p.View(s.Within(layout.Size{})); got != "" {
				t.Errorf("at 0x0: %q", got)
			}
		})
	}
}

// rename puts a text in the place of all texts.
func rename(records []model.Record, to clean.Text) []model.Record {
	for _, r := range records {
		switch r := r.(type) {
		case *model.Crossing:
			r.Name = to
		case *model.Measure:
			r.By, r.Affects = to, to
		case *model.Deadline:
			r.Title, r.By = to, to
		case *model.Amendment:
			r.By = to
		case *model.Source, *model.Place, *model.Report, *model.Count, *model.Queue, *model.Incident, *model.Statement,
			*model.Condition, *model.Tally:
		}
	}
	return records
}

func TestTimeLeftRunsWithTheClock(t *testing.T) {
	t.Parallel()
	s := show(t, "2025-11-19 23:00", layout.Size{W: 48, H: 2}, theme.Unicode(), desk(t)...)
	for live, want := range map[bool]string{false: "1 h", true: "15 s"} {
		s.Live, s.Now = live, s.Board.Valid.Add(time.Hour-15*time.Second)
		before, _, _ := strings.Cut(deadlines.New(pane.DefaultKeys()).View(s), "20 Nov")
		if got := strings.Join(strings.Fields(before), " "); got != "← "+want {
			t.Errorf("live %v: %q, want %q left", live, got, want)
		}
	}
}

func TestKeysSelectADeadline(t *testing.T) {
	t.Parallel()
	s := show(t, "2025-11-11 18:00", layout.Size{W: 48, H: 14}, theme.Unicode(), desk(t)...)
	p := deadlines.New(pane.DefaultKeys())
	var ids []model.ID
	for _, d := range s.Board.Deadlines {
		ids = append(ids, d.ID)
	}
	got := []pane.Intent{}
	for _, k := range []string{"j", "G", "k", "g"} {
		intent, _ := p.Update(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
		got = append(got, intent)
	}
	intent, _ := p.Update(s, tea.KeyMsg{Type: tea.KeyEnter})
	got = append(got, intent)
	last := len(ids) - 1
	want := []pane.Intent{
		pane.Select{ID: ids[1]}, pane.Select{ID: ids[last]}, pane.Select{ID: ids[last-1]}, pane.Select{ID: ids[0]}, pane.Open{ID: ids[0]},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("intents (-want +got):\n%s", diff)
	}
}

func TestWantsHoldsAll(t *testing.T) {
	t.Parallel()
	s := show(t, "2025-11-11 18:00", layout.Size{W: 78}, theme.Unicode(), desk(t)...)
	p := deadlines.New(pane.DefaultKeys())
	frame := p.View(s.Within(layout.Size{W: 78, H: p.Wants(s)}))
	if lines := strings.Split(frame, "\n"); strings.TrimSpace(lines[len(lines)-1]) == "" || !strings.Contains(frame, "fee") {
		t.Errorf("not all is shown, or more than asked for:\n%s", frame)
	}
}

func BenchmarkView(b *testing.B) {
	s := show(b, "2025-11-19 23:00", layout.Size{W: 78, H: 20}, theme.Unicode(), desk(b)...)
	p := deadlines.New(pane.DefaultKeys())
	for b.Loop() {
		p.View(s)
	}
}
