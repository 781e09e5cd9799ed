package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model/clean"
	"bordertop/model/journal"
)

func journalCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "journal COMMAND",
		Short:   "Look after the desk's journal",
		GroupID: groupFiles,
		Long: `The journal is a directory of TOML files that are only ever added to. Each entry is
closed by a sum over all before it, so that what was changed or is missing shows.`,
		Example: `  bordertop journal verify
  bordertop journal accept --reason "mended a typing error by hand"
  bordertop journal head`,
		Args: wanted("what to do", []string{"verify", "repair", "accept", "head"}),
		RunE: nothing,
	}
	c.AddCommand(
		journalSub(e, f, "verify", "Tell whether the journal is as it was written; exit with 3 where it is not", verifyJournal),
		journalSub(e, f, "repair", "Set aside what a crash tore off at the end", repairJournal),
		acceptCommand(e, f),
		journalSub(e, f, "head", "Tell the last entry and its sum, to be kept elsewhere", tellHead),
	)
	return c
}

// deskwork is what a command does with the journal.
type deskwork func(ctx context.Context, e env, c config.Config, j *journal.Journal) error

func journalSub(e env, f *flags, name, short string, do deskwork) *cobra.Command {
	return &cobra.Command{
		Use: name, Short: short, Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return onJournal(c.Context(), e, f, do) },
	}
}

func onJournal(ctx context.Context, e env, f *flags, do deskwork) error {
	c, err := settings(e, f)
	if err != nil {
		return err
	}
	// What its entries say has no part in it: it can be looked after whatever they say.
	d, _ := open(e, c.Data)
	zone := d.Zone
	if zone == nil {
		zone = time.UTC
	}
	j, err := openJournal(e, c, preamble(zone))
	if err != nil {
		return &statusError{exitFault, err}
	}
	return do(ctx, e, c, j)
}

func verifyJournal(_ context.Context, e env, c config.Config, j *journal.Journal) error {
	var out bytes.Buffer
	for _, f := range j.Faults() {
		_, _ = fmt.Fprintln(&out, clean.Line(f.String()))
	}
	if torn := len(j.Torn()); torn > 0 {
		_, _ = fmt.Fprintf(&out, "%d bytes behind the last entry were never acknowledged; the next entry, or bordertop journal repair, sets them aside\n", torn)
	}
	if warning := j.Warning(); warning != "" {
		_, _ = fmt.Fprintf(&out, "warning: %s\n", warning)
	}
	h := j.Head()
	_, _ = fmt.Fprintf(&out, "%d entries in %s, head %d %s\n", len(j.Entries()), clean.Line(c.Journal), h.Seq, h.Sum)
	if err := deliver(e, "", out.Bytes()); err != nil {
		return err
	}
	if len(j.Faults()) > 0 {
		return &statusError{exitFault, errReported}
	}
	return nil
}

func repairJournal(ctx context.Context, e env, _ config.Config, j *journal.Journal) error {
	aside, err := j.Repair(ctx)
	if err != nil {
		return &statusError{exitFault, err}
	}
	text := "nothing was torn off\n"
	if aside != "" {
		text = "set aside in " + aside + "\n"
	}
	return deliver(e, "", []byte(text))
}

func acceptCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use: "accept", Args: noArguments,
		Short: "Keep what was changed by hand, and say why",
		Long: `Take down in the journal that somebody looked at what is not as it was written, and
keep it as it stands. Entries can be added again then.`,
	}
	reason := c.Flags().String("reason", "", "`TEXT`: why it is right as it is")
	lost := c.Flags().Bool("lost", false, "go on although entries are gone that were here before")
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		if *reason == "" {
			return errors.New("say why with --reason")
		}
		return onJournal(cmd.Context(), e, f, func(ctx context.Context, e env, c config.Config, j *journal.Journal) error {
			accept := j.Accept
			if *lost {
				accept = j.AcceptLoss
			}
			head, err := accept(ctx, deskName(e, c), clean.Line(*reason).String())
			if errors.Is(err, journal.ErrLost) {
				err = fmt.Errorf("%w with --lost", err)
			}
			if err := cmp.Or(err, j.Forgot()); err != nil {
				return &statusError{exitFault, err}
			}
			return deliver(e, "", fmt.Appendf(nil, "accepted as entry %d\n", head.Seq))
		})
	}
	return c
}

func tellHead(_ context.Context, e env, _ config.Config, j *journal.Journal) error {
	raw, err := json.Marshal(struct {
		Seq int64  `json:"seq"`
		Sum string `json:"sum"`
	}{j.Head().Seq, j.Head().Sum})
	if err != nil {
		return fmt.Errorf("tell the head: %w", err)
	}
	return deliver(e, "", append(raw, '\n'))
}
