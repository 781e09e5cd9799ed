package ui_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui"
)

func TestACountIsAddedOnTheScreen(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, l := atDesk(t, board(t))
		a := open(o, 140, 42)
		obey(a, counted()...)
		sees(t, a, "Add: count", "medininkai  = Medininkai – Kamenny Log", "18:40", "= Mon 23 Nov 18:40, Vilnius",
			"The board will show", "Linava, trucks stranded at Medininkai: 800 (23")
		if n := len(left(t, o.Drafts)); n != 1 {
			t.Errorf("%d drafts are kept while one is typed", n)
		}
		obey(a, tea.KeyCtrlS)
		sees(t, a, "as entry 1")
		if got := left(t, o.Drafts); len(got) != 0 {
			t.Errorf("drafts %v stay behind what was added", got)
		}
		value := int64(800)
		want := []model.Record{&model.Count{
			Fact: model.Fact{Known: model.Exactly(today().Truncate(time.Second))}, At: model.Exactly(time.Date(2026, 11, 23, 18, 40, 0, 0, o.Zone)),
			Value: &value, What: model.Stranded, Unit: model.UnitTruck, Crossing: "medininkai", By: clean.Line("Linava"),
		}}
		got := l.records()
		if len(got) == 1 {
			want[0].Head().ID = got[0].Head().ID
		}
		if diff := cmp.Diff(fmt.Sprint(texts(want)), fmt.Sprint(texts(got))); diff != "" {
			t.Errorf("added (-want +got):\n%s", diff)
		}
	})
}

func TestTheTextOutlastsAFailedAppend(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, l := atDesk(t, board(t))
		a := open(o, 80, 24)
		obey(a, counted()...)
		l.fault = errors.New("add to the journal: no space left on device")
		obey(a, tea.KeyCtrlS)
		sees(t, a, "Not added: add to the journal: no space left on device", "18:40")
		if n := len(left(t, o.Drafts)); n != 1 {
			t.Errorf("%d drafts after a failure", n)
		}
		a.Update(tea.WindowSizeMsg{Width: 140, Height: 42})
		sees(t, a, "Not added: add to the journal", "800", "Linava")
		l.fault = nil
		obey(a, tea.KeyCtrlS)
		sees(t, a, "as entry 1")
		if len(l.records()) != 1 {
			t.Errorf("added %v", l.records())
		}
	})
}

func TestARefusedDraftIsToldOfAtItsField(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, l := atDesk(t, board(t))
		a := open(o, 140, 42)
		obey(a, "a", "incident", tea.KeyEnter, tea.KeyDown, "yesterday 25:30", tea.KeyCtrlS)
		sees(t, a, "▌ title", "✗ needed")
		obey(a, "Balloons", tea.KeyCtrlS)
		sees(t, a, "▌ when", "yesterday 25:30", "✗ ")
		if len(l.records()) != 0 {
			t.Errorf("added %v", l.records())
		}
		for range "25:30" {
			obey(a, tea.KeyBackspace)
		}
		obey(a, "23:30", tea.KeyCtrlS)
		sees(t, a, "as entry 1")
	})
}

func TestADraftOutlastsTheProgram(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, l := atDesk(t, board(t))
		a := open(o, 140, 42)
		obey(a, counted()...)
		// It ends here without a word, and another begins.
		o.Drafts = &state.Drafts{Dir: o.Drafts.Dir}
		a = open(o, 140, 42)
		obey(a, "a")
		sees(t, a, "draft-1", "count begun 23 Nov 20:45: 800, truck, stranded, Linava")
		obey(a, "draft-1", tea.KeyEnter)
		sees(t, a, "Add: count", "800", "Linava", "18:40")
		obey(a, tea.KeyCtrlS)
		sees(t, a, "as entry 1")
		if got := left(t, o.Drafts); len(got) != 0 || len(l.records()) != 1 {
			t.Errorf("drafts %v, records %v", got, l.records())
		}
	})
}

func TestEscKeepsADraftAndCtrlXThrowsItAway(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, _ := atDesk(t, board(t))
		a := open(o, 140, 42)
		before := plain(a.View())
		obey(a, "a", "count", tea.KeyEnter, tea.KeyEsc)
		if frame := plain(a.View()); frame != before || len(left(t, o.Drafts)) != 0 {
			t.Errorf("nothing was typed, and %v is left:\n%s", left(t, o.Drafts), frame)
		}
		obey(a, "a", "count", tea.KeyEnter, "80", tea.KeyEsc)
		sees(t, a, "draft kept: a goes on with it")
		obey(a, "a", "draft", tea.KeyEnter, "0")
		sees(t, a, "800")
		obey(a, tea.KeyCtrlX)
		sees(t, a, "ctrl+x once more throws away")
		obey(a, "1", tea.KeyCtrlX)
		sees(t, a, "8001")
		obey(a, tea.KeyCtrlX)
		sees(t, a, "thrown away")
		if got := left(t, o.Drafts); len(got) != 0 {
			t.Errorf("%v is left", got)
		}
		obey(a, "a")
		if frame := plain(a.View()); strings.Contains(frame, "draft-1") {
			t.Errorf("what was thrown away is offered:\n%s", frame)
		}
	})
}

