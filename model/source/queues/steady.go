package queues

import (
	"time"

	"bordertop/model/source"
)

// Steady watches how many rows a source has. One that suddenly has less than half
// of them is broken, and no news.
type Steady struct {
	rows int
	at   time.Time
}

// Check takes the number of rows of an answer. What was more than a day ago is
// forgotten, so that a source may shrink for good.
func (s *Steady) Check(rows int, now time.Time) error {
	const day = 24 * time.Hour
	if rows*2 < s.rows && now.Sub(s.at) < day {
		return source.Troublef(source.Unexpected, "%d rows, where there were %d", rows, s.rows)
	}
	s.rows, s.at = rows, now
	return nil
}
