package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"bordertop/model"
	"bordertop/ui"
)

// flags are what the command line says.
type flags struct {
	data   []string
	asOf   string
	preset string
	theme  string
	ascii  bool
	mouse  bool
}

func (f *flags) register(fs *pflag.FlagSet) {
	fs.StringArrayVar(&f.data, "data", nil, "`FILE or directory` of records to show instead of the embedded dataset; may be repeated")
	fs.StringVar(&f.asOf, "as-of", "", "the `moment` to show: 2025-11-11, \"2025-11-19 23:00\", 2025-11 or RFC 3339 (default now)")
	fs.StringVar(&f.preset, "preset", string(ui.Desk), "how the panes stand: desk or log")
	fs.StringVar(&f.theme, "theme", "auto", "the terminal's background: auto, dark or light")
	fs.BoolVar(&f.ascii, "ascii", false, "draw with ASCII signs only")
	fs.BoolVar(&f.mouse, "mouse", true, "take clicks and the wheel")
}

// moment is what --as-of asks for, by the clocks of zone; zero where it was not
// given. A day means its last instant.
func (f *flags) moment(zone *time.Location) (time.Time, error) {
	if f.asOf == "" {
		return time.Time{}, nil
	}
	m, err := model.ParseMoment(f.asOf, zone)
	if err != nil {
		return time.Time{}, fmt.Errorf("--as-of: %w", err)
	}
	return m.Asked(), nil
}

func (f *flags) chosenPreset() (ui.Preset, error) {
	if p := ui.Preset(f.preset); slices.Contains(ui.Presets(), p) {
		return p, nil
	}
	names := make([]string, 0, len(ui.Presets()))
	for _, p := range ui.Presets() {
		names = append(names, string(p))
	}
	return "", fmt.Errorf("--preset: no preset %q; there are %s", f.preset, strings.Join(names, " and "))
}

// background reads --theme; where it says auto, COLORFGBG may tell.
func (f *flags) background(getenv func(string) string) (ui.Background, error) {
	switch f.theme {
	case "dark":
		return ui.Dark, nil
	case "light":
		return ui.Light, nil
	case "auto":
	default:
		return ui.Auto, fmt.Errorf("--theme: no theme %q; there are auto, dark and light", f.theme)
	}
	if _, bg, ok := strings.Cut(getenv("COLORFGBG"), ";"); ok {
		switch bg[strings.LastIndexByte(bg, ';')+1:] {
		case "7", "15":
			return ui.Light, nil
		case "0", "8":
			return ui.Dark, nil
		}
	}
	return ui.Auto, nil
}
