package theme

// Glyphs are the signs of a session. Every one fills exactly one cell.
type Glyphs struct {
	// States of a crossing.
	Closed, Restricted, Open, Unknown, Disputed string
	// Bars, thin so that they weigh no more than text: whole cells, half a cell, and
	// empty ones.
	BarFull, BarHalf, BarEmpty string
	// BarBan is that of a ban in force, BarPlanned that of what was planned only.
	BarBan, BarPlanned string
	// Levels of a sparkline, lowest first.
	Levels [8]string
	// Severity is repeated once per degree.
	Severity string
	// The row under the cursor, one not seen before, and one the reader marked.
	Cursor, Unread, Marked string
	// Embargo marks what must not leave the desk yet.
	Embargo string
	// Alert stands before what is to be seen to.
	Alert string
	// StateMedia follows the name of a source that a state controls.
	StateMedia string
	// Frames: the corners, the rules, and where a rule meets a frame.
	TopLeft, TopRight, BottomLeft, BottomRight, Horizontal, Vertical, TeeRight, TeeLeft, TeeDown string
	// Directions; Both is a passage that goes either way.
	Up, Down, Left, Right, Both string
	// Punctuation.
	Ellipsis, Dot, Dash string
	// Check is met, Cross is not, Clash is two sides that contradict each other.
	Check, Cross, Clash string
	// The marks of a plot: one per side, and the span of a claim that is a range.
	SideA, SideB, SideC, Span string
	// Places on a map, and what happened of late beside them, the newest first.
	City, Airport string
	Recent        [3]string
	// Braille says that the terminal has the braille patterns, for maps.
	Braille bool
}

// Unicode returns the signs for terminals that speak UTF-8; no special font is needed. None has an emoji
// form that is two cells wide.
func Unicode() Glyphs {
	return Glyphs{
		Closed: "■", Restricted: "◧", Open: "○", Unknown: "◇", Disputed: "≠",
		BarFull: "━", BarHalf: "╸", BarEmpty: "─", BarBan: "═", BarPlanned: "╌",
		Levels:   [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Severity: "▪",
		Cursor:   "▌", Unread: "•", Marked: "◉", Embargo: "⊘", Alert: "!",
		StateMedia: "†",
		TopLeft:    "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯",
		Horizontal: "─", Vertical: "│", TeeRight: "├", TeeLeft: "┤", TeeDown: "┬",
		Up: "↑", Down: "↓", Left: "←", Right: "→", Both: "⇄",
		Ellipsis: "…", Dot: "·", Dash: "–",
		Check: "✓", Cross: "✗", Clash: "↯",
		SideA: "●", SideB: "▲", SideC: "◆", Span: "╎",
		City: "•", Airport: "▲", Recent: [3]string{"✶", "✧", "·"},
		Braille: true,
	}
}

// ASCII returns the signs for terminals without Unicode.
func ASCII() Glyphs {
	return Glyphs{
		Closed: "#", Restricted: "%", Open: "o", Unknown: "?", Disputed: "!",
		BarFull: "#", BarHalf: "-", BarEmpty: ".", BarBan: "=", BarPlanned: ".",
		Levels:   [8]string{"_", ".", ":", "-", "=", "+", "*", "#"},
		Severity: "*",
		Cursor:   ">", Unread: "*", Marked: "@", Embargo: "X", Alert: "!",
		StateMedia: "$",
		TopLeft:    "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
		Horizontal: "-", Vertical: "|", TeeRight: "+", TeeLeft: "+", TeeDown: "+",
		Up: "^", Down: "v", Left: "<", Right: ">", Both: "=",
		Ellipsis: "~", Dot: ".", Dash: "-",
		Check: "v", Cross: "x", Clash: "!",
		SideA: "o", SideB: "x", SideC: "*", Span: ":",
		City: "+", Airport: "^", Recent: [3]string{"*", `"`, "'"},
	}
}
