package screen

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/clean"
)

// Notifier is how a terminal is asked to show a notification.
type Notifier uint8

// The ways of notifications. What a terminal does not know it swallows; within a
// multiplexer, and on the console of Linux, there is none.
const (
	NoNotifier Notifier = iota
	OSC9                // of iTerm2, and what others know best
	OSC777              // of rxvt-unicode: a title and a text
	OSC99               // of kitty
)

// NotifierOf tells from the environment how a terminal shows notifications.
func NotifierOf(getenv func(string) string) Notifier {
	term := getenv("TERM")
	name, _, _ := strings.Cut(strings.TrimPrefix(term, "xterm-"), "-")
	switch {
	case MultiplexerOf(getenv) != NoMultiplexer, getenv("ZELLIJ") != "", strings.HasPrefix(term, "screen"), term == "dumb", term == "linux":
		return NoNotifier
	case name == "kitty":
		return OSC99
	case name == "foot", name == "ghostty", name == "wezterm", name == "rxvt", getenv("TERM_PROGRAM") == "WezTerm", getenv("TERM_PROGRAM") == "ghostty":
		return OSC777
	}
	return OSC9
}

// Bell rings the bell of the terminal.
func Bell() tea.Msg { return noticeMsg{} }

// Notify asks the terminal for a notification. Nothing comes of it where Options has no
// Notifier.
func Notify(title, text string) tea.Cmd {
	return func() tea.Msg { return noticeMsg{title, text} }
}

// noticeMsg asks for the bell, or with a text for a notification.
type noticeMsg struct{ title, text string }

// notify rings or notifies, unless another program has the terminal.
func (m *model) notify(msg noticeMsg) {
	switch {
	case m.away:
	case msg.text == "":
		m.w.modes("\a")
	default:
		m.w.modes(m.o.Notifier.sequence(msg.title, msg.text))
	}
}

// sequence is what asks for a notification. Its text is clean, so that nothing can end
// it early, and no longer than a notification shows.
func (n Notifier) sequence(title, text string) string {
	title, text = short(title), short(text)
	switch n {
	case OSC9:
		// What begins with a number would be another command of ConEmu's.
		return "\x1b]9;" + title + ": " + text + "\x1b\\"
	case OSC777:
		part := strings.NewReplacer(";", ",")
		return "\x1b]777;notify;" + part.Replace(title) + ";" + part.Replace(text) + "\x1b\\"
	case OSC99:
		return "\x1b]99;i=bordertop:d=0;" + title + "\x1b\\\x1b]99;i=bordertop:p=body;" + text + "\x1b\\"
	case NoNotifier:
	}
	return ""
}

// short is clean text that a notification has room for.
func short(text string) string {
	const room = 200
	letters := []rune(clean.Line(text).String())
	if len(letters) > room {
		letters = append(letters[:room-1], '…')
	}
	return string(letters)
}
