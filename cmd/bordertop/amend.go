package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bordertop/model"
	"bordertop/model/dataset"
)

func amendCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "amend ID",
		Short:   "Update, correct or dispute a record",
		GroupID: groupFiles,
		Long: `Add an amendment to the desk's journal. An update holds from its time on, a
correction from the start, and the old value stays visible, struck through. A
dispute is shown beside the value and never wins.`,
		Example: `  bordertop amend r-closure-1029 --set ended="20 Nov 00:00" --reason "reopened early" --sources lrt-1
  bordertop amend t-001 --kind correction --set value=800 --reason "misheard"`,
		Args: oneRecord,
	}
	set := c.Flags().StringArray("set", nil, "`FIELD=VALUE` that the record has from now on; may be repeated")
	return amending(e, f, c, func(d *drafts, of model.ID, typed []dataset.Typed) error {
		return d.amend(of, *set, typed)
	})
}

func withdrawCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "withdraw ID",
		Short:   "Take a record off the board",
		GroupID: groupFiles,
		Long: `Add a withdrawal to the desk's journal. The record leaves the board and stays in
the log, marked as withdrawn.`,
		Example: `  bordertop withdraw count-20261126-1042-3f9a --reason "the caller meant another crossing"`,
		Args:    oneRecord,
	}
	return amending(e, f, c, func(d *drafts, of model.ID, typed []dataset.Typed) error {
		return d.amend(of, nil, append(typed, dataset.Typed{Field: "kind", Value: string(model.Withdrawal)}))
	})
}

func oneRecord(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return errors.New("name one record or act by its id")
	}
	return nil
}

// amending makes c a command that adds an amendment to the record that its argument
// names.
func amending(e env, f *flags, c *cobra.Command, do func(d *drafts, of model.ID, typed []dataset.Typed) error) *cobra.Command {
	var entry entryFlags
	fields := []string{"id", "kind", "at", "by", "reason", "known", "confidence", "note", "sources"}
	if c.Name() == "withdraw" {
		fields = slices.Delete(fields, 1, 2)
	}
	if e.names(c.Name()) {
		entry.register(c, model.KindAmendment)
		fieldFlags(e, f, c, model.KindAmendment, fields)
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		typed := typedFlags(c, fields)
		d, err := newDrafts(c.Context(), e, f)
		if err != nil {
			return err
		}
		if err := do(d, model.ID(args[0]), typed); err != nil {
			return err
		}
		return d.enter(c.Context(), entry)
	}
	return c
}

// amend drafts an amendment of a record, or of the measures of an act.
func (d *drafts) amend(of model.ID, set []string, typed []dataset.Typed) error {
	var fields []dataset.Typed
	for _, s := range set {
		field, value, ok := strings.Cut(s, "=")
		if !ok {
			return fmt.Errorf("--set: want FIELD=VALUE, got %s", dataset.Quote(s))
		}
		fields = append(fields, dataset.Typed{Field: field, Value: value})
	}
	if faults := d.Amend(of, fields, typed); len(faults) > 0 {
		return d.refuse(faults)
	}
	return nil
}
