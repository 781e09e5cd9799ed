package declarant

import (
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/queues"
)

// throughput is how many vehicles of a class were let in; nil where not known.
type throughput struct {
	class     model.Class
	hour, day *int64
}

// classes are those that have a waiting zone.
func classes() []model.Class { return []model.Class{model.Car, model.Bus, model.Truck} }

// readStatistics reads how many vehicles a checkpoint lets in.
func readStatistics(p source.Page, sheet *queues.Sheet, id string) ([]throughput, error) {
	s, err := object(p, sheet)
	if err != nil {
		return nil, err
	}
	if err := about(s["checkpointId"], id); err != nil {
		return nil, err
	}
	var out []throughput
	for _, c := range classes() {
		out = append(out, throughput{c, queues.Number(s[string(c)+"LastHour"]), queues.Number(s[string(c)+"LastDay"])})
	}
	return out, nil
}

// readSums reads the sums of all checkpoints, which do not tell who was called
// already.
func readSums(p source.Page, sheet *queues.Sheet, now time.Time) error {
	all, err := object(p, sheet)
	if err != nil {
		return err
	}
	keys := map[string]model.Class{"countCar": model.Car, "countBus": model.Bus, "countTruck": model.Truck}
	for _, v := range queues.List(all["result"]) {
		sums := queues.Map(v)
		at, known := find(queues.Text(sums["id"]))
		if !known {
			sheet.Skip("checkpoints that are not known")
			continue
		}
		crossing := sheet.Crossing(at.id, at.slug, at.name)
		for key, class := range keys {
			if n := queues.Number(sums[key]); n != nil {
				sheet.Add(model.Queue{
					Crossing: crossing, To: at.to, Class: class, At: model.Exactly(now.UTC().Truncate(time.Minute)),
					Waiting: n, Method: clean.Line("those called to the post included"),
				})
			}
		}
	}
	sheet.Undated()
	return nil
}
