package ui

import (
	"context"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/alert"
	"bordertop/model/alert/send"
	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/screen"
)

// Alerts are what people are to be told of.
type Alerts struct {
	// Standing are those to be seen to, the newest first, and Rings how the new ones
	// among them make themselves heard.
	Standing []alert.Alert
	Rings    []Ring
	// Err is why an alert did not reach people; then there is nothing of the above.
	Err error
}

// Ring is how a new alert makes itself heard: by the bell or a notification of the
// terminal, or on the desktop System; empty for not there. Unfocused leaves that while
// the reader looks at the screen.
type Ring struct {
	Alert                     alert.Alert
	Bell, Terminal, Unfocused bool
	Desktop                   string
}

// leans takes where the reader looks, as the terminal says.
func (a *App) leans(msg tea.Msg) {
	switch msg.(type) {
	case tea.FocusMsg:
		a.away = false
	case tea.BlurMsg:
		a.away = true
	}
}

// nap is for how long an alert sleeps.
const nap = time.Hour

// alerted takes what people are to be told of.
func (a *App) alerted(in Alerts) tea.Cmd {
	if in.Err != nil {
		a.fail(clean.Err(in.Err))
		return nil
	}
	a.alerts = in.Standing
	var cmds []tea.Cmd
	bell := false
	for _, r := range in.Rings {
		if r.Unfocused && !a.away {
			continue
		}
		if r.Terminal {
			cmds = append(cmds, screen.Notify("bordertop: "+r.Alert.Rule, r.Alert.Text))
		}
		if r.Desktop != "" {
			cmds = append(cmds, onDesktop(r))
		}
		bell = bell || r.Bell
	}
	if bell { // once, however many there are
		cmds = append(cmds, screen.Bell)
	}
	return tea.Batch(cmds...)
}

// onDesktop shows an alert on the desktop. Where that cannot be, the screen has it.
func onDesktop(r Ring) tea.Cmd {
	return func() tea.Msg {
		const limit = 5 * time.Second
		ctx, stop := context.WithTimeout(context.Background(), limit)
		defer stop()
		_ = screen.RunCommand(ctx, "", send.Desktop(r.Desktop, "bordertop: "+r.Alert.Rule, r.Alert.Text)...)
		return nil
	}
}

// attend takes the alert that is shown as seen, or lets it sleep.
func (a *App) attend(sleep time.Duration) {
	if len(a.alerts) == 0 {
		a.say(a.words.Alerts.None)
		return
	}
	if a.o.Attend != nil {
		a.o.Attend(a.alerts[0].Key, sleep)
	}
	a.alerts = a.alerts[1:]
}

// alertSegments show the newest alert, and the keys for it.
func (a *App) alertSegments(w int) []segment {
	if len(a.alerts) == 0 {
		return nil
	}
	const keys = 30
	first, st := a.alerts[0], a.styles
	text := draw.Cut(st.Glyphs.Alert+" "+first.Rule+": "+first.Text, max(w-keys, w/2))
	out := []segment{{text: st.Warn.Render(text), priority: 100, right: true}}
	if more := len(a.alerts) - 1; more > 0 {
		out = append(out, segment{text: st.Muted.Render("+" + strconv.Itoa(more)), priority: 99, right: true})
	}
	for _, k := range []struct {
		keys []string
		does string
	}{{a.keys.Acknowledge.Keys(), a.words.Alerts.Seen}, {a.keys.Snooze.Keys(), a.words.Alerts.Later}} {
		if len(k.keys) > 0 {
			out = append(out, segment{text: st.Key.Render(k.keys[0]) + " " + st.KeyText.Render(k.does), priority: 99, right: true})
		}
	}
	return out
}

// alerting tells whether a pane has what an alert tells of.
func (a *App) alerting(p layout.Pane) bool {
	for _, one := range a.alerts {
		if alertPane(one.When) == p {
			return true
		}
	}
	return false
}

// alertPane is where to look for what an alert tells of.
func alertPane(w alert.When) layout.Pane {
	switch w {
	case alert.New, alert.Correction:
		return layout.Incidents
	case alert.State, alert.Queue, alert.Stale:
		return layout.Crossings
	case alert.Deadline:
		return layout.Deadlines
	case alert.Claim:
		return layout.Trucks
	case alert.Condition:
		return layout.Conditions
	case alert.Source:
	}
	return layout.Sources
}

// alertStyle is how the frame of a pane looks that has what an alert tells of.
func (a *App) alertStyle(style draw.BoxStyle) draw.BoxStyle {
	style.Border, style.Title = a.styles.Warn, a.styles.Warn
	return style
}
