package export_test

import (
	"time"

	"bordertop/model"
	"bordertop/model/clean"
)

// hostileRecords are records of every kind that lists show, which say a text wherever
// they may.
func hostileRecords(text string) []model.Record {
	line, body := clean.Line(text), clean.Body(text)
	url, _ := clean.ParseURL("https://example.org/a_(b)?c=*d*")
	day := func(d int) model.Moment { return model.DayOf(2025, 11, d, time.UTC) }
	head := func(id model.ID) model.Fact {
		return model.Fact{ID: id, Sources: []model.ID{"src"}, Known: day(1), Note: body}
	}
	n := int64(7)
	return []model.Record{
		&model.Source{Fact: model.Fact{ID: "src", Note: body}, Publisher: line, Title: line, Description: body, URL: url, Published: day(1), Origin: line},
		&model.Crossing{Fact: head("c"), Name: line, Counterpart: line, Countries: []model.Country{"LT", "BY"}, Serves: []model.Class{model.Car, model.Truck}},
		&model.Measure{
			Fact: head("m"), Act: "act", Type: model.Closure, By: line, Crossings: []model.ID{"c"}, Classes: []model.Class{model.Car}, From: day(1), Until: day(30),
			Allows: []model.Permit{{Who: line, Text: body}}, Affects: body, Reason: body, Fee: &model.Fee{Amount: 1, Currency: line, Per: line, Each: line},
		},
		&model.Measure{Fact: head("open"), Type: model.FeeMeasure, By: line, From: day(1), EndsWhen: line},
		&model.Deadline{Fact: head("d"), Title: line, Due: day(29), By: line},
		&model.Report{Fact: head("r"), Crossings: []model.ID{"c"}, At: day(10), State: model.SeenOpen, By: line},
		&model.Count{Fact: head("n"), At: day(9), Value: &n, What: model.Stranded, Unit: model.UnitTruck, UnitText: line, By: line, Side: line, Summary: body},
		&model.Queue{Fact: head("q"), Crossing: "c", At: day(9), Waiting: &n, Method: line},
		&model.Incident{Fact: head("i"), At: day(9), Category: "airport", Severity: 3, Where: line, Title: line, Summary: body},
		&model.Statement{Fact: head("s"), At: day(9), Speaker: line, Role: line, Side: line, Summary: body, Quote: body},
		&model.Condition{Fact: head("k"), Type: model.Demand, Side: line, By: line, Stated: day(9), Text: body, State: model.Unmet},
		&model.Amendment{
			Fact: head("x"), Of: []model.ID{"n", "q", "i", "s", "k", "m", "d"}, Type: model.Correction, At: day(10), By: line, Reason: body,
			Set: []model.Assignment{{Field: "note", Value: body}, {Field: "summary", Value: body}, {Field: "title", Value: line}},
		},
		&model.Amendment{
			Fact: head("y"), Of: []model.ID{"n", "q", "i", "s", "k", "m", "d"}, Type: model.Dispute, At: day(10), By: line, Reason: body,
			Set: []model.Assignment{{Field: "by", Value: line}, {Field: "summary", Value: body}},
		},
	}
}
