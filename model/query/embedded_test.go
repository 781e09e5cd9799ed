package query_test

import (
	"testing"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/modeltest"
	"bordertop/model/query"
)

// embeddedLog is the log of the dataset that comes with the program.
func embeddedLog(tb testing.TB) model.Log {
	tb.Helper()
	d, faults := dataset.Embedded(dataset.Options{})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	l, err := model.NewLog(model.DefaultRules(), d.Records...)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// scopeAt asks of the board of a moment by the clocks of Vilnius.
func scopeAt(tb testing.TB, l model.Log, at string) query.Scope {
	tb.Helper()
	t := modeltest.Time(tb, at)
	return query.Scope{Board: l.At(t, t), At: t, Zone: modeltest.Zone(tb, "Europe/Vilnius")}
}

// parse reads a query that has no fault.
func parse(tb testing.TB, text string) query.Query {
	tb.Helper()
	q, err := query.Parse(text, modeltest.Zone(tb, "Europe/Vilnius"))
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return q
}

// found lists the ids of the events that a query finds.
func found(tb testing.TB, x *query.Index, text string, s query.Scope) []model.ID {
	tb.Helper()
	var out []model.ID
	for _, at := range x.Search(parse(tb, text), s) {
		out = append(out, s.Board.Events.ID(at))
	}
	return out
}
