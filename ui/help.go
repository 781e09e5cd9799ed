package ui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/layout"
	"bordertop/ui/palette"
	"bordertop/ui/screen"
	"bordertop/ui/theme"
)

// help is the list of what works just now, made from the bindings and the
// commands. It can be searched.
type help struct {
	open   bool
	typing bool // into the search
	search palette.Prompt
	top    int
}

func (h *help) show() { *h = help{open: true, search: palette.NewPrompt()} }

func (h *help) hide() { h.open, h.typing = false, false }

// forget ends the search, and tells whether there was one.
func (h *help) forget() bool {
	searched := h.search.Text() != ""
	h.typing, h.top = false, 0
	h.search.Set("")
	return searched
}

// consult gives a key to the help.
func (a *App) consult(msg tea.KeyMsg) tea.Cmd {
	if a.help.typing {
		a.seekHelp(msg)
		return nil
	}
	switch k := a.keys; {
	case key.Matches(msg, k.Back), msg.Type == tea.KeyEsc: // or nobody could leave without a key to do so
		if !a.help.forget() {
			a.help.hide()
		}
	case key.Matches(msg, k.Help), key.Matches(msg, k.Quit):
		a.help.hide()
	case key.Matches(msg, a.shared.Filter), key.Matches(msg, a.shared.Find):
		a.help.typing = true
	case key.Matches(msg, k.Palette):
		a.help.hide()
		a.palette.Open("")
	case key.Matches(msg, k.Mouse):
		return a.toggleMouse()
	case key.Matches(msg, k.Suspend):
		return screen.Suspend
	default:
		a.scroll(msg)
	}
	return nil
}

// seekHelp types into the search.
func (a *App) seekHelp(msg tea.KeyMsg) {
	switch msg.Type { //nolint:exhaustive // all others are typed
	case tea.KeyEnter:
		a.help.typing = false
	case tea.KeyEsc:
		a.help.forget()
	case tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown:
		a.scroll(msg)
	default:
		a.help.search.Update(msg)
		a.help.top = 0
	}
}

// scroll moves through the help.
func (a *App) scroll(msg tea.Msg) {
	size := a.helpRect(a.layout()).Size()
	if by, ok := a.shared.Move(msg, size.H-2); ok {
		page := a.helpPage(size)
		a.help.top = max(0, min(a.help.top+by, page.last()))
	}
}

// helpRect is the place of the help: over all panes, or over all there is where
// that is too small for panes.
func (a *App) helpRect(l layout.Layout) layout.Rect {
	if l.Class == layout.Line {
		return l.Top
	}
	return layout.Rect{Y: l.Top.H, W: a.window.W, H: max(a.window.H-l.Top.H-l.Bottom.H, 0)}
}

// clickHelp scrolls with the wheel. A click on a key presses it, one on a command
// begins to type it.
func (a *App) clickHelp(msg tea.MouseMsg) tea.Cmd {
	if !pressed(msg) {
		a.scroll(msg)
		return nil
	}
	r := a.helpRect(a.layout())
	e, ok := a.helpPage(r.Size()).at(msg.X, msg.Y-r.Y)
	switch {
	case !ok:
	case e.press != "":
		a.help.hide()
		return a.press(named(e.press))
	case e.types != "":
		a.help.hide()
		a.palette.Open(e.types)
	}
	return nil
}

// helpBox draws the help.
func (a *App) helpBox(size layout.Size) []string {
	page := a.helpPage(size)
	footer := ""
	if page.top < page.last() {
		footer = a.styles.Muted.Render(a.styles.Glyphs.Down)
	}
	return draw.Box(a.words.Keys, footer, page.lines(), size.W, size.H, a.focusedStyle())
}

// blocks are all that the help tells of.
func (a *App) blocks() []block {
	own := a.keys.FullHelp()
	time := own[1:2]
	if a.focus != layout.Incidents {
		time = append(slices.Clip(time), []key.Binding{a.shared.DayBack, a.shared.DayForward})
	}
	out := []block{a.keyBlock(a.name(a.focus), a.panes[a.focus].FullHelp())}
	if a.focus != layout.Incidents {
		out = append(out, a.keyBlock(a.words.Incidents, [][]key.Binding{a.elsewhere()}))
	}
	return append(out,
		a.keyBlock(a.words.HelpPanes, own[:1]), a.keyBlock(a.words.Travel.Title, time), a.keyBlock(a.words.HelpProgram, own[2:]),
		a.commandBlock(), a.languageBlock(), a.signBlock(),
	)
}

func (a *App) keyBlock(title string, groups [][]key.Binding) block {
	out := block{title: title}
	for _, g := range groups {
		for _, b := range g {
			if b.Enabled() {
				out.entries = append(out.entries, entry{sign: b.Help().Key, style: a.styles.Key, means: b.Help().Desc, press: b.Keys()[0]})
			}
		}
	}
	return out
}

// commandBlock lists the commands that take words.
func (a *App) commandBlock() block {
	out := block{title: a.words.Palette.Commands}
	for _, c := range Commands(a.words) {
		sign := strings.TrimSpace(":" + c.Name + " " + c.Argument)
		out.entries = append(out.entries, entry{sign: sign, style: a.styles.Key, means: c.Does, types: c.Name + " "})
	}
	return out
}

// languageBlock explains the filter language.
func (a *App) languageBlock() block {
	w := a.words.Palette
	out := block{title: w.Language}
	for _, line := range []struct{ example, means string }{
		{"medinink", w.Syntax.Word},
		{`"rail freight"`, w.Syntax.Phrase},
		{"-balloon", w.Syntax.Not},
		{"balloon or drone", w.Syntax.Or},
		{"category:airport", w.Syntax.Field},
		{"severity>=3", w.Syntax.Compare},
		{"since:3d on:2025-11", w.Syntax.Time},
		{"is:new", w.Syntax.Is},
	} {
		out.entries = append(out.entries, entry{sign: line.example, style: a.styles.Accent, means: line.means, types: "filter " + line.example})
	}
	return out
}

// signBlock explains the signs.
func (a *App) signBlock() block {
	st, g, w := a.styles, a.styles.Glyphs, a.words
	out := block{title: w.HelpSigns}
	for _, sign := range []struct {
		style theme.Style
		sign  string
		means string
	}{
		{st.Closed, g.Closed, strings.ToLower(w.Closed)},
		{st.Restricted, g.Restricted, strings.ToLower(w.Restricted)},
		{st.Open, g.Open, strings.ToLower(w.Open)},
		{st.Unknown, g.Unknown, strings.ToLower(w.Unknown)},
		{st.Disputed, g.Disputed, strings.ToLower(w.Disputed)},
		{st.Warn, g.Left, w.DeadlineState(model.BroughtForward)},
		{st.Warn, g.Right, w.DeadlineState(model.Extended)},
		{st.Severity3, strings.Repeat(g.Severity, 3), w.Degree(3)},
		{st.StateMedia, g.StateMedia, w.Page.StateMedia},
		{st.Accent, g.Unread, w.Frame.New},
		{st.Accent, g.Marked, w.Frame.Marked},
	} {
		out.entries = append(out.entries, entry{sign: sign.sign, style: sign.style, means: sign.means})
	}
	return out
}
