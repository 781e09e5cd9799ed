package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model/dataset"
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
		Long: `Write a JSON Schema (draft 7) of the files of a dataset, of those of settings, or
of what "status", the lists and "sources health" write with --format json. Editors complete and check files by it, and
programs know what to expect. For taplo and what builds on it, put this line at the
head of a file, with the path at which you keep the schema:

#:schema ./dataset.schema.json`,
		GroupID: groupFiles,
		Example: `  bordertop schema dataset --output dataset.schema.json
  bordertop schema config --output config.schema.json
  bordertop schema status`,
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
	out := []named{{"dataset", dataset.Schema}, {"config", config.Schema}, {"status", export.LookSchema}, {"health", export.FaresSchema}}
	for _, name := range export.Lists() {
		out = append(out, named{name, func() map[string]any { return export.ListSchema(name) }})
	}
	return out
}
