package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/ui"
	"bordertop/ui/layout"
	"bordertop/ui/picture"
)

// snapshotFlags are the flags that only a picture has.
type snapshotFlags struct {
	format, size, pane, zoom, choose, since string
}

func snapshotCommand(e env, f *flags) *cobra.Command {
	var s snapshotFlags
	c := &cobra.Command{
		Use:     "snapshot",
		Short:   "A picture of the board, for a README, a wiki or an article",
		GroupID: groupPanes,
		Long: `Draw the board as it would be on a terminal, without one, with its moment and
its sources in the last line. The format is that of --format, or else of the end
of the name in --output, or else svg; on a terminal it is ansi. ansi is coloured
unless NO_COLOR is set; the others leave colours out with --no-color alone.`,
		Example: `  bordertop snapshot --preset log --as-of "2025-11-11 18:00" > log.svg
  bordertop snapshot --as-of 2025-11-20 --theme light --output board.png
  bordertop snapshot --zoom trucks --size 80x24 --format txt`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			f.board = c.Flags()
			return snapshot(c.Context(), e, f, s)
		},
	}
	fs := c.Flags()
	fs.StringVar(&s.format, "format", "", "`FORMAT`: "+enumerate(texts(picture.Formats()))+" (default as said above)")
	fs.StringVar(&s.size, "size", "", "`COLUMNSxROWS` of the board (default "+usualSize+", or that of the terminal)")
	fs.StringVar(&s.pane, "pane", "", "`PANE` that has the focus: "+enumerate(config.PaneNames()))
	fs.StringVar(&s.zoom, "zoom", "", "`PANE` that has all the room")
	fs.StringVar(&s.choose, "select", "", "`ID` of the record that the detail shows")
	fs.StringVar(&s.since, "since", "", "`MOMENT` from which changes are counted (default a day before)")
	f.registerLook(fs)
	f.registerKnown(fs)
	complete(c, "format", choosing(texts(picture.Formats())))
	complete(c, "size", choosing([]string{usualSize, "100x30", "80x24"}))
	complete(c, "since", choosing([]string{"today", "yesterday", "12h", "3d", "2w"}))
	complete(c, "pane", choosing(config.PaneNames()))
	complete(c, "zoom", choosing(config.PaneNames()))
	c.MarkFlagsMutuallyExclusive("pane", "zoom")
	completeLook(e, f, c)
	return c
}

// snapshot draws the board and delivers the picture.
func snapshot(ctx context.Context, e env, f *flags, s snapshotFlags) error {
	if err := f.checkColour(); err != nil {
		return err
	}
	format, err := s.formatOf(e, f)
	if err != nil {
		return err
	}
	still, err := s.still(e, f)
	if err != nil {
		return err
	}
	hurry()
	o, err := pictured(ctx, e, f, format)
	if err != nil {
		return err
	}
	if o.Since, err = moment("--since", s.since, e.now(), o.Zone); err != nil {
		return err
	}
	frame, err := ui.Frame(o, still) //nolint:contextcheck // nothing is submitted in a picture
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := picture.Write(&out, format, frame); err != nil {
		return &statusError{exitFault, err}
	}
	return deliver(e, f.output, out.Bytes())
}

// pictured are the options of the board, as it is drawn for others: nothing that a
// reader marked is in it.
func pictured(ctx context.Context, e env, f *flags, format picture.Format) (ui.Options, error) {
	c, err := settings(e, f)
	if err != nil {
		return ui.Options{}, err
	}
	h, err := load(e, c)
	if err != nil {
		return ui.Options{}, err
	}
	r := h.public(e.now()).kept(ctx, e, c)
	borders, err := loadMap(e, c)
	if err != nil {
		return ui.Options{}, err
	}
	at, known, err := f.moments(e.now(), r.zone)
	fit := fitted(e, c, r)
	if !f.shown(e) {
		fit.ASCII = c.ASCII // what this terminal can do does not matter
	}
	if fit.Theme.Follows() && format == picture.ANSI && f.shown(e) && background(e.getenv) == ui.Light {
		fit.Theme = config.Light
	}
	return ui.Options{
		Log: r.log, Atlas: borders, Name: r.Title.String(), Now: e.now, At: at, Known: known, Zone: r.zone, Config: fit,
		Colours: f.inks(e, format), Background: ui.Dark,
	}, err
}

