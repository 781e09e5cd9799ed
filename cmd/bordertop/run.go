package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"bordertop/model/clean"
)

// env is the world as main found it.
type env struct {
	args           []string
	stdin          *os.File
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
	exit           func(int)
}

// The exit statuses of the design.
const (
	exitUsage = 2
	exitFault = 3
)

// statusError carries the exit status that a failure asks for.
type statusError struct {
	status int
	err    error
}

func (e *statusError) Error() string { return e.err.Error() }
func (e *statusError) Unwrap() error { return e.err }

// run does what the arguments ask for and gives the exit status.
func run(ctx context.Context, e env) int {
	root := command(ctx, e)
	root.SetArgs(e.args)
	root.SetIn(e.stdin)
	root.SetOut(e.stdout)
	root.SetErr(e.stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	status := exitUsage
	if s, ok := errors.AsType[*statusError](err); ok {
		status = s.status
	}
	if text := clean.Err(err); text != "" && !errors.Is(err, errReported) {
		_, _ = fmt.Fprintln(e.stderr, "bordertop: "+text)
	}
	return status
}

// errReported is the cause of failures that were told already.
var errReported = errors.New("reported")

// command is the program's command line.
func command(ctx context.Context, e env) *cobra.Command {
	var f flags
	root := &cobra.Command{
		Use:   "bordertop",
		Short: "top for border crossings: who may cross, until when, how many trucks are stuck, and who says so",
		Long: `bordertop opens a board of border crossings in the terminal: who may cross,
until when, how many trucks are stuck, what happened last, and who says so.
Without a terminal on standard output it prints the status instead.`,
		Example: `  bordertop --as-of 2025-11-11
  bordertop --as-of "2025-11-19 23:00" --preset log
  bordertop --data border.toml --data incidents/
  bordertop --config newsroom.toml
  bordertop | less`,
		Args:          cobra.NoArgs,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(*cobra.Command, []string) error { return watch(ctx, e, f) },
	}
	root.SetVersionTemplate("bordertop {{.Version}}\n")
	f.register(root.PersistentFlags())
	root.AddCommand(statusCommand(e, &f), checkCommand(e, &f))
	root.CompletionOptions.DisableDefaultCmd = true
	return root
}
