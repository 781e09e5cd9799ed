package model

import "time"

// Trend is how a queue moves.
type Trend uint8

// The trends. Trendless is that of a queue of which too little is known.
const (
	Trendless Trend = iota
	Rising
	Steady
	Falling
)

// trend compares a reading with what its source read about an hour and a half
// before it, from two hours and a quarter to three quarters of an hour: how many
// wait or, where that is not told, how long. A queue is steady while it differs from
// the mean of that by no more than a tenth, three vehicles or five minutes.
func (v view) trend(q *Queue) Trend {
	const from, until = 135 * time.Minute, 45 * time.Minute
	at := q.At.First()
	before := v.stretch(q.Line(), q.Source(), at.Add(-from), at.Add(-until))
	least := 3.0 // vehicles
	if q.Waiting == nil {
		least = 5 // minutes
	}
	now, ok := q.FigureLike(q)
	sum, n := 0.0, 0.0
	for _, b := range before {
		if f, told := b.FigureLike(q); told {
			sum, n = sum+f, n+1
		}
	}
	if !ok || n == 0 {
		return Trendless
	}
	mean := sum / n
	same := max(least, mean/10)
	switch {
	case now > mean+same:
		return Rising
	case now < mean-same:
		return Falling
	}
	return Steady
}

// FigureLike is what a reading is compared with another by: how many wait, where
// the other tells that, and else for how many minutes; not ok where it is not told.
func (q *Queue) FigureLike(other *Queue) (figure float64, ok bool) {
	switch {
	case other.Waiting != nil && q.Waiting != nil:
		return float64(*q.Waiting), true
	case other.Waiting == nil && q.Wait != nil:
		return q.Wait.Minutes(), true
	}
	return 0, false
}
