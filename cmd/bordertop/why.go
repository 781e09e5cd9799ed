package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/export"
	"bordertop/model/near"
)

func whyCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "why ID|CROSSING|FIGURE",
		Short:   "The records and sources behind a state, a figure or a record",
		GroupID: groupQuestions,
		Long: `Show as a tree what a state, a figure or a record rests on: records, what amended
them, and the sources of each. Name a record or an act by its id, a crossing by
any of its names, or what is counted, such as stranded.`,
		Example: `  bordertop why medininkai
  bordertop why stranded --as-of 2025-11-11
  bordertop why c-gov-1029`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("why takes the id of a record, the name of a crossing, or what is counted, such as stranded")
			}
			return nil
		},
		ValidArgsFunction: completing(e, f, chains),
	}
	return answering(e, f, c, []string{"text", "json"}, func(args []string) answer {
		return func(_ context.Context, w io.Writer, q *question) error { return why(w, q, args[0]) }
	})
}

// why writes the chain behind what is named.
func why(w io.Writer, q *question, of string) error {
	root, ok := export.Chain(q.board, of, q.options)
	if !ok {
		if q.records.log.Record(model.ID(of)) != nil {
			return &statusError{exitStale, fmt.Errorf("nothing was known of %s at the moment shown", dataset.Quote(of))}
		}
		c, err := q.crossing(of)
		if err != nil {
			return q.unknown(of, err)
		}
		root, _ = export.Chain(q.board, string(c.Crossing.ID), q.options)
	}
	if q.format == "json" {
		return export.WriteWhy(w, q.board, root, q.options)
	}
	return export.WhyText(w, root, q.options)
}

// unknown tells that nothing has a name. Where it is not the beginning of several
// crossings, a record of nearly that id is told of.
func (q *question) unknown(name string, err error) error {
	if strings.Contains(err.Error(), "more than one") {
		return err
	}
	likely := near.Word(name, func(yield func(string) bool) {
		for _, ids := range [][]string{idsOf(q.board.Crossings), model.What("").Words()} {
			for _, id := range ids {
				if !yield(id) {
					return
				}
			}
		}
		for _, r := range q.records.log.Rest() {
			if !yield(string(r.Head().ID)) {
				return
			}
		}
	})
	return fmt.Errorf("no record, crossing or figure %s; %s", dataset.Quote(name), cmp.Or(meantWord(likely), "bordertop why --help tells what can be named"))
}

func meantWord(likely string) string {
	if likely == "" {
		return ""
	}
	return "did you mean " + dataset.Quote(likely) + "?"
}

// chains completes what has a chain: crossings, what is counted, and records that
// are no events, of which there may be too many.
func chains(q *question, typed string) []string {
	words := slices.Concat(crossingIDs(q, typed), model.What("").Words())
	if typed == "" {
		return words
	}
	for _, r := range q.records.log.Rest() {
		words = append(words, string(r.Head().ID))
	}
	return words
}
