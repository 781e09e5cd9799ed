package ui

import (
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
)

// play is the story being told, from a moment on.
type play struct {
	on     bool
	number int // of the beat in hand; an older one is dropped
	from   time.Time
}

// beatMsg says that it is time to play on.
type beatMsg struct{ number int }

// beat is how long a picture stands while the board plays.
const beat = 100 * time.Millisecond

// startOrStop plays on from the moment shown, from the beginning in the present,
// or stops.
func (a *App) startOrStop() tea.Cmd {
	if a.travel.play.on {
		a.stop()
		return nil
	}
	if a.live() {
		a.move(a.steps().First())
	}
	if a.live() { // there is nothing to tell
		a.say(a.words.NothingYet)
		return nil
	}
	a.travel.play.on, a.travel.play.from = true, a.moment()
	a.folds++
	return a.nextBeat()
}

// stop ends the play where it is.
func (a *App) stop() {
	if a.travel.play.on {
		a.travel.play.on = false
		a.folds++
	}
}

func (a *App) nextBeat() tea.Cmd {
	a.travel.play.number++
	number := a.travel.play.number
	return tea.Tick(beat, func(time.Time) tea.Msg { return beatMsg{number} })
}

// beats moves the board on by what the pace asks for, says what happened
// meanwhile, and stops in the present or at what is bad enough.
func (a *App) beats(msg beatMsg) tea.Cmd {
	if !a.travel.play.on || msg.number != a.travel.play.number {
		return nil
	}
	next := a.moment().Add(time.Duration(float64(a.config.Pace) * beat.Seconds()))
	var news []model.ID
	for at, ids, ok := a.steps().After(a.moment()); ok && !at.After(next) && !at.After(a.now); at, ids, ok = a.steps().After(at) {
		news = ids
		if id, bad := a.bad(ids); bad {
			a.seek(at)
			a.choose(layout.Incidents, id)
			a.say(a.changed([]model.ID{id}))
			return nil
		}
	}
	if next.After(a.now) {
		a.seek(time.Time{})
		a.say(a.words.Travel.Present)
		return nil
	}
	a.move(next)
	if news != nil {
		a.say(a.changed(news))
	}
	return a.nextBeat()
}

// bad finds an incident that the settings stop at.
func (a *App) bad(ids []model.ID) (model.ID, bool) {
	for _, id := range ids {
		if i, ok := a.log.Record(id).(*model.Incident); ok && a.config.Pause > 0 && i.Severity >= int64(a.config.Pause) {
			return id, true
		}
	}
	return "", false
}

// progress tells at which pace the board plays and how far it came on the way to
// the present.
func (a *App) progress(w int) string {
	pace := fmt.Sprintf(a.words.Travel.Pace, a.words.Age(a.config.Pace))
	if w < roomy {
		return a.styles.Accent.Render(pace)
	}
	share := 0.0
	if whole := a.now.Sub(a.travel.play.from); whole > 0 {
		share = float64(a.moment().Sub(a.travel.play.from)) / float64(whole)
	}
	bar := draw.Bar(share, progressWidth, a.styles.Accent, a.styles.Faint, a.styles.Glyphs)
	return a.styles.Accent.Render(pace) + " " + bar
}

// progressWidth is that of the bar in the top line.
const progressWidth = 12
