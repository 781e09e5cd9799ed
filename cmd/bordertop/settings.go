package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// settings are those in force, and over them those of the command line. Faults
// are told on stderr, every one of them.
func settings(e env, f *flags) (config.Config, error) {
	c, faults := inForce(e, f)
	if faults.Err() != nil {
		tell(e.stderr, faults)
		return c, &statusError{exitFault, errReported}
	}
	f.warned = faults
	return f.whole(e, c)
}

// whole are the settings of a file with what the command line and the environment
// say.
func (f *flags) whole(e env, c config.Config) (config.Config, error) {
	c, err := f.over(c)
	if err != nil {
		return c, err
	}
	c.Sources, err = f.sources(c)
	c.Journal = f.journalOf(e.getenv, c)
	c.Language = cmp.Or(c.Language, language(e.getenv))
	return c, err
}

// inForce are the settings of the file, or the defaults where there is none. More
// is looked at besides what always is.
func inForce(e env, f *flags, more ...config.Check) (config.Config, dataset.Faults) {
	path := f.configFile(e.getenv)
	if path == "" {
		return config.Default(), nil
	}
	return config.Load(path, append(checks(e), more...)...)
}

// configFile is the file that --config or else BORDERTOP_CONFIG names, or else the
// one at configPath; it is empty where there is none of them.
func (f *flags) configFile(getenv func(string) string) string {
	path := f.configPath(getenv)
	if f.set.Changed("config") || getenv("BORDERTOP_CONFIG") != "" {
		return path
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return ""
	}
	return path
}

// configPath is where settings are, or would be: where they are asked for, or where
// the XDG base directory specification puts them. It is empty where there is no
// home.
func (f *flags) configPath(getenv func(string) string) string {
	if f.set.Changed("config") {
		return f.config
	}
	if path := getenv("BORDERTOP_CONFIG"); path != "" {
		return path
	}
	if dir := getenv("XDG_CONFIG_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bordertop", "config.toml")
	}
	if home := getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".config", "bordertop", "config.toml")
	}
	return ""
}

// over puts what the command line says over other settings.
func (f *flags) over(c config.Config) (config.Config, error) {
	if f.changed("data") {
		c.Data = f.data
	}
	if f.changed("preset") {
		c.Preset = config.Preset(f.preset)
	}
	if f.changed("theme") {
		c.Theme = config.Theme(f.theme)
	}
	if f.changed("lang") {
		c.Language = model.Lang(f.lang)
	}
	if f.changed("filter") {
		c.Filter = f.filter
	}
	if f.changed("links") {
		c.Links = config.Links(f.links)
	}
	f.switches(&c)
	if f.changed("pause") {
		c.Pause = f.pause
	}
	if f.changed("pace") {
		pace, ok := config.Duration(f.pace)
		if !ok {
			return c, errors.New(`--pace: want a duration such as "1d" or "6h"`)
		}
		c.Pace = pace
	}
	// The file was at no fault, so only a flag can be.
	if faults := c.Validate(); len(faults) > 0 {
		if faults[0].Key == "language" {
			faults[0].Key = "lang"
		}
		return c, fmt.Errorf("--%w", faults[0])
	}
	return c, nil
}

// switches puts what is on or off over other settings.
func (f *flags) switches(c *config.Config) {
	if f.changed("ascii") {
		c.ASCII = f.ascii
	}
	if f.changed("mouse") {
		c.Mouse = f.mouse
	}
	if f.changed("shared") {
		c.Shared = f.shared
	}
}

// language is that of the environment; empty where it names none that the program
// speaks.
func language(getenv func(string) string) model.Lang {
	name, _, _ := strings.Cut(strings.ToLower(getenv(localeVariable(getenv))), "_")
	name, _, _ = strings.Cut(name, ".")
	if slices.Contains(model.Lang("").Words(), name) {
		return model.Lang(name)
	}
	return ""
}

// localeVariable names what in the environment tells the language; empty where
// nothing does.
func localeVariable(getenv func(string) string) string {
	for _, key := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if getenv(key) != "" {
			return key
		}
	}
	return ""
}

// fitted are settings as this terminal and this dataset allow them.
func fitted(e env, c config.Config, r records) config.Config {
	c.ASCII = c.ASCII || !unicode(e.getenv)
	c.Language = cmp.Or(c.Language, language(e.getenv))
	c.Clocks = clocks(c, r)
	return c
}

// clocks are those of the settings, and else those of the dataset.
func clocks(c config.Config, r records) []config.Clock {
	all := []config.Clock{}
	for _, z := range r.Zones {
		all = append(all, config.Clock{Name: z.Name, Zone: z.Zone})
	}
	if len(c.Clocks) > 0 {
		name := r.zone.String()
		own := config.Clock{Name: clean.Line(name[strings.LastIndexByte(name, '/')+1:]), Zone: r.zone}
		// The first is the board's own, if the dataset names any.
		all = append(append(all, own)[:1], c.Clocks...)
	}
	return all
}

// errOdd is why settings are not read again from a pipe or a device: nobody knows
// when, or whether, those end.
var errOdd = errors.New("not an ordinary file")

// based names files without their folders: there is one line to tell faults in.
func based(faults dataset.Faults) dataset.Faults {
	for i := range faults {
		faults[i].File = filepath.Base(faults[i].File)
	}
	return faults
}
