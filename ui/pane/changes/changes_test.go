package changes_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/lang"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/pane/changes"
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

// scene shows a log as of a moment, with changes counted from another; none is the
// present, or that nothing was chosen.
func scene(tb testing.TB, l model.Log, at, since string) pane.Scene {
	tb.Helper()
	s := pane.Scene{
		Now: today(), Zone: vilnius(tb), Focused: true, Styles: theme.Plain(theme.Unicode()), Words: lang.English(),
		Size: layout.Size{W: 138, H: 38}, Log: l, Version: 1, Live: at == "",
	}
	valid := s.Now
	if at != "" {
		valid = moment(tb, at)
	}
	if since != "" {
		s.Since = moment(tb, since)
	}
	s.Board = l.At(valid, valid)
	return s
}

func newPane() *changes.Pane { return changes.New(pane.DefaultKeys()) }

func press(p *changes.Pane, s pane.Scene, keys string) (last pane.Intent) {
	for _, r := range keys {
		msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
		if r == '\n' {
			msg = tea.KeyMsg{Type: tea.KeyEnter}
		}
		last, _ = p.Update(s, msg)
	}
	return last
}

// TestFrames holds what changed between the founding article and the day of the
// reopening to what was read in the dataset: both crossings reopened on 20 November
// at 0:00 (known on the 19th), 11 days before the planned end of 30 November; new
// claims of 14, 15 and 18 November; the demand for normal traffic is met.
func TestFrames(t *testing.T) {
	t.Parallel()
	l := embedded(t)
	for _, tt := range []struct {
		name, at, since, keys string
		w, h                  int
		ascii                 bool
		lang                  model.Lang
	}{
		{name: "reopened-138x38", at: "2025-11-20 18:00", since: "2025-11-11 18:00", w: 138, h: 38},
		{name: "reopened-end-138x38", at: "2025-11-20 18:00", since: "2025-11-11 18:00", keys: "G", w: 138, h: 38},
		{name: "reopened-78x20", at: "2025-11-20 18:00", since: "2025-11-11 18:00", w: 78, h: 20},
		{name: "reopened-46x12", at: "2025-11-20 18:00", since: "2025-11-11 18:00", w: 46, h: 12},
		{name: "ascii-98x28", at: "2025-11-20 18:00", since: "2025-11-11 18:00", w: 98, h: 28, ascii: true},
		{name: "lithuanian-98x28", at: "2025-11-20 18:00", since: "2025-11-11 18:00", w: 98, h: 28, lang: model.Lithuanian},
		{name: "day-78x20", at: "2025-10-29 23:00", w: 78, h: 20},
		{name: "nothing-78x20", at: "2023-06-01", since: "2023-05-31", w: 78, h: 20},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s, p := scene(t, l, tt.at, tt.since), newPane()
			s.Size, s.Words = layout.Size{W: tt.w, H: tt.h}, lang.Of(tt.lang)
			if tt.ascii {
				s.Styles = theme.Plain(theme.ASCII())
			}
			press(p, s, tt.keys)
			uitest.Golden(t, tt.name, p.Title(s)+"\n"+p.View(s))
		})
	}
}

func TestChangesAreCountedFromTheMomentThatWasChosen(t *testing.T) {
	t.Parallel()
	l := embedded(t)
	for name, tt := range map[string]struct {
		at, since, visited, want string
	}{
		"the one that was chosen":                     {"2025-11-20", "2025-11-11", "", "since 11 Nov 23:59"},
		"or a day before":                             {"2025-11-20 18:00", "", "", "since 19 Nov 18:00"},
		"one that lies ahead counts for nothing":      {"2025-11-20 18:00", "2025-12-01", "", "since 19 Nov 18:00"},
		"or in the present the last visit":            {"", "", "2026-11-20 09:00", "since your last visit, 20 Nov 09:00"},
		"in the past the last visit means nothing":    {"2025-11-20 18:00", "", "2025-11-18 09:00", "since 19 Nov 18:00"},
		"nor does one that the clock has not reached": {"", "", "2027-01-01", "since 22 Nov 20:45"},
		"what was chosen comes before the last visit": {"", "2026-11-01", "2026-11-20 09:00", "since 1 Nov 23:59"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := scene(t, l, tt.at, tt.since)
			if tt.visited != "" {
				s.Reader = visitor(t, moment(t, tt.visited))
			}
			if got := newPane().Title(s); !strings.HasSuffix(got, "  "+tt.want) {
				t.Errorf("the title is %q, want %q at its end", got, tt.want)
			}
		})
	}
}

