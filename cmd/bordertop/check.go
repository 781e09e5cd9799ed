package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"bordertop/config"
	"bordertop/model/atlas"
	"bordertop/model/dataset"
)

func checkCommand(e env, f *flags) *cobra.Command {
	var o checkFlags
	c := &cobra.Command{
		Use:     "check [PATH...]",
		GroupID: groupFiles,
		Short:   "Tell every fault at once, each with its file, line and remedy",
		Long: `Tell every fault of the settings in force, and of the datasets that they name,
at once: each with its file, line and column, what is wrong, and the word that was
probably meant. With paths, those datasets are looked at instead. The exit status
is 3 where there is a fault. The tests of live sources in the settings are run on
their samples. Warnings are none, unless --strict makes them so; it
looks besides for what tools that read TOML 1.0 refuse.`,
		Example: `  bordertop check
  bordertop check border.toml
  bordertop check --strict facts/
  bordertop check --config newsroom.toml
  bordertop check --json border.toml`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.checkColour(); err != nil {
				return err
			}
			return o.tell(e, f, check(c.Context(), e, f, args))
		},
	}
	c.Flags().BoolVar(&o.strict, "strict", false, "take warnings for faults, and warn of what only TOML 1.1 has")
	c.Flags().BoolVar(&o.json, "json", false, "write JSON")
	return c
}

// checkFlags say what counts as a fault and how faults are written.
type checkFlags struct{ strict, json bool }

// checked are the faults of some files, and what these hold by the names that the
// faults have for them.
type checked struct {
	faults dataset.Faults
	texts  map[string]string
}

// check looks at the settings in force and at the datasets that they name. Where
// paths name other files, settings are looked at only if --config asks for it, or a
// path is one of settings.
func check(ctx context.Context, e env, f *flags, paths []string) checked {
	tests := func(c config.Config) dataset.Faults { return testSources(ctx, e, c, kinds()) }
	out := checked{texts: map[string]string{}}
	var c config.Config
	if len(paths) == 0 || f.set.Changed("config") {
		c, out.faults = inForce(e, f, tests)
		if path := f.configFile(e.getenv); path != "" {
			out.read(path)
		}
	}
	var data []string
	for _, path := range paths {
		if isMap(path) {
			_, faults := atlas.Open(path)
			out.faults = append(out.faults, faults...)
		} else if text := out.read(path); config.Meant(text) {
			_, faults := config.Load(path, append(checks(e), tests)...)
			out.faults = append(out.faults, faults...)
		} else {
			data = append(data, path)
		}
	}
	switch {
	case len(paths) > 0 && len(data) == 0:
		return out
	case len(paths) == 0:
		_, faults := mapOf(c)
		out.faults = append(out.faults, faults...)
	}
	switch {
	case len(paths) == 0 && f.set.Changed("data"):
		data = f.data
	case len(paths) == 0:
		data = c.Data
	}
	_, faults := open(e, data)
	out.faults = append(out.faults, faults...)
	for _, name := range dataset.Paths(data) {
		out.read(name)
	}
	return out
}

// read keeps what a file holds, and gives it; empty where it cannot be read, which
// is a fault that is told elsewhere.
func (c checked) read(name string) string {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	text, err := os.ReadFile(name)
	if err != nil || dataset.Guard(name, text) != nil {
		return ""
	}
	c.texts[dataset.FileName(name)] = string(text)
	return string(text)
}

// strictly makes faults of warnings, and of what only TOML 1.1 has.
func (c checked) strictly() checked {
	for name, text := range c.texts {
		c.faults = append(c.faults, dataset.Newer(name, text)...)
	}
	for i := range c.faults {
		c.faults[i].Warning = false
	}
	return c
}
