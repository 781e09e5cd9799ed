package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/export"
	"bordertop/model/source"
)

func fetchCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "fetch [ID...]",
		Short:   "Ask live sources once, for cron",
		GroupID: groupFiles,
		Long: `Ask the live sources of the settings once, or some of them by their ids, and tell
what changed and how they do. What they tell is kept on this machine, where every
command finds it; with --to-journal what the desk's journal lacks of it is entered
there as well, as by "source ID". A source is not asked more often than its kind allows.

The exit status is 4 where a source failed.`,
		Example: `  bordertop fetch
  bordertop fetch lrt --to-journal
  */10 * * * * bordertop fetch >/dev/null   # in a crontab`,
		ValidArgsFunction: completing(e, f, sourceIDs),
	}
	enter := c.Flags().Bool("to-journal", false, "enter what the desk's journal lacks of it")
	return answering(e, f, c, []string{"text", "json"}, func(ids []string) answer {
		return func(ctx context.Context, w io.Writer, q *question) error {
			a, err := q.askSources(ctx, ids, q.config.Sources)
			if err != nil {
				return err
			}
			if *enter {
				if err := q.enter(ctx, a.snap.Records); err != nil {
					return err
				}
			}
			if err := a.tell(w, q); err != nil {
				return err
			}
			return a.failed()
		}
	})
}

func tryCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:   "try ID",
		Short: "Ask a live source once, and show what it says",
		Long: `Ask a live source of the settings once, even one that is off, and show how that went
and the records that came of it, as a dataset has them. Nothing is kept.`,
		Example:           "  bordertop sources try lrt",
		ValidArgsFunction: completing(e, f, sourceIDs),
		Args:              cobra.ExactArgs(1),
	}
	return answering(e, f, c, []string{"text", "json"}, func(ids []string) answer {
		return func(ctx context.Context, w io.Writer, q *question) error {
			sources := slices.Clone(q.config.Sources)
			for i := range sources {
				sources[i].Off = false
			}
			q.env.getenv = without(q.env.getenv, "HOME", "XDG_STATE_HOME") // where it would be kept
			a, err := q.askSources(ctx, ids, sources)
			if err != nil {
				return err
			}
			if err := a.show(w, q); err != nil {
				return err
			}
			return a.failed()
		}
	})
}

// show writes how the one source that was asked does and, for people, all that it
// told.
func (a asked) show(w io.Writer, q *question) error {
	if err := q.fares(w, a.snap.Feeds); err != nil || q.format == "json" {
		return err
	}
	f := a.snap.Feeds[0]
	text, err := dataset.Entry("source "+string(f.ID), q.env.now(), q.records.zone, a.came...)
	if err != nil {
		return &statusError{exitFault, err}
	}
	_, err = fmt.Fprintf(w, "\n%s in %s\n%s", counted(len(a.came), "record"), f.Took.Round(time.Millisecond), text)
	return err
}

// sourceIDs are the ids of the live sources.
func sourceIDs(q *question, _ string) []string {
	var ids []string
	for _, s := range q.config.Sources {
		ids = append(ids, string(s.ID))
	}
	return ids
}

// asked is what came of asking sources once.
type asked struct {
	snap source.Snapshot
	// came are the records that were not there before; before is the log without them,
	// after that with them.
	came          []model.Record
	before, after model.Log
}

