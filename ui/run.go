package ui

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bordertop/ui/screen"
)

// patience is how long the first frame waits for the terminal to tell its
// background: a local one has answered by then, and nobody notices.
const patience = 3 * time.Millisecond

// ErrUnsaved says that what the reader marked and saw could not be written down.
var ErrUnsaved = errors.New("save the marks")

// Run shows the dashboard on the terminal until it quits, ctx ends or a signal
// comes, and puts the terminal back. See screen.ExitStatus for what its error
// means.
func Run(ctx context.Context, o Options) error {
	a := New(o)
	s := screen.Options{
		In: o.In, Out: o.Out, Now: o.Now, Title: o.Title, Mouse: a.mouse, Guard: o.Guard,
		Multiplexer: o.Multiplexer, Clipboard: o.Clipboard, Notifier: o.Notifier,
	}
	if o.Background == Auto && a.config.Theme.Follows() && o.AskBackground {
		s.AskBackground, s.Patience = true, patience
	}
	err := screen.Run(ctx, a, s)
	if err != nil {
		err = fmt.Errorf("show the board: %w", err)
	}
	if unsaved := a.part(); unsaved != nil {
		err = errors.Join(err, fmt.Errorf("%w: %w", ErrUnsaved, unsaved))
	}
	return err
}
