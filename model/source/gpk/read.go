package gpk

import (
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/queues"
	"bordertop/model/source/tree"
)

// rowsOf lists the rows of a day.
func rowsOf(p source.Page, sheet *queues.Sheet) ([]map[string]any, error) {
	v, notes, err := tree.JSON(p.Body)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		sheet.Note(n.String())
	}
	answer := queues.Map(v)
	if ok, _ := answer["isSuccess"].(bool); !ok {
		return nil, source.Troublef(source.Unexpected, "the archive tells of no success")
	}
	var rows []map[string]any
	for _, item := range queues.List(answer["ITEMS"]) {
		rows = append(rows, queues.Map(item))
	}
	if len(rows) == 0 {
		return nil, source.Troublef(source.Unexpected, "there are no rows in the answer")
	}
	return rows, nil
}

// when is the time of a row by the clock of Minsk. Where it names only the day, its
// place among the rows tells the hour.
func when(name string, place int) (time.Time, bool) {
	const step = 2 * time.Hour
	for _, layout := range []string{"02.01.2006 15:04", "02.01.2006 15:04:05", "02.01.2006 15.04:05"} {
		if at, err := time.ParseInLocation(layout, name, minsk()); err == nil {
			return at, true
		}
	}
	at, err := time.ParseInLocation("02.01.2006", name, minsk())
	return at.Add(time.Duration(place) * step), err == nil && place < 12
}

// tell puts down a row and gives the number of its figures. Hours that have not
// come have rows of zeros, and so has one that was not told yet: then nothing is
// known of it.
func tell(sheet *queues.Sheet, row map[string]any, p post, crossing model.ID, at, now time.Time) int {
	const late = 30 * time.Minute
	found, zeros := 0, 0
	var told []model.Queue
	for _, of := range []struct {
		letter string
		class  model.Class
	}{{"G", model.Truck}, {"A", model.Bus}, {"L", model.Car}} {
		n := figure(row, "PROPERTY_"+strings.ToUpper(p.code)+"_OUT_"+of.letter+"_VALUE")
		if n == nil {
			continue
		}
		found++
		if *n == 0 {
			zeros++
		}
		told = append(told, model.Queue{Crossing: crossing, To: p.to, Class: of.class, At: model.Exactly(at.UTC()), Waiting: n})
	}
	if found == zeros && at.After(now.Add(-late)) {
		return found
	}
	for _, q := range told {
		sheet.Add(q)
	}
	return found
}

// figure is a number that stands under a key, or under another that says that it is
// one.
func figure(row map[string]any, key string) *int64 {
	if n := queues.Number(row[key+"_NUM"]); n != nil {
		return n
	}
	return queues.Number(row[key])
}
