// Package early keeps Bubble Tea from asking the terminal for its background
// colour while the program initialises, which takes five seconds where the
// terminal does not answer, for --version too. It works only because its import
// path sorts before Bubble Tea's: of the packages whose imports are ready, Go
// initialises the first by path.
package early

import "github.com/charmbracelet/lipgloss"

var _ = settle()

// settle gives Lip Gloss an answer, so that it need not ask. Nobody goes by it:
// each session has a renderer of its own.
func settle() bool {
	lipgloss.SetHasDarkBackground(true)
	return lipgloss.HasDarkBackground()
}
