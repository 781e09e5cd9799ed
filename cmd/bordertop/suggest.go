package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"bordertop/model/dataset"
)

// noArguments refuses arguments.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("%s takes no arguments, got %s", c.Name(), dataset.Quote(args[0]))
}

// noCommand refuses what is not the name of a command, and tells which was
// probably meant.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("unknown command %s; %s", dataset.Quote(args[0]), meantOr(args[0], subcommandNames(c), "", c.CommandPath()+" --help lists them"))
}

// subcommandNames lists the commands below one.
func subcommandNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// flagError tells what is wrong with a flag, and which was probably meant.
func flagError(c *cobra.Command, err error) error {
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok {
		return fmt.Errorf("%w; %s --help lists the flags", err, c.CommandPath())
	}
	name := unknown.GetSpecifiedName()
	if unknown.GetSpecifiedShortnames() != "" {
		return fmt.Errorf("unknown flag %s; %s --help lists them", dataset.Quote("-"+name), c.CommandPath())
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return fmt.Errorf("unknown flag %s; %s", dataset.Quote("--"+name), meantOr(name, names, "--", c.CommandPath()+" --help lists them"))
}

// meantOr is the word that was probably meant, or what to do where none is near.
func meantOr(word string, words []string, prefix, otherwise string) string {
	slices.Sort(words)
	if near := dataset.Nearest(word, words); near != "" {
		return "did you mean " + prefix + near + "?"
	}
	return otherwise
}
