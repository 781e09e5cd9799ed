package lang

import (
	"cmp"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"bordertop/model"
)

func (w Words) englishTraffic() {
	w.classes = map[model.Class]string{
		model.Car: "cars", model.Bus: "buses", model.Truck: "trucks", model.Pedestrian: "pedestrians",
		model.Bicycle: "bicycles", model.Boat: "boats", model.RailFreight: "rail freight", model.RailPassenger: "rail passengers",
	}
	w.classesFor = maps.Clone(w.classes)
	w.classAs = map[model.Class]string{
		model.Car: "car", model.Bus: "bus", model.Truck: "truck", model.Pedestrian: "pedestrian",
		model.Bicycle: "bicycle", model.Boat: "boat", model.RailFreight: "rail freight", model.RailPassenger: "rail passenger",
	}
	w.units = map[model.Unit]string{
		model.UnitTruck: "trucks", model.UnitTrailer: "trailers", model.UnitBoth: "trucks + trailers",
		model.UnitVehicle: "vehicles", model.UnitPerson: "people",
	}
	w.counted = map[model.Unit]Plural{
		model.UnitTruck: {One: "%s truck", Other: "%s trucks"}, model.UnitTrailer: {One: "%s trailer", Other: "%s trailers"},
		model.UnitBoth:    {One: "%s truck or trailer", Other: "%s trucks + trailers"},
		model.UnitVehicle: {One: "%s vehicle", Other: "%s vehicles"}, model.UnitPerson: {One: "%s person", Other: "%s people"},
	}
	w.whats = map[model.What]string{
		model.Stranded: "stranded", model.Parked: "parked", model.Remaining: "remaining", model.Listed: "listed",
		model.Returned: "returned", model.Queued: "queued", model.Waiting: "waiting",
	}
	w.periods = map[string]string{"day": "day"}
}

// Class names a class of traffic, in the plural; empty for all traffic.
func (w Words) Class(c model.Class) string { return w.classes[c] }

// Classes lists classes of traffic, or says all of them.
func (w Words) Classes(cs []model.Class) string { return w.list(w.classes, cs) }

func (w Words) list(names map[model.Class]string, cs []model.Class) string {
	if len(cs) == 0 {
		return w.Effects.AllTraffic
	}
	out := make([]string, len(cs))
	for i, c := range cs {
		out[i] = names[c]
	}
	return strings.Join(out, ", ")
}

// Unit names the unit of a count, in the plural.
func (w Words) Unit(u model.Unit) string { return w.units[u] }

// What says what a count counts.
func (w Words) What(x model.What) string { return w.whats[x] }

// Most is the number that the figure of a claim ends with; nil where it has none.
func Most(c *model.Count) *int64 { return cmp.Or(c.Max, c.Min, c.Value) }

// Units is a figure with its unit, in the form for the number that the figure
// ends with, n: "1,000 trucks". A nil n is no number.
func (w Words) Units(figure string, n *int64, u model.Unit) string {
	p, ok := w.counted[u]
	if !ok {
		return figure
	}
	number := "0"
	if n != nil {
		number = strconv.FormatInt(*n, 10)
	}
	return fmt.Sprintf(w.form(p, number), figure)
}

// Counted is a figure with its unit and what was counted: "500 – 2,000 trucks
// stranded".
func (w Words) Counted(figure string, n *int64, u model.Unit, what model.What) string {
	return w.about(w.Units(figure, n, u), what)
}

// Group names what claims of one kind count: "trucks stranded".
func (w Words) Group(u model.Unit, what model.What) string { return w.about(w.Unit(u), what) }

func (w Words) about(units string, what model.What) string {
	if units == "" || what == "" {
		return units + w.What(what)
	}
	return fmt.Sprintf(w.Ledger.Counted, units, w.What(what))
}
