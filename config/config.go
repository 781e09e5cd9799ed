// Package config holds the settings of a desk: how the board looks, how long
// facts stay fresh, and which keys do what. They come from a TOML file;
// example.toml explains each of them.
package config

import (
	"slices"

	"bordertop/model"
)

// Config is what a desk may set.
type Config struct {
	// Data are the files and directories of records to show, as they can be
	// opened from where the program runs. Without any, the embedded dataset is
	// shown.
	Data []string
	// Preset arranges the panes.
	Preset Preset
	// Theme is chosen for the terminal's background.
	Theme Theme
	// ASCII draws with ASCII signs only, Mouse takes clicks and the wheel.
	ASCII, Mouse bool
	// Working picks the working figure among rival claims.
	Working model.WorkingRule
	// Budgets say for how long facts stay fresh; see model.Budgets.
	Budgets model.Budgets
	// Keys say which keys do what.
	Keys Keys
}

// Preset is the name of an arrangement of the panes.
type Preset string

// The presets.
const (
	Desk Preset = "desk"
	Log  Preset = "log"
)

// Presets lists the presets.
func Presets() []Preset { return []Preset{Desk, Log} }

// Theme is a set of colours.
type Theme string

// The themes. Auto is that of the terminal's background.
const (
	Auto  Theme = "auto"
	Dark  Theme = "dark"
	Light Theme = "light"
)

// Themes lists the themes.
func Themes() []Theme { return []Theme{Auto, Dark, Light} }

// Default is what holds where nothing else is set. Each call gives a value of
// its own.
func Default() Config {
	rules := model.DefaultRules()
	c := Config{Preset: Desk, Theme: Auto, Mouse: true, Working: rules.Working, Budgets: rules.Budgets, Keys: make(Keys)}
	for _, b := range bindings() {
		c.Keys[b.action] = slices.Clone(b.keys)
	}
	return c
}

// Rules are the choices that concern what is on the board.
func (c Config) Rules() model.Rules { return model.Rules{Budgets: c.Budgets, Working: c.Working} }
