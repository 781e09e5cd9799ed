package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"bordertop/model/export"
)

func briefCommand(e env, f *flags) *cobra.Command {
	var since string
	c := &cobra.Command{
		Use:     "brief",
		Short:   "A handover on one page of Markdown, every sentence with its sources",
		GroupID: groupQuestions,
		Long: `Write a handover that fits a page: the state of each crossing, what changed since
--since, what falls due within three and thirty days, disputed figures with their
range, what is stale, and the worst incidents. Every sentence carries the numbers
of its sources, which end the page. What has no room is counted.`,
		Example: `  bordertop brief
  bordertop brief --since last --lang lt
  bordertop brief --as-of "2025-11-11 18:00" --output handover.md`,
		Args: noArguments,
	}
	c.Flags().StringVar(&since, "since", "24h", "`MOMENT` since which changes are told, or last for the last visit to the board")
	answering(e, f, c, []string{"md"}, func([]string) answer {
		return func(_ context.Context, w io.Writer, q *question) error { return brief(w, q, since) }
	})
	complete(c, "since", choosing([]string{"last", "today", "yesterday", "12h", "3d", "2w"}))
	return c
}

// brief writes a handover.
func brief(w io.Writer, q *question, since string) error {
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
	q.left = headlines(q.board)
	return c.Brief(w)
}
