package screen

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/clean"
)

// CopiedMsg says that text was handed to the clipboard, or why not. A terminal
// does not tell whether it took it.
type CopiedMsg struct{ Err error }

// Copy puts text into the clipboard of the terminal (OSC 52), at most 74,994 bytes
// of it. The app gets a CopiedMsg.
func Copy(text string) tea.Cmd {
	return func() tea.Msg { return copyMsg{text: text} }
}

// CopyNative puts text into the clipboard by Options.Clipboard, or as Copy does
// where that is nil. The app gets a CopiedMsg.
func CopyNative(text string) tea.Cmd {
	return func() tea.Msg { return copyMsg{text: text, native: true} }
}

// VisitedMsg says that a page was handed to the browser, or why not.
type VisitedMsg struct{ Err error }

// Visit opens a page in the desktop's browser. The app gets a VisitedMsg.
func Visit(to clean.URL) tea.Cmd {
	return func() tea.Msg { return visitMsg{to} }
}

const (
	// maxCopy is what fits into the 100,000 bytes of a sequence that terminals take.
	maxCopy = 74_994
	// answering is how long a program that takes text for the clipboard may need,
	// and launching how long one that starts a browser may, before it counts as the
	// browser itself.
	answering = 2 * time.Second
	launching = 10 * time.Second
)

// copy puts text where it was asked to go.
func (m *model) copy(msg copyMsg) tea.Cmd {
	if msg.text == "" {
		return copied(errors.New("there is nothing to copy")) // and what was copied before stays
	}
	if native := m.o.Clipboard; msg.native && native != nil {
		return func() tea.Msg {
			ctx, cancel := context.WithTimeout(context.Background(), answering)
			defer cancel()
			return CopiedMsg{native(ctx, msg.text)}
		}
	}
	if n := len(msg.text); n > maxCopy {
		return copied(fmt.Errorf("too long for a terminal's clipboard: %d bytes, at most %d", n, maxCopy))
	}
	command := m.o.Command
	if m.o.Multiplexer != Tmux || command == nil {
		return m.send(msg.text)
	}
	// As it comes, tmux takes OSC 52 from no program and passes nothing on; its own
	// command works however it is set.
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), answering)
		defer cancel()
		if command(ctx, msg.text, "tmux", "load-buffer", "-w", "-") != nil {
			return sendMsg{msg.text} // older than 3.2, or not this tmux
		}
		return CopiedMsg{}
	}
}

func copied(err error) tea.Cmd { return func() tea.Msg { return CopiedMsg{err} } }

// send sends text to the terminal's clipboard.
func (m *model) send(text string) tea.Cmd {
	if m.away {
		return copied(errors.New("the terminal is in use by another program"))
	}
	seq := osc52.New(text)
	switch m.o.Multiplexer {
	case NoMultiplexer:
		m.w.modes(seq.String())
	case Tmux:
		// It obeys the first with set-clipboard on, and the second with allow-passthrough on.
		m.w.modes(seq.String() + seq.Tmux().String())
	case GNUScreen:
		m.w.modes(seq.Screen().String())
	}
	return copied(nil)
}

// visit hands a page to the browser. A launcher that goes on for long has become
// the browser, and is left to its user.
func (m *model) visit(to clean.URL) tea.Cmd {
	command := m.o.Command
	return func() tea.Msg {
		switch {
		case to.IsZero():
			return VisitedMsg{errors.New("there is no address")}
		case command == nil:
			return VisitedMsg{errors.New("there is no browser at this end")}
		}
		launched := make(chan error, 1)
		go catch("browser", func() {
			launched <- command(context.Background(), "", append(opener(runtime.GOOS), to.String())...)
		}, func(p *PanicError) { launched <- p })
		limit := time.NewTimer(launching)
		defer limit.Stop()
		select {
		case err := <-launched:
			return VisitedMsg{err}
		case <-limit.C:
			return VisitedMsg{}
		}
	}
}

// opener is what opens a page, whose address is added to it.
func opener(system string) []string {
	switch system {
	case "darwin":
		return []string{"open"}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	return []string{"xdg-open"}
}
