package alert

import (
	"slices"
	"time"

	"bordertop/model"
	"bordertop/model/export"
)

// turns finds what differs from the last look.
func (l *look) turns(a asked) {
	for _, d := range l.differences {
		mark, severity, ok := l.concerns(a, d)
		if !ok || !l.matches(a, l.behind(d)...) {
			continue
		}
		text := export.Tell(l.board, d, l.scene.Export).Sentence(l.scene.Export.Words)
		l.found = append(l.found, finding{id: d.ID, mark: mark, text: text, severity: severity})
	}
}

// concerns tells whether a difference is what a rule waits for, what marks it, and how
// severe it is.
func (l *look) concerns(a asked, d model.Difference) (mark string, severity int64, ok bool) {
	switch {
	case a.When == New && d.Kind == model.EventAdded:
		i, _ := d.Event.(*model.Incident)
		if i != nil {
			severity = i.Severity
		}
		own := i != nil && i.Category == Category
		return "new", severity, !own && l.scene.Now.Sub(d.Known) < ageless
	case a.When == State && d.Kind == model.StateChanged:
		return l.state(a, *d.State)
	case a.When == Condition && d.Kind == model.ConditionChanged && d.Condition.After != nil:
		after := d.Condition.After
		state := string(after.Condition.State)
		return state + after.Since.First().Format(time.RFC3339), 0, slices.Contains(a.to(), state)
	case a.When == Correction && d.Kind == model.RecordAmended:
		by := d.Amendment.Amendment
		return string(by.ID), 0, slices.Contains(a.to(), string(by.Type))
	case a.When == Deadline && d.Kind == model.DeadlineChanged:
		return l.moved(*d.Deadline)
	}
	return "", 0, false
}

// state takes a crossing that is said to be otherwise, first of all or for some.
func (l *look) state(a asked, t model.StateTurn) (mark string, severity int64, ok bool) {
	to := a.to()
	wanted := func(p model.Passage) bool { return slices.Contains(to, stateWord(p.State)) }
	mark = stateWord(t.After.State) + " " + t.After.Since.First().Format(time.RFC3339)
	if t.Headline() {
		return mark, 1, wanted(t.After)
	}
	for _, p := range t.Passages {
		if p.Before.State != p.After.State && wanted(p.After) {
			return mark + " " + string(p.After.Class) + string(p.After.To) + stateWord(p.After.State) + p.After.Since.First().Format(time.RFC3339), 0, true
		}
	}
	return "", 0, false
}

func stateWord(s model.State) string {
	switch s {
	case model.Closed:
		return "closed"
	case model.Restricted:
		return "restricted"
	case model.Open, model.OpenWithBans:
		return "open"
	case model.Unknown:
	}
	return "unknown"
}

// moved takes a deadline that is another than it was.
func (l *look) moved(t model.DeadlineTurn) (mark string, severity int64, ok bool) {
	switch t.Fate {
	case model.MovedUp, model.MovedBack, model.Lifted, model.CalledOff, model.Replaced:
	case model.Announced, model.Begun, model.Passed, model.Finished:
		return "", 0, false
	}
	mark = "moved"
	if t.After != nil {
		mark += t.After.At.Last().Format(time.RFC3339)
	}
	return mark, 0, true
}

// behind are the records of a difference, as they stand, for a filter to look at.
func (l *look) behind(d model.Difference) []model.Record {
	if d.Event != nil {
		return []model.Record{d.Event}
	}
	if d.State != nil {
		return []model.Record{d.State.Crossing}
	}
	out := []model.Record{l.record(d.ID)}
	if d.Amendment != nil {
		return append(out, d.Amendment.Records...)
	}
	for _, id := range d.Records {
		out = append(out, l.record(id))
	}
	return out
}
