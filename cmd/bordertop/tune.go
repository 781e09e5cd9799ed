package main

import (
	"os"
	"runtime/debug"
	"time"

	"bordertop/model/dataset"
)

const (
	// lazy is the collector's percentage while the program starts: it does not
	// run before 16 MiB, which the embedded dataset does not fill. Somebody waits
	// for the start, and a third of it was the collector's.
	lazy = 400
	// thrifty is the percentage while files of more than large bytes are read: then
	// memory counts more than time.
	thrifty = 50
	large   = 4 << 20
	// settled is how long after its start the program has nothing to do.
	settled = 400 * time.Millisecond
)

// hurry keeps the collector out of the way, and gives the percentage that it had.
func hurry() int { return debug.SetGCPercent(lazy) }

// tidy waits until nobody waits any more, gives the collector its percentage
// back, and the memory that the start took and the board does not need.
func tidy(percent int) {
	time.Sleep(settled)
	debug.SetGCPercent(percent)
	debug.FreeOSMemory()
}

// spare keeps the memory down that reading takes, where there is much to read, until
// that is done.
func spare(paths []string) (done func()) {
	size := int64(0)
	for _, name := range dataset.Paths(paths) {
		if info, err := os.Stat(name); err == nil {
			size += info.Size()
		}
	}
	if size < large {
		return func() {}
	}
	percent := debug.SetGCPercent(thrifty)
	return func() { debug.SetGCPercent(min(percent, 100)) }
}
