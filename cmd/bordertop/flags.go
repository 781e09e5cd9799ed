package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"bordertop/config"
	"bordertop/model/dataset"
	"bordertop/model/query"
	"bordertop/model/source"
	"bordertop/ui"
)

// flags are what the command line says. What is a setting too overrides it where
// it is changed.
type flags struct {
	// set are the flags of all commands, board those of the board alone.
	set, board *pflag.FlagSet
	config     string
	data       []string
	journal    string
	shared     bool
	live       string
	asOf       string
	known      string
	preset     string
	theme      string
	lang       string
	filter     string
	links      string
	output     string
	color      string
	noColor    bool
	ascii      bool
	mouse      bool
	pace       string
	pause      int
	// play plays on from the moment to show.
	play bool
	// warned is what there is to say of the file of settings.
	warned dataset.Faults
}

// register makes the flags of every command.
func (f *flags) register(fs *pflag.FlagSet) {
	f.set = fs
	c := config.Default()
	fs.StringVar(&f.config, "config", "", "`FILE` of settings (default $BORDERTOP_CONFIG, or else bordertop/config.toml in $XDG_CONFIG_HOME or ~/.config)")
	fs.StringArrayVar(&f.data, "data", nil, "`PATH` of records to show instead of the embedded dataset, a file or a directory; may be repeated")
	fs.StringVar(&f.journal, "journal", "", "`DIRECTORY` of the desk's own records; with --data there is none unless this names one")
	fs.BoolVar(&f.shared, "shared", c.Shared, "several hosts write to the journal on a network, whose server keeps their locks")
	fs.StringVar(&f.live, "live", liveAuto, "`WHEN` the live sources of the settings count: on, off, or auto, which leaves them out with --data")
	fs.StringVar(&f.asOf, "as-of", "", "`MOMENT` to show: 2025-11-11, \"2025-11-19 23:00\", 2025-11, yesterday, 3d (ago) or RFC 3339 (default now)")
	fs.StringVar(&f.lang, "lang", "", "`LANGUAGE` of the program's own words: en, lt, pl, ru, be or uk (default that of the environment)")
	fs.StringVar(&f.filter, "filter", c.Filter, "`QUERY` that records must match, such as \"category:airport since:7d\"; the board begins with it")
	fs.StringVar(&f.output, "output", "", "`FILE` to write to, whole or not at all, instead of standard output")
	fs.StringVar(&f.color, "color", colourAuto, "`WHEN` to colour: auto, always or never")
	fs.BoolVar(&f.noColor, "no-color", false, "no colours, as with NO_COLOR: --color never")
	fs.BoolVar(&f.ascii, "ascii", c.ASCII, "write with ASCII signs only")
}

// registerLook makes the flags of the board and of pictures of it.
func (f *flags) registerLook(fs *pflag.FlagSet) {
	c := config.Default()
	fs.StringVar(&f.preset, "preset", string(c.Preset), "`PRESET` of the panes: desk, log, map, or one of the settings' own")
	fs.StringVar(&f.theme, "theme", string(c.Theme), "`THEME` of colours: auto, dark, light or high-contrast")
}

// registerBoard makes the flags that only the board has.
func (f *flags) registerBoard(fs *pflag.FlagSet) {
	c := config.Default()
	f.registerLook(fs)
	fs.StringVar(&f.links, "links", string(c.Links), "`WHEN` web addresses can be clicked: auto, on or off")
	fs.BoolVar(&f.mouse, "mouse", c.Mouse, "take clicks and the wheel")
	fs.StringVar(&f.pace, "pace", "1d", "`TIME` that passes in a second while the board plays: 1d, 6h, 1w")
	fs.IntVar(&f.pause, "pause", c.Pause, "`SEVERITY` from which an incident stops the play, 1 to 4; 0 never does")
	f.registerKnown(fs)
}

// registerKnown makes the flag that tells the past as it was known from the past as
// it is known.
func (f *flags) registerKnown(fs *pflag.FlagSet) {
	fs.StringVar(&f.known, "known", "", "`MOMENT` by which it was public; \"now\" shows the past as it is known today (default that of --as-of)")
}

// The words of --live.
const (
	liveAuto = "auto"
	liveOn   = "on"
	liveOff  = "off"
)

// sources are those of the settings that count.
func (f *flags) sources(c config.Config) ([]source.Settings, error) {
	switch {
	case f.live == liveOff, f.live == liveAuto && f.set.Changed("data"):
		return nil, nil
	case f.live == liveAuto, f.live == liveOn:
		return c.Sources, nil
	}
	return nil, fmt.Errorf("--live: no word %s", unknownWord(f.live, []string{liveAuto, liveOn, liveOff}))
}

// changed tells whether the command line has a flag.
func (f *flags) changed(name string) bool { return f.set.Changed(name) || f.board.Changed(name) }

// moment is what --as-of asks for, by the clocks of zone; zero where that is the
// present. A day means its last instant.
func (f *flags) moment(now time.Time, zone *time.Location) (time.Time, error) {
	return moment("--as-of", f.asOf, now, zone)
}

// moments are the one to show and the one by which it was public. Zero is the
// present for the first, and for the second the first.
func (f *flags) moments(now time.Time, zone *time.Location) (at, known time.Time, err error) {
	if at, err = f.moment(now, zone); err != nil {
		return at, known, err
	}
	known, err = moment("--known", f.known, now, zone)
	if known.IsZero() && f.known != "" && !at.IsZero() {
		known = now
	}
	return at, known, err
}

// moment reads what a flag says; zero is the present.
func moment(name, text string, now time.Time, zone *time.Location) (time.Time, error) {
	if text == "" || strings.EqualFold(text, "now") {
		return time.Time{}, nil
	}
	at, err := query.Moment(text, now, zone)
	if err != nil {
		return time.Time{}, fmt.Errorf("%s: %w", name, err)
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

// enumerate puts words into a sentence.
func enumerate(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