// askSources asks some sources once, all where no id is given.
func (q *question) askSources(ctx context.Context, ids []string, sources []source.Settings) (asked, error) {
	c := q.config
	var err error
	if c.Sources, err = chosen(sources, ids); err != nil {
		return asked{}, err
	}
	a := asked{before: q.records.log}
	hub, notes := hubOf(q.env, c, func() model.Log { return a.before }, nil)
	first, err := hub.Next(ctx, 0)
	if err != nil {
		return a, fmt.Errorf("ask the sources: %w", err)
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	a.snap = hub.Once(ctx)
	if ctx.Err() != nil {
		return a, interrupted(exitInterrupted)
	}
	a.snap.Feeds = noted(a.snap.Feeds, notes)
	there := map[model.ID]bool{}
	for _, r := range first.Records {
		there[r.Head().ID] = true
	}
	for _, r := range a.snap.Records {
		// The source itself is new with its first record in the journal.
		id := r.Head().ID
		if (!there[id] || r.Kind() == model.KindSource) && q.records.stated.Record(id) == nil {
			a.came = append(a.came, r)
		}
	}
	a.after, err = a.snap.On(a.before)
	if err != nil {
		return a, fmt.Errorf("put together what sources told: %w", err)
	}
	return a, nil
}

// chosen are the sources of some ids, all where there are none.
func chosen(sources []source.Settings, ids []string) ([]source.Settings, error) {
	if len(sources) == 0 {
		return nil, errors.New("there is no live source: [[source]] in the settings adds one; --data leaves them out, unless --live on")
	}
	var out []source.Settings
	var known []string
	for _, s := range sources {
		known = append(known, string(s.ID))
		if len(ids) == 0 || slices.Contains(ids, string(s.ID)) {
			out = append(out, s)
		}
	}
	for _, id := range ids {
		if !slices.Contains(known, id) {
			return nil, fmt.Errorf("no live source %s", unknownWord(id, known))
		}
	}
	return out, nil
}

// without is an environment in which some names are not set.
func without(getenv func(string) string, names ...string) func(string) string {
	return func(name string) string {
		if slices.Contains(names, name) {
			return ""
		}
		return getenv(name)
	}
}

// tell writes how the sources do and, for people, what changed on the board.
func (a asked) tell(w io.Writer, q *question) error {
	if err := q.fares(w, a.snap.Feeds); err != nil || q.format == "json" {
		return err
	}
	now := q.env.now()
	board := a.after.At(now, now)
	var out strings.Builder
	for _, d := range model.Diff(a.before.At(now, now), board) {
		out.WriteString(export.Tell(board, d, q.options).Sentence(q.options.Words) + "\n")
	}
	_, err := io.WriteString(w, "\n"+out.String()+a.counts()+"\n")
	return err
}

// counts says how much came of each kind.
func (a asked) counts() string {
	var parts []string
	for _, k := range model.Kinds() {
		n := 0
		for _, r := range a.came {
			if r.Kind() == k {
				n++
			}
		}
		if n > 0 && k != model.KindSource {
			parts = append(parts, counted(n, string(k)))
		}
	}
	if len(parts) == 0 {
		return "nothing new"
	}
	return "new: " + enumerate(parts)
}

// failed is an exit status where a source failed.
func (a asked) failed() error {
	for _, h := range a.snap.Feeds {
		if !h.Since.IsZero() {
			return no(exitStale)
		}
	}
	return nil
}

// enter enters what the desk's journal lacks of what sources told, an entry for each.
func (q *question) enter(ctx context.Context, told []model.Record) error {
	for _, s := range q.config.Sources {
		var records []model.Record
		for _, r := range told {
			if of := r.Head().ID == s.ID || slices.Contains(r.Head().Sources, s.ID); of && q.records.stated.Record(r.Head().ID) == nil {
				records = append(records, r)
			}
		}
		if len(records) == 0 || len(records) == 1 && records[0].Kind() == model.KindSource {
			continue
		}
		if err := q.append(ctx, "source "+string(s.ID), q.config, records); err != nil {
			return err
		}
	}
	return nil
}

// append adds an entry to the journal.
func (q *question) append(ctx context.Context, by string, c config.Config, records []model.Record) error {
	text, err := dataset.Entry(by, q.env.now(), q.records.zone, records...)
	if err != nil {
		return &statusError{exitFault, err}
	}
	j, err := openJournal(q.env, c, preamble(q.records.zone))
	if err != nil {
		return &statusError{exitFault, err}
	}
	head, err := j.Append(ctx, text)
	if err != nil {
		return &statusError{exitFault, err}
	}
	if err := writeHead(q.env, c, head); err != nil {
		_, _ = fmt.Fprintln(q.env.stderr, "bordertop: "+clean.Err(err))
	}
	return nil
}
