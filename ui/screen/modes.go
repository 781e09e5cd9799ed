package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const (
	beginUpdate = "\x1b[?2026h"
	endUpdate   = "\x1b[?2026l"
	eraseRight  = "\x1b[K"
	eraseBelow  = "\x1b[J"

	mouseOn  = "\x1b[?1002h\x1b[?1006h"
	mouseOff = "\x1b[?1002l\x1b[?1006l"

	// saveTitle is answered by restoreTitle; terminals that know neither ignore both.
	saveTitle    = "\x1b[22;2t"
	restoreTitle = "\x1b[23;2t"

	// enter takes the alternate screen, hides the cursor, and asks for pastes in
	// brackets and for reports of the focus.
	enter = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?1004h"

	// leave puts back what we may have changed, and what somebody before us may
	// have left. The first sequence ends one that was cut off half-way.
	leave = "\x1b\\\x1b[m\x1b]8;;\x1b\\" + endUpdate +
		"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1004l" +
		"\x1b[?1049l\x1b[?25h"
)

// maxTitle is in cells: no title bar shows more.
const maxTitle = 120

// setTitle returns the sequence that sets the title, without what could end the
// sequence early.
func setTitle(title string) string {
	title = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xFFFD {
			return -1
		}
		return r
	}, title)
	return "\x1b]2;" + ansi.Truncate(title, maxTitle, "") + "\x1b\\"
}
