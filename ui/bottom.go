package ui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/clean"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

// say shows a message in the bottom line until the next key. A question that stood
// there is taken back: nobody agrees to what cannot be seen.
func (a *App) say(text string) { a.said, a.failed, a.asked = text, false, clean.URL{} }

// fail shows what went wrong there.
func (a *App) fail(text string) {
	a.say(text)
	a.failed = true
}

// hush takes the message away.
func (a *App) hush() { a.say("") }

// saying is the style of the message: a question and a failure are not to be
// overlooked, and that all went well is no warning.
func (a *App) saying() theme.Style {
	switch {
	case a.failed:
		return a.styles.Error
	case !a.asked.IsZero():
		return a.styles.Warn
	}
	return a.styles.Heading
}

// hints are the keys that matter most just now, the way back among them where
// there is one.
func (a *App) hints() []key.Binding {
	switch {
	case a.writing.form.IsOpen():
		return a.writing.form.Hints(a.words)
	case a.palette.IsOpen():
		w := a.words.Palette
		return []key.Binding{hint("enter", w.Run), hint("tab", w.Complete), hint("esc", a.keys.Back.Help().Desc)}
	case a.help.typing:
		return []key.Binding{hint("enter", a.words.Palette.Search), hint("esc", a.keys.Back.Help().Desc)}
	case a.help.open:
		search := a.shared.Filter
		search.SetHelp(search.Help().Key, a.words.Palette.Search)
		back := a.keys.Back
		if !back.Enabled() {
			back = hint("esc", back.Help().Desc)
		}
		return []key.Binding{search, a.shared.Up, a.shared.Down, back, a.keys.Palette, a.keys.Help}
	}
	out := a.panes[a.focus].ShortHelp()
	if a.panes[a.focus].Typing() {
		return out
	}
	leaver, ok := a.panes[a.focus].(pane.Leaver)
	if a.zoom || a.back != 0 || ok && leaver.Leaves() {
		out = append(out, a.keys.Back)
	}
	if !a.live() {
		out = append(out, a.keys.Now)
	}
	if a.focus != layout.Incidents {
		out = append(out, a.shared.Filter)
	}
	return append(out, a.keys.ShortHelp()...)
}

// worth says how long a hint stays where the line is short: the way to the others,
// the way out, then what works here before what works everywhere.
func (a *App) worth(place int, b key.Binding) int {
	k := a.keys
	for i, everywhere := range []key.Binding{k.Zoom, k.Palette, k.Copy, a.shared.Filter, k.Next} {
		if slices.Equal(b.Keys(), everywhere.Keys()) {
			return i
		}
	}
	switch {
	case slices.Equal(b.Keys(), k.Help.Keys()):
		return 99
	case slices.Equal(b.Keys(), k.Quit.Keys()):
		return 98
	}
	return 50 - place
}

// hint tells of a key that cannot be rebound, where keys are text.
func hint(name, does string) key.Binding {
	return key.NewBinding(key.WithKeys(name), key.WithHelp(name, does))
}

// bottomLine shows the hints and, if it fits into the line, the message; in a
// picture, what that is of.
func (a *App) bottomLine(w int) string {
	if a.still {
		return a.caption(w)
	}
	return line(w, a.bottomSegments(w))
}

func (a *App) bottomSegments(w int) []segment {
	var out []segment
	for i, b := range a.hints() {
		if b.Enabled() {
			text := a.styles.Key.Render(b.Help().Key) + " " + a.styles.KeyText.Render(b.Help().Desc)
			out = append(out, segment{text: text, priority: a.worth(i, b), press: b.Keys()[0]})
		}
	}
	switch {
	case a.said == "":
		out = append(out, a.alertSegments(w)...)
	case !a.long(w):
		out = append(out, segment{text: a.saying().Render(a.said), priority: 100, right: true})
	}
	return kept(w, out)
}

// long tells whether the message does not fit into a line. It is then laid over
// the last lines of the frame: its end tells what to do.
func (a *App) long(w int) bool { return draw.Width(a.said)+2 > w }

// over is the message where it is laid over the last of so many lines; nil where it
// fits into the bottom line.
func (a *App) over(lines int) []string {
	if !a.long(a.window.W) {
		return nil
	}
	return a.message(a.window.W, lines/2)
}

// message is what is said, in at most so many lines.
func (a *App) message(w, room int) []string {
	lines := draw.Wrap(a.said, w-2)
	lines = lines[:min(len(lines), max(room, 0))]
	for i, text := range lines {
		lines[i] = draw.Fit(" "+a.saying().Render(text), w)
	}
	return lines
}

// hintAt presses the key of the hint at a cell of the bottom line; not ok where
// there is none.
func (a *App) hintAt(x int) (cmd tea.Cmd, ok bool) {
	at := 1
	for _, s := range a.bottomSegments(a.window.W) {
		if s.right {
			continue
		}
		if x >= at && x < at+draw.Width(s.text) {
			return a.press(named(s.press)), true
		}
		at += draw.Width(s.text) + 2
	}
	return nil, false
}
