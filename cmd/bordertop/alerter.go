package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/alert"
	"bordertop/model/alert/keep"
	"bordertop/model/clean"
	"bordertop/model/export"
	"bordertop/model/lang"
	"bordertop/model/source"
	"bordertop/ui"
)

// alerter looks at the board of the present, whatever moment is shown, and tells of
// what the settings want people to be told of.
type alerter struct {
	e env
	// start starts a goroutine.
	start func(name string, fn func())
	// tell brings alerts to a screen; nil where there is none, and the desktop is told
	// here. said is told of each in a line, and failed of what could not be done.
	tell   func(ctx context.Context, a ui.Alerts)
	said   func(a alert.Alert)
	failed func(err error)

	woken    chan struct{}
	attended chan attention
	// out are those on their way; their number is bounded by rooms.
	out   sync.WaitGroup
	rooms chan struct{}

	mu     sync.Mutex
	config config.Config
	shown  shown

	// These are the looker's own.
	file   *keep.File
	board  string
	before *model.Log
	known  map[string]bool // the keys that were told to the screen
	last   []string        // of those that stood there last
	fault  string          // as last told
}

// shown is what there is to look at.
type shown struct {
	log   model.Log
	name  string
	zone  *time.Location
	feeds []source.Health
}

// attention is what somebody does with an alert.
type attention struct {
	key   string
	sleep time.Duration
}

// mostOut is how many alerts are on their way at a time.
const mostOut = 8

func newAlerter(e env, c config.Config, r records, start func(name string, fn func())) *alerter {
	return &alerter{
		e: e, start: start, config: c, shown: shown{log: r.log, name: r.Title.String(), zone: r.zone, feeds: r.feeds},
		said: func(alert.Alert) {}, failed: func(error) {},
		woken: make(chan struct{}, 1), attended: make(chan attention, 64), rooms: make(chan struct{}, mostOut),
	}
}

// listen brings to a board what changes and, where it shows the present, alerts. In the
// past nothing happens.
func listen(ctx context.Context, e env, o *ui.Options, r records, changes <-chan ui.Change) {
	o.Changes = changes
	if o.At.IsZero() && o.Known.IsZero() {
		a := newAlerter(e, o.Config, r, o.Guard.Go)
		o.Changes, o.Attend = a.join(ctx, changes), a.attend
	}
}

// join begins to look, once the program has settled, and brings alerts to a screen with
// what else changes.
func (a *alerter) join(ctx context.Context, changes <-chan ui.Change) <-chan ui.Change {
	out := make(chan ui.Change)
	give := func(ctx context.Context, c ui.Change) {
		select {
		case <-ctx.Done():
		case out <- c:
		}
	}
	a.tell = func(ctx context.Context, told ui.Alerts) { give(ctx, ui.Change{Alerts: &told}) }
	a.failed = func(err error) { give(ctx, ui.Change{Alerts: &ui.Alerts{Err: err}}) }
	var both sync.WaitGroup
	both.Add(2)
	a.start("alerts", func() {
		defer both.Done()
		select {
		case <-ctx.Done():
			return
		case <-time.After(settled):
		}
		a.run(ctx)
		a.out.Wait()
	})
	a.start("changes", func() {
		defer both.Done()
		for c := range changes {
			a.see(c)
			give(ctx, c)
		}
	})
	a.start("changes end", func() {
		both.Wait()
		close(out)
	})
	return out
}

// see takes what becomes of the board.
func (a *alerter) see(c ui.Change) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case c.Settings != nil && c.Settings.Err == nil:
		a.config = c.Settings.Config
	case c.Data != nil && c.Data.Err == nil:
		a.shown.log, a.shown.name, a.shown.zone = c.Data.Log, c.Data.Name, c.Data.Zone
	case c.Feeds != nil:
		a.shown.feeds = c.Feeds
	default:
		return
	}
	a.wake()
}

// wake lets the looker look.
func (a *alerter) wake() {
	select {
	case a.woken <- struct{}{}:
	default: // It will.
	}
}

// attend takes down what somebody does with an alert.
func (a *alerter) attend(key string, sleep time.Duration) {
	select {
	case a.attended <- attention{key, sleep}:
	default: // Nobody presses keys that fast.
	}
}

