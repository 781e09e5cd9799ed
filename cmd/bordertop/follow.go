package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/export"
	"bordertop/ui"
	"bordertop/ui/draw"
)

// interrupted is how a watch ends, unless its pipe breaks.
func interrupted(status int) error { return &statusError{status, errReported} }

// watcher writes what changes on the board of the present: a sentence for every
// difference, or in a format for programs all of it again.
type watcher struct {
	e      env
	f      *flags
	names  []string
	status statusFlags
	files  *loader
	// last is what was asked last, said what was written for it.
	last *question
	said string
}

// follow watches until a signal comes. Between changes of files it looks once a
// minute, for facts grow old and dates come.
func (w *watcher) follow(ctx context.Context) error {
	if err := w.sensible(); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	// What changed before the files were watched would be missed.
	w.files = newLoader(w.e, w.f, nil)
	if err := w.files.open(); err != nil {
		return err
	}
	go tidy(100)
	w.renew(ctx)
	w.last.before = nil
	if err := w.begin(ctx); err != nil {
		return err
	}
	changes := w.files.files.Changes(ctx)
	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	for {
		select {
		case <-ctx.Done():
			return interrupted(exitInterrupted)
		case s := <-signals:
			if s == syscall.SIGTERM {
				return interrupted(exitTerminated)
			}
			return interrupted(exitInterrupted)
		case <-minute.C:
			w.tick(ctx)
		case paths := <-changes:
			w.files.answer(paths, w.report)
			w.renew(ctx)
		case why := <-w.files.polled:
			w.report(ui.Change{Polled: why})
		}
		if err := w.tell(ctx); err != nil {
			return err
		}
	}
}

// sensible refuses what a watch cannot do.
func (w *watcher) sensible() error {
	switch {
	case !w.last.live:
		return errors.New("--watch shows the present: leave --as-of and --known out")
	case w.f.output != "":
		return errors.New("--watch writes to standard output: leave --output out")
	case w.status.exit:
		return errors.New("--watch ends by a signal: leave --exit-code out")
	}
	return nil
}

// begin says what is watched, and in a format for programs how all is now.
func (w *watcher) begin(ctx context.Context) error {
	if !w.sentences() {
		return w.again(ctx)
	}
	_, err := fmt.Fprintf(w.e.stderr, "watching %s: a line follows for every change; ctrl+c ends\n", w.last.options.Name)
	return err
}

func (w *watcher) sentences() bool { return w.last.format == "text" && w.status.template == "" }

// tick puts the question of the present, at which an embargo may be over. What live
// sources told meanwhile, another program keeps.
func (w *watcher) tick(ctx context.Context) {
	if len(w.files.config.Sources) > 0 {
		w.renew(ctx)
		return
	}
	next := *w.last
	next.before = nil
	next.records = w.public()
	if next.records.log.Len() != w.last.records.log.Len() {
		next.index = nil
	}
	next.at(w.e.now(), w.e.now())
	w.put(&next)
}

// public are the records that may be told of now.
func (w *watcher) public() records { return held{w.files.records}.public(w.e.now()) }

// report tells on stderr why settings or records stay as they were.
func (w *watcher) report(c ui.Change) {
	var err error
	switch {
	case c.Settings != nil:
		err = c.Settings.Err
	case c.Data != nil:
		err = c.Data.Err
	default:
		err = c.Polled
	}
	switch faults, ok := errors.AsType[dataset.Faults](err); {
	case ok:
		tell(w.e.stderr, faults)
	case err != nil:
		_, _ = fmt.Fprintln(w.e.stderr, "bordertop: "+clean.Err(err))
	}
}

// renew puts the question of the settings and the records that there are now.
func (w *watcher) renew(ctx context.Context) {
	next, err := questionOf(ctx, w.e, w.f, w.files.config, w.public(), w.last.format)
	if err == nil {
		w.put(&next)
	}
}

// put takes the next question, for the same crossings. Those that are gone leave
// the last one in place.
func (w *watcher) put(next *question) {
	next.fit(w.f, readersOf(w.last.format))
	if err := next.only(w.names); err == nil {
		next.before = cmp.Or(w.last.before, &w.last.board)
		w.last = next
	}
}

// tell writes what changed.
func (w *watcher) tell(ctx context.Context) error {
	q := w.last
	if q.before == nil {
		return nil
	}
	differences := model.Diff(*q.before, q.board)
	q.before = nil
	switch {
	case w.sentences():
		return w.narrate(differences)
	case len(differences) > 0 || slices.Contains(export.BarFormats(), q.format):
		return w.again(ctx)
	}
	return nil
}

// narrate writes a sentence for every difference.
func (w *watcher) narrate(differences []model.Difference) error {
	q := w.last
	var out strings.Builder
	for _, d := range differences {
		if d.Event != nil && !q.options.Only(d.Event) {
			continue
		}
		out.WriteString(q.options.Words.Clock(q.board.Valid, q.records.zone) + ": " + export.Tell(q.board, d, q.options).Sentence(q.options.Words) + "\n")
	}
	return w.say(out.String())
}

// again writes all, in a line, if it is other than before.
func (w *watcher) again(ctx context.Context) error {
	var out bytes.Buffer
	if err := w.status.write(ctx, &out, w.last); err != nil {
		return err
	}
	if w.last.format == "json" && w.status.template == "" {
		var line bytes.Buffer
		if err := json.Compact(&line, out.Bytes()); err != nil {
			return err
		}
		out = line
	}
	text := strings.TrimRight(out.String(), "\n") + "\n"
	if text == w.said {
		return nil
	}
	w.said = text
	return w.say(text)
}

func (w *watcher) say(text string) error {
	if w.last.config.ASCII && readersOf(w.last.format) != programs {
		text = draw.ASCII(text)
	}
	if text == "" {
		return nil
	}
	return deliver(w.e, "", []byte(text))
}
