package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"bordertop/config"
	"bordertop/model/dataset"
	"bordertop/model/query"
	"bordertop/ui"
)

// flags are what the command line says. What is a setting too overrides it where
// set has it changed.
type flags struct {
	set    *pflag.FlagSet
	config string
	data   []string
	asOf   string
	preset string
	theme  string
	lang   string
	filter string
	links  string
	ascii  bool
	mouse  bool
	// warned is what there is to say of the file of settings.
	warned dataset.Faults
}

func (f *flags) register(fs *pflag.FlagSet) {
	f.set = fs
	c := config.Default()
	fs.StringVar(&f.config, "config", "", "`FILE` of settings (default $BORDERTOP_CONFIG, or else $XDG_CONFIG_HOME/bordertop/config.toml if there is one)")
	fs.StringArrayVar(&f.data, "data", nil, "`FILE or directory` of records to show instead of the embedded dataset; may be repeated")
	fs.StringVar(&f.asOf, "as-of", "", "the `moment` to show: 2025-11-11, \"2025-11-19 23:00\", 2025-11, yesterday, 3d (ago) or RFC 3339 (default now)")
	fs.StringVar(&f.preset, "preset", string(c.Preset), "how the panes stand: desk, log, or a `NAME` of the settings' own")
	fs.StringVar(&f.theme, "theme", string(c.Theme), "the colours: auto, dark, light or high-contrast")
	fs.StringVar(&f.lang, "lang", "", "the `language` of the program's own words: en, lt, pl, ru, be or uk (default that of the environment)")
	fs.StringVar(&f.filter, "filter", c.Filter, "the `QUERY` that the log begins with, such as \"category:airport since:7d\"")
	fs.StringVar(&f.links, "links", string(c.Links), "whether web addresses can be clicked: auto, on or off")
	fs.BoolVar(&f.ascii, "ascii", c.ASCII, "draw with ASCII signs only")
	fs.BoolVar(&f.mouse, "mouse", c.Mouse, "take clicks and the wheel")
}

// moment is what --as-of asks for, by the clocks of zone; zero where that is the
// present. A day means its last instant.
func (f *flags) moment(now time.Time, zone *time.Location) (time.Time, error) {
	if f.asOf == "" || strings.EqualFold(f.asOf, "now") {
		return time.Time{}, nil
	}
	at, err := query.Moment(f.asOf, now, zone)
	if err != nil {
		return time.Time{}, fmt.Errorf("--as-of: %w", err)
	}
	return at, nil
}

// background is what COLORFGBG tells of the terminal's.
func background(getenv func(string) string) ui.Background {
	if _, bg, ok := strings.Cut(getenv("COLORFGBG"), ";"); ok {
		switch bg[strings.LastIndexByte(bg, ';')+1:] {
		case "7", "15":
			return ui.Light
		case "0", "8":
			return ui.Dark
		}
	}
	return ui.Auto
}
