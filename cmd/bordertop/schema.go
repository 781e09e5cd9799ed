package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"bordertop/model/export"
)

func schemaCommand(e env, f *flags) *cobra.Command {
	names := make([]string, 0, len(schemas()))
	for _, s := range schemas() {
		names = append(names, s.name)
	}
	return &cobra.Command{
		Use:   "schema NAME",
		Short: "What a file or an answer looks like, as a JSON Schema",
		Long: `Write a JSON Schema (2020-12) of what "status --format json" writes. Editors
complete and check files by it, and programs know what to expect.`,
		GroupID:   groupFiles,
		Example:   "  bordertop schema status",
		ValidArgs: names,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name a schema: %s", enumerate(names))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			for _, s := range schemas() {
				if s.name == args[0] {
					text, err := json.MarshalIndent(s.schema(), "", "  ")
					if err != nil {
						return fmt.Errorf("write the schema: %w", err)
					}
					return deliver(e, f.output, append(text, '\n'))
				}
			}
			return fmt.Errorf("no schema %s", unknownWord(args[0], names))
		},
	}
}

// named is a schema with its name.
type named struct {
	name   string
	schema func() map[string]any
}

func schemas() []named {
	return []named{{"status", export.LookSchema}}
}
