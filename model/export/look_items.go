package export

import (
	"time"

	"bordertop/model"
)

func (l *looker) condition(c model.ConditionStatus) LookCondition {
	return LookCondition{
		ID: c.Condition.ID, Kind: c.Condition.Type, Side: c.Condition.Side.String(), By: c.Condition.By.String(), Text: line(c.Condition.Text),
		State: c.Condition.State, Since: l.when(c.Since), Backed: l.backed(c.Since, freshness(c.Fresh), c.Condition.ID),
	}
}

func (l *looker) queue(s model.QueueStatus) LookQueue {
	q := s.Queue
	out := LookQueue{
		ID: q.ID, Crossing: q.Crossing, To: q.To, Class: q.Class, Waiting: q.Waiting, Called: q.Called, PerHour: q.PerHour, PerDay: q.PerDay,
		Estimate: q.Estimate(), Method: line(q.Method), Source: q.Source(), Beside: s.Beside, Trend: trendName(s.Trend),
		Backed: l.backed(q.At, freshness(s.Fresh), q.ID),
	}
	if q.Wait != nil {
		seconds := int64(*q.Wait / time.Second)
		out.Wait = &seconds
	}
	return out
}

func trendName(t model.Trend) string {
	return [...]string{model.Trendless: "", model.Rising: "rising", model.Steady: "steady", model.Falling: "falling"}[t]
}

func (l *looker) incident(i *model.Incident) LookIncident {
	return LookIncident{
		ID: i.ID, Category: i.Category, Severity: i.Severity, Title: line(i.Title), Crossings: all(i.Crossings, itself),
		Backed: l.backed(i.At, "", i.ID),
	}
}

func (l *looker) source(id model.ID) LookSource {
	s := l.b.Source(id)
	return LookSource{
		ID: s.ID, Publisher: s.Publisher.String(), Title: s.Title.String(), URL: s.URL.String(), Published: l.when(s.Published), Kind: s.Type,
		StateMedia: s.StateMedia, Origin: s.Origin.String(),
	}
}
