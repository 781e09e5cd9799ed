package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"bordertop/config"
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
	return f.over(c)
}

// inForce are the settings of the file, or the defaults where there is none.
func inForce(e env, f *flags) (config.Config, dataset.Faults) {
	path := f.configFile(e.getenv)
	if path == "" {
		return config.Default(), nil
	}
	return config.Load(path)
}

// configFile is the file that --config names, or else the one at configPath; it
// is empty where there is neither.
func (f *flags) configFile(getenv func(string) string) string {
	if f.set.Changed("config") {
		return f.config
	}
	path := configPath(getenv)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return ""
	}
	return path
}

// configPath is where the XDG base directory specification puts settings. It is
// empty where there is no home.
func configPath(getenv func(string) string) string {
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
	if f.set.Changed("data") {
		c.Data = f.data
	}
	if f.set.Changed("preset") {
		c.Preset = config.Preset(f.preset)
	}
	if f.set.Changed("theme") {
		c.Theme = config.Theme(f.theme)
	}
	if f.set.Changed("ascii") {
		c.ASCII = f.ascii
	}
	if f.set.Changed("mouse") {
		c.Mouse = f.mouse
	}
	// The file was at no fault, so only a flag can be.
	if faults := c.Validate(); len(faults) > 0 {
		return c, fmt.Errorf("--%w", faults[0])
	}
	return c, nil
}
