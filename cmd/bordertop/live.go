package main

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"sync/atomic"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/web"
	"bordertop/ui"
)

// feedsOf are the sources of settings, ready to be asked. Those that are at fault are
// off, and have a note that says why.
func feedsOf(e env, c config.Config) (feeds []source.Feed, notes map[model.ID]clean.Text) {
	notes = map[model.ID]clean.Text{}
	for i, s := range c.Sources {
		k, ok := kindOf(s, kinds())
		if !ok {
			s.Off = true
			feeds = append(feeds, source.Feed{Settings: s})
			continue
		}
		f, faults := feedOf(e, k, s)
		if len(faults) > 0 {
			f.Off, f.Asker = true, nil
			notes[s.ID] = clean.Line(config.SourceKey(i, faults[0].Key) + ": " + faults[0].Problem)
		}
		feeds = append(feeds, f)
	}
	return feeds, notes
}

// hubOf makes the hub of the sources of settings. It asks nobody yet.
func hubOf(e env, c config.Config, log func() model.Log, start func(name string, fn func())) (*source.Hub, map[model.ID]clean.Text) {
	feeds, notes := feedsOf(e, c)
	dir := stateDir(e.getenv)
	if dir != "" {
		dir = filepath.Join(dir, "sources")
	}
	return source.New(source.Options{
		Now: e.now, Log: log, Dir: dir, Go: start,
		Web: func(s source.Settings) source.Client { return web.New(s, web.Options{Now: e.now}) },
	}, feeds...), notes
}

// kept puts what live sources told last, as it is kept on this machine, to records.
// It asks nobody.
func (r records) kept(ctx context.Context, e env, c config.Config) records {
	if len(c.Sources) == 0 {
		return r
	}
	hub, notes := hubOf(e, c, nil, nil)
	snap, err := hub.Next(ctx, 0)
	if err != nil {
		return r
	}
	r.feeds = noted(snap.Feeds, notes)
	if log, err := snap.On(r.log); err == nil {
		r.log = log
	}
	return r
}

// live follows the sources of the settings while the loader follows its files.
type live struct {
	// sources are those that are asked, by hub until stop is called.
	sources []source.Settings
	hub     *source.Hub
	stop    context.CancelFunc
	notes   map[model.ID]clean.Text
	// snaps brings what they tell, and last is that which came last.
	snaps chan source.Snapshot
	last  source.Snapshot
	// shown is what the board shows, as the sources may ask.
	shown atomic.Pointer[model.Log]
}

// run asks live sources and tells of what becomes of them and of files until ctx ends.
func (l *loader) run(ctx context.Context, start func(name string, fn func()), tell func(ui.Change)) {
	l.listen(ctx, start)
	l.follow(ctx, func(c ui.Change) {
		tell(c)
		if c.Settings != nil && l.asksOthers() {
			l.listen(ctx, start)
			if l.live.hub == nil {
				l.heard(source.Snapshot{Gone: true}, tell)
			}
		}
	})
}

// listen asks the sources of the settings, instead of others that were asked before.
func (l *loader) listen(ctx context.Context, start func(name string, fn func())) {
	v := &l.live
	if v.stop != nil {
		v.stop()
	}
	v.sources, v.hub, v.stop, v.snaps, v.last = l.config.Sources, nil, nil, nil, source.Snapshot{}
	if len(v.sources) == 0 {
		return
	}
	ctx, v.stop = context.WithCancel(ctx)
	snaps := make(chan source.Snapshot)
	v.snaps = snaps
	shown := func() model.Log { return *v.shown.Load() }
	v.hub, v.notes = hubOf(l.e, l.config, shown, start)
	hub := v.hub
	start("sources", func() { hub.Run(ctx) })
	start("readings", func() {
		for seen := uint64(0); ; {
			snap, err := hub.Next(ctx, seen)
			if err != nil {
				return
			}
			seen = snap.Version
			select {
			case <-ctx.Done():
				return
			case snaps <- snap:
			}
		}
	})
}

// asksOthers tells whether the settings have other sources than those that are asked.
func (l *loader) asksOthers() bool {
	return !reflect.DeepEqual(l.live.sources, l.config.Sources)
}

// join gives records with what live sources told. Theirs give way to others of the
// same id.
func (l *loader) join(log model.Log) model.Log {
	if joined, err := l.live.last.On(log); err == nil && len(l.live.last.Records) > 0 {
		log = joined
	}
	l.live.shown.Store(&log)
	return log
}

// whole gives data with the records that are shown now.
func (l *loader) whole(d *ui.Data, t model.Turnover) *ui.Data {
	r := l.records
	d.Log, d.Name, d.Zone, d.Clocks, d.Turnover = l.joined, r.Title.String(), r.zone, clocks(l.config, r), t
	return d
}

// heard takes what live sources told.
func (l *loader) heard(snap source.Snapshot, tell func(ui.Change)) {
	first, before := l.live.last.Version == 0, l.joined
	l.live.last = snap
	if len(snap.Came) > 0 || snap.Gone {
		l.joined = l.join(l.records.log)
		var t model.Turnover
		if first || snap.Gone {
			t = l.joined.Turnover(before)
		} else {
			t = l.came(snap) // To compare logs takes its time where they are long.
		}
		tell(ui.Change{Data: l.whole(&ui.Data{Live: true, Kept: first}, t)})
	}
	tell(ui.Change{Feeds: l.fares()})
}

// came is what a snapshot adds.
func (l *loader) came(snap source.Snapshot) model.Turnover {
	var news, rest []model.ID
	for _, r := range snap.Came {
		switch id := r.Head().ID; {
		case l.records.log.Holds(id):
		case r.Kind() == model.KindIncident || r.Kind() == model.KindStatement:
			news = append(news, id)
		default:
			rest = append(rest, id)
		}
	}
	return model.Turnover{Came: append(news, rest...), News: len(news)}
}

// fares tells how the sources do. Those of whose records some give way say so.
func (l *loader) fares() []source.Health {
	feeds := noted(l.live.last.Feeds, l.live.notes)
	beaten := map[model.ID]int{}
	for _, r := range l.live.last.Records {
		own := l.records.log.Record(r.Head().ID)
		if own == nil || r.Kind() == model.KindSource || reflect.DeepEqual(own, r) {
			continue
		}
		for _, id := range r.Head().Sources {
			beaten[id]++
		}
	}
	for i, h := range feeds {
		if n := beaten[h.ID]; n > 0 {
			note := clean.Line("ids that the data have too: " + strconv.Itoa(n))
			feeds[i].Notes = append(slices.Clip(h.Notes), note)
		}
	}
	return feeds
}

// noted tells how sources do, with a note for each that is at fault.
func noted(feeds []source.Health, notes map[model.ID]clean.Text) []source.Health {
	out := append([]source.Health{}, feeds...)
	for i, h := range out {
		if note, ok := notes[h.ID]; ok {
			out[i].Notes = append(slices.Clip(h.Notes), note)
		}
	}
	return out
}
