package pane

import (
	"math"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/theme"
)

// Queue is a reading of a queue in few words, such as "trucks 151↑ →LT 3 h est.";
// empty where it tells neither how many wait nor how long.
func (s Scene) Queue(q model.QueueStatus) string {
	g, wait := s.Styles.Glyphs, s.roughly(q.Queue)
	if q.Queue.Waiting == nil && wait == "" {
		return ""
	}
	class := s.Words.Class(q.Queue.Class)
	if class == "" {
		class = s.Words.Classes(nil)
	}
	words := []string{class}
	arrow := s.Arrow(q.Trend)
	if q.Queue.Waiting != nil {
		words = append(words, s.Words.Number(*q.Queue.Waiting)+arrow)
		arrow = ""
	}
	if q.Queue.To != "" {
		words = append(words, g.Right+string(q.Queue.To))
	}
	if wait != "" {
		words = append(words, wait+arrow)
	}
	return strings.Join(words, " ")
}

// roughly is how long one waits, of what is long by the hour.
func (s Scene) roughly(q *model.Queue) string {
	const long = 3 * time.Hour
	if q.Wait != nil && *q.Wait >= long {
		near := *q
		near.Wait = new(q.Wait.Round(time.Hour))
		q = &near
	}
	return s.Words.Wait(q)
}

// Arrow is the sign of a queue that rises or falls.
func (s Scene) Arrow(t model.Trend) string {
	switch t {
	case model.Rising:
		return s.Styles.Glyphs.Up
	case model.Falling:
		return s.Styles.Glyphs.Down
	case model.Steady, model.Trendless:
	}
	return ""
}

// QueueAge is how old a reading is and, unless it is fresh, how far it may still be
// relied on.
func (s Scene) QueueAge(q model.QueueStatus) string {
	age := s.Words.Back(s.At().Sub(q.Queue.At.First()))
	if q.Fresh == model.Fresh {
		return age
	}
	return age + ", " + s.Words.Freshness(q.Fresh)
}

// LastDay draws what the source of a reading read of the same in the day before the
// board's moment, in a line of w cells, and tells the most of it; not ok where
// there is too little.
func (s Scene) LastDay(q *model.Queue, w int, st theme.Style) (line, most string, ok bool) {
	const day, least = 24 * time.Hour, 4
	until := s.Board.Valid
	readings := s.Board.Readings(q.Line(), q.Source(), until.Add(-day), until)
	if len(readings) < least || w < least {
		return "", "", false
	}
	values := make([]float64, w)
	for i := range values {
		values[i] = math.NaN()
	}
	top := 0.0
	for _, r := range readings {
		v, told := r.FigureLike(q)
		if !told {
			continue
		}
		top = max(top, v)
		at := int(int64(w) * int64(r.At.First().Sub(until.Add(-day))) / int64(day))
		values[min(max(at, 0), w-1)] = v
	}
	most = s.Words.Span(time.Duration(top) * time.Minute)
	if q.Waiting != nil {
		most = s.Words.Number(int64(top))
	}
	return draw.Spark(values, w, st, s.Styles.Glyphs), most, true
}
