package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/desk"
)

func addCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "add KIND",
		Short:   "Add a record to the desk's journal",
		GroupID: groupFiles,
		Long: `Add a record to the desk's journal. It is on the board at once, and whoever reads
the journal sees who added it, and when. Nothing in the journal is ever edited:
amend and withdraw add to it too.

Moments are understood as typed: now, 18:40, "yesterday 23:30", "30 Nov 24:00",
2h (ago), by the clocks of the dataset. Lists have commas, crossings any of their
names. What is not said of id, known and the record's own time is made of now.
With - the fields are read from standard input, as a JSON object or a list of
them.`,
		Example: `  bordertop add count --value 800 --unit truck --what stranded --by Linava --crossing medininkai
  bordertop add incident --at "yesterday 23:30" --category balloon --severity 2 --title "Balloons over Vilnius" --source-url https://example.org/1 --source-publisher LRT
  bordertop add statement - < statement.json`,
		Args: wanted("a kind of record", kindsToAdd()),
		RunE: nothing,
	}
	for _, k := range desk.Kinds() {
		c.AddCommand(addKindCommand(e, f, k))
	}
	return c
}

// names tells whether the command line may be about a command: its flags are made
// only then, for there are many and the board is waited for.
func (e env) names(command string) bool {
	return slices.Contains(e.args, command) || slices.Contains(e.args, "man")
}

// kindsToAdd are the kinds of records that a desk adds.
func kindsToAdd() []string {
	var out []string
	for _, k := range desk.Kinds() {
		out = append(out, string(k))
	}
	return out
}

// wanted refuses what is no word of a list.
func wanted(what string, words []string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("name %s: %s", what, enumerate(words))
		}
		return fmt.Errorf("no %s", unknownWord(args[0], words))
	}
}

func addKindCommand(e env, f *flags, k model.Kind) *cobra.Command {
	c := &cobra.Command{
		Use:   string(k) + " [-]",
		Short: sentenced(dataset.AboutKind(k)),
		Long:  "Add a record to the desk's journal: " + dataset.AboutKind(k) + ".",
		Args:  cobra.MaximumNArgs(1),
	}
	var entry entryFlags
	fields := dataset.FieldsOf(k)
	if e.names("add") {
		entry.register(c, k)
		fieldFlags(e, f, c, k, fields)
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		all, err := given(e, k, args)
		if err != nil {
			return err
		}
		d, err := newDrafts(c.Context(), e, f)
		if err != nil {
			return err
		}
		for _, one := range all {
			if err := d.draft(k, append(one, typedFlags(c, fields)...)); err != nil {
				return err
			}
		}
		return d.enter(c.Context(), entry)
	}
	return c
}

// given are the records that standard input gives, where the arguments ask for it,
// or else one of which flags say all.
func given(e env, k model.Kind, args []string) ([][]dataset.Typed, error) {
	switch {
	case len(args) == 0:
		return [][]dataset.Typed{nil}, nil
	case args[0] != "-":
		return nil, fmt.Errorf("want nothing or - after %s, got %s", k, dataset.Quote(args[0]))
	}
	return fieldsFrom(e.stdin)
}

// nothing is what a command does that only has others.
func nothing(*cobra.Command, []string) error { return nil }

// sentenced begins a text with a capital.
func sentenced(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// flagOf is the flag of a field.
func flagOf(field string) string { return strings.ReplaceAll(field, "_", "-") }
