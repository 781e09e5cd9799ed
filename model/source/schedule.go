package source

import (
	"math/rand/v2"
	"time"
)

// The schedule of a source that fails: it is asked again after a random time, below
// one that doubles from first to last; after enough failures in a row, once in rest.
const (
	first  = 5 * time.Second
	last   = 15 * time.Minute
	rest   = 15 * time.Minute
	enough = 5
)

// clock tells when a source is to be asked.
type clock struct {
	every, floor time.Duration
	random       func() float64 // from 0 to below 1
}

func newClock(f Feed, random func() float64) clock {
	if random == nil {
		random = rand.Float64
	}
	every := f.Every
	if every <= 0 {
		every = 5 * time.Minute
	}
	return clock{max(every, f.Floor), f.Floor, random}
}

// after is how long to wait after an answer: a fifth more or less than the interval,
// so that many sources, and many programs, do not ask at once.
func (c clock) after() time.Duration {
	return max(c.floor, c.spread(c.every))
}

func (c clock) spread(d time.Duration) time.Duration {
	return time.Duration(float64(d) * (0.8 + 0.4*c.random()))
}

// retry is how long to wait after so many failures in a row, of which the last asked
// to be left alone for a time.
func (c clock) retry(failures int, asked time.Duration) time.Duration {
	wait := rest + time.Duration(float64(rest)*0.2*c.random())
	if failures < enough {
		wait = time.Duration(float64(min(first<<failures, last)) * c.random())
	}
	return max(wait, asked, c.floor, time.Second)
}
