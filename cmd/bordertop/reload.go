package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/dataset"
	files "bordertop/model/watch"
	"bordertop/ui"
	"bordertop/ui/screen"
)

// loader reads settings and records, and reads them again when their files change.
type loader struct {
	e     env
	f     *flags
	path  string // of the settings, whether they are there or not; empty where they have no place
	files *files.Watch
	// polled takes why files are polled, and asked that somebody wants the records to
	// be read again.
	polled chan error
	asked  chan struct{}

	// config is in force, with what the command line says.
	config config.Config
	// records are those that were read last without a fault, of the files or
	// directories in of; holds counts those of each file.
	records records
	of      []string
	holds   map[string]int
	// joined are the records with those of the live sources.
	joined model.Log
	live   live
	// board is the title of the one whose marks are known.
	board string
	// refused tells that records are at fault only for what is no longer there, and
	// accepts that somebody takes them nevertheless.
	refused, accepts bool
	// behind tells that files are at fault since the records were read.
	behind bool
}

// newLoader begins to watch the settings, from before they are read.
func newLoader(e env, f *flags, start func(name string, fn func())) *loader {
	l := &loader{e: e, f: f, path: f.configPath(e.getenv), polled: make(chan error, 1), asked: make(chan struct{}, 1)}
	records := func(name string) bool { return filepath.Ext(name) == ".toml" && !strings.HasPrefix(name, ".") }
	l.files = files.New(files.Options{Match: records, Go: start, Polling: l.polling}, l.watched()...)
	return l
}

// open reads settings and records for the first time. Faults are told on stderr.
func (l *loader) open() error {
	c, err := settings(l.e, l.f)
	if err != nil {
		return err
	}
	l.config = c
	l.files.Set(l.watched()...)
	e, bar := l.e, openingOn(l.e, c)
	e.reading = bar.told
	all, err := read(e, c)
	bar.end()
	if err := reported(l.e, err); err != nil {
		return err
	}
	r := l.shown(held{all})
	l.take(r)
	l.board = r.Title.String()
	l.e.once.Seal()
	l.files.Set(l.watched()...) // without what is read only once
	return nil
}

// shown are the records for the screen. What is played is for others to look at.
func (l *loader) shown(h held) records {
	if l.f.play {
		return h.public(l.e.now())
	}
	return h.own()
}

// watched are the files and directories that the board is made of.
func (l *loader) watched() []string {
	var paths []string
	for _, path := range append([]string{l.path, l.config.Map}, dataOf(l.config)...) {
		if path != "" && !l.e.once.Keeps(path) {
			paths = append(paths, path)
		}
	}
	return paths
}

// dataOf are the files and directories in which records stand.
func dataOf(c config.Config) []string { return append(slices.Clone(c.Data), c.Journal) }

// take keeps records for as long as they are shown.
func (l *loader) take(r records) {
	l.of, l.holds = dataOf(l.config), r.Holds()
	l.records = r.stay()
	l.joined = l.join(l.records.log)
}

// polling takes down why files are polled, until somebody asks.
func (l *loader) polling(why error) {
	select {
	case l.polled <- why:
	default:
	}
}

// again asks for the records to be read again.
func (l *loader) again() {
	select {
	case l.asked <- struct{}{}:
	default: // Somebody has.
	}
}

// changes brings what becomes of files. It begins when the program has settled,
// and ends with ctx.
func (l *loader) changes(ctx context.Context, g *screen.Guard) <-chan ui.Change {
	out := make(chan ui.Change)
	g.Go("files", func() {
		defer close(out)
		select {
		case <-ctx.Done():
			return
		case <-time.After(settled):
		}
		send := func(c ui.Change) {
			l.introduce(ctx, c.Data)
			select {
			case <-ctx.Done():
			case out <- c:
			}
		}
		l.run(ctx, g.Go, send)
	})
	return out
}

// follow tells of what becomes of files until ctx ends.
func (l *loader) follow(ctx context.Context, tell func(ui.Change)) {
	changed := l.files.Changes(ctx)
	for {
		select {
		case why := <-l.polled:
			tell(ui.Change{Polled: why})
		case snap := <-l.live.snaps:
			l.heard(snap, tell)
		case <-l.asked:
			if l.live.hub != nil {
				l.live.hub.Poke()
			}
			l.accepts = l.refused
			data := l.reload()
			l.behind = data.Err != nil
			tell(ui.Change{Data: data})
		case paths, ok := <-changed:
			if !ok {
				return
			}
			l.answer(paths, tell)
		}
	}
}

