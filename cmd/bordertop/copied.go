package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/export"
)

func copiedCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "copied",
		Short:   "What you copied and exported, and what became of it since",
		GroupID: groupQuestions,
		Long: `List what was copied from the board, and exported from it or by commands that
write for programs or to --output, the newest first, and tell of what was corrected,
updated, disputed or withdrawn since. The list is in a file of the state directory
that only you can read; it is bounded, and no board or export shows it. The setting
copied turns it off.`,
		Example: `  bordertop copied
  bordertop copied --format json
  bordertop copied --clear`,
		Args: noArguments,
	}
	var format string
	var clears bool
	c.Flags().StringVar(&format, "format", "text", "`FORMAT`: text or json")
	complete(c, "format", choosing([]string{"text", "json"}))
	c.Flags().BoolVar(&clears, "clear", false, "forget all of it, of every board")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if format != "text" && format != "json" {
			return fmt.Errorf("--format: no format %s", unknownWord(format, []string{"text", "json"}))
		}
		if f.output != "" {
			return errors.New("copied is for you alone: it takes no --output")
		}
		q, err := askOf(c.Context(), e, f, format, held.own)
		if err != nil {
			return err
		}
		q.fit(f, programs)
		place, err := copies(e, q.records)
		if err != nil {
			return err
		}
		if clears {
			return place.ClearCopies(c.Context())
		}
		return tellCopies(e.stdout, &q, place)
	}
	return c
}

// copies is where what left is noted.
func copies(e env, r records) (state.Place, error) {
	dir := stateDir(e.getenv)
	if dir == "" {
		return state.Place{}, errors.New("there is no home, so that nothing is remembered")
	}
	return state.Place{Path: filepath.Join(dir, "copied.jsonl"), Board: r.Title.String(), Now: e.now}, nil
}

// noting is how the board notes what left, and reads that; nil without a home.
func noting(ctx context.Context, e env, r records) (note func(state.Copy) error, read func() ([]state.Copy, error)) {
	place, err := copies(e, r)
	if err != nil {
		return nil, nil
	}
	return func(c state.Copy) error { return place.Note(context.WithoutCancel(ctx), c) }, place.Copies
}

func tellCopies(w io.Writer, q *question, place state.Place) error {
	all, damage := place.Copies()
	if damage != nil {
		_, _ = fmt.Fprintln(q.env.stderr, "bordertop: "+clean.Err(damage))
	}
	now := q.env.now()
	b := q.records.log.At(now, now)
	say := func(r model.Record) string { return export.Gist(b, r, q.options) }
	slices.Reverse(all)
	if q.format == "json" {
		return writeCopies(w, b, all, say)
	}
	var out strings.Builder
	if len(all) == 0 {
		out.WriteString(q.options.Words.Private.Empty + "\n")
	}
	for _, c := range all {
		to := cmp.Or(c.To.String(), q.options.Words.Private.Clipboard)
		out.WriteString(q.clock(c.At) + "  " + to + "\n")
		for _, r := range c.Records {
			out.WriteString("  " + string(r.ID) + "  " + r.Text.String() + "\n")
			if fate, ok := state.FateOf(b, c, r, say); ok {
				out.WriteString("    " + fate.Became(q.options.Words, q.records.zone, now) + "\n")
			}
		}
		if c.More > 0 {
			out.WriteString("  " + fmt.Sprintf(q.options.Words.Page.More, q.options.Words.Number(int64(c.More))) + "\n")
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// copiedJSON is what left at one time, as programs read it.
type copiedJSON struct {
	At      time.Time    `json:"at"`
	To      string       `json:"to,omitempty"`
	Records []copiedItem `json:"records"`
	More    int          `json:"more,omitempty"`
}

type copiedItem struct {
	ID     model.ID    `json:"id"`
	Text   string      `json:"text"`
	Became *becameJSON `json:"became,omitempty"`
}

type becameJSON struct {
	Kind   model.AmendmentKind `json:"kind"`
	By     model.ID            `json:"by"`
	Known  time.Time           `json:"known"`
	Reason string              `json:"reason,omitempty"`
	Now    string              `json:"now,omitempty"`
}

func writeCopies(w io.Writer, b model.Board, all []state.Copy, say func(model.Record) string) error {
	out := struct {
		Schema int          `json:"schema"`
		Copies []copiedJSON `json:"copies"`
	}{1, []copiedJSON{}}
	for _, c := range all {
		one := copiedJSON{At: c.At, To: c.To.String(), More: c.More}
		for _, r := range c.Records {
			item := copiedItem{ID: r.ID, Text: r.Text.String()}
			if fate, ok := state.FateOf(b, c, r, say); ok {
				item.Became = &becameJSON{fate.By.Type, fate.By.ID, fate.Known.UTC(), fate.By.Reason.String(), fate.Now}
			}
			one.Records = append(one.Records, item)
		}
		out.Copies = append(out.Copies, one)
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

// noteLeft notes what a command wrote to a file, or for programs. That fails nothing:
// the person is told.
func noteLeft(ctx context.Context, f *flags, q *question) {
	written := f.output != "" && f.output != "-"
	if len(q.left) == 0 || !q.config.Copied || !written && (readersOf(q.format) != programs || isTerminal(q.env.stdout)) {
		return
	}
	place, err := copies(q.env, q.records)
	if err != nil {
		return // Without a home nothing is remembered.
	}
	to := f.output
	if !written {
		to = strings.Join(q.env.args, " ")
	}
	say := func(r model.Record) string { return export.Gist(q.board, r, q.options) }
	err = place.Note(ctx, state.Copy{
		At: q.env.now(), To: clean.Line(to), Records: state.Outgoing(q.board, q.left, say),
	})
	if err != nil {
		_, _ = fmt.Fprintln(q.env.stderr, "bordertop: "+fmt.Sprintf(q.options.Words.Private.NotNoted, clean.Err(err)))
	}
}

// headlines are the records of what a page on the board tells: states, deadlines and
// claims.
func headlines(b model.Board) []model.ID {
	var out []model.ID
	for _, c := range b.Crossings {
		out = append(out, c.Crossing.ID)
	}
	for _, d := range b.Deadlines {
		out = append(out, d.ID)
	}
	for _, g := range b.Claims {
		for _, c := range g.Claims {
			out = append(out, c.Count.ID)
		}
	}
	return out
}
