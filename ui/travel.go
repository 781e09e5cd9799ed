package ui

import (
	"fmt"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/layout"
)

// travel is where in time the board is, and how it came there.
type travel struct {
	// at is the moment shown; zero while live.
	at time.Time
	// hindsight shows what is known now, not what was known then.
	hindsight bool
	// by is when that was known; zero is now.
	by time.Time
	// since is the moment that changes are counted from; zero where none was chosen.
	since time.Time
	// then are the steps as known then, now those with hindsight; nil until needed.
	then, now *model.Steps
	play      play
}

// live tells whether the board follows the clock.
func (a *App) live() bool { return a.travel.at.IsZero() }

// moment is the one that ages and times left are counted from.
func (a *App) moment() time.Time {
	if a.live() {
		return a.now
	}
	return a.travel.at
}

// known is the moment by which what is shown was known.
func (a *App) known() time.Time {
	switch {
	case !a.travel.hindsight:
		return a.moment()
	case !a.travel.by.IsZero():
		return a.travel.by
	}
	return a.now
}

// seek moves the board to a moment; the zero time is the present. Whoever moves by
// hand stops what plays.
func (a *App) seek(at time.Time) {
	a.stop()
	a.move(at)
}

func (a *App) move(at time.Time) {
	a.travel.at = at
	a.travel.hindsight = a.travel.hindsight && !at.IsZero()
	a.fold()
}

// steps are the moments at which the board changes.
func (a *App) steps() model.Steps {
	t := &a.travel
	switch {
	case t.hindsight && t.now == nil:
		steps := a.log.StepsKnown(a.known())
		t.now = &steps
	case !t.hindsight && t.then == nil:
		steps := a.log.Steps()
		t.then = &steps
	}
	if t.hindsight {
		return *t.now
	}
	return *t.then
}

// step moves to the nearest moment after or before the one shown at which a
// record changed the board, and says which did.
func (a *App) step(by int) {
	at, ids, ok := a.steps().After(a.moment())
	if by < 0 {
		at, ids, ok = a.steps().Before(a.moment())
	}
	switch {
	case !ok && by < 0:
		a.say(a.words.Travel.First)
	case !ok || at.After(a.now):
		a.present()
	default:
		a.seek(at)
		a.say(a.changed(ids))
	}
}

// present goes back to it, or says that this is it.
func (a *App) present() {
	if a.live() {
		a.say(a.words.Travel.Present)
		return
	}
	a.seek(time.Time{})
}

// changed names what changed the board.
func (a *App) changed(ids []model.ID) string {
	s := a.scene(a.focus, layout.Size{})
	name := s.Name(ids[0])
	if more := len(ids) - 1; more > 0 {
		return fmt.Sprintf(a.words.Travel.More, name, a.words.Number(int64(more)))
	}
	return name
}

// day moves by whole days, at the same hour of the board's clocks.
func (a *App) day(by int) {
	at := a.moment().In(a.o.Zone).AddDate(0, 0, by)
	if by > 0 && at.After(a.now) {
		a.present()
		return
	}
	a.seek(at)
}

// look changes between what was known then and what is known now.
func (a *App) look() {
	if a.live() {
		a.say(a.words.Travel.NoHindsight)
		return
	}
	a.travel.hindsight = !a.travel.hindsight
	a.fold()
	a.say(a.words.Travel.AsKnownThen)
	if a.travel.hindsight {
		a.say(a.words.Travel.AsKnownNow)
	}
}

// compare takes the moment shown for the beginning of a comparison or, where
// there is one, shows what changed from it to this.
func (a *App) compare() {
	if from := a.travel.since; !from.IsZero() && !from.Equal(a.moment()) {
		a.between(from, a.moment())
		return
	}
	a.since(a.moment())
	a.say(fmt.Sprintf(a.words.Travel.From, a.instant(a.moment()), a.keys.Compare.Help().Key))
}

// since counts changes from a moment on.
func (a *App) since(from time.Time) {
	a.travel.since = from
	a.folds++
}

// between shows what changed from one moment to another, whichever is the first.
func (a *App) between(from, to time.Time) {
	if to.Before(from) {
		from, to = to, from
	}
	a.since(from)
	if live := a.live() && to.Equal(a.now); !live {
		a.seek(to)
	}
	a.lay()
}

// instant is a time as the top line writes it.
func (a *App) instant(at time.Time) string {
	return a.words.Moment(model.Exactly(at), a.o.Zone, a.now)
}

// wander does what the bindings ask for that move the board through time; not ok
// where none matches.
func (a *App) wander(msg tea.KeyMsg) (tea.Cmd, bool) {
	k := a.keys
	switch {
	case key.Matches(msg, k.StepBack):
		a.step(-1)
	case key.Matches(msg, k.StepForward):
		a.step(1)
	case key.Matches(msg, k.Now):
		a.present()
	case key.Matches(msg, k.Hindsight):
		a.look()
	case key.Matches(msg, k.Compare):
		a.compare()
	case key.Matches(msg, k.Play):
		return a.startOrStop(), true
	case a.focus != layout.Incidents && key.Matches(msg, a.shared.DayBack):
		a.day(-1)
	case a.focus != layout.Incidents && key.Matches(msg, a.shared.DayForward):
		a.day(1)
	default:
		return nil, false
	}
	return nil, true
}
