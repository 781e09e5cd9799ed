package ui

import (
	"context"
	"fmt"
	"time"

	"bordertop/ui/screen"
)

// patience is how long the first frame waits for the terminal to tell its
// background: a local one has answered by then, and nobody notices.
const patience = 3 * time.Millisecond

// Run shows the dashboard on the terminal until it quits, ctx ends or a signal
// comes, and puts the terminal back. See screen.ExitStatus for what its error
// means.
func Run(ctx context.Context, o Options) error {
	s := screen.Options{
		In: o.In, Out: o.Out, Now: o.Now, Title: o.Title, Mouse: o.Mouse, Guard: o.Guard,
	}
	if o.Background == Auto && o.AskBackground {
		s.AskBackground, s.Patience = true, patience
	}
	if err := screen.Run(ctx, New(o), s); err != nil {
		return fmt.Errorf("show the board: %w", err)
	}
	return nil
}
