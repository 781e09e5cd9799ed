package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

func manCommand(e env, f *flags) *cobra.Command {
	c := &cobra.Command{
		Use:   "man [COMMAND...]",
		Short: "The manual page of the program or of a command",
		Long: `Write the manual page of the program, or of a command, in the language of man.
With --dir every page is written to a directory, such as a package's.`,
		GroupID: groupProgram,
		Example: `  bordertop man | man -l -
  bordertop man status | man -l -
  bordertop man --dir share/man/man1`,
	}
	dir := c.Flags().String("dir", "", "`DIRECTORY` to write a page for every command to")
	c.RunE = func(c *cobra.Command, args []string) error {
		if *dir != "" {
			return manuals(c.Root(), *dir)
		}
		of, rest, err := c.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return noCommand(of, rest)
		}
		return deliver(e, f.output, manual(of))
	}
	return c
}

// manuals writes the page of a command, and those below it, to files.
func manuals(c *cobra.Command, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // pages are public
		return &statusError{exitFault, fmt.Errorf("--dir: %w", err)}
	}
	name := filepath.Join(dir, strings.ReplaceAll(c.CommandPath(), " ", "-")+".1")
	if err := replace(name, manual(c)); err != nil {
		return &statusError{exitFault, fmt.Errorf("write a page: %w", err)}
	}
	var errs []error
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			errs = append(errs, manuals(sub, dir))
		}
	}
	return errors.Join(errs...)
}
