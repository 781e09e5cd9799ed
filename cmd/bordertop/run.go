package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// env is the world as main found it.
type env struct {
	args           []string
	stdin          *os.File
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
	exit           func(int)
	// once keeps what of the world can be read only once.
	once *dataset.Once
	// reading is told how much of the records is read; nil where nobody asks.
	reading func(read, all int64)
}

// statusError carries the exit status that a failure asks for.
type statusError struct {
	status int
	err    error
}

func (e *statusError) Error() string { return e.err.Error() }
func (e *statusError) Unwrap() error { return e.err }

// run does what the arguments ask for and gives the exit status.
func run(ctx context.Context, e env) int {
	root := command(e) //nolint:contextcheck // cobra hands it on
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
func command(e env) *cobra.Command {
	var f flags
	root := &cobra.Command{
		Use:   "bordertop",
		Short: "top for border crossings: who may cross, until when, how many trucks are stuck, and who says so",
		Long: `bordertop opens a board of border crossings in the terminal: who may cross,
until when, how many trucks are stuck, what happened last, and who says so.
Without a terminal on standard output it prints the status instead.`,
		Example: `  bordertop --as-of "2025-11-19 23:00" --preset log
  bordertop --data border.toml --data incidents/
  bordertop status --format json
  bordertop | less`,
		Args:          noCommand,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(c *cobra.Command, _ []string) error { return watch(c.Context(), e, f) },
	}
	root.SetVersionTemplate("bordertop {{.Version}}\n")
	f.register(root.PersistentFlags())
	f.registerBoard(root.Flags())
	f.board = root.Flags() // until another command takes its own
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(help(e))
	root.AddGroup(groups()...)
	root.AddCommand(commands(e, &f)...)
	completeFlags(e, &f, root)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(helpCommand())
	return root
}

// The groups of commands, as the help lists them.
const (
	groupPanes     = "panes"
	groupQuestions = "questions"
	groupFiles     = "files"
	groupProgram   = "program"
)

func groups() []*cobra.Group {
	return []*cobra.Group{
		{ID: groupPanes, Title: "The board without a screen"},
		{ID: groupQuestions, Title: "Questions"},
		{ID: groupFiles, Title: "Settings and data"},
		{ID: groupProgram, Title: "The program itself"},
	}
}

// commands lists the commands in the order of the help, each with a file of its
// own.
func commands(e env, f *flags) []*cobra.Command {
	return slices.Concat([]*cobra.Command{statusCommand(e, f)}, listCommands(e, f), []*cobra.Command{
		replayCommand(e, f),
		fetchCommand(e, f),
		watchCommand(e, f),
		addCommand(e, f),
		amendCommand(e, f),
		withdrawCommand(e, f),
		journalCommand(e, f),
		snapshotCommand(e, f),
		diffCommand(e, f),
		mayCommand(e, f),
		whyCommand(e, f),
		briefCommand(e, f),
		copiedCommand(e, f),
		checkCommand(e, f),
		datasetCommand(e, f),
		schemaCommand(e, f),
		initCommand(e, f),
		configCommand(e, f),
		completionCommand(e, f),
		manCommand(e, f),
		versionCommand(e, f),
	})
}
