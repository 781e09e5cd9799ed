// Package cbsa reads the border wait times of the Canada Border Services Agency, in
// English or French.
package cbsa

import (
	"context"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/queues"
	"bordertop/model/source/tree"
)

const address = "https://www.cbsa-asfc.gc.ca/bwt-taf/bwt-eng.csv"

// Kind gives the kind of source. Its crossings are named by their customs office or
// by their location, such as "Fort Erie, ON/Buffalo, NY", which changes less.
func Kind() source.Kind {
	return source.Kind{
		Name: "cbsa", Keys: queues.Keys(),
		Floor: 5 * time.Minute, Every: 10 * time.Minute, Stale: 2 * time.Hour,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			if s.URL == "" {
				s.URL = address
			}
			return &asker{Settings: s}, nil
		},
	}
}

type asker struct {
	source.Settings
	steady queues.Steady
}

// Ask fetches all offices.
func (a *asker) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	page, err := c.Web.Get(ctx, source.Request{URL: a.URL})
	if err != nil {
		return source.Reading{}, err
	}
	lines, err := tree.CSV(page.Body, page.Charset, ";;")
	if err != nil {
		return source.Reading{}, err
	}
	rows := queues.List(lines)
	if len(rows) < 2 {
		return source.Reading{}, source.Troublef(source.Unexpected, "there are no offices in the answer")
	}
	flows := flowsOf(queues.List(rows[0]))
	if len(flows) == 0 {
		return source.Reading{}, source.Troublef(source.Unexpected, "the head of the list is not what it was")
	}
	if err := a.steady.Check(len(rows)-1, c.Now); err != nil {
		return source.Reading{}, err
	}
	r := reader{sheet: queues.New(a.Settings, c, nil), flows: flows}
	for _, row := range rows[1:] {
		r.office(queues.List(row))
	}
	if r.strange*2 > r.told {
		return source.Reading{}, source.Troublef(source.Unexpected, "%d of %d waits are in words that are not known", r.strange, r.told)
	}
	return r.sheet.Reading()
}

// flow is a column: whose waits it tells.
type flow struct {
	column int
	class  model.Class
	to     model.Country
}

// flowsOf finds the columns by the words of their heads.
func flowsOf(head []any) []flow {
	var out []flow
	for i, v := range head {
		text := queues.Plain(queues.Text(v))
		f := flow{column: i}
		switch {
		case strings.Contains(text, "commercial"):
			f.class = model.Truck
		case strings.Contains(text, "travellers"), strings.Contains(text, "voyageurs"):
			f.class = model.Car
		}
		switch {
		case strings.Contains(text, "canada"):
			f.to = "CA"
		case strings.Contains(text, "u.s."), strings.Contains(text, "etats-unis"):
			f.to = "US"
		}
		if f.class != "" && f.to != "" {
			out = append(out, f)
		}
	}
	return out
}

// reader reads offices. It counts the waits, and those in words that it does not
// know.
type reader struct {
	sheet         *queues.Sheet
	flows         []flow
	told, strange int
}

// office puts down a line: the office, its location, the time and the waits.
func (r *reader) office(row []any) {
	const heads = 3
	if len(row) <= heads {
		r.sheet.Skip("lines that are too short")
		return
	}
	crossing := r.sheet.Crossing(queues.Text(row[1]), queues.Text(row[0]))
	at, ok := when(queues.Text(row[2]))
	if !ok && crossing != "" {
		r.sheet.Skip("offices that do not say when")
	}
	for _, f := range r.flows {
		if f.column >= len(row) {
			continue
		}
		r.told++
		wait, known := waitOf(queues.Text(row[f.column]))
		if !known {
			r.strange++
			r.sheet.Skip("waits in words that are not known")
		}
		if wait != nil && ok {
			r.sheet.Add(model.Queue{Crossing: crossing, To: f.to, Class: f.class, At: at, Wait: wait, Method: clean.Line("as told by the office")})
		}
	}
}

// when is a time with the name of its clock.
func when(text string) (model.Moment, bool) {
	i := strings.LastIndexByte(text, ' ')
	if i < 0 {
		return model.Moment{}, false
	}
	zone, ok := queues.Zone(text[i+1:])
	at, err := time.ParseInLocation("2006-01-02 15:04", text[:i], zone)
	return model.Exactly(at.UTC()), ok && err == nil
}

// waitOf is a wait in words; nil where there is none to tell, which is not the same
// as no delay.
func waitOf(text string) (wait *time.Duration, known bool) {
	switch text = queues.Plain(text); text {
	case "no delay", "aucun delai":
		return new(time.Duration), true
	case "", "--", "not applicable", "ne s'applique pas", "s.o.", "sans objet", "closed", "ferme", "fermee":
		return nil, true
	}
	words := strings.Fields(text)
	if len(words)%2 != 0 {
		return nil, false
	}
	var sum time.Duration
	for i := 0; i < len(words); i += 2 {
		n := queues.Number(words[i])
		unit, ok := unitOf(words[i+1])
		if n == nil || !ok {
			return nil, false
		}
		sum += time.Duration(*n) * unit
	}
	return queues.Wait(sum), true
}

func unitOf(word string) (time.Duration, bool) {
	switch strings.TrimSuffix(word, "s") {
	case "minute", "min":
		return time.Minute, true
	case "hour", "heure", "h":
		return time.Hour, true
	}
	return 0, false
}
