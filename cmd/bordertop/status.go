package main

import (
	"context"
	"io"
	"os"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"bordertop/model"
	"bordertop/model/export"
)

func statusCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:   "status [CROSSING...]",
		Short: "One look at the board",
		Long: `Write one look at the board: the state of every crossing, deadlines, trucks,
conditions and what happened last. With crossings, by their ids or names, what
concerns others alone is left out.`,
		GroupID: groupPanes,
		Example: `  bordertop status
  bordertop status --as-of "2025-11-11 18:00"
  bordertop status medininkai salcininkai
  bordertop status --exit-code medininkai`,
		ValidArgsFunction: completing(e, f, crossingIDs),
	}
	exit := c.Flags().Bool("exit-code", false, "exit with 0 where every crossing is open, 1 where one is not, 4 where one is not known")
	return answering(e, f, c, []string{"text"}, func(names []string) answer {
		return func(ctx context.Context, w io.Writer, q *question) error {
			if err := q.only(names); err != nil {
				return err
			}
			if err := status(ctx, w, q); err != nil || !*exit {
				return err
			}
			return openness(q.board)
		}
	})
}

// status prints the board as plain text.
func status(_ context.Context, w io.Writer, q *question) error {
	return export.Status(w, q.board, q.options)
}

// openness tells as an exit status whether every crossing is open to all that it
// serves. What is surely limited comes before what is not known.
func openness(b model.Board) error {
	known := true
	for _, c := range b.Crossings {
		switch p := c.Headline; {
		case p.Disputed() || p.State == model.Unknown:
			known = false
		case p.State != model.Open:
			return no(exitNo)
		}
	}
	if !known {
		return no(exitStale)
	}
	return nil
}

// standardWidth is that of a page that no terminal shows.
const standardWidth = 80

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
	return standardWidth
}

// isTerminal tells whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
