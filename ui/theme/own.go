package theme

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/charmbracelet/lipgloss"
	"github.com/lucasb-eyer/go-colorful"
	"github.com/muesli/termenv"

	"bordertop/config"
	"bordertop/model/dataset"
)

const (
	// readable is the least contrast of text with its background (WCAG 2, AA).
	readable = 4.5
	// visible is the least contrast of what is not text, such as frames.
	visible = 3.0
)

// Ground is the background of a terminal.
type Ground uint8

// The grounds.
const (
	OnDark Ground = iota
	OnLight
)

// colour is the lightest of usual dark backgrounds, or the darkest of usual light
// ones: what can be read on these can be read on all.
func (g Ground) colour() string {
	if g == OnLight {
		return "#fafafa"
	}
	return "#1e1e1e"
}

// Paper is the background of a picture of a terminal, "#rrggbb".
func (g Ground) Paper() string { return g.colour() }

// Ink is the colour of ordinary text on Paper.
func (g Ground) Ink() string {
	if g == OnLight {
		return "#1b1f24"
	}
	return "#e6e9ef"
}

func (g Ground) name() string {
	if g == OnLight {
		return "light"
	}
	return "dark"
}

// of is the colour of an ink for the ground.
func (g Ground) of(i config.Ink) string {
	if g == OnLight {
		return i.Light
	}
	return i.Dark
}

// Of gives the palette of a theme, with a desk's own colours in their places.
func Of(c config.Config, g Ground) Palette {
	p := base(c.Theme, g)
	inks := p.inks()
	for name, ink := range c.Palette {
		if own, to := g.of(ink), inks[name]; own != "" && to != nil {
			want := min(least(name), contrast(own, g.colour()))
			*to = colour(own, nearest(own, 16, 256, g, want), nearest(own, 0, 16, g, want))
		}
	}
	return p
}

func base(t config.Theme, g Ground) Palette {
	switch {
	case t == config.HighContrast && g == OnLight:
		return StrongLight()
	case t == config.HighContrast:
		return StrongDark()
	case g == OnLight:
		return Light()
	}
	return Dark()
}

// inks are the colours of a palette by their names in settings.
func (p *Palette) inks() map[string]*lipgloss.CompleteColor {
	return map[string]*lipgloss.CompleteColor{
		"accent": &p.Accent, "closed": &p.Closed, "restricted": &p.Restricted, "open": &p.Open, "unknown": &p.Unknown,
		"disputed": &p.Disputed, "muted": &p.Muted, "faint": &p.Faint, "line": &p.Line,
		"side_a": &p.SideA, "side_b": &p.SideB, "side_c": &p.SideC,
		"selected_text": &p.SelectedText, "selection": &p.Selection, "selection_blurred": &p.SelectionBlurred,
	}
}

// least is the contrast that an ink needs with the background of the terminal.
// What marks the selection has its own for a background, or is one.
func least(ink string) float64 {
	switch ink {
	case "line":
		return visible
	case "selected_text", "selection", "selection_blurred":
		return 1
	}
	return readable
}

// nearest is the number of the terminal's colour, from one to below another, that
// looks most like a colour, among those with enough contrast.
func nearest(hex string, from, to int, g Ground, want float64) string {
	wanted, err := colorful.Hex(hex)
	if err != nil {
		return ""
	}
	best, off := "", 0.0
	for i := from; i < to; i++ {
		c := termenv.ConvertToRGB(termenv.ANSI256Color(i))
		if d := c.DistanceLab(wanted); (best == "" || d < off) && contrast(c.Hex(), g.colour()) >= want {
			best, off = strconv.Itoa(i), d
		}
	}
	return best
}

// contrast is that of two colours, "#rrggbb", from 1 to 21; 1 where one is none.
func contrast(a, b string) float64 {
	x, errX := colorful.Hex(a)
	y, errY := colorful.Hex(b)
	if errX != nil || errY != nil {
		return 1
	}
	lx, ly := luminance(x), luminance(y)
	return (max(lx, ly) + 0.05) / (min(lx, ly) + 0.05)
}

// luminance is the relative luminance of WCAG 2.
func luminance(c colorful.Color) float64 {
	r, g, b := c.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// Check tells which of a desk's own colours are hard to read, on the backgrounds
// that its theme is for.
func Check(c config.Config) dataset.Faults {
	var faults dataset.Faults
	grounds := []Ground{OnDark, OnLight}
	switch c.Theme {
	case config.Dark:
		grounds = grounds[:1]
	case config.Light:
		grounds = grounds[1:]
	case config.Auto, config.HighContrast:
	}
	for _, g := range grounds {
		p := Of(c, g)
		for _, name := range slices.Sorted(maps.Keys(c.Palette)) {
			ink := c.Palette[name]
			if g.of(ink) == "" {
				continue
			}
			key := "palette." + name
			if ink.Dark != ink.Light {
				key += "." + g.name()
			}
			if problem := p.hard(name, g); problem != "" {
				faults = append(faults, dataset.Fault{Key: key, Problem: problem, Warning: true})
			}
		}
	}
	return faults
}

// hard tells why a colour of a palette is hard to read; "" where it is not.
func (p Palette) hard(name string, g Ground) string {
	type pair struct {
		ink, ground, where string
		want               float64
	}
	own := p.inks()[name].TrueColor
	rows := []pair{
		{own, p.Selection.TrueColor, "the selected row on a " + g.name() + " background", readable},
		{own, p.SelectionBlurred.TrueColor, "the selected row of another pane on a " + g.name() + " background", readable},
	}
	var pairs []pair
	switch name {
	case "line":
		pairs = []pair{{own, g.colour(), "a " + g.name() + " background", visible}}
	case "selected_text":
		pairs = rows
	case "selection", "selection_blurred":
		for other, c := range p.inks() {
			if least(other) == readable || other == "selected_text" {
				pairs = append(pairs, pair{c.TrueColor, own, other, readable})
			}
		}
	default:
		pairs = append(rows, pair{own, g.colour(), "a " + g.name() + " background", readable})
	}
	worst := slices.MinFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(contrast(a.ink, a.ground)/a.want, contrast(b.ink, b.ground)/b.want), cmp.Compare(a.where, b.where))
	})
	if got := contrast(worst.ink, worst.ground); got < worst.want {
		return fmt.Sprintf("hard to read: contrast %.1f:1 with %s, want at least %g:1", got, worst.where, worst.want)
	}
	return ""
}
