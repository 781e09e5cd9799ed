package model_test

import (
	"fmt"
	"testing"
	"time"

	"bordertop/model"
	"bordertop/model/modeltest"
)

// manyReadings is what six lines of two sources give in months, with some amended.
func manyReadings(n int) []model.Record {
	var records []model.Record
	for i := range n {
		q := reading(model.ID([]string{"a", "b"}[i%2]), i/12*5, int64(i%300))
		q.Crossing, q.Class = model.ID([]string{"m", "s"}[i/2%2]), []model.Class{model.Truck, model.Bus, model.Car}[i/4%3]
		q.ID = model.ID(fmt.Sprintf("q-%d", i))
		records = append(records, q)
		if i%1000 == 0 {
			records = append(records, &model.Amendment{
				Fact: model.Fact{ID: "x-" + q.ID}, Of: []model.ID{q.ID}, At: q.At, Type: model.Correction, Set: []model.Assignment{{Field: "waiting", Value: new(int64(7))}},
			})
		}
	}
	return records
}

func BenchmarkQueues(b *testing.B) {
	records := append(modeltest.Records(b, randomScript(7)), manyReadings(50_000)...)
	log, err := model.NewLog(model.DefaultRules(), records...)
	if err != nil {
		b.Fatal(err)
	}
	const month = 30 * 24 * time.Hour
	now, line := log.At(noon(), noon()), model.Line{Crossing: "m", To: "LT", Class: model.Truck}
	for name, do := range map[string]func(){
		"at now":               func() { log.At(noon(), noon()) },
		"at a month ago":       func() { log.At(noon().Add(-month), noon().Add(-month)) },
		"as known a month ago": func() { log.At(noon(), noon().Add(-month)) },
		"readings of a day":    func() { now.Readings(line, "a", noon().Add(-24*time.Hour), noon()) },
		"resting":              func() { now.Resting("a") },
		"citations":            func() { now.Citations() },
		"new log":              func() { _, _ = model.NewLog(model.DefaultRules(), records...) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				do()
			}
		})
	}
}
