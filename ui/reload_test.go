package ui_test

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/ui"
)

// fed is the dashboard with files that a test changes.
type fed struct {
	*desk
	o       ui.Options
	changes chan ui.Change
}

// feed shows the dashboard as sit does, and gives it what the test says.
func feed(t *testing.T, o ui.Options, look func(f *fed)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		f := &fed{o: o, changes: make(chan ui.Change)}
		preset := o.Config.Preset
		f.o.Config = config.Default()
		f.o.Config.Preset = cmp.Or(preset, config.Desk)
		f.o.Changes = f.changes
		if f.o.Reader == nil {
			f.o.Reader = new(state.Reader)
		}
		f.o.Reader.Learn(ids(o.Log))
		for _, id := range ids(o.Log) {
			f.o.Reader.See(id)
		}
		sit(t, f.o, func(d *desk) {
			defer close(f.changes)
			f.desk = d
			look(f)
		})
	})
}

func ids(l model.Log) []model.ID {
	var out []model.ID
	for id := range l.Events().IDs() {
		out = append(out, id)
	}
	return out
}

// data are those of a log that takes the place of another.
func (f *fed) data(before, after model.Log, files ...string) *ui.Data {
	return &ui.Data{Log: after, Name: f.o.Name, Zone: f.o.Zone, Clocks: f.clocks(), Turnover: after.Turnover(before), Files: files}
}

// clocks are those that are shown.
func (f *fed) clocks() []config.Clock {
	var out []config.Clock
	for _, c := range f.o.Clocks {
		out = append(out, config.Clock{Name: clean.Line(c.Name), Zone: c.Zone})
	}
	return out
}

func (f *fed) give(c ui.Change) {
	f.changes <- c
	f.settle()
}

func (f *fed) shows(texts ...string) {
	f.Helper()
	shows(f.T, f.Term, texts...)
}

func (f *fed) hides(text string) {
	f.Helper()
	if strings.Contains(f.Screen(), text) {
		f.Errorf("%q is on the screen:\n%s", text, f.Screen())
	}
}

// happened is an incident so long before today.
func happened(id model.ID, ago time.Duration, title string) model.Record {
	return &model.Incident{Fact: model.Fact{ID: id}, At: model.Exactly(today().Add(-ago)), Category: "airport", Severity: 3, Title: clean.Line(title)}
}

func with(tb testing.TB, l model.Log, more ...model.Record) model.Log {
	tb.Helper()
	out, err := l.With(more...)
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func TestRecordsThatComeAreShownAndNew(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Config.Preset = config.Log
	feed(t, o, func(f *fed) {
		f.press("j", "j")
		cursor := f.cursor()
		after := with(t, o.Log, happened("x-1", time.Hour, "Balloons over Vilnius"), happened("x-2", 2*time.Hour, "More of them"))
		f.give(ui.Change{Data: f.data(o.Log, after, "incidents.toml")})
		f.shows("2 records new in incidents.toml", "• 2 new", "Balloons over Vilnius")
		if got := f.cursor(); got != cursor {
			t.Errorf("the cursor is on %q, was on %q", got, cursor)
		}
		f.press("/", "is:new", "enter")
		f.shows("Balloons over Vilnius", "More of them", "2 of ")
		f.press("esc", "[")
		f.shows("REPLAY", "More of them")
	})
}

// TestWhatIsLookedAtStays moves everything that can be moved before records come.
func TestWhatIsLookedAtStays(t *testing.T) {
	t.Parallel()
	o := asOf(t, board(t), "2025-11-21")
	for name, keys := range map[string][]string{
		"a filter": {"/", "category:airport", "enter", "j"}, "a search": {"f", "vilnius", "enter"}, "an order": {"s", "j"},
		"hindsight": {"t"}, "a comparison": {"v", "{"}, "the help": {"?"}, "a filter in hand": {"/", "airp"}, "a zoom": {"1", "z", "j"},
		"the timeline": {"8", "h", "+"}, "the map": {"7", "+", "l"}, "a page": {"5", "enter", "j", "j"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := o
			o.Config.Preset = config.Log
			feed(t, o, func(f *fed) {
				f.press(keys...)
				f.press("m") // says something else than what will be said
				before := f.Screen()
				after := with(t, o.Log, happened("x-1", time.Hour, "Not known then"))
				f.give(ui.Change{Data: f.data(o.Log, after, "a.toml")})
				upper := func(s string) string { // without the count of news, and what is said
					_, s, _ = strings.Cut(s, "\n")
					return s[:strings.LastIndex(s, "\n")]
				}
				if got := f.Screen(); upper(got) != upper(before) {
					t.Errorf("before:\n%s\nafter:\n%s", before, got)
				}
			})
		})
	}
}

