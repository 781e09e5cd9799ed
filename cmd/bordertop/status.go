package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"bordertop/config"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/ui/draw"
)

func statusCommand(e env, f *flags) *cobra.Command {
	return &cobra.Command{
		Use:     "status",
		Short:   "Print one look at the board as plain text",
		Example: "  bordertop status\n  bordertop status --as-of \"2025-11-11 18:00\"",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := settings(e, f)
			if err != nil {
				return err
			}
			r, err := load(e, c)
			if err != nil {
				return err
			}
			return status(e, *f, r, c)
		},
	}
}

// status prints the board as plain text.
func status(e env, f flags, r records, c config.Config) error {
	c = fitted(e, c, r)
	at, err := f.moment(e.now(), r.zone)
	if err != nil {
		return err
	}
	live := at.IsZero()
	if live {
		at = e.now()
	}
	o := export.Options{Name: r.Title.String(), Words: lang.Of(c.Language), Zone: r.zone, Width: columns(e), Live: live}
	for _, clock := range c.Clocks {
		o.Clocks = append(o.Clocks, export.Clock{Name: clock.Name.String(), Zone: clock.Zone})
	}
	var text strings.Builder
	err = export.Status(&text, r.log.At(at, at), o)
	out := text.String()
	if c.ASCII {
		out = draw.ASCII(out)
	}
	if err == nil {
		_, err = io.WriteString(e.stdout, out)
	}
	if err != nil {
		return fmt.Errorf("print the status: %w", err)
	}
	return nil
}

// columns is the width of the terminal, else what COLUMNS says, else 80.
func columns(e env) int {
	if f, ok := e.stdout.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return w
		}
	}
	if w, err := strconv.Atoi(e.getenv("COLUMNS")); err == nil && w > 0 && w < 1000 {
		return w
	}
	return 80
}

// isTerminal tells whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
