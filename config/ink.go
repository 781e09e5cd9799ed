package config

import (
	"maps"
	"regexp"
	"slices"

	"bordertop/model/dataset"
)

// Ink is a colour of one's own, "#rrggbb", for dark and for light backgrounds;
// empty is that of the theme.
type Ink struct{ Dark, Light string }

// Inks names the colours of a palette.
func Inks() []string {
	return []string{
		"accent", "closed", "restricted", "open", "unknown", "disputed", "muted", "faint", "line",
		"side_a", "side_b", "side_c", "selected_text", "selection", "selection_blurred",
	}
}

// inks are the settings of a palette.
func inks(palette map[string]Ink) map[string]setting {
	known := map[string]setting{}
	for _, name := range Inks() {
		known[name] = setting{
			take:  func(s site, v any) { palette[name] = s.ink(v) },
			shape: func() object { return object{"anyOf": []any{hex(), tableShape(backgrounds(new(Ink)))}} },
			show:  func() string { return palette[name].show() },
		}
	}
	return known
}

// ink takes one colour for both backgrounds, or one for each.
func (s site) ink(v any) Ink {
	var i Ink
	switch v := v.(type) {
	case string:
		i.Dark, i.Light = v, v
	case map[string]any:
		s.table(v, backgrounds(&i))
	default:
		s.wrong(`a colour such as "#7cb7ff", or { dark = "#7cb7ff", light = "#1a56b0" }`, v)
	}
	return i
}

// backgrounds tells where the colour for each goes.
func backgrounds(i *Ink) map[string]setting {
	dark, light := textual(&i.Dark), textual(&i.Light)
	dark.shape, light.shape = hex, hex
	return map[string]setting{"dark": dark, "light": light}
}

// show is a colour as TOML; empty for that of the theme.
func (i Ink) show() string {
	switch {
	case i == Ink{}:
		return ""
	case i.Dark == i.Light:
		return quoted(i.Dark)
	}
	return inline(backgrounds(&i))
}

func hex() object { return object{"type": "string", "pattern": hexColour.String()} }

var hexColour = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func (v *validator) palette(palette map[string]Ink) {
	for _, name := range slices.Sorted(maps.Keys(palette)) {
		i, at := palette[name], "palette."+name
		switch {
		case !slices.Contains(Inks(), name):
			v.fault(at, "unknown key", dataset.Meant(name, Inks()))
		case i.Dark == i.Light:
			v.colour(at, i.Dark)
		default:
			v.colour(at+".dark", i.Dark)
			v.colour(at+".light", i.Light)
		}
	}
}

func (v *validator) colour(at, raw string) {
	if raw != "" && !hexColour.MatchString(raw) {
		v.fault(at, dataset.Quote(raw)+" is not a colour", `write it as "#rrggbb", such as "#7cb7ff"`)
	}
}
