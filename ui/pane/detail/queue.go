package detail

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/ui/draw"
)

// queue writes a reading of a queue.
func (p *page) queue(q *model.Queue) {
	w := p.s.Words
	p.refs("crossing", []model.ID{q.Crossing})
	p.field("to", p.towards(q.To))
	p.field("class", w.Class(q.Class))
	p.field("waiting", p.known(p.value("waiting", q.Waiting)))
	p.field("called", p.value("called", q.Called))
	p.field("per_hour", p.value("per_hour", q.PerHour))
	p.field("per_day", p.value("per_day", q.PerDay))
	p.field("wait", w.Wait(q))
	p.field("method", q.Method.String())
	if i := slices.IndexFunc(p.s.Board.Queues, func(s model.QueueStatus) bool { return s.Queue.ID == q.ID }); i >= 0 {
		p.row(p.s.Styles.Text, w.Queue.Trend, strings.TrimSpace(p.s.Arrow(p.s.Board.Queues[i].Trend)+" "+w.Moves(p.s.Board.Queues[i].Trend)))
		p.lastDay(q)
	}
}

// readings lists the queues and claims at a crossing.
func (p *page) readings(id model.ID) {
	w := p.s.Words
	var queues []model.QueueStatus
	for _, q := range p.s.Board.Queues {
		if q.Queue.Crossing == id {
			queues = append(queues, q)
		}
	}
	slices.SortStableFunc(queues, func(a, b model.QueueStatus) int { return p.rank(a) - p.rank(b) })
	var claims []piece
	for _, g := range p.s.Board.Claims {
		for _, c := range g.Claims {
			if g.Crossing == id {
				text := p.join(p.title(c.Count), c.Count.By.String(), p.s.Day(c.Count.At), w.Freshness(c.Fresh))
				claims = append(claims, p.to(p.s.Styles.Text, c.Count.ID, text))
			}
		}
	}
	if len(queues)+len(claims) == 0 {
		return
	}
	p.section(w.Page.Readings)
	for _, q := range queues {
		p.bullet(p.to(p.s.Styles.Text, q.Queue.ID, p.reading(q)))
		p.lastDay(q.Queue)
	}
	for _, one := range claims {
		p.bullet(one)
	}
}

// rank puts the queues of the last day first, and trucks first among them.
func (p *page) rank(q model.QueueStatus) int {
	const day = 24 * time.Hour
	switch {
	case p.s.Board.Age(q.Queue.At) > day:
		return 2
	case q.Queue.Class != model.Truck:
		return 1
	}
	return 0
}

// reading tells a queue in a line, with who says so.
func (p *page) reading(q model.QueueStatus) string {
	w := p.s.Words
	parts := []string{w.Kind(model.KindQueue), w.Class(q.Queue.Class), p.towards(q.Queue.To)}
	for _, f := range []struct {
		name string
		n    *int64
	}{{"waiting", q.Queue.Waiting}, {"called", q.Queue.Called}, {"per_hour", q.Queue.PerHour}, {"per_day", q.Queue.PerDay}} {
		if f.n != nil {
			parts = append(parts, w.Field(f.name)+" "+w.Number(*f.n))
		}
	}
	switch wait := w.Wait(q.Queue); {
	case wait == "":
	case *q.Queue.Wait == 0:
		parts = append(parts, wait)
	default:
		parts = append(parts, w.Field("wait")+" "+wait)
	}
	parts = append(parts, strings.TrimSpace(p.s.Arrow(q.Trend)+" "+w.Moves(q.Trend)), p.s.Moment(q.Queue.At), w.Freshness(q.Fresh))
	if sources, _ := p.s.Sources(q.Queue.ID); len(sources) > 0 {
		parts = append(parts, cmp.Or(sources[0].Publisher.String(), sources[0].Title.String(), string(sources[0].ID)))
	}
	text := p.join(parts...)
	if q.Beside {
		return fmt.Sprintf(w.Queue.Rival, text)
	}
	return text
}

// lastDay draws how a queue moved in a day.
func (p *page) lastDay(q *model.Queue) {
	const indent, most = 2, 48
	label := fmt.Sprintf(p.s.Words.Queue.LastDay, p.s.Words.Number(0))
	line, top, ok := p.s.LastDay(q, min(p.w-indent-1-draw.Width(label)-indent, most), p.s.Styles.Accent)
	if !ok {
		return
	}
	text := strings.Repeat(" ", indent) + line + " " + p.s.Styles.Muted.Render(fmt.Sprintf(p.s.Words.Queue.LastDay, top))
	p.put(styled(draw.Cut(text, p.w)))
}
