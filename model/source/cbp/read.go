package cbp

import (
	"fmt"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source/queues"
)

// reader reads ports. It counts the lanes, and those whose state is no word that it
// knows.
type reader struct {
	sheet          *queues.Sheet
	now            time.Time
	lanes, strange int
	such           string
}

// port puts down what is told of one port.
func (r *reader) port(p map[string]any) {
	number, name := queues.Text(p["port_number"]), queues.Text(p["port_name"])
	if at := queues.Text(p["crossing_name"]); at != "" {
		name += ", " + at
	}
	crossing := r.sheet.Crossing(number, number+" "+name)
	if word := queues.Plain(queues.Text(p["port_status"])); crossing != "" && (word == "closed" || word == "cerrado") {
		r.sheet.Note(name + " is said to be closed")
	}
	for _, of := range []struct {
		key   string
		class model.Class
	}{{"commercial_vehicle_lanes", model.Truck}, {"passenger_vehicle_lanes", model.Car}, {"pedestrian_lanes", model.Pedestrian}} {
		lanes := queues.Map(p[of.key])
		standard := queues.Map(lanes["standard_lanes"])
		wait := r.wait(standard)
		others := r.others(lanes)
		if wait == nil || crossing == "" {
			continue
		}
		at, ok := r.at(p, queues.Text(standard["update_time"]))
		if !ok {
			r.sheet.Skip("lanes that do not say when")
			continue
		}
		r.sheet.Add(model.Queue{
			Fact: model.Fact{Note: r.sheet.Text(others)}, Crossing: crossing, To: "US", Class: of.class, At: at, Wait: wait,
			Method: clean.Line("as told of the standard lanes"),
		})
	}
}

// others tells in words of the lanes for who is registered.
func (r *reader) others(lanes map[string]any) string {
	var out []string
	for _, lane := range []struct{ key, name string }{{"FAST_lanes", "FAST"}, {"NEXUS_SENTRI_lanes", "NEXUS/SENTRI"}, {"ready_lanes", "ready"}} {
		if wait := r.wait(queues.Map(lanes[lane.key])); wait != nil {
			out = append(out, fmt.Sprintf("%s lanes: %d min", lane.name, *wait/time.Minute))
		}
	}
	return strings.Join(out, "; ")
}

// wait is that of a lane; nil where it is not told, which is not the same as none:
// only lanes with or without delay carry a number.
func (r *reader) wait(lane map[string]any) *time.Duration {
	if lane == nil {
		return nil
	}
	r.lanes++
	switch word := queues.Text(lane["operational_status"]); queues.Plain(word) {
	case "no delay", "delay", "sin demora", "demora":
		if minutes := queues.Number(lane["delay_minutes"]); minutes != nil {
			return queues.Wait(time.Duration(*minutes) * time.Minute)
		}
	case "", "lanes closed", "update pending", "n/a", "carriles cerrados", "actualizacion pendiente", "no aplica", "no disponible":
	default:
		r.strange++
		r.such = word
	}
	return nil
}

// at is when a lane was so: a time of day by the clock of its port, on the port's
// day. Ports that report by the hour may name it by its end, and those that did so
// before midnight are a day ahead after it.
func (r *reader) at(p map[string]any, told string) (model.Moment, bool) {
	day, ok := parse(queues.Text(p["date"]), "1/2/2006", "2006-1-2")
	if !ok {
		return model.Moment{}, false
	}
	words := strings.Fields(strings.TrimPrefix(strings.ToLower(told), "at "))
	zone, zoned := time.UTC, false
	if len(words) > 1 {
		if zone, zoned = queues.Zone(words[len(words)-1]); zoned {
			words = words[:len(words)-1]
		}
	}
	clock, ok := parse(strings.NewReplacer("noon", "12:00pm", "midnight", "12:00am").Replace(strings.Join(words, "")), "3:04pm", "15:04")
	if !ok {
		return model.Moment{}, false
	}
	if !zoned {
		if zone, ok = r.zone(day, queues.Text(p["time"])); !ok {
			return model.Moment{}, false
		}
	}
	at := time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), 0, 0, zone)
	switch ahead := at.Sub(r.now); {
	case ahead > time.Hour && ahead < 24*time.Hour:
		at = at.AddDate(0, 0, -1)
	case ahead > 0 && clock.Minute() == 0:
		at = at.Add(-time.Hour)
	}
	return model.Exactly(at.UTC()), true
}

// zone is the clock of a port that names none, by what it shows now. One that
// stands still shows nothing.
func (r *reader) zone(day time.Time, told string) (*time.Location, bool) {
	clock, ok := parse(told, "15:04:05", "15:04")
	if !ok {
		return nil, false
	}
	const slack = 20 * time.Minute
	behind := day.Add(clock.Sub(clock.Truncate(24 * time.Hour))).Sub(r.now)
	offset := behind.Round(time.Hour)
	if (behind-offset).Abs() > slack || offset > -3*time.Hour || offset < -10*time.Hour {
		return nil, false
	}
	return time.FixedZone("", int(offset/time.Second)), true
}

func parse(text string, layouts ...string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
