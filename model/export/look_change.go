package export

import "bordertop/model"

// changes tells what amendments did to a record.
func (l *looker) changes(id model.ID) []LookChange {
	a, ok := l.b.Record(id)
	if !ok {
		return nil
	}
	var out []LookChange
	by := func(c *model.Amendment) LookChange {
		return LookChange{Record: id, By: c.ID, Kind: c.Type, At: l.when(quoter{l.b, l.o}.made(c)), Reason: line(c.Reason), Sources: all(c.Sources, itself)}
	}
	for _, c := range a.Changes {
		one := by(c.By)
		one.Field, one.Old, one.New = c.Field, l.o.value(c.Old), l.o.value(c.New)
		out = append(out, one)
	}
	for _, d := range a.Disputes {
		for _, set := range d.Set {
			one := by(d)
			one.Field, one.New = set.Field, l.o.value(set.Value)
			out = append(out, one)
		}
	}
	if a.Withdrawal != nil {
		out = append(out, by(a.Withdrawal))
	}
	return out
}
