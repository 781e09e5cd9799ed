package alert

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"bordertop/model"
	"bordertop/model/export"
	"bordertop/model/source"
)

// deadlines finds ends and due dates that are nearer than they were by a stage of the
// rule. Where several stages passed between two looks, the last of them counts.
func (l *look) deadlines(a asked) {
	stages := slices.Clone(a.before())
	slices.Sort(stages)
	for _, d := range l.board.Deadlines {
		if d.State == model.NoDate || d.State == model.LiftedEarly || d.At.IsZero() {
			continue
		}
		left := d.At.Last().Sub(l.scene.Now)
		if d.State == model.Coming {
			left = d.At.First().Sub(l.scene.Now)
		}
		reached := slices.IndexFunc(stages, func(s time.Duration) bool { return left <= s })
		if reached < 0 || left < -ageless || !l.matches(a, l.ending(d)...) {
			continue
		}
		at := d.At.Last().Format(time.RFC3339)
		stage := strconv.FormatInt(int64(stages[reached]), 10)
		if _, turned := l.turned(a, "deadline "+string(d.ID)+at, stage); turned {
			text := export.Deadline(l.board, d, l.scene.Export)
			l.found = append(l.found, finding{id: opened(d), mark: at + " " + stage, text: text})
		}
	}
}

// opened is the record of a deadline; an act has several and is looked at as one.
func opened(d model.DeadlineStatus) model.ID {
	if len(d.Measures) > 0 {
		return d.Measures[0].ID
	}
	return d.ID
}

func (l *look) ending(d model.DeadlineStatus) []model.Record {
	if d.Deadline != nil {
		return []model.Record{d.Deadline}
	}
	out := make([]model.Record, len(d.Measures))
	for i, m := range d.Measures {
		out[i] = m
	}
	return out
}

// claims finds those that reach the number of the rule: what somebody newly states, in
// each group of claims the one that counts.
func (l *look) claims(a asked) {
	for _, g := range l.board.Claims {
		if g.Working == nil {
			continue
		}
		c := g.Working.Count
		value := cmp.Or(c.Value, c.Max, c.Min)
		if value == nil || !l.matches(a, c) {
			continue
		}
		thing := "claim " + string(g.What) + " " + string(g.Unit) + " " + string(g.Crossing)
		l.reaches(a, thing, *value, c)
	}
}

// queues finds those that reach the number of the rule.
func (l *look) queues(a asked) {
	for _, q := range newest(l.board) {
		r := q.Queue
		if r.Waiting == nil || q.Fresh == model.Stale || !l.matches(a, r, l.record(r.Crossing)) {
			continue
		}
		l.reaches(a, "queue "+string(r.Crossing)+" "+string(r.To)+" "+string(r.Class), *r.Waiting, r)
	}
}

// newest lists the queues of a board without what another source says beside: it
// is not that which rises and falls.
func newest(b model.Board) []model.QueueStatus {
	return slices.DeleteFunc(slices.Clone(b.Queues), func(q model.QueueStatus) bool { return q.Beside })
}

const above, under = "above", "under"

// reaches finds a number that came up to that of the rule. It must fall well below
// that before it can do so again.
func (l *look) reaches(a asked, thing string, n int64, r model.Record) {
	is := under
	if n >= a.Above || n > a.below() && l.was[a.key+" "+thing] == above {
		is = above
	}
	if _, turned := l.turned(a, thing, is); turned && is == above {
		text := export.Fact(l.board, r, l.scene.Export)
		l.found = append(l.found, finding{id: r.Head().ID, mark: thing + r.Own().First().Format(time.RFC3339), text: text})
	}
}

// dead is for how long a source must fail before it counts: one answer that is lost is
// none.
const dead = 10 * time.Minute

// sources finds live sources that fare otherwise.
func (l *look) sources(a asked) {
	for _, h := range l.scene.Feeds {
		state := h.State(l.scene.Now)
		lost := state == source.Failing && l.scene.Now.Sub(h.Since) < dead
		if state == source.Off || state == source.Waiting || lost || !l.matches(a, l.record(h.ID)) {
			continue
		}
		thing := "source " + string(h.ID)
		was, turned := l.turned(a, thing, string(state))
		if !turned || !slices.Contains(a.to(), string(state)) || was == "" && state == source.Fresh {
			continue
		}
		l.found = append(l.found, finding{id: h.ID, mark: string(state) + l.scene.Now.Format(time.RFC3339), text: export.Feed(h, l.scene.Now, l.scene.Export)})
	}
}

// stale finds facts that went past their budget since the last look.
func (l *look) stale(a asked) {
	fact := func(thing string, r model.Record, stale bool) {
		if r == nil || !l.matches(a, r) {
			return
		}
		is := "fresh"
		if stale {
			is = "stale"
		}
		if was, turned := l.turned(a, thing, is); turned && stale && was != "" {
			l.found = append(l.found, finding{id: r.Head().ID, mark: thing + r.Own().First().Format(time.RFC3339) + l.scene.Now.Format(time.DateOnly), text: export.Aged(l.board, r, l.scene.Export)})
		}
	}
	for _, c := range l.board.Crossings {
		fact("crossing "+string(c.Crossing.ID), c.Crossing, c.Headline.Fresh == model.Stale)
	}
	for _, g := range l.board.Claims {
		if len(g.Claims) > 0 {
			fact("claims "+string(g.What)+" "+string(g.Unit)+" "+string(g.Crossing), g.Claims[0].Count, g.Stale())
		}
	}
	for _, c := range l.board.Conditions {
		fact("condition "+string(c.Condition.ID), c.Condition, c.Fresh == model.Stale)
	}
	for _, q := range newest(l.board) {
		fact("queue "+string(q.Queue.Crossing)+" "+string(q.Queue.To)+" "+string(q.Queue.Class), q.Queue, q.Fresh == model.Stale)
	}
}