// run looks when something changed, and every minute, until ctx ends.
func (a *alerter) run(ctx context.Context) {
	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	for {
		a.look(ctx)
		select {
		case <-ctx.Done():
			return
		case did := <-a.attended:
			a.did(ctx, did)
		case <-a.woken:
		case <-minute.C:
		}
	}
}

func (a *alerter) did(ctx context.Context, did attention) {
	_, err := a.file.Change(ctx, func(m alert.Memory) alert.Memory {
		if did.sleep > 0 {
			return m.Snooze(a.e.now().Add(did.sleep), did.key)
		}
		return m.Acknowledge(did.key)
	})
	a.fail(err)
}

// look tells of what is new.
func (a *alerter) look(ctx context.Context) {
	a.mu.Lock()
	c, s := a.config, a.shown
	a.mu.Unlock()
	if a.file == nil || a.board != s.name {
		a.file, a.board, a.before = keep.In(stateDir(a.e.getenv), s.name), s.name, nil
	}
	if len(c.Alerts) == 0 && a.known == nil {
		return // and nobody ever wanted any
	}
	now := a.e.now()
	log := s.log.Public(now)
	var fresh []alert.Alert
	m, err := a.file.Change(ctx, func(m alert.Memory) alert.Memory {
		m, fresh = m.Look(c.Alerts, alert.Scene{
			Now: now, Log: log, Before: a.before, Feeds: s.feeds,
			Export: export.Options{Name: s.name, Words: lang.Of(c.Language), Zone: s.zone},
		})
		return m
	})
	a.before = &log
	a.fail(err)
	for _, one := range fresh {
		a.said(one)
		a.carry(ctx, c, s, one)
	}
	a.show(ctx, c, m, now.In(s.zone))
}

// fail tells of a fault once.
func (a *alerter) fail(err error) {
	if text := clean.Err(err); text != a.fault {
		if a.fault = text; err != nil {
			a.failed(err)
		}
	}
}

// show brings to the screen what stands, and lets ring what is new to it, be it that
// another program found it. What stood there when the program began does not ring.
func (a *alerter) show(ctx context.Context, c config.Config, m alert.Memory, now time.Time) {
	standing := m.Standing(now)
	keys := make([]string, len(standing))
	var rings []ui.Ring
	for i, one := range standing {
		keys[i] = one.Key
		if rule, ok := ruleOf(c, one); ok && a.known != nil && !a.known[one.Key] && !rule.Out.Quiet.Has(now) {
			rings = append(rings, a.ring(one, rule.Out))
		}
	}
	if a.known == nil {
		a.known = map[string]bool{}
	}
	for _, one := range m.Alerts {
		a.known[one.Key] = true
	}
	if a.tell != nil && (len(rings) > 0 || !slices.Equal(keys, a.last)) {
		a.tell(ctx, ui.Alerts{Standing: standing, Rings: rings})
	}
	a.last = keys
}

// ring is how an alert makes itself heard at a screen.
func (a *alerter) ring(one alert.Alert, out alert.Out) ui.Ring {
	r := ui.Ring{Alert: one, Bell: out.Bell, Terminal: out.Terminal, Unfocused: out.Unfocused}
	if out.Desktop && !remote(a.e.getenv) {
		r.Desktop = runtime.GOOS
	}
	return r
}

// ruleOf is the rule that an alert came of, by its name.
func ruleOf(c config.Config, one alert.Alert) (r alert.Rule, ok bool) {
	i := slices.IndexFunc(c.Alerts, func(r alert.Rule) bool { return r.Name.String() == one.Rule })
	if i < 0 {
		return r, false
	}
	return c.Alerts[i], true
}

// carry carries an alert to where programs take it, in its own time.
func (a *alerter) carry(ctx context.Context, c config.Config, s shown, one alert.Alert) {
	rule, ok := ruleOf(c, one)
	if !ok || rule.Out.Quiet.Has(a.e.now().In(s.zone)) {
		return
	}
	p := post{e: a.e, config: c, shown: s, alert: one, out: rule.Out, desktop: a.tell == nil}
	a.out.Add(1)
	a.start("alert", func() {
		defer a.out.Done()
		select {
		case a.rooms <- struct{}{}:
			defer func() { <-a.rooms }()
		case <-ctx.Done():
			return
		}
		if err := p.send(ctx); err != nil && !errors.Is(ctx.Err(), context.Canceled) {
			a.failed(fmt.Errorf("alert %s: %w", cmp.Or(one.Rule, one.Key), err))
		}
	})
}
