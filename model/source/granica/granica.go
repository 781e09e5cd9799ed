// Package granica reads the waiting times that the customs service of Poland tells
// at granica.gov.pl, crossing by crossing, in hours.
package granica

import (
	"bytes"
	"context"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/source"
	"bordertop/model/source/queues"
)

// address is the page about those who leave for Belarus by road.
const address = "https://granica.gov.pl/index_wait.php?p=b&v=en&k=w&c=t"

// Kind gives the kind of source. Its crossings are named as on the page, such as
// "Kukuryki". In its url p is the neighbour (b Belarus, u Ukraine, r Russia) and k
// the way (w out of Poland, wj into it).
func Kind() source.Kind {
	return source.Kind{
		Name: "granica", Keys: queues.Keys("to"),
		Floor: 10 * time.Minute, Every: 30 * time.Minute, Stale: 5 * time.Hour,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			if s.URL == "" {
				s.URL = address
			}
			if s.To == "" {
				s.To = to(s.URL)
			}
			if s.To == "" {
				return nil, []source.Fault{{Key: "to", Problem: "neither this nor the url tells where people travel to", Remedy: `want a country such as "BY"`}}
			}
			return &asker{Settings: s}, nil
		},
	}
}

// to is where those travel to whom a page is about.
func to(address string) model.Country {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if u.Query().Get("k") == "wj" {
		return "PL"
	}
	switch u.Query().Get("p") {
	case "", "b":
		return "BY"
	case "u":
		return "UA"
	case "r":
		return "RU"
	}
	return ""
}

type asker struct {
	source.Settings
	steady queues.Steady
}

// Ask fetches the page.
func (a *asker) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	page, err := c.Web.Get(ctx, source.Request{URL: a.URL})
	if err != nil {
		return source.Reading{}, err
	}
	if string(bytes.TrimSpace(page.Body)) == "blad" {
		return source.Reading{}, source.Troublef(source.Unexpected, `the service answers "blad", which is an error`)
	}
	rows, err := queues.Find(page, "tr", "table")
	if err != nil {
		return source.Reading{}, err
	}
	names := namesOf(rows)
	if len(names) == 0 {
		return source.Reading{}, source.Troublef(source.Unexpected, "the table does not name its crossings")
	}
	if err := a.steady.Check(len(names), c.Now); err != nil {
		return source.Reading{}, err
	}
	sheet := queues.New(a.Settings, c, nil)
	at := page.Modified
	if at.IsZero() || at.After(c.Now) {
		at = c.Now
	}
	if err := a.tell(sheet, names, rows, model.Exactly(at.UTC().Truncate(time.Minute))); err != nil {
		return source.Reading{}, err
	}
	if page.Modified.IsZero() {
		sheet.Undated()
	}
	return sheet.Reading()
}

// namesOf lists the crossings that the head of the table names.
func namesOf(rows []any) []string {
	for _, row := range rows {
		var names []string
		for _, cell := range queues.List(queues.Map(row)["children"]) {
			if queues.Map(cell)["name"] == "th" {
				names = append(names, queues.Text(queues.Map(cell)["text"]))
			}
		}
		if names != nil {
			return names
		}
	}
	return nil
}

// tell puts down the row of each class. A table that has been taken apart otherwise
// would tell of one crossing what is true of another.
func (a *asker) tell(sheet *queues.Sheet, names []string, rows []any, at model.Moment) error {
	crossings := make([]model.ID, len(names))
	for i, name := range names {
		crossings[i] = sheet.Crossing(name)
	}
	var read []model.Class
	for _, row := range rows {
		class := classOf(queues.Map(row))
		cells := cellsOf(queues.Map(row))
		if class == "" || slices.Contains(read, class) {
			continue
		}
		read = append(read, class)
		if len(cells) != len(names) {
			return source.Troublef(source.Unexpected, "%d figures for %d crossings", len(cells), len(names))
		}
		for i, cell := range cells {
			if wait := waitOf(cell); wait != nil {
				sheet.Add(model.Queue{Crossing: crossings[i], To: a.To, Class: class, At: at, Wait: wait, Method: clean.Line("as told by customs")})
			}
		}
	}
	if len(read) == 0 {
		return source.Troublef(source.Unexpected, "no row of the table is of a class that is known")
	}
	return nil
}

// classOf is the class of a row, by the picture that it begins with.
func classOf(row map[string]any) model.Class {
	for _, picture := range pictures(row) {
		switch picture[strings.LastIndexByte(picture, '/')+1:] {
		case "ciezarowka.gif":
			return model.Truck
		case "autobus.gif":
			return model.Bus
		case "auto.gif":
			return model.Car
		}
	}
	return ""
}

// pictures lists those in a row, by their files.
func pictures(element map[string]any) []string {
	var out []string
	for _, child := range queues.List(element["children"]) {
		if src := queues.Text(queues.Map(child)["@src"]); src != "" {
			out = append(out, src)
		}
		out = append(out, pictures(queues.Map(child))...)
	}
	return out
}

// cellsOf lists the cells of a row that hold figures.
func cellsOf(row map[string]any) []map[string]any {
	var out []map[string]any
	for _, v := range queues.List(row["children"]) {
		if cell := queues.Map(v); cell["name"] == "td" && strings.HasPrefix(queues.Text(cell["@class"]), "dane") {
			out = append(out, cell)
		}
	}
	return out
}

// waitOf is the wait in a cell: hours, or hours and minutes, after what limits them.
// A grey cell has nothing to tell, which is not the same as no wait.
func waitOf(cell map[string]any) *time.Duration {
	words := strings.Fields(queues.Text(cell["text"]))
	if len(words) == 0 || strings.EqualFold(queues.Text(cell["@bgcolor"]), "#cccccc") {
		return nil
	}
	hours, minutes, timed := strings.Cut(words[len(words)-1], ":")
	if timed {
		h, m := queues.Number(hours), queues.Number(minutes)
		if h == nil || m == nil || *m > 59 {
			return nil
		}
		return queues.Wait(time.Duration(*h)*time.Hour + time.Duration(*m)*time.Minute)
	}
	h, err := strconv.ParseFloat(strings.Replace(hours, ",", ".", 1), 64)
	if err != nil || strings.Trim(hours, "0123456789.,") != "" || h > 1000 {
		return nil
	}
	return queues.Wait(time.Duration(h * float64(time.Hour)))
}