// shown tells whether the picture goes to a terminal.
func (f *flags) shown(e env) bool { return (f.output == "" || f.output == "-") && isTerminal(e.stdout) }

// inks are the colours of a picture: all of them, unless they are not wanted, or
// the terminal that it goes to has fewer.
func (f *flags) inks(e env, format picture.Format) ui.Colours {
	switch auto := f.color == colourAuto && !f.noColor; {
	case f.noColor || f.color == colourNever:
		return ui.NoColours
	case format == picture.ANSI && auto && e.getenv("NO_COLOR") != "":
		return ui.NoColours
	case format == picture.ANSI && auto && f.shown(e):
		return ui.ColoursOf(e.getenv)
	}
	return ui.TrueColour
}

// formatOf is the format that is asked for, or that goes with where the picture
// goes.
func (s snapshotFlags) formatOf(e env, f *flags) (picture.Format, error) {
	formats := texts(picture.Formats())
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(f.output), "."))
	switch format, ok := picture.Of(ending); {
	case s.format != "" && !slices.Contains(formats, s.format):
		return "", fmt.Errorf("--format: no format %s", unknownWord(s.format, formats))
	case s.format == string(picture.PNG) && f.shown(e):
		return "", errors.New("--format png is not for a terminal: name a file with --output")
	case s.format != "":
		return picture.Format(s.format), nil
	case ok:
		return format, nil
	case ending != "":
		return "", fmt.Errorf("--output: no format %s, or name it with --format", unknownWord(ending, formats))
	case f.shown(e):
		return picture.ANSI, nil
	}
	return picture.SVG, nil
}

// The columns and rows that a picture has, has at least and has at most: below the
// least there are no panes, and nobody looks at more than the most.
const (
	usualSize      = "140x42"
	leastW, leastH = 40, 12
	mostW, mostH   = 300, 100
)

// dimensions are the columns and rows that are asked for, or those of the terminal
// that the picture goes to: its last line is left to the shell.
func (s snapshotFlags) dimensions(e env, f *flags) (layout.Size, error) {
	file, ok := e.stdout.(*os.File)
	if s.size == "" && ok && f.shown(e) {
		if w, h, err := term.GetSize(int(file.Fd())); err == nil && w > 0 {
			return layout.Size{W: min(max(w, leastW), mostW), H: min(max(h-1, leastH), mostH)}, nil
		}
	}
	columns, rows, _ := strings.Cut(strings.ToLower(cmp.Or(s.size, usualSize)), "x")
	w, errW := strconv.Atoi(columns)
	h, errH := strconv.Atoi(rows)
	if errW != nil || errH != nil || w < leastW || h < leastH || w > mostW || h > mostH {
		return layout.Size{}, fmt.Errorf("--size: want columns and rows from %dx%d to %dx%d, such as %s, got %s", leastW, leastH, mostW, mostH, usualSize, dataset.Quote(s.size))
	}
	return layout.Size{W: w, H: h}, nil
}

// still is what the picture shows.
func (s snapshotFlags) still(e env, f *flags) (ui.Still, error) {
	for flag, name := range map[string]string{"pane": s.pane, "zoom": s.zoom} {
		if name != "" && !slices.Contains(config.PaneNames(), name) {
			return ui.Still{}, fmt.Errorf("--%s: no pane %s", flag, unknownWord(name, config.PaneNames()))
		}
	}
	size, err := s.dimensions(e, f)
	return ui.Still{Size: size, Pane: cmp.Or(s.zoom, s.pane), Zoom: s.zoom != "", Select: model.ID(s.choose)}, err
}
