package detail_test

import (
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui/uitest"
)

func vilnius() *time.Location { return time.FixedZone("EET", 2*3600) }

func at(d, h int) time.Time { return time.Date(2025, time.November, d, h, 0, 0, 0, vilnius()) }

func day(d int) model.Moment { return model.DayOf(2025, time.November, d, vilnius()) }

func fact(id model.ID, sources ...model.ID) model.Fact { return model.Fact{ID: id, Sources: sources} }

// border is a crossing under an act that was changed, with claims, events and a
// condition.
func border() []model.Record {
	value, more := int64(1000), int64(2000)
	lat, lon := 54.541, 25.711
	address, _ := clean.ParseURL("https://wire.example.com/a/1")
	line := clean.Line
	return []model.Record{
		&model.Source{
			Fact: fact("wire"), Publisher: line("Wire"), Title: line("Border shut"), URL: address, Published: day(1),
			Type: model.Wire, Origin: line("Reuters"),
		},
		&model.Source{Fact: fact("tv"), Publisher: line("State TV"), Description: line("report"), Published: day(3), Type: model.BYStateMedia, StateMedia: true},
		&model.Source{Fact: fact("late"), Publisher: line("Late News"), Published: day(20), Type: model.NationalMedia},
		&model.Source{Fact: fact("undated"), Publisher: line("Archive"), Type: model.Repository},
		&model.Place{Fact: fact("vno"), Name: line("Vilnius airport"), Type: model.Airport},
		&model.Crossing{
			Fact: fact("medininkai", "undated"), Name: line("Medininkai"), Counterpart: line("Kamenny Log"),
			Names:     []model.Name{{Lang: model.Belarusian, Text: line("Каменны Лог")}},
			Countries: []model.Country{"LT", "BY"}, Serves: []model.Class{model.Car, model.Truck}, Hours: line("day and night"),
			Lat: &lat, Lon: &lon, CoordConfidence: model.Low, Roads: []clean.Text{line("A3 (E28)")},
		},
		&model.Measure{
			Fact: fact("shut-cars", "wire", "late"), Act: "shut", Type: model.Closure, By: line("Government"), Crossings: []model.ID{"medininkai"},
			From: day(1), Until: model.EndOfDay(2025, time.November, 30, vilnius()), Reason: line("balloons"), Instrument: line("Resolution 7"),
			Allows: []model.Permit{{Who: line("diplomats"), Text: line("holders of diplomatic passports")}, {Who: line("citizens"), To: "LT"}},
		},
		&model.Measure{
			Fact: fact("ban", "tv"), Type: model.Ban, By: line("Belarus"), Classes: []model.Class{model.Truck}, From: day(4),
			EndsWhen: line("the border opens"),
		},
		&model.Amendment{
			Fact: model.Fact{ID: "sooner", Sources: []model.ID{"tv"}, Known: day(9)}, Of: []model.ID{"shut"}, Type: model.Correction,
			By: line("Government"), Reason: line("misprint"),
			Set: []model.Assignment{{Field: "until", Value: model.Exactly(time.Date(2025, 11, 20, 0, 0, 0, 0, vilnius()))}},
		},
		&model.Amendment{
			Fact: model.Fact{ID: "rival", Known: day(9)}, Of: []model.ID{"count"}, Type: model.Dispute, By: line("Hauliers"),
			Set: []model.Assignment{{Field: "value", Value: &more}}, Reason: line("counted twice"),
		},
		&model.Count{
			Fact: fact("count", "tv"), At: day(10), Value: &value, Qualifier: model.About, What: model.Stranded, Unit: model.UnitTruck,
			UnitText: line("lorries"), By: line("Minister"), Side: line("Lithuania"), Summary: line("Must come home."),
		},
		&model.Count{Fact: fact("other"), At: day(9), Value: &more, What: model.Stranded, Unit: model.UnitTruck, By: line("Hauliers")},
		&model.Incident{
			Fact: fact("stop", "wire"), At: model.Exactly(time.Date(2025, 11, 10, 23, 30, 0, 0, vilnius())), Category: "airport", Severity: 3,
			Places: []model.ID{"vno"}, Crossings: []model.ID{"medininkai"}, About: []model.ID{"demand"},
			Figures: []model.Figure{{Name: "flights", Value: 30}, {Name: "duration-min", Value: 179}},
			Title:   line("Drone stops the airport"), Summary: line("Thirty flights waited."),
		},
		&model.Statement{
			Fact: fact("said"), At: day(11), Speaker: line("Budrys"), Role: line("Foreign Minister"), Side: line("Lithuania"),
			Summary: line("No talks."), Quote: line("fully involved"), Language: model.English, About: []model.ID{"demand"},
		},
		&model.Condition{Fact: fact("demand"), Type: model.Demand, Side: line("Lithuania"), Stated: day(5), Text: line("Balloons stop"), State: model.Unmet},
		&model.Amendment{
			Fact: model.Fact{ID: "step", Known: day(8)}, Of: []model.ID{"demand"}, At: day(8), Type: model.Update,
			Set: []model.Assignment{{Field: "state", Value: "partly"}}, Reason: line("calm nights"),
		},
		&model.Deadline{Fact: model.Fact{ID: "pledge", Known: day(2)}, Title: line("Answer due"), Due: day(15), By: line("Minsk"), About: []model.ID{"demand"}},
		&model.Incident{Fact: fact("gone"), At: day(3), Category: "drone", Severity: 1, Title: line("Drone seen")},
		&model.Amendment{Fact: model.Fact{ID: "gone-w", Known: day(4)}, Of: []model.ID{"gone"}, Type: model.Withdrawal, Reason: line("a kite")},
		&model.Queue{Fact: fact("queue"), Crossing: "medininkai", At: model.Exactly(at(11, 17)), Class: model.Car, To: "BY", Wait: new(3 * time.Hour)},
		&model.Tally{Fact: fact("tally"), Subject: line("Airport stops"), Period: model.MonthOf(2025, time.October, vilnius())},
		&model.Report{Fact: fact("seen"), Crossings: []model.ID{"medininkai"}, At: day(1), State: model.SeenRestricted},
	}
}

