package main

import (
	"fmt"
	"slices"

	"bordertop/config"
	"bordertop/model/dataset"
	"bordertop/model/export"
	"bordertop/ui"
	"bordertop/ui/theme"
)

// The values of --color.
const (
	colourAuto   = "auto"
	colourAlways = "always"
	colourNever  = "never"
)

func colourWays() []string { return []string{colourAuto, colourAlways, colourNever} }

// checkColour tells what is wrong with --color.
func (f *flags) checkColour() error {
	if slices.Contains(colourWays(), f.color) {
		return nil
	}
	return fmt.Errorf("--color: no way %s; there are %s", dataset.Quote(f.color), enumerate(colourWays()))
}

// coloured tells whether text on standard output may have colours: as the command
// line says, or else NO_COLOR, or else CLICOLOR_FORCE, or else the terminal. A file
// has none unless the command line says so.
func (f *flags) coloured(e env) bool {
	switch {
	case f.noColor || f.color == colourNever:
		return false
	case f.color == colourAlways:
		return true
	case e.getenv("NO_COLOR") != "" || f.output != "":
		return false
	case e.getenv("CLICOLOR_FORCE") != "" && e.getenv("CLICOLOR_FORCE") != "0":
		return true
	}
	return isTerminal(e.stdout) && e.getenv("CLICOLOR") != "0" && ui.ColoursOf(e.getenv) != ui.NoColours
}

// colours are those of the board.
func (f *flags) colours(e env) ui.Colours {
	switch {
	case f.noColor || f.color == colourNever:
		return ui.NoColours
	case f.color == colourAlways:
		return ui.ColoursOf(func(key string) string {
			if key == "NO_COLOR" {
				return ""
			}
			return e.getenv(key)
		})
	}
	return ui.ColoursOf(e.getenv)
}

// paint colours text; nil where it is to have no colours. What is asked for is done
// even where the terminal tells of none.
func (f *flags) paint(e env, c config.Config) func(export.Mark, string) string {
	if !f.coloured(e) {
		return nil
	}
	colours := ui.ColoursOf(func(key string) string {
		if key == "NO_COLOR" {
			return ""
		}
		return e.getenv(key)
	})
	if colours == ui.NoColours {
		colours = ui.Colours16
	}
	return painter(inksOf(c, background(e.getenv)), colours)
}

// signs are those of states where there is no room for words.
func signs() export.Signs {
	g := theme.Unicode()
	return export.Signs{Closed: g.Closed, Restricted: g.Restricted, Open: g.Open, Unknown: g.Unknown, Disputed: g.Disputed}
}

// asciiSigns are not those of the board, which would mean something to shells.
func asciiSigns() export.Signs {
	return export.Signs{Closed: "x", Restricted: "/", Open: "o", Unknown: "?", Disputed: "="}
}
