package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/export"
)

// listed is a command that lists a pane of the board.
type listed struct {
	name, short, long, example string
	// crossings tells that its arguments name crossings; else they are a query.
	crossings bool
}

// lists are the commands that list a pane each.
func lists() []listed {
	return []listed{
		{"incidents", "What happened, the newest first", `List what happened, the newest first. A query narrows it as in the log of the
board. What was corrected, disputed or withdrawn says so.

atom is a feed: names of entries stay, and corrections update them. csv is safe
to open in a spreadsheet, and jsonl has a record a line with its sources.`, `  bordertop incidents
  bordertop incidents 'category:airport since:7d'
  bordertop incidents --format csv --output incidents.csv
  bordertop incidents 'severity>=3' --format atom --output severe.atom
  bordertop incidents --format jsonl | jq -r '.record.fields.title'`, false},
		{"statements", "Who said what, the newest first", `List who said what, the newest first, also what is told with an incident.`, `  bordertop statements
  bordertop statements 'side:belarus since:2025-11'
  bordertop statements --format md --as-of 2025-11-11`, false},
		{"deadlines", "Ends and due dates, the soonest first", `List ends and due dates, the soonest first; with crossings, by their ids or
names, those that concern them. What is over comes last but for what has no date.

ics is a calendar to subscribe to: let a timer write it where your calendar asks
for it. Names of events stay, a moved date moves its event, and what was lifted
early, replaced or withdrawn is told as cancelled.`, `  bordertop deadlines
  bordertop deadlines medininkai --plain
  bordertop deadlines --format ics --output /srv/www/border.ics
  bordertop deadlines --format ics --alarm 3d --alarm 1h`, true},
		{"trucks", "Claims of how many vehicles are held", `List the newest claim of each claimant, under the range and the working figure of
each group. Units are never mixed. csv has a claim a row, with its unit.`, `  bordertop trucks
  bordertop trucks --format csv --output claims.csv
  bordertop trucks --as-of 2025-11-11 --known now`, true},
		{"conditions", "What each side demands or offers", `List what each side demands or offers, and how that stands.`, `  bordertop conditions
  bordertop conditions side:lithuania
  bordertop conditions --format json`, false},
		{"crossings", "The state of each crossing", `List crossings with their state, who may pass, and how old that is; or some of
them, by their ids or names. csv has a row for each class and direction.`, `  bordertop crossings
  bordertop crossings medininkai --format json
  bordertop crossings --plain | grep CLOSED
  bordertop crossings --format csv --output crossings.csv`, true},
		{"queues", "The newest reading of every queue", `List the newest reading of every queue with its source, how it moves and how old
it is. What another source says of the same queue stands behind it. A query
narrows it, by names of crossings or by figures.`, `  bordertop queues
  bordertop queues salcininkai --as-of 2025-10-29
  bordertop queues 'class:truck waiting>=100 is:rising'
  bordertop queues --format jsonl`, false},
		{"sources", "Where the facts come from, and what rests on them", `List where the facts come from: the publisher, its kind, the day, what it repeats,
and how many records rest on it.`, `  bordertop sources
  bordertop sources kind:official
  bordertop sources --format csv --output sources.csv`, false},
	}
}

func listCommands(e env, f *flags) []*cobra.Command {
	var out []*cobra.Command
	for _, l := range lists() {
		c := listCommand(e, f, l)
		if l.name == "sources" {
			c.AddCommand(healthCommand(e, f), tryCommand(e, f))
		}
		out = append(out, c)
	}
	return out
}

func listCommand(e env, f *flags, l listed) *cobra.Command {
	c := &cobra.Command{
		Use: l.name + " [QUERY]", Short: l.short, GroupID: groupPanes, Long: l.long, Example: l.example, ValidArgsFunction: completing(e, f, queries),
	}
	if l.crossings {
		c.Use = l.name + " [CROSSING...]"
		c.ValidArgsFunction = completing(e, f, crossingIDs)
	}
	var alarms []string
	if slices.Contains(export.ListFormats(l.name), "ics") {
		c.Flags().StringArrayVar(&alarms, "alarm", []string{"7d", "1d", "2h"}, "`TIME` before a date to remind of it in a calendar, or none; may be repeated")
	}
	return answering(e, f, c, export.ListFormats(l.name), func(args []string) answer {
		return func(_ context.Context, w io.Writer, q *question) error {
			ladder, err := alarmsOf(alarms)
			if err != nil {
				return err
			}
			q.options.Alarms = ladder
			if err := q.about(l, args); err != nil {
				return err
			}
			q.options.Told = func(id model.ID) { q.left = append(q.left, id) }
			return export.List(w, l.name, q.format, q.board, q.options)
		}
	})
}

// about narrows a question to what the arguments of a list ask for.
func (q *question) about(l listed, args []string) error {
	asked := strings.Join(args, " ")
	if l.crossings {
		if err := q.only(args); err != nil {
			return err
		}
	} else if err := q.narrow("query", asked); err != nil {
		return err
	}
	for _, query := range q.queries {
		q.options.Asked = strings.TrimSpace(q.options.Asked + " " + query.String())
	}
	return nil
}

// mostAlarm is how long before a date one may be reminded of it.
const mostAlarm = 366 * 24 * time.Hour

// alarmsOf reads how long before a date to remind of it.
func alarmsOf(texts []string) ([]time.Duration, error) {
	var out []time.Duration
	for _, text := range texts {
		if text == "none" {
			continue
		}
		d, ok := ahead(text)
		if !ok || d > mostAlarm {
			return nil, fmt.Errorf("--alarm: want a time such as 7d, 12h or 30m, or none, got %s", dataset.Quote(text))
		}
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out, nil
}

// ahead reads a length of time: 7d, 12h, 30m or several of them.
func ahead(text string) (time.Duration, bool) {
	days, rest, ok := strings.Cut(text, "d")
	if !ok {
		d, err := time.ParseDuration(text)
		return d.Truncate(time.Minute), err == nil && d >= 0
	}
	d, err := time.ParseDuration(days + "h")
	if err != nil || d < 0 || d > mostAlarm || strings.ContainsAny(days, ".hms") {
		return 0, false
	}
	d *= 24
	if rest == "" {
		return d, true
	}
	more, ok := ahead(rest)
	return d + more, ok && !strings.Contains(rest, "d")
}