// beside are events near those of border.
func beside() []model.Record {
	line := clean.Line
	return []model.Record{
		&model.Incident{Fact: fact("again", "tv"), At: day(12), Category: "airport", Severity: 2, Places: []model.ID{"vno"}, Title: line("Airport shut again")},
		&model.Incident{Fact: fact("queue-grows"), At: day(9), Category: "queue", Severity: 2, Crossings: []model.ID{"medininkai"}, Title: line("The queue grows")},
		&model.Incident{Fact: fact("far"), At: day(13), Category: "airport", Severity: 2, Places: []model.ID{"vno"}, Title: line("Not within two days")},
		&model.Incident{Fact: fact("kite"), At: day(10), Category: "drone", Severity: 1, Places: []model.ID{"vno"}, Title: line("A kite")},
		&model.Amendment{Fact: model.Fact{ID: "kite-w", Known: day(11)}, Of: []model.ID{"kite"}, Type: model.Withdrawal},
		&model.Amendment{
			Fact: model.Fact{ID: "grew", Known: day(12)}, Of: []model.ID{"noted"}, Type: model.Update, By: line("Desk"),
			Set: []model.Assignment{{Field: "note", Value: line("First word. Second word.")}, {Field: "where", Value: line("Vilnius region")}},
		},
		&model.Amendment{
			Fact: model.Fact{ID: "anew", Known: day(13)}, Of: []model.ID{"noted"}, Type: model.Update,
			Set: []model.Assignment{{Field: "note", Value: line("Last word.")}},
		},
		&model.Incident{
			Fact: model.Fact{ID: "noted", Note: line("First word.")}, At: day(10), Category: "balloon", Severity: 1, Where: line("Vilnius"),
			Title: line("Balloons"),
		},
		&model.Statement{Fact: fact("evening", "copy"), At: model.Exactly(at(10, 23)), Speaker: line("Ruginienė"), Summary: line("Flights resume at dawn.")},
		&model.Source{Fact: fact("copy"), Publisher: line("Copy News"), Title: line("Border shut, says Wire"), Published: day(2), Origin: line("wire")},
	}
}

// hostile has every text that a record may hold.
func hostile() []model.Record {
	records := border()
	for name, text := range uitest.Texts() {
		t, id := clean.Line(text), model.ID("h-"+name)
		records = append(records,
			&model.Source{Fact: model.Fact{ID: id + "-s"}, Publisher: t, Title: t, StateMedia: true, Published: day(2), Origin: t},
			&model.Incident{
				Fact: model.Fact{ID: id + "-i", Sources: []model.ID{id + "-s"}, Note: t}, At: day(10), Category: "airport", Severity: 4,
				Title: t, Summary: clean.Body(text), Where: t, Crossings: []model.ID{"medininkai"},
			},
			&model.Measure{
				Fact: model.Fact{ID: id + "-m"}, Act: "hostile", Type: model.Closure, By: t, From: day(2), Crossings: []model.ID{"medininkai"},
				Reason: t, Allows: []model.Permit{{Who: t, To: "LT", Text: t}},
			},
			&model.Count{Fact: model.Fact{ID: id + "-c"}, At: day(10), By: t, Side: t, UnitText: t, What: model.Stranded, Summary: t},
			&model.Condition{Fact: model.Fact{ID: id + "-k"}, Side: t, Text: t, Stated: day(3)},
		)
	}
	return records
}
