package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"bordertop/model/clean"
	"bordertop/model/dataset"
)

func datasetCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:     "dataset",
		Aliases: []string{"export"},
		Short:   "All records as TOML that reads back as the same log",
		GroupID: groupFiles,
		Long: `Write all records, whatever files they came from, as one TOML file in normal
form: kinds, records and fields in one order, times as exactly as they were
written. It reads back as the same log; remarks between the records are lost, and
what is under embargo is left out. It is of no moment, so --as-of and --filter do
not apply.`,
		Example: `  bordertop dataset > border.toml
  bordertop dataset --data border.toml --data incidents/ --output all.toml
  bordertop dataset --directory copy && bordertop --data copy`,
		Args: noArguments,
	}
	dir := c.Flags().String("directory", "", "`DIRECTORY` to write to, as many files as are needed; it must be empty or not there")
	c.RunE = func(*cobra.Command, []string) error { return handOut(e, f, *dir) }
	return c
}

// handOut writes all records to a directory or, where none is named, as one file.
func handOut(e env, f *flags, dir string) error {
	for _, name := range []string{"as-of", "filter"} {
		if f.set.Changed(name) {
			return fmt.Errorf("dataset writes all records of all times: it takes no --%s", name)
		}
	}
	if dir != "" && f.output != "" {
		return errors.New("--directory and --output name two places: give one")
	}
	s, err := settings(e, f)
	if err != nil {
		return err
	}
	h, err := load(e, s)
	if err != nil {
		return err
	}
	r := h.public(e.now())
	if dir != "" {
		return disperse(dir, r.Dataset)
	}
	var text bytes.Buffer
	if err := dataset.Write(&text, r.Dataset); err != nil {
		return &statusError{exitFault, fmt.Errorf("%w; --directory writes as many as it takes", err)}
	}
	return deliver(e, f.output, text.Bytes())
}

// disperse writes a dataset to files of a directory.
func disperse(dir string, d dataset.Dataset) error {
	files, err := dataset.Files(d)
	if err != nil {
		return &statusError{exitFault, err}
	}
	fail := func(err error) error {
		return &statusError{exitFault, fmt.Errorf("--directory %s: %w", clean.Line(dir), err)}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // What is exported is public.
		return fail(err)
	}
	there, err := os.ReadDir(dir)
	if err != nil {
		return fail(err)
	}
	if len(there) > 0 {
		return fail(errors.New("it is not empty, and what is there would be read as well"))
	}
	for i, text := range files {
		if err := replace(filepath.Join(dir, fmt.Sprintf("%03d.toml", i+1)), text); err != nil {
			return fail(err)
		}
	}
	return nil
}
