package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bordertop/config/state"
	"bordertop/model/export"
)

func diffCommand(e env, f *flags) *cobra.Command {
	var since, until string
	c := &cobra.Command{
		Use:     "diff",
		Short:   "What changed between two moments, each as it was known then",
		GroupID: groupQuestions,
		Long: `Tell what is other at --until than at --since, each as it was known then: states,
deadlines, claims, conditions, severe incidents, corrections; each with when it
became known and the records behind it. --filter picks other incidents and
statements than the severe ones. --since last is your last visit to the board.`,
		Example: `  bordertop diff --since yesterday
  bordertop diff --since 2025-11-11 --until "2025-11-20 00:30"
  bordertop diff --since last --format md`,
		Args: noArguments,
	}
	c.Flags().StringVar(&since, "since", "", "`MOMENT` to compare with, or last for the last visit to the board")
	c.Flags().StringVar(&until, "until", "", "`MOMENT` to compare (default that of --as-of)")
	answering(e, f, c, []string{"text", "json", "md"}, func([]string) answer {
		return func(_ context.Context, w io.Writer, q *question) error { return diff(w, q, since, until) }
	})
	complete(c, "since", choosing([]string{"last", "today", "yesterday", "12h", "3d", "2w"}))
	complete(c, "until", choosing([]string{"now", "today", "yesterday"}))
	return c
}

// diff writes what changed from one moment to another.
func diff(w io.Writer, q *question, since, until string) error {
	if since == "" {
		return errors.New(`diff needs --since, such as --since yesterday, --since "2025-11-11 18:00" or --since last`)
	}
	to, err := moment("--until", until, q.env.now(), q.records.zone)
	if err != nil {
		return err
	}
	if !to.IsZero() {
		q.at(to, to)
	}
	from, err := q.since(since)
	if err != nil {
		return err
	}
	if !from.Before(q.board.Valid) {
		return fmt.Errorf("--since: %s is not before %s", q.clock(from), q.clock(q.board.Valid))
	}
	c := export.Changes{From: q.records.log.At(from, from), To: q.board, Options: q.options}
	if len(q.queries) == 0 {
		c.Only = nil
	}
	switch q.format {
	case "json":
		return c.JSON(w)
	case "md":
		return c.Markdown(w)
	}
	return c.Text(w)
}

// clock is a moment as the reader's clock shows it.
func (q *question) clock(t time.Time) string { return q.options.Words.Clock(t, q.records.zone) }

// since is the moment that --since asks for, seen from that of the board.
func (q *question) since(text string) (time.Time, error) {
	if strings.EqualFold(text, "last") {
		return q.lastVisit()
	}
	at, err := moment("--since", text, q.board.Valid, q.records.zone)
	if at.IsZero() && err == nil {
		at = q.board.Valid
	}
	return at, err
}

// lastVisit is when the board was last open, which is written down where it is not
// touched here.
func (q *question) lastVisit() (time.Time, error) {
	dir := stateDir(q.env.getenv)
	place := state.Place{Path: filepath.Join(dir, "state.toml"), Board: q.records.Title.String(), Now: q.env.now}
	if dir != "" {
		r, err := place.Open(nil)
		if err != nil {
			return time.Time{}, &statusError{exitFault, fmt.Errorf("--since last: %w", err)}
		}
		if !r.Visited().IsZero() {
			return r.Visited(), nil
		}
	}
	return time.Time{}, errors.New("--since last: no visit to this board is written down yet; name a moment, such as --since 1d")
}