// answer reads what has changed. Settings hold at once, however long the records
// that they name take.
func (l *loader) answer(paths []string, tell func(ui.Change)) {
	before := len(paths)
	paths = slices.DeleteFunc(slices.Clone(paths), l.sets)
	if len(paths) < before {
		change := l.reset()
		tell(ui.Change{Settings: &change})
	}
	if len(paths) == 0 && slices.Equal(l.of, dataOf(l.config)) {
		return
	}
	data, ok := l.grow(paths)
	if !ok {
		data = l.reload()
		l.behind = data.Err != nil
	}
	tell(ui.Change{Data: data})
}

// sets tells whether a file is that of the settings, or of what is read with them.
func (l *loader) sets(path string) bool {
	for _, own := range []string{l.path, l.config.Map} {
		if absolute, err := filepath.Abs(own); own != "" && err == nil && absolute == path {
			return true
		}
	}
	return false
}

// reset reads the settings again. A file that is gone is a fault: what it said
// stays.
func (l *loader) reset() config.Change {
	if info, err := os.Stat(l.path); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return config.Change{Err: fmt.Errorf("%s: %w", filepath.Base(l.path), errOdd)}
	}
	c, faults := config.Load(l.path, checks(l.e)...)
	if err := based(faults).Err(); err != nil {
		return config.Change{Err: err}
	}
	c, err := l.f.whole(l.e, c)
	if err != nil {
		return config.Change{Err: err}
	}
	borders, odd := mapOf(c)
	if err := based(odd).Err(); err != nil {
		return config.Change{Err: err}
	}
	l.config = c
	l.files.Set(l.watched()...)
	change := config.Change{Config: fitted(l.e, c, l.records), Map: borders}
	if len(faults) > 0 {
		change.Warning = faults
	}
	return change
}

// reload reads the records again.
func (l *loader) reload() *ui.Data {
	accepts := l.accepts
	l.refused, l.accepts = false, false
	r, err := read(l.e, l.config)
	if err != nil {
		if faults, ok := errors.AsType[dataset.Faults](err); ok {
			err = based(faults)
		}
		return &ui.Data{Err: err}
	}
	r = l.shown(held{r})
	turnover := r.log.Turnover(l.records.log)
	if lost := l.lost(r, turnover); lost != nil {
		if l.refused = r.log.Len() > 0; !accepts || !l.refused {
			return &ui.Data{Err: lost, Anyway: l.refused}
		}
		l.refused = false
	}
	d := &ui.Data{Files: filesOf(r, turnover)}
	if fresh := unheard(r.faults, l.records.faults); len(fresh) > 0 {
		d.Warning = based(fresh)
	}
	before := l.joined
	l.take(r)
	return l.whole(d, l.joined.Turnover(before))
}

// lost tells of files that held records and no longer do, while some of those are
// nowhere else: that is no reason to show less.
func (l *loader) lost(r records, t model.Turnover) error {
	if !slices.Equal(l.of, dataOf(l.config)) {
		return nil // Other files are meant.
	}
	var faults dataset.Faults
	holds := r.Holds()
	for file, n := range l.holds {
		if holds[file] == 0 && len(t.Gone) > 0 {
			problem := fmt.Sprintf("it held %d records and holds none", n)
			if n == 1 {
				problem = "it held a record and holds none"
			}
			faults = append(faults, dataset.Fault{File: filepath.Base(file), Problem: problem})
		}
	}
	slices.SortFunc(faults, func(a, b dataset.Fault) int { return strings.Compare(a.File, b.File) })
	return faults.Err()
}

// filesOf names the files in which records stand that are new or other than before.
func filesOf(r records, t model.Turnover) []string {
	var names []string
	for _, id := range slices.Concat(t.Came, t.Changed) {
		if file, _, ok := r.Place(id); ok && !slices.Contains(names, filepath.Base(file)) {
			names = append(names, filepath.Base(file))
		}
	}
	return names
}
