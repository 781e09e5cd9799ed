package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"bordertop/model/export"
	"bordertop/model/source"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
	"bordertop/ui/theme"
)

func healthCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:   "health",
		Short: "How live sources do: their state, the age of their data, and why one fails",
		Long: `List the live sources of the settings, as they were when somebody asked them last:
a board that is open, or "bordertop fetch". Nobody is asked now. json is described by
"bordertop schema health".`,
		Example: `  bordertop sources health
  bordertop sources health --exit-code && echo all is well
  bordertop sources health --format json | jq -r '.sources[] | select(.state == "failing") | .id'`,
		Args: noArguments,
	}
	exit := c.Flags().Bool("exit-code", false, "exit with 4 where a source is stale or fails")
	return answering(e, f, c, []string{"text", plainFormat, "json"}, func([]string) answer {
		return func(_ context.Context, w io.Writer, q *question) error {
			if err := q.fares(w, q.records.feeds); err != nil {
				return err
			}
			if *exit && ailing(q, q.records.feeds) {
				return no(exitStale)
			}
			return nil
		}
	})
}

// ailing tells whether one of some sources is stale or fails.
func ailing(q *question, feeds []source.Health) bool {
	for _, h := range feeds {
		if s := h.State(q.env.now()); s == source.Stale || s == source.Failing {
			return true
		}
	}
	return false
}

// fares writes how sources do.
func (q *question) fares(w io.Writer, feeds []source.Health) error {
	if q.format == "json" {
		return export.WriteFares(w, feeds, q.env.now())
	}
	s := pane.Scene{Now: q.env.now(), Zone: q.records.zone, Words: q.options.Words, Styles: theme.Plain(theme.Unicode())}
	words := s.Words.Live
	rows := [][]string{{words.State, "id", s.Words.Field("title"), words.Data, words.Next, words.Rows, ""}}
	for _, h := range feeds {
		state, _ := pane.Faring(s, h)
		rows = append(rows, []string{state, string(h.ID), h.Title.String(), pane.DataAge(s, h), pane.Due(s, h), s.Words.Number(int64(h.Rows)), pane.Remark(s, h)})
	}
	var out string
	switch {
	case q.format == plainFormat:
		out = plain(rows[1:])
	case len(feeds) == 0:
		out = words.None + "\n"
	default:
		out = aligned(rows, q.options.Width)
	}
	_, err := io.WriteString(w, out)
	return err
}

// plain sets rows a line each, their cells apart by tabs.
func plain(rows [][]string) string {
	var out strings.Builder
	for _, row := range rows {
		out.WriteString(strings.Join(row, "\t") + "\n")
	}
	return out.String()
}

// aligned sets rows in columns. What stands last in one follows below it.
func aligned(rows [][]string, width int) string {
	last := len(rows[0]) - 1
	widths := make([]int, last)
	for _, row := range rows {
		for i, cell := range row[:last] {
			widths[i] = max(widths[i], draw.Width(cell))
		}
	}
	var out strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row[:last] {
			line.WriteString(draw.Fit(cell, widths[i]) + "  ")
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
		if row[last] == "" {
			continue
		}
		for _, text := range draw.Wrap(row[last], max(width-2, 1)) {
			out.WriteString("  " + strings.TrimRight(text, " ") + "\n")
		}
	}
	return out.String()
}
