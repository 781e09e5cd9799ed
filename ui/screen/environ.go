package screen

import (
	"slices"
	"strconv"
	"strings"
)

// Multiplexer is a program between us and the terminal.
type Multiplexer uint8

// The multiplexers that want to be told what is meant for the terminal.
const (
	NoMultiplexer Multiplexer = iota
	Tmux
	GNUScreen
)

// MultiplexerOf tells from TMUX, STY and TERM what stands between us and the
// terminal. Over SSH there is only TERM, and "screen" may be either of them; what
// is meant for the one is printed by the other, so it counts as none.
func MultiplexerOf(getenv func(string) string) Multiplexer {
	switch {
	case getenv("TMUX") != "" || strings.HasPrefix(getenv("TERM"), "tmux"):
		return Tmux
	case getenv("STY") != "":
		return GNUScreen
	}
	return NoMultiplexer
}

// Hyperlinks tells from the environment whether a terminal follows OSC 8, or at
// least is known to swallow it. Multiplexers may not pass it on (tmux does since
// 3.4, if told to), so within one it is false.
func Hyperlinks(getenv func(string) string) bool {
	term := getenv("TERM")
	switch {
	case MultiplexerOf(getenv) != NoMultiplexer, getenv("ZELLIJ") != "", strings.HasPrefix(term, "screen"):
		return false
	case term == "dumb", term == "linux":
		return false
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(term, "xterm-"), "-") // foot-direct, xterm-kitty
	switch {
	case slices.Contains([]string{"kitty", "ghostty", "wezterm", "foot", "alacritty", "contour"}, name):
		return true
	case getenv("WT_SESSION") != "":
		return true
	case atLeast(getenv("VTE_VERSION"), 5001): // 5000 crashes on them
		return true
	case atLeast(getenv("KONSOLE_VERSION"), 201200):
		return true
	}
	return hasLinks(getenv("TERM_PROGRAM"), getenv("TERM_PROGRAM_VERSION"))
}

// hasLinks tells whether a program that names itself in TERM_PROGRAM follows links.
func hasLinks(program, version string) bool {
	switch program {
	case "WezTerm", "vscode", "ghostty", "contour":
		return true
	case "iTerm.app":
		major, rest, _ := strings.Cut(version, ".")
		minor, _, _ := strings.Cut(rest, ".")
		return atLeast(major, 4) || major == "3" && atLeast(minor, 1)
	}
	return false
}

// atLeast reports whether text is a number that is not below least.
func atLeast(text string, least int) bool {
	n, err := strconv.Atoi(text)
	return err == nil && n >= least
}