func TestWhatIsSelectedIsAmendedAndWithdrawn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, l := atDesk(t, board(t))
		o.Config.Preset = config.Log
		a := open(o, 140, 42)
		obey(a, "A")
		sees(t, a, "Amend: incident US presses on fertiliser transit", "update")
		obey(a, "misheard", tea.KeyUp, tea.KeyRight)
		sees(t, a, "correction")
		obey(a, tea.KeyDown, tea.KeyDown, tea.KeyDown, ", said twice", tea.KeyCtrlS)
		sees(t, a, "as entry 1")
		obey(a, "A", "not so", tea.KeyUp, tea.KeyRight, tea.KeyRight)
		if frame := plain(a.View()); strings.Contains(frame, "severity  ") {
			t.Errorf("a withdrawal sets values:\n%s", frame)
		}
		obey(a, tea.KeyCtrlS)
		sees(t, a, "as entry 2")
		var got []string
		for _, r := range l.records() {
			am, ok := r.(*model.Amendment)
			if !ok {
				t.Fatalf("added %v", r)
			}
			got = append(got, fmt.Sprint(am.Type, am.Of, am.Reason, am.Set))
		}
		want := []string{
			"correction[i-128] misheard [{title US presses on fertiliser transit, said twice}]",
			"withdrawal[i-128] not so []",
		}
		if diff := cmp.Diff(squeezed(want), squeezed(got)); diff != "" {
			t.Errorf("amendments (-want +got):\n%s", diff)
		}
	})
}

func TestWhereNothingCanBeAddedItIsSaidWhy(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, _ := atDesk(t, board(t))
		o.Config.Journal = ""
		for _, key := range []string{"a", "A"} {
			a := open(o, 140, 42)
			obey(a, key)
			sees(t, a, "there is no journal to add to: start with --journal DIRECTORY")
		}
		o = asOf(t, o, "2025-11-11 18:00")
		o.Config.Journal = "journal"
		a := open(o, 140, 42)
		obey(a, "a", "count", tea.KeyEnter, "8")
		sees(t, a, "The board stands at 11 Nov 2025 18:00", "known from now on", "REPLAY")
	})
}

func TestWhatIsThereAlreadyIsPointedOut(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, _ := atDesk(t, board(t))
		o.Log = with(t, o.Log, happened("twin", time.Hour, "Balloons"))
		a := open(o, 140, 42)
		obey(a, "a", "incident", tea.KeyEnter, "Balloons", tea.KeyDown, tea.KeyDown, "airport")
		sees(t, a, "twin says the same: is this twice?")
	})
}

func TestASourceIsMadeInPassing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o, l := atDesk(t, board(t))
		a := open(o, 140, 42)
		obey(a, "a", "incident", tea.KeyEnter, "Balloons")
		for !strings.Contains(plain(a.View()), "▌ new source: publisher") {
			obey(a, tea.KeyDown)
		}
		obey(a, "LRT", tea.KeyDown, tea.KeyDown, "https://example.org/1", tea.KeyCtrlS)
		sees(t, a, "as entry 1")
		all := l.records()
		if len(all) != 2 || all[0].Kind() != model.KindSource || !slices.Equal(all[1].Head().Sources, []model.ID{all[0].Head().ID}) {
			t.Errorf("added %v", texts(all))
		}
	})
}

func TestOwnRecordsAreNobodyElsesNews(t *testing.T) {
	t.Parallel()
	o, l := atDesk(t, board(t))
	feed(t, o, func(f *fed) {
		f.o.Config.Journal = "journal"
		f.give(ui.Change{Settings: &config.Change{Config: f.o.Config}})
		f.press("a", "incident", "enter", "Balloons over Kena", "ctrl+s")
		time.Sleep(time.Second)
		f.settle()
		f.shows("as entry 1")
		f.give(ui.Change{Data: f.data(o.Log, with(t, o.Log, l.records()...), "journal-000001.toml")})
		f.shows("as entry 1", "Balloons over Kena")
		f.hides("record new")
		f.hides("• 1 new")
		both := with(t, o.Log, append(l.records(), happened("other", time.Hour, "Elsewhere"))...)
		f.give(ui.Change{Data: f.data(with(t, o.Log, l.records()...), both, "journal-000001.toml")})
		f.shows("1 record new in journal-000001.toml", "• 1 new")
	})
}
