// Package watch tells when files change. It asks the system to tell of changes in
// their directories, whatever the way in which an editor saves: by a write, by
// another file in the place of the old one, or by another target of a link. Where
// the system does not tell, it looks every half minute.
package watch

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options say how to watch. What the zero Options leave out has a default.
type Options struct {
	// Match tells by its name which files of a directory count, where a path names a
	// directory; nil takes all. Directories in it never count.
	Match func(name string) bool
	// Quiet is how long nothing must have happened before files are looked at: a
	// save takes several steps. By default 250 ms.
	Quiet time.Duration
	// Least is the least time between two reports; by default one second.
	Least time.Duration
	// Poll is how often files are looked at without being told; by default 30 s.
	Poll time.Duration
	// Go starts a goroutine; nil is the go statement.
	Go func(name string, fn func())
	// New asks the system for a watcher; nil is fsnotify's. Where it fails, files
	// are polled, and it is asked again each time.
	New func() (*fsnotify.Watcher, error)
	// Polling is told why files are polled, once until they need not be; nil tells
	// nobody. The watch waits for it.
	Polling func(why error)
}

func (o Options) filled() Options {
	fill(&o.Quiet, 250*time.Millisecond)
	fill(&o.Least, time.Second)
	fill(&o.Poll, 30*time.Second)
	if o.Match == nil {
		o.Match = func(string) bool { return true }
	}
	if o.Go == nil {
		o.Go = func(_ string, fn func()) { go fn() }
	}
	if o.New == nil {
		o.New = fsnotify.NewWatcher
	}
	if o.Polling == nil {
		o.Polling = func(error) {}
	}
	return o
}

func fill(d *time.Duration, with time.Duration) {
	if *d <= 0 {
		*d = with
	}
}

// Watch watches some files. A process needs one.
type Watch struct {
	o     Options
	other chan struct{} // there are other paths to watch

	mu    sync.Mutex
	paths []string
	looks looks
	seen  map[string]string // how each path looked, by path

	// What follows is for the goroutine of run.
	system  *fsnotify.Watcher // nil where the system does not tell
	trail   trail
	polling bool // as was told
}

// New takes down how files and directories look now: what happens from then on is
// told. They need not be there. It reads the files.
func New(o Options, paths ...string) *Watch {
	w := &Watch{o: o.filled(), other: make(chan struct{}, 1), seen: map[string]string{}}
	w.looks = looks{seed: maphash.MakeSeed(), match: w.o.Match, large: map[string]stamp{}}
	w.Set(paths...)
	return w
}

// Set watches these paths from now on, and no others. Of those that were watched
// before nothing is missed.
func (w *Watch) Set(paths ...string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	seen := map[string]string{}
	w.paths = nil
	for _, path := range paths {
		if absolute, err := filepath.Abs(path); err == nil {
			path = absolute
		}
		looked, ok := w.seen[path]
		if !ok {
			looked = w.looks.of(path)
		}
		if _, twice := seen[path]; !twice {
			w.paths = append(w.paths, path)
		}
		seen[path] = looked
	}
	w.seen = seen
	select {
	case w.other <- struct{}{}:
	default:
	}
}

// Changes begins to watch, and tells of what has changed since New or Set, and then
// since the last time: absolute paths, in their order. Changes that nobody takes
// gather. The channel is closed when ctx ends. It can be called once.
func (w *Watch) Changes(ctx context.Context) <-chan []string {
	out := make(chan []string)
	w.o.Go("watch", func() {
		defer close(out)
		defer w.close()
		w.run(ctx, out)
	})
	return out
}

// run looks at the files when something has happened and it has been quiet since,
// and every so often besides.
func (w *Watch) run(ctx context.Context, out chan<- []string) {
	poll := time.NewTicker(w.o.Poll)
	defer poll.Stop()
	// What happened since New is found at once.
	quiet, latest, rest := time.NewTimer(0), idle(), idle()
	var changed []string
	waiting, resting := false, false
	for {
		to := out
		if changed == nil || resting {
			to = nil
		}
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.events():
			switch {
			case !ok:
				w.close() // It is asked again at the next poll.
				continue
			case !w.trail.concerns(e.Name, w.o.Match):
				continue
			case !waiting:
				waiting = true
				latest.Reset(w.o.Least)
			}
			quiet.Reset(w.o.Quiet)
			continue
		case <-w.lost(): //nolint:errcheck // whatever it was, events may be missing
		case <-w.other:
		case <-poll.C:
		case <-latest.C: // It is never quiet.
		case <-quiet.C:
		case <-rest.C:
			resting = false
			continue
		case to <- changed:
			changed, resting = nil, true
			rest.Reset(w.o.Least)
			continue
		}
		waiting = false
		latest.Stop()
		quiet.Stop()
		why := w.follow()
		if why != nil && !w.polling {
			w.o.Polling(why)
		}
		w.polling = why != nil
		changed = w.compare(changed)
	}
}

// idle is a timer that does not run yet.
func idle() *time.Timer {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return t
}

// compare adds to what has changed what looks otherwise than it did.
func (w *Watch) compare(changed []string) []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var all []string
	for _, path := range w.paths {
		now := w.looks.of(path)
		if now != w.seen[path] || slices.Contains(changed, path) {
			all = append(all, path)
		}
		w.seen[path] = now
	}
	return all
}

// follow asks the system to tell of the directories that matter now. One that
// cannot be watched is polled; the error says why.
func (w *Watch) follow() error {
	if w.system == nil {
		system, err := w.o.New()
		if err != nil {
			return fmt.Errorf("watch files: %w", err)
		}
		w.system, w.trail = system, trail{}
	}
	// A link may be set before its directory is watched: then there is more to
	// follow than there was.
	var why error
	for range 10 {
		before := w.trail
		w.trail = trace(w.watched())
		for dir := range before.dirs {
			if !w.trail.dirs[dir] {
				_ = w.system.Remove(dir) // It may be gone.
			}
		}
		why = w.add()
		if maps.Equal(before.dirs, w.trail.dirs) {
			break
		}
	}
	return why
}

func (w *Watch) watched() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.paths)
}

// add asks to tell of the directories of the trail.
func (w *Watch) add() error {
	var why error
	for dir := range w.trail.dirs {
		// Again, for another may stand there by now, or none.
		if err := w.system.Add(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			why = fmt.Errorf("watch %s: %w", dir, err)
		}
	}
	return why
}

func (w *Watch) events() <-chan fsnotify.Event {
	if w.system == nil {
		return nil
	}
	return w.system.Events
}

// lost tells that events may be missing.
func (w *Watch) lost() <-chan error {
	if w.system == nil {
		return nil
	}
	return w.system.Errors
}

func (w *Watch) close() {
	if w.system != nil {
		_ = w.system.Close()
		w.system = nil
	}
}
