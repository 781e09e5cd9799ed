package declarant

import (
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/queues"
	"bordertop/model/source/tree"
)

// The states of vehicles that count, and of those that come and go besides.
const (
	waits  = 2
	called = 3
	most   = 9
)

// lane is what waits of one class. First is when the first in the live queue came.
type lane struct {
	class           model.Class
	waiting, called int64
	first           time.Time
	order           int64
}

// lanes are those of one checkpoint.
type lanes struct {
	all []*lane
	// odd counts vehicles in a state that we do not know.
	odd int
}

// object reads a JSON object about a checkpoint, by the id that is told at a path.
func object(p source.Page, sheet *queues.Sheet) (map[string]any, error) {
	v, notes, err := tree.JSON(p.Body)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		sheet.Note(n.String())
	}
	return queues.Map(v), nil
}

// about refuses an answer about another checkpoint than that of an id.
func about(told any, id string) error {
	if !strings.EqualFold(queues.Text(told), id) {
		return source.Troublef(source.Unexpected, "the answer is not about the checkpoint that was asked for")
	}
	return nil
}

// readVehicles reads the list of a checkpoint's vehicles. Their plates stay here.
func readVehicles(p source.Page, sheet *queues.Sheet, id string) (lanes, error) {
	all, err := object(p, sheet)
	if err != nil {
		return lanes{}, err
	}
	if err := about(queues.Map(all["info"])["id"], id); err != nil {
		return lanes{}, err
	}
	var out lanes
	for key, v := range all {
		class, ok := classOf(key)
		if !ok || v == nil {
			continue
		}
		vehicles, ok := v.([]any)
		if !ok {
			return lanes{}, source.Troublef(source.Unexpected, "a lane is no list of vehicles")
		}
		of := out.of(class)
		for _, vehicle := range vehicles {
			out.odd += of.take(queues.Map(vehicle))
		}
		// Only in a live queue does the order tell who came first: those of priority
		// lanes count for themselves.
		if strings.HasSuffix(key, "LiveQueue") {
			of.lead(vehicles)
		}
	}
	if len(out.all) == 0 {
		return lanes{}, source.Troublef(source.Unexpected, "the answer has no lanes")
	}
	return out, nil
}

// classOf gives the class of a lane by its name, of which new ones may come.
// Motorcycles are of none.
func classOf(lane string) (model.Class, bool) {
	for _, class := range []model.Class{model.Truck, model.Bus, model.Car} {
		if strings.HasPrefix(lane, string(class)) {
			return class, true
		}
	}
	return "", false
}

func (l *lanes) of(class model.Class) *lane {
	for _, have := range l.all {
		if have.class == class {
			return have
		}
	}
	l.all = append(l.all, &lane{class: class})
	return l.all[len(l.all)-1]
}

// take counts a vehicle, and gives 1 for one in an odd state.
func (l *lane) take(vehicle map[string]any) int {
	status := queues.Number(vehicle["status"])
	switch {
	case status == nil || *status < 1 || *status > most:
		return 1
	case *status == called:
		l.called++
	case *status == waits:
		l.waiting++
	}
	return 0
}

// lead finds who came first of those that wait.
func (l *lane) lead(vehicles []any) {
	for _, v := range vehicles {
		vehicle := queues.Map(v)
		status, order := queues.Number(vehicle["status"]), queues.Number(vehicle["order_id"])
		at, err := time.ParseInLocation("15:04:05 02.01.2006", queues.Text(vehicle["registration_date"]), minsk())
		if err == nil && status != nil && *status == waits && order != nil && *order > 0 && (l.order == 0 || *order < l.order) {
			l.order, l.first = *order, at
		}
	}
}

// minsk is its clock, which never changes.
func minsk() *time.Location { return time.FixedZone("Europe/Minsk", 3*60*60) }

// tell puts the lanes down. The source does not say when they were so: it was when
// it answered.
func (l lanes) tell(sheet *queues.Sheet, p post, crossing model.ID, passed []throughput, now time.Time) {
	for range l.odd {
		sheet.Skip("vehicles in a state that is not known")
	}
	for _, of := range l.all {
		q := model.Queue{
			Crossing: crossing, To: p.to, Class: of.class, At: model.Exactly(now.UTC().Truncate(time.Minute)),
			Waiting: queues.Count(of.waiting), Called: queues.Count(of.called),
		}
		for _, t := range passed {
			if t.class == of.class {
				q.PerHour, q.PerDay = t.hour, t.day
			}
		}
		if !of.first.IsZero() {
			if q.Wait = queues.Wait(now.Sub(of.first)); q.Wait != nil {
				q.Method = queues.Estimate("how long the first in the live queue has waited")
			}
		}
		sheet.Add(q)
	}
}
