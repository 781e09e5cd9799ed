package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"time"

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
concerns others alone is left out.

json is described by "bordertop schema status", and --template has the same
fields in the spelling of Go: as_of is .AsOf. tmux, waybar, i3status, polybar and
prompt are a line for a status bar; of a single crossing it tells the state.
waybar's percentage is the share of crossings that let somebody through, and its
class the gravest state: closed, restricted, disputed, unknown or open. i3status
is a block of the protocol of i3bar, as i3blocks takes it with format=json.`,
		GroupID: groupPanes,
		Example: `  bordertop status
  bordertop status --as-of "2025-11-11 18:00"
  bordertop status medininkai salcininkai
  bordertop status --format json
  bordertop status --exit-code medininkai
  bordertop status --watch
  bordertop status --template '{{range .Crossings}}{{.Name}}: {{.Label}}{{"\n"}}{{end}}'
  set -g status-right '#(bordertop status --format tmux)'   # in ~/.tmux.conf`,
		ValidArgsFunction: completing(e, f, crossingIDs),
	}
	var s statusFlags
	c.Flags().BoolVar(&s.exit, "exit-code", false, "exit with 0 where every crossing is open, 1 where one is not, 4 where one is not known")
	c.Flags().StringVar(&s.template, "template", "", "`TEMPLATE` of Go to write by, instead of a format")
	c.Flags().BoolVar(&s.watch, "watch", false, "write a sentence for every change, or all again in another format, until interrupted")
	return answering(e, f, c, slices.Concat([]string{"text", "json"}, export.BarFormats()), func(names []string) answer {
		return func(ctx context.Context, w io.Writer, q *question) error {
			if err := q.only(names); err != nil {
				return err
			}
			if s.watch {
				return (&watcher{e: e, f: f, names: names, status: s, last: q}).follow(ctx)
			}
			if err := s.write(ctx, w, q); err != nil || !s.exit {
				return err
			}
			return openness(q.board)
		}
	})
}

// statusFlags say how a status is written.
type statusFlags struct {
	exit, watch bool
	template    string
}

// patience is how long a template may take.
const patience = 2 * time.Second

func (s statusFlags) write(ctx context.Context, w io.Writer, q *question) error {
	switch {
	case s.template != "":
		ctx, stop := context.WithTimeout(ctx, patience)
		defer stop()
		if err := export.Template(ctx, w, s.template, q.board, q.options); err != nil {
			return fmt.Errorf("--template: %w", err)
		}
		return nil
	case q.format == "json":
		return export.WriteLook(w, q.board, q.options)
	case slices.Contains(export.BarFormats(), q.format):
		return export.Bar(w, q.format, q.board, q.options)
	}
	return status(ctx, w, q)
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
