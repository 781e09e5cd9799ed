package theme

import "github.com/charmbracelet/lipgloss"

// Palette is a set of colours, each given for terminals of 16 million, 256 and 16 colours, because the
// nearest of sixteen is often unreadable. An empty colour is the terminal's own. Ordinary text has no
// entry: it is always the terminal's own, readable whatever we guessed about the background.
type Palette struct {
	Accent                                      lipgloss.CompleteColor // focus, keys
	Closed, Restricted, Open, Unknown, Disputed lipgloss.CompleteColor // states
	Muted, Faint                                lipgloss.CompleteColor // text that matters less
	Line                                        lipgloss.CompleteColor // borders and the empty part of bars
	SideA, SideB, SideC                         lipgloss.CompleteColor // who claims a figure
	SelectedText, Selection, SelectionBlurred   lipgloss.CompleteColor
}

func colour(full, of256, of16 string) lipgloss.CompleteColor {
	return lipgloss.CompleteColor{TrueColor: full, ANSI256: of256, ANSI: of16}
}

// Dark returns the palette for dark backgrounds.
func Dark() Palette {
	return Palette{
		Accent:           colour("#7cb7ff", "111", "14"),
		Closed:           colour("#ff8a80", "210", "9"),
		Restricted:       colour("#f0c05a", "221", "11"),
		Open:             colour("#7fd4a0", "114", "10"),
		Unknown:          colour("#b9c0cc", "250", "7"),
		Disputed:         colour("#e3a3ee", "183", "13"),
		Muted:            colour("#b4bbc7", "250", "7"),
		Faint:            colour("#9aa2b0", "247", "7"),
		Line:             colour("#6f7785", "243", "7"),
		SideA:            colour("#6fd3d8", "80", "14"),
		SideB:            colour("#f2a67c", "216", "11"),
		SideC:            colour("#c3b5f5", "147", "13"),
		SelectedText:     colour("#ffffff", "231", ""),
		Selection:        colour("#1f3354", "236", ""),
		SelectionBlurred: colour("#23272f", "235", ""),
	}
}

// Light returns the palette for light backgrounds.
func Light() Palette {
	return Palette{
		Accent:           colour("#1a56b0", "25", "4"),
		Closed:           colour("#a81c1c", "124", "1"),
		Restricted:       colour("#7a4d00", "94", "5"),
		Open:             colour("#0f6236", "22", "2"),
		Unknown:          colour("#4f5661", "239", ""),
		Disputed:         colour("#862a96", "90", "5"),
		Muted:            colour("#4b525d", "239", ""),
		Faint:            colour("#565d68", "240", ""),
		Line:             colour("#858c98", "244", ""),
		SideA:            colour("#0a5c62", "23", "6"),
		SideB:            colour("#8a3d0c", "88", "1"),
		SideC:            colour("#5a3fae", "55", "5"),
		SelectedText:     colour("#000000", "16", ""),
		Selection:        colour("#d3e2fd", "195", ""),
		SelectionBlurred: colour("#e8eaee", "254", ""),
	}
}