// visitor is a reader whose last visit was at a moment.
func visitor(tb testing.TB, at time.Time) *state.Reader {
	tb.Helper()
	place := state.Place{Path: tb.TempDir() + "/state.toml", Board: "x", Now: func() time.Time { return at }}
	for range 2 {
		r, err := place.Open(nil)
		if err != nil {
			tb.Fatal(err)
		}
		if !r.Visited().IsZero() {
			return r
		}
		if err := place.Save(tb.Context(), r.Saving()); err != nil {
			tb.Fatal(err)
		}
	}
	tb.Fatal("no visit was written down")
	return nil
}

func TestHindsightComparesWhatIsKnownNow(t *testing.T) {
	t.Parallel()
	day := func(d int) model.Moment { return model.DayOf(2025, time.November, d, time.UTC) }
	l := logOf(t,
		&model.Incident{Fact: model.Fact{ID: "late", Known: day(10)}, At: day(2), Title: clean.Line("Known late"), Category: "airport", Severity: 4},
		&model.Incident{Fact: model.Fact{ID: "soon"}, At: day(6), Title: clean.Line("Known soon"), Category: "airport", Severity: 4})
	s := scene(t, l, "2025-11-12", "2025-11-05")
	if got := newPane().View(s); !strings.Contains(got, "Known late") || !strings.Contains(got, "Known soon") {
		t.Errorf("as known then:\n%s", got)
	}
	s.Hindsight = true
	if got := newPane().View(s); strings.Contains(got, "Known late") || !strings.Contains(got, "Known soon") {
		t.Errorf("as known now:\n%s", got)
	}
}

func TestTheCursorGoesOverAllChanges(t *testing.T) {
	t.Parallel()
	s, p := scene(t, embedded(t), "2025-11-20 18:00", "2025-11-11 18:00"), newPane()
	if got := p.Under(s); got != "medininkai" {
		t.Errorf("at first it is on %s", got)
	}
	if got, want := press(p, s, "j"), (pane.Select{ID: "salcininkai"}); got != want {
		t.Errorf("down asks for %v, want %v", got, want)
	}
	if got, want := press(p, s, "\n"), (pane.Open{ID: "salcininkai"}); got != want {
		t.Errorf("enter asks for %v, want %v", got, want)
	}
	seen := map[model.ID]bool{}
	press(p, s, "g")
	for range 60 {
		id := p.Under(s)
		seen[id] = true
		if _, ok := s.Board.Record(id); !ok && len(s.Board.Act(id)) == 0 {
			t.Errorf("the cursor is on %s, of which the detail knows nothing", id)
		}
		press(p, s, "j")
	}
	if n := len(p.Shown(s)); n < 10 || len(seen) < n {
		t.Errorf("it shows %d records, and the cursor went over %d", n, len(seen))
	}
}

func TestAClickSelectsTheChange(t *testing.T) {
	t.Parallel()
	s, p := scene(t, embedded(t), "2025-11-20 18:00", "2025-11-11 18:00"), newPane()
	p.View(s)
	for y, want := range map[int]pane.Intent{0: nil, 1: pane.Select{ID: "medininkai"}, 4: pane.Select{ID: "medininkai"}, 5: pane.Select{ID: "salcininkai"}} {
		if got, _ := p.Update(s, tea.MouseMsg{Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft}); got != want {
			t.Errorf("a click in line %d asks for %v, want %v", y, got, want)
		}
	}
}

func TestOfVeryManyChangesTheNewestAreListed(t *testing.T) {
	t.Parallel()
	var records []model.Record
	for i := range 5000 {
		records = append(records, &model.Incident{
			Fact: model.Fact{ID: model.ID("i" + strconv.Itoa(i))}, At: model.Exactly(time.Date(2025, 11, 6, 0, i, 0, 0, time.UTC)),
			Title: clean.Line("Stop " + strconv.Itoa(i)), Category: "airport", Severity: 4,
		})
	}
	s, p := scene(t, logOf(t, records...), "2025-11-12", "2025-11-05"), newPane()
	if got := p.Title(s); !strings.HasPrefix(got, "Changes  5,000  ") {
		t.Errorf("the title is %q", got)
	}
	press(p, s, "G")
	if got := p.View(s); !strings.Contains(got, "Stop 4900") || strings.Contains(got, "Stop 4899") || !strings.Contains(got, "and 4,900 more") {
		t.Errorf("not the newest hundred:\n%s", got)
	}
}

func BenchmarkFrame(b *testing.B) {
	s, p := scene(b, embedded(b), "2025-11-20 18:00", "2025-11-11 18:00"), newPane()
	for b.Loop() {
		p.View(s)
	}
}
