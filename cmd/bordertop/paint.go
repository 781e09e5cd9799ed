package main

import (
	"strconv"

	"bordertop/config"
	"bordertop/model/export"
	"bordertop/ui"
	"bordertop/ui/theme"
)

// ink is a colour for terminals of 16 million, of 256 and of 16 colours.
type ink struct{ full, of256, of16 string }

// inks are the colours of marks.
type inks map[export.Mark]ink

// inksOf are the colours of the settings' theme, where the background is known, and
// else some that can be read on any: the terminal is not asked.
func inksOf(c config.Config, b ui.Background) inks {
	var p theme.Palette
	switch {
	case c.Theme == config.Light, c.Theme.Follows() && b == ui.Light:
		p = theme.Of(c, theme.OnLight)
	case c.Theme == config.Dark, c.Theme.Follows() && b == ui.Dark:
		p = theme.Of(c, theme.OnDark)
	default:
		return onAny()
	}
	return inks{
		export.Closed:     {p.Closed.TrueColor, p.Closed.ANSI256, p.Closed.ANSI},
		export.Restricted: {p.Restricted.TrueColor, p.Restricted.ANSI256, p.Restricted.ANSI},
		export.Open:       {p.Open.TrueColor, p.Open.ANSI256, p.Open.ANSI},
		export.Disputed:   {p.Disputed.TrueColor, p.Disputed.ANSI256, p.Disputed.ANSI},
		export.Faint:      {p.Faint.TrueColor, p.Faint.ANSI256, p.Faint.ANSI},
		export.Heading:    {}, export.Unmarked: {},
	}
}

// onAny are colours with a contrast of 4.4 or more to black and to white. Of the
// sixteen, yellow has none to white and is left out.
func onAny() inks {
	return inks{
		export.Closed:     {"#e02e24", "131", "1"},
		export.Restricted: {"#a06a0d", "130", ""},
		export.Open:       {"#228643", "29", "2"},
		export.Disputed:   {"#b644c1", "163", "5"},
		export.Faint:      {"#6f7680", "243", ""},
		export.Heading:    {}, export.Unmarked: {},
	}
}

// painter colours text. States are bold besides: the meaning is in the words.
func painter(in inks, colours ui.Colours) func(export.Mark, string) string {
	return func(m export.Mark, text string) string {
		codes := ""
		if m != export.Unmarked && m != export.Faint {
			codes = "1"
		}
		if colour := in[m].code(colours); colour != "" {
			if codes != "" {
				codes += ";"
			}
			codes += colour
		}
		if codes == "" || text == "" {
			return text
		}
		return "\x1b[" + codes + "m" + text + "\x1b[0m"
	}
}

// code is the parameter of SGR for a colour; empty for that of the terminal.
func (i ink) code(colours ui.Colours) string {
	switch colours {
	case ui.TrueColour:
		if n, err := strconv.ParseUint(i.full[min(1, len(i.full)):], 16, 32); err == nil {
			return "38;2;" + strconv.FormatUint(n>>16, 10) + ";" + strconv.FormatUint(n>>8&0xFF, 10) + ";" + strconv.FormatUint(n&0xFF, 10)
		}
	case ui.Colours256:
		if i.of256 != "" {
			return "38;5;" + i.of256
		}
	case ui.Colours16:
		if n, err := strconv.Atoi(i.of16); err == nil && n < 8 {
			return strconv.Itoa(30 + n)
		} else if err == nil {
			return strconv.Itoa(90 + n - 8)
		}
	case ui.NoColours:
	}
	return ""
}
