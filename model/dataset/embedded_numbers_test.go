package dataset_test

import (
	"fmt"
	"strings"

	"bordertop/model"
)

// numbersOf gives the figures of a row by their names in the compiled file.
func numbersOf(row map[string]any) map[string]int64 {
	out := map[string]int64{}
	for key, v := range row {
		if n, ok := v.(int64); ok && key != "year" && key != "severity" {
			out[key] = n
		}
	}
	return out
}

// numbers gives the same figures from the records.
func (f family) numbers(table string, id model.ID, row map[string]any) map[string]int64 {
	out := map[string]int64{}
	tally := func(key, id string) {
		if r, ok := f.byID[model.ID(id)].(*model.Tally); ok {
			out[key] = *r.Value
		}
	}
	month, year := fmt.Sprint(row["month"]), fmt.Sprint(row["year"])
	switch table {
	case "truck_count":
		if c, ok := f.byID[id].(*model.Count); ok {
			out["count"] = *cmpOr(c.Max, c.Value)
		}
	case "incident":
		for _, g := range f.figures(id) {
			out[strings.ReplaceAll(string(g.Name), "-", "_")] = g.Value
		}
	case "restriction":
		if m, ok := f.byID[id].(*model.Measure); ok && m.Fee != nil {
			out["amount_eur"] = int64(m.Fee.Amount)
		}
	case "airport_month":
		tally("vilnius_closures", "airport-vno-"+month)
		tally("kaunas_closures", "airport-kaunas-"+month)
		tally("flights", "airport-flights-"+month)
		tally("passengers", "airport-passengers-"+month)
	case "balloon_month":
		tally("seized", "balloons-"+month)
	case "balloon_year":
		tally("balloons_seized", "balloons-"+year)
		tally("suspects", "suspects-"+year)
	}
	return out
}

// figures gives those of an incident, or those that an update gave it later.
func (f family) figures(id model.ID) []model.Figure {
	var out []model.Figure
	for _, r := range f.kin[id] {
		switch r := r.(type) {
		case *model.Incident:
			out = append(out, r.Figures...)
		case *model.Amendment:
			for _, set := range r.Set {
				if figures, ok := set.Value.([]model.Figure); ok && r.Type == model.Update {
					out = append(out, figures...)
				}
			}
		default:
		}
	}
	return out
}

func cmpOr(a, b *int64) *int64 {
	if a != nil {
		return a
	}
	return b
}
