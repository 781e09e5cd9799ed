package main

import (
	"runtime/debug"
	"time"
)

// enough is the memory at which the collector runs even while the program
// starts.
const enough = 128 << 20

// hurry keeps the collector out of the way until the function that it returns is
// called: a start makes little garbage, and somebody waits for it.
func hurry() (done func()) {
	percent := debug.SetGCPercent(-1)
	limit := debug.SetMemoryLimit(enough)
	return func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	}
}

// settled is how long after its start the program has nothing to do.
const settled = 400 * time.Millisecond

// tidy gives back the memory that the start took and the board does not need.
func tidy() {
	time.Sleep(settled)
	debug.FreeOSMemory()
}
