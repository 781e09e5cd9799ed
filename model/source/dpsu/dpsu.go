// Package dpsu reads the map of the State Border Guard Service of Ukraine: how many
// cars and trucks wait to leave at each of its checkpoints. The service wants to be
// named as the source (CC BY 4.0).
package dpsu

import (
	"context"
	"html"
	"regexp"
	"time"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/queues"
)

const address = "https://dpsu.gov.ua/uk/map"

// Kind gives the kind of source. Its crossings are named as on the map, such as
// "Ягодин - Дорогуськ".
func Kind() source.Kind {
	return source.Kind{
		Name: "dpsu", Keys: queues.Keys("to"),
		Floor: 10 * time.Minute, Every: 30 * time.Minute, Stale: 6 * time.Hour,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			kyiv, err := time.LoadLocation("Europe/Kyiv")
			if err != nil {
				return nil, []source.Fault{{Key: "kind", Problem: "this machine does not know the clock of Kyiv", Remedy: "install its time zones"}}
			}
			if s.URL == "" {
				s.URL = address
			}
			return &asker{Settings: s, kyiv: kyiv}, nil
		},
	}
}

type asker struct {
	source.Settings
	kyiv   *time.Location
	steady queues.Steady
}

// Ask fetches the map.
func (a *asker) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	page, err := c.Web.Get(ctx, source.Request{URL: a.URL})
	if err != nil {
		return source.Reading{}, err
	}
	options, err := queues.Find(page, "select#by_name option[data-state_of_busy]", "list of checkpoints")
	if err != nil {
		return source.Reading{}, err
	}
	if err := a.steady.Check(len(options), c.Now); err != nil {
		return source.Reading{}, err
	}
	sheet := queues.New(a.Settings, c, nil)
	for _, o := range options {
		a.tell(sheet, queues.Map(o))
	}
	return sheet.Reading()
}

// tell puts down a checkpoint. What is told in a sentence, such as that nobody
// passes for now, is no number.
func (a *asker) tell(sheet *queues.Sheet, option map[string]any) {
	name := queues.Text(option["@value"])
	crossing := sheet.Crossing(name)
	if crossing == "" {
		return
	}
	at, err := time.ParseInLocation(time.DateTime, queues.Text(option["@data-created_at"]), a.kyiv)
	if err != nil {
		sheet.Skip("checkpoints that do not say when")
		return
	}
	if state := queues.Text(option["@data-state"]); state != "відкритий" {
		sheet.Note(name + " is said to be: " + state)
		sheet.Skip("checkpoints that are not said to be open")
		return
	}
	q := model.Queue{Crossing: crossing, To: a.to(queues.Text(option["@data-country"])), At: model.Exactly(at.UTC())}
	// The text has been escaped twice.
	busy := queues.Text(html.UnescapeString(queues.Text(option["@data-state_of_busy"])))
	cars, trucks := figure(`легкових авто перед ППр:\s*(\d+)`, busy), figure(`вантажних авто перед ППр:\s*(\d+)`, busy)
	if cars == nil && trucks == nil {
		sheet.Skip("checkpoints without a number")
	}
	if trucks != nil {
		truck := q
		truck.Class, truck.Waiting = model.Truck, trucks
		sheet.Add(truck)
	}
	if cars != nil {
		q.Class, q.Waiting, q.PerHour = model.Car, cars, figure(`оформлення легкових авто:\s*(\d+)\s*авто/год`, busy)
		if q.PerHour != nil && *q.PerHour > 0 {
			q.Wait = queues.Wait(time.Duration(*cars) * time.Hour / time.Duration(*q.PerHour))
			q.Method = queues.Estimate("waiting cars by those that pass in an hour")
		}
		sheet.Add(q)
	}
}

// figure is the number that a pattern finds; nil where there is none.
func figure(pattern, in string) *int64 {
	found := regexp.MustCompile(pattern).FindStringSubmatch(in)
	if found == nil {
		return nil
	}
	return queues.Number(found[1])
}

// to is the country that a checkpoint leads to.
func (a *asker) to(country string) model.Country {
	switch country {
	case "poland":
		return "PL"
	case "slovakia":
		return "SK"
	case "hungary":
		return "HU"
	case "romania":
		return "RO"
	case "moldova":
		return "MD"
	case "belarus":
		return "BY"
	case "russia":
		return "RU"
	}
	return a.To
}
