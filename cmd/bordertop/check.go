package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model/dataset"
)

func checkCommand(e env, f *flags) *cobra.Command {
	return &cobra.Command{
		Use:     "check [FILE...]",
		GroupID: groupFiles,
		Short:   "Tell every fault at once, each with its file, line and remedy",
		Long: `Tell every fault of datasets at once, each with its file, line and remedy.
Without arguments, those of the settings in force and of the datasets that they
name.`,
		Example: "  bordertop check\n  bordertop check border.toml\n  bordertop check facts/\n  bordertop check --config newsroom.toml",
		RunE: func(_ *cobra.Command, args []string) error {
			faults := check(e, f, args)
			for _, f := range faults {
				if _, err := fmt.Fprintln(e.stdout, f); err != nil {
					return fmt.Errorf("tell the faults: %w", err)
				}
			}
			if faults.Err() != nil {
				return &statusError{exitFault, errReported}
			}
			return nil
		},
	}
}

// check gives the faults of the settings in force and, where those have none, of
// the datasets that they name. Where paths name datasets, settings are looked at
// only if --config asks for it.
func check(e env, f *flags, paths []string) dataset.Faults {
	var c config.Config
	var warnings dataset.Faults
	if len(paths) == 0 || f.set.Changed("config") {
		if c, warnings = inForce(e, f); warnings.Err() != nil {
			return warnings
		}
	}
	if len(paths) == 0 {
		paths = c.Data
		if f.set.Changed("data") {
			paths = f.data
		}
	}
	_, faults := open(e, paths)
	return append(warnings, faults...)
}
