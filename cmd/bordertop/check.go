package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bordertop/model/dataset"
)

func checkCommand(e env) *cobra.Command {
	return &cobra.Command{
		Use:     "check FILE...",
		Short:   "Tell every fault of datasets at once, each with its file, line and remedy",
		Example: "  bordertop check border.toml\n  bordertop check facts/",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			_, faults := dataset.Open(args, dataset.Options{Now: e.now()})
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
