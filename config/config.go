// Package config holds the settings of a desk: how the board looks, how long
// facts stay fresh, and which keys do what. They come from a TOML file;
// example.toml explains each of them.
package config

import (
	"slices"
	"time"

	"bordertop/model"
	"bordertop/model/alert"
	"bordertop/model/atlas"
	"bordertop/model/clean"
	"bordertop/model/source"
)

// Config is what a desk may set.
type Config struct {
	// Data are the files and directories of records to show, as they can be
	// opened from where the program runs. Without any, the embedded dataset is
	// shown.
	Data []string
	// Map is the GeoJSON file of borders to draw, as it can be opened from where the
	// program runs; empty draws those that come with the program.
	Map string
	// Journal is the directory of the desk's own records, as it can be opened from
	// where the program runs; empty is that of the environment. Desk is who adds to
	// it; empty is the user.
	Journal, Desk string
	// Shared tells that several hosts write to the journal on a network.
	Shared bool
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
	// Language is that of the program's own words; empty is that of the
	// environment.
	Language model.Lang
	// Clocks are shown beside the board's own; nil are those of the dataset. The
	// program puts the board's own before them, and then all of them are here.
	Clocks []Clock
	// Filter is what the log begins with, in the language of model/query; empty
	// shows everything.
	Filter string
	// Filters are saved, each a tab of the log.
	Filters []SavedFilter
	// Presets are arrangements of one's own. One with the name of a preset that
	// comes with the program replaces it.
	Presets []Arrangement
	// Sources are live ones, as the desk has set them up; files and programs that they
	// name can be opened from where the program runs.
	Sources []source.Settings
	// Alerts are what people are to be told of; programs that they name can be run from
	// where the program runs.
	Alerts []alert.Rule
	// Palette are colours of one's own, by the names of Inks.
	Palette map[string]Ink
	// Clipboard is where copied text goes.
	Clipboard Clipboard
	// Copied notes in a private file what was copied and exported.
	Copied bool
	// Links tells whether web addresses can be clicked (OSC 8).
	Links Links
	// Pace is how much time passes in a second while the board plays, and Pause the
	// severity from which an incident stops it; 0 never does.
	Pace  time.Duration
	Pause int
	// Wall is what holds for the preset of that name.
	Wall Across
}

// Clock is a named clock.
type Clock struct {
	Name clean.Text
	Zone *time.Location
}

// SavedFilter is a filter of the log under a name.
type SavedFilter struct {
	Name clean.Text
	// Query is in the language of model/query.
	Query string
}

// Clipboard names where copied text goes.
type Clipboard string

// The clipboards: the terminal's (OSC 52), which works over SSH, or that of the
// desktop, through its own program.
const (
	Terminal Clipboard = "terminal"
	Native   Clipboard = "native"
)

// Links tells whether web addresses can be clicked.
type Links string

// The ways of links. AutoLinks makes them where the terminal is known to follow
// them.
const (
	AutoLinks Links = "auto"
	LinksOn   Links = "on"
	LinksOff  Links = "off"
)

// Clipboards lists the clipboards.
func Clipboards() []Clipboard { return []Clipboard{Terminal, Native} }

// LinkWays lists the ways of links.
func LinkWays() []Links { return []Links{AutoLinks, LinksOn, LinksOff} }

// Theme is a set of colours.
type Theme string

// The themes. Auto and HighContrast are for the terminal's background, whichever
// it is.
const (
	Auto         Theme = "auto"
	Dark         Theme = "dark"
	Light        Theme = "light"
	HighContrast Theme = "high-contrast"
)

// Themes lists the themes.
func Themes() []Theme { return []Theme{Auto, Dark, Light, HighContrast} }

// Follows tells whether the colours of a theme depend on the terminal's
// background.
func (t Theme) Follows() bool { return t == Auto || t == HighContrast }

const day = 24 * time.Hour

// Default is what holds where nothing else is set. Each call gives a value of
// its own.
func Default() Config {
	rules := model.DefaultRules()
	c := Config{
		Preset: Desk, Theme: Auto, Mouse: true, Working: rules.Working, Budgets: rules.Budgets, Keys: make(Keys),
		Clipboard: Terminal, Copied: true, Links: AutoLinks, Pace: day, Wall: Across{Panes: []string{"wall", "map", "timeline"}}, Palette: make(map[string]Ink),
	}
	for _, b := range bindings() {
		c.Keys[b.action] = slices.Clone(b.keys)
	}
	return c
}

// Rules are the choices that concern what is on the board.
func (c Config) Rules() model.Rules { return model.Rules{Budgets: c.Budgets, Working: c.Working} }

// Change is what became of the settings since they were read last: others, or
// why those that were meant cannot be had.
type Change struct {
	Config Config
	// Map is what the settings name; nil is the map that comes with the program.
	Map *atlas.Atlas
	Err error
	// Warning is what there is to say of settings that can be had; nil where there
	// is nothing.
	Warning error
}
