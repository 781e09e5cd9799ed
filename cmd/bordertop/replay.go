package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// replayCommand opens the board in the past and plays on from there.
func replayCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "replay",
		Short:   "The board as it changed, played at a pace",
		GroupID: groupPanes,
		Long: `Open the board at --as-of, or else where the story begins, and play on from
there to the present. p stops and goes on, and [ ] { } . move by hand.`,
		Example: `  bordertop replay --as-of 2025-10-20
  bordertop replay --as-of 2025-10-20 --pace 6h --pause 4`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if !isTerminal(e.stdout) {
				return &statusError{exitUsage, errors.New("replay needs a terminal: bordertop diff tells what changed without one")}
			}
			f.board, f.play = c.Flags(), true
			return watch(c.Context(), e, *f)
		},
	}
	f.registerBoard(c.Flags())
	return c
}
