package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	files "bordertop/model/watch"
	"bordertop/ui/screen"
	"bordertop/ui/theme"
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
	c, err := f.over(c)
	c.Journal = f.journalOf(e.getenv, c)
	c.Language = cmp.Or(c.Language, language(e.getenv))
	return c, err
}

// inForce are the settings of the file, or the defaults where there is none.
func inForce(e env, f *flags) (config.Config, dataset.Faults) {
	path := f.configFile(e.getenv)
	if path == "" {
		return config.Default(), nil
	}
	return config.Load(path, theme.Check)
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
	if f.changed("ascii") {
		c.ASCII = f.ascii
	}
	if f.changed("mouse") {
		c.Mouse = f.mouse
	}
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
	clocks := []config.Clock{}
	for _, z := range r.Zones {
		clocks = append(clocks, config.Clock{Name: z.Name, Zone: z.Zone})
	}
	if len(c.Clocks) > 0 {
		name := r.zone.String()
		own := config.Clock{Name: clean.Line(name[strings.LastIndexByte(name, '/')+1:]), Zone: r.zone}
		// The first is the board's own, if the dataset names any.
		clocks = append(append(clocks, own)[:1], c.Clocks...)
	}
	c.Clocks = clocks
	return c
}

// followed is the file of settings, whether it is there or not, from before it was
// read.
type followed struct {
	path   string
	files  *files.Watch // nil where settings have no place
	polled chan error   // why it is polled
}

func follow(e env, f *flags) followed {
	w := followed{path: f.configPath(e.getenv), polled: make(chan error, 1)}
	if w.path != "" {
		w.files = files.New(files.Options{Polling: w.polling}, w.path)
	}
	return w
}

// changes brings other settings, and why there are none, when the file has
// changed. It begins when the program has settled, and ends with ctx.
func (w followed) changes(ctx context.Context, e env, f *flags, r records, g *screen.Guard) <-chan config.Change {
	if w.files == nil {
		return nil
	}
	out := make(chan config.Change)
	g.Go("settings", func() {
		defer close(out)
		select {
		case <-ctx.Done():
			return
		case <-time.After(settled):
		}
		w.pass(ctx, out, func() config.Change { return w.read(e, f, r) })
	})
	return out
}

// pass tells of what becomes of the file until ctx ends.
func (w followed) pass(ctx context.Context, out chan<- config.Change, read func() config.Change) {
	changes := w.files.Changes(ctx)
	for {
		var change config.Change
		select {
		case change.Polled = <-w.polled:
		case _, ok := <-changes:
			if !ok {
				return
			}
			change = read()
		}
		select {
		case <-ctx.Done():
		case out <- change:
		}
	}
}

// polling takes down why the file is polled, until somebody asks.
func (w followed) polling(why error) {
	select {
	case w.polled <- why:
	default:
	}
}

// errOdd is why settings are not read again from a pipe or a device: nobody knows
// when, or whether, those end.
var errOdd = errors.New("not an ordinary file")

// read reads the settings again. A file that is gone is a fault: what it said
// stays.
func (w followed) read(e env, f *flags, r records) config.Change {
	if info, err := os.Stat(w.path); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return config.Change{Err: fmt.Errorf("%s: %w", filepath.Base(w.path), errOdd)}
	}
	c, faults := config.Load(w.path, theme.Check)
	if err := based(faults).Err(); err != nil {
		return config.Change{Err: err}
	}
	c, err := f.over(c)
	if err != nil {
		return config.Change{Err: err}
	}
	borders, odd := mapOf(c)
	if err := based(odd).Err(); err != nil {
		return config.Change{Err: err}
	}
	change := config.Change{Config: fitted(e, c, r), Map: borders}
	if len(faults) > 0 {
		change.Warning = faults
	}
	return change
}

// based names files without their folders: there is one line to tell faults in.
func based(faults dataset.Faults) dataset.Faults {
	for i := range faults {
		faults[i].File = filepath.Base(faults[i].File)
	}
	return faults
}