func TestWhatIsGoneIsNotSelected(t *testing.T) {
	t.Parallel()
	o := board(t)
	full := with(t, o.Log, happened("x-1", time.Hour, "Balloons over Vilnius"))
	o.Config.Preset = config.Log
	before := o
	before.Log = full
	feed(t, before, func(f *fed) {
		f.shows("Balloons over Vilnius")
		f.give(ui.Change{Data: f.data(full, o.Log)})
		f.shows("1 record gone")
		f.hides("Balloons")
		f.press("j", "k", "enter")
	})
}

func TestFilesAtFaultKeepTheBoardAndItAges(t *testing.T) {
	t.Parallel()
	o := board(t)
	asked := 0
	o.Reload = func() { asked++ }
	feed(t, o, func(f *fed) {
		f.hides("old")
		fault := dataset.Fault{File: "a.toml", Line: 4, Problem: "no such key \x1b[2J"}
		f.give(ui.Change{Data: &ui.Data{Err: dataset.Faults{fault, fault, fault}}})
		f.shows("old data kept: a.toml:4: no such key", "(and 2 more)", "data 0 min old, r tells why", "Medininkai")
		f.press("j")
		f.hides("old data kept")
		time.Sleep(12*time.Minute + 15*time.Second)
		f.settle()
		f.shows("data 12 min old")
		f.press("r")
		if f.shows("reading the data"); asked != 1 {
			t.Errorf("asked %d times", asked)
		}
		f.give(ui.Change{Data: &ui.Data{Err: errors.New("gone"), Anyway: true}})
		f.shows("old data kept: gone; r takes it as it is", "data 12 min old")
		time.Sleep(50 * time.Minute)
		f.settle()
		f.shows("data 1 h old")
		f.give(ui.Change{Data: f.data(o.Log, o.Log)})
		f.shows("the data are fine again")
		f.hides("min old")
		f.give(ui.Change{Data: f.data(o.Log, o.Log)})
		f.shows("nothing new in the data")
		f.give(ui.Change{Data: &ui.Data{Err: errors.New("again")}})
		f.shows("data 0 min old")
	})
}

// TestTheLatestRecordsWin gives others before the text of the first is ready.
func TestTheLatestRecordsWin(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Config.Preset = config.Log
	feed(t, o, func(f *fed) {
		f.press("/", "balloons", "enter")
		first := with(t, o.Log, happened("x-1", time.Hour, "First balloons"))
		second := with(t, first, happened("x-2", time.Hour, "Second balloons"))
		third := with(t, second, happened("x-3", time.Hour, "Third balloons"))
		f.changes <- ui.Change{Data: f.data(o.Log, first, "a.toml")}
		f.changes <- ui.Change{Data: f.data(first, second, "a.toml")}
		f.changes <- ui.Change{Data: f.data(second, third, "a.toml")}
		f.changes <- ui.Change{Data: &ui.Data{Err: errors.New("broken")}}
		f.settle()
		f.shows("First balloons", "Second balloons", "Third balloons", "• 3 new", "old data kept: broken")
		f.press("esc")
		f.shows("First balloons")
	})
}

// TestAnotherBoardHasItsOwnMarks gives records of another title, and marks one
// before and one after that.
func TestAnotherBoardHasItsOwnMarks(t *testing.T) {
	t.Parallel()
	o := board(t)
	o.Config.Preset = config.Log
	path := filepath.Join(t.TempDir(), "state.toml")
	place := func(board string) state.Place { return state.Place{Path: path, Board: board, Now: today} }
	save := func(board string) func(*state.Saving) error {
		return func(s *state.Saving) error { return place(board).Save(context.Background(), s) }
	}
	o.Save = save(o.Name)
	newest, elsewhere := ids(o.Log)[0], happened("x-1", time.Hour, "Elsewhere")
	feed(t, o, func(f *fed) {
		d := f.data(o.Log, newLog(t, elsewhere), "b.toml")
		d.Name, d.Zone, d.Clocks = "Estonia–Russia", time.UTC, []config.Clock{{Name: clean.Line("Narva"), Zone: time.UTC}}
		d.Reader, d.Save = new(state.Reader), save("Estonia–Russia")
		f.press("space")
		f.give(ui.Change{Data: d})
		f.shows("Estonia–Russia", "18:45 Narva", "Elsewhere")
		f.press("space")
	})
	for board, want := range map[string]model.ID{o.Name: newest, "Estonia–Russia": "x-1"} {
		r, err := place(board).Open(nil)
		for _, id := range []model.ID{newest, "x-1"} {
			if r.Marked(id) != (id == want) || err != nil {
				t.Errorf("on %s %s is marked: %t, %v", board, id, r.Marked(id), err)
			}
		}
	}
}

func newLog(tb testing.TB, records ...model.Record) model.Log {
	tb.Helper()
	return with(tb, model.Log{}, records...)
}
