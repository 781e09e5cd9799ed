package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpCommand is help as a command. That of cobra shows an unknown word as it came.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND...]",
		Short:   "What a command does, as --help tells",
		GroupID: groupProgram,
		Example: "  bordertop help status",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			of, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return subcommandNames(of), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			of, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return noCommand(of, rest)
			}
			of.InitDefaultHelpFlag()
			return of.Help()
		},
	}
}

// help writes what a command is for: examples first, because they are what people
// read. Lines are as wide as the terminal, but not wider than a page.
func help(e env) func(*cobra.Command, []string) {
	return func(c *cobra.Command, _ []string) {
		var b strings.Builder
		width := min(columns(e), 100)
		about := c.Long
		if about == "" {
			about = c.Short + "."
		}
		b.WriteString(about + "\n")
		if c.HasExample() {
			b.WriteString("\nExamples\n" + c.Example + "\n")
		}
		b.WriteString("\nUsage\n")
		if c.Runnable() {
			b.WriteString("  " + c.UseLine() + "\n")
		}
		if c.HasAvailableSubCommands() {
			b.WriteString("  " + c.CommandPath() + " COMMAND\n")
		}
		subcommands(&b, c)
		own, shared := c.LocalFlags(), c.InheritedFlags()
		if !c.HasParent() {
			own, shared = c.LocalNonPersistentFlags(), c.PersistentFlags()
		}
		section(&b, "Flags", own, width)
		section(&b, "Flags of every command", shared, width)
		if c.HasAvailableSubCommands() {
			fmt.Fprintf(&b, "\n%s COMMAND --help tells more.\n", c.CommandPath())
		}
		_, _ = io.WriteString(e.stdout, b.String())
	}
}

// subcommands lists the commands below one, by their groups.
func subcommands(b *strings.Builder, c *cobra.Command) {
	widest := 0
	for _, sub := range c.Commands() {
		widest = max(widest, len(sub.Name()))
	}
	list := func(title, group string) {
		head := "\n" + title + "\n"
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() && sub.GroupID == group {
				fmt.Fprintf(b, "%s  %-*s  %s\n", head, widest, sub.Name(), sub.Short)
				head = ""
			}
		}
	}
	for _, g := range c.Groups() {
		list(g.Title, g.ID)
	}
	list("Commands", "")
}

// section lists flags.
func section(b *strings.Builder, title string, fs *pflag.FlagSet, width int) {
	if fs.HasAvailableFlags() {
		b.WriteString("\n" + title + "\n" + fs.FlagUsagesWrapped(width))
	}
}
