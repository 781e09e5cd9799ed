package screen

import (
	"reflect"
	"slices"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// between is the least time between two frames: no eye and hardly any display
// is faster than 200 a second, but a held key or a paste may be.
const between = 5 * time.Millisecond

// What the session tells the model.
type (
	drawMsg      struct{} // a frame put off is due
	fenceMsg     struct{} // the terminal has answered what it will
	suspendMsg   struct{} // the user wants the shell
	continuedMsg struct{} // the program goes on after a stop
)

// model makes a tea.Model of an app, and draws it.
type model struct {
	app   App
	o     Options
	w     *writer
	size  Size
	crash func(*PanicError) // told when the app panics

	mouse  bool
	title  string
	titled atomic.Bool // the title is no longer as we found it

	stop  func() bool // suspends; false if a continuedMsg will follow; may be nil
	enter func() bool // takes the terminal again; false if it is not ours

	patience time.Duration // of the first frame
	last     time.Time     // when the last frame was drawn
	stale    bool          // the app may have changed since
	put      bool          // a drawMsg is on its way
	away     bool          // the terminal is not ours to draw on
	broken   bool          // the app has panicked: its state means nothing
	shown    string        // the last frame
	shownAt  Size
}

// View draws nothing: show does.
func (m *model) View() string { return "" }

// Init starts the app, with a size, and draws its first frame.
func (m *model) Init() tea.Cmd {
	var start, size tea.Cmd
	m.try("init", func() { start = m.app.Init() })
	m.try("update", func() { size = m.app.Update(m.size.msg()) })
	m.stale = true
	if m.patience > 0 {
		return m.guard(tea.Batch(start, size, m.drawIn(m.patience)))
	}
	return m.guard(tea.Batch(start, size, m.show()))
}

// Update hands a message to the app and draws it, now or soon.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case drawMsg:
		m.put = false
		m.draw()
		return m, nil
	case fenceMsg:
		m.draw()
		return m, nil
	case mouseMsg, titleMsg, repaintMsg, copyMsg, sendMsg, visitMsg, noticeMsg:
		return m, m.obey(msg)
	case suspendMsg:
		if m.stop == nil {
			return m, nil
		}
		if m.away = true; !m.stop() {
			return m, nil
		}
		return m, m.back()
	case continuedMsg:
		return m, m.back()
	case tea.WindowSizeMsg:
		m.size = Size{msg.Width, msg.Height}.Clamp()
		return m, m.pass(m.size.msg())
	case tea.KeyMsg:
		// Bubble Tea shares the runes of the space among all programs, and its text
		// input writes to them.
		msg.Runes = slices.Clone(msg.Runes)
		return m, m.pass(msg)
	}
	return m, m.pass(msg)
}

// obey does what the app asks of its screen.
func (m *model) obey(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case mouseMsg:
		m.mouse = bool(msg)
		if !m.away { // or back does it
			m.w.modes(map[bool]string{true: mouseOn, false: mouseOff}[m.mouse])
		}
	case titleMsg:
		m.title = string(msg)
		if !m.away {
			m.w.modes(m.titling())
		}
	case repaintMsg:
		m.forget()
		return m.show()
	case copyMsg:
		return m.guard(m.copy(msg))
	case sendMsg:
		return m.send(msg.text)
	case visitMsg:
		return m.guard(m.visit(msg.to))
	case noticeMsg:
		m.notify(msg)
	}
	return nil
}

// modes returns what the terminal is set to, besides what it shows.
func (m *model) modes() string {
	modes := enter
	if m.mouse {
		modes += mouseOn
	}
	if m.title != "" {
		modes += m.titling()
	}
	return modes
}

// titling sets the title, and at first saves the one that was there.
func (m *model) titling() string {
	if m.titled.Swap(true) {
		return setTitle(m.title)
	}
	return saveTitle + setTitle(m.title)
}

// parting puts back what modes has set.
func (m *model) parting() string {
	if m.titled.Swap(false) {
		return leave + restoreTitle
	}
	return leave
}

// pass gives the app a message.
func (m *model) pass(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	m.try("update", func() { cmd = m.app.Update(msg) })
	m.stale = true
	if _, ok := msg.(BackgroundMsg); ok && m.last.IsZero() {
		m.draw() // this is what the first frame has waited for
	}
	cmd = m.guard(cmd)
	if soon := m.show(); soon != nil {
		return tea.Batch(cmd, soon)
	}
	return cmd
}

// back takes the terminal again after a stop. In the background it cannot be
// taken, and to come to the foreground is to be continued once more.
func (m *model) back() tea.Cmd {
	if m.away = !m.enter(); m.away {
		return nil
	}
	m.forget()
	return m.pass(tea.ResumeMsg{})
}

// forget makes the next frame be drawn whole.
func (m *model) forget() {
	m.w.repaint()
	m.shownAt, m.stale = Size{}, true
}

// show draws now, or soon if the last frame was just drawn.
func (m *model) show() tea.Cmd {
	if m.put || !m.stale {
		return nil
	}
	// The clock may have been set back.
	if since := m.o.Now().Sub(m.last); since >= 0 && since < between {
		return m.drawIn(between - since)
	}
	m.draw()
	return nil
}

func (m *model) drawIn(d time.Duration) tea.Cmd {
	m.put = true
	return tea.Tick(d, func(time.Time) tea.Msg { return drawMsg{} })
}

// draw shows the app as it is.
func (m *model) draw() {
	if !m.stale || m.away {
		return
	}
	var frame string
	m.try("view", func() { frame = m.app.View() })
	if m.broken {
		return
	}
	m.stale, m.last = false, m.o.Now()
	if frame != m.shown || m.size != m.shownAt {
		m.shown, m.shownAt = frame, m.size
		m.w.draw(frame, m.size)
	}
}

// try calls the app, unless it has panicked before.
func (m *model) try(where string, call func()) {
	if m.broken {
		return
	}
	catch(where, call, func(p *PanicError) {
		m.broken = true
		m.crash(p)
	})
}

// guard makes a command end the session when it panics, and all commands in the
// batch or sequence that it may return.
func (m *model) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		catch("command", func() { msg = m.guardAll(cmd()) }, m.crash)
		return msg
	}
}

// guardAll guards the commands of a batch or a sequence. The type of a sequence
// is not exported.
func (m *model) guardAll(msg tea.Msg) tea.Msg {
	v := reflect.ValueOf(msg)
	if msg == nil || v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return msg
	}
	guarded := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	for i := range v.Len() {
		if cmd, ok := reflect.TypeAssert[tea.Cmd](v.Index(i)); ok {
			guarded.Index(i).Set(reflect.ValueOf(m.guard(cmd)))
		}
	}
	return guarded.Interface()
}
