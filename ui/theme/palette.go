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
	text                                        lipgloss.CompleteColor // ordinary text; zero is the terminal's own
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

// StrongDark returns the palette of the highest contrast for dark backgrounds.
func StrongDark() Palette {
	return Palette{
		Accent:           colour("#a8d1ff", "153", "14"),
		Closed:           colour("#ffb3ab", "217", "15"),
		Restricted:       colour("#ffd95c", "221", "11"),
		Open:             colour("#8ef0b5", "121", "10"),
		Unknown:          colour("#e0e4ea", "254", "7"),
		Disputed:         colour("#f2c4fa", "219", "14"),
		Muted:            colour("#dde1e8", "253", "7"),
		Faint:            colour("#cdd3dc", "252", "7"),
		Line:             colour("#a5adba", "248", "7"),
		SideA:            colour("#8cf0f5", "123", "14"),
		SideB:            colour("#ffc9a8", "223", "11"),
		SideC:            colour("#dacfff", "189", "15"),
		SelectedText:     colour("#ffffff", "231", ""),
		Selection:        colour("#12305c", "17", ""),
		SelectionBlurred: colour("#23272f", "235", ""),
	}
}

// StrongLight returns the palette of the highest contrast for light backgrounds.
func StrongLight() Palette {
	return Palette{
		Accent:           colour("#003c8f", "18", "4"),
		Closed:           colour("#8b0000", "88", "1"),
		Restricted:       colour("#5c3a00", "53", "5"),
		Open:             colour("#00471f", "22", "4"),
		Unknown:          colour("#333942", "236", ""),
		Disputed:         colour("#6a1480", "54", "5"),
		Muted:            colour("#2f353e", "236", ""),
		Faint:            colour("#3a414b", "237", ""),
		Line:             colour("#5a616c", "241", ""),
		SideA:            colour("#00444a", "23", "4"),
		SideB:            colour("#6e2c00", "52", "1"),
		SideC:            colour("#442a94", "54", "5"),
		SelectedText:     colour("#000000", "16", ""),
		Selection:        colour("#dbe8ff", "195", ""),
		SelectionBlurred: colour("#eceef2", "230", ""),
	}
}
