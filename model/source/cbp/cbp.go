// Package cbp reads the Border Wait Times of US Customs and Border Protection: how
// long cars, trucks and pedestrians wait to enter the United States. It comes as
// JSON or XML, and has changed its language without a word.
package cbp

import (
	"bytes"
	"context"
	"strings"
	"time"

	"bordertop/model/source"
	"bordertop/model/source/queues"
	"bordertop/model/source/tree"
)

const address = "https://bwt.cbp.gov/api/bwtpublicmod"

// Kind gives the kind of source. Its crossings are named by port numbers, such as
// "250401".
func Kind() source.Kind {
	return source.Kind{
		Name: "cbp", Keys: queues.Keys(),
		Floor: 5 * time.Minute, Every: 10 * time.Minute, Stale: 90 * time.Minute,
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

// Ask fetches all ports.
func (a *asker) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	page, err := c.Web.Get(ctx, source.Request{URL: a.URL})
	if err != nil {
		return source.Reading{}, err
	}
	sheet := queues.New(a.Settings, c, nil)
	ports, err := portsOf(page, sheet)
	if err != nil {
		return source.Reading{}, err
	}
	if err := a.steady.Check(len(ports), c.Now); err != nil {
		return source.Reading{}, err
	}
	r := reader{sheet: sheet, now: c.Now}
	for _, p := range ports {
		r.port(p)
	}
	if r.strange*2 > r.lanes {
		return source.Reading{}, source.Troublef(source.Unexpected, "%d of %d lanes are in a state that is not known, such as %q", r.strange, r.lanes, r.such)
	}
	return sheet.Reading()
}

// portsOf lists the ports of an answer in either format.
func portsOf(p source.Page, sheet *queues.Sheet) ([]map[string]any, error) {
	list, err := listOf(p, sheet)
	if err != nil {
		return nil, err
	}
	var ports []map[string]any
	for _, v := range list {
		if port := queues.Map(v); strings.Trim(queues.Text(port["port_number"]), "0123456789") == "" && port["port_number"] != nil {
			ports = append(ports, port)
		}
	}
	if len(ports) == 0 {
		return nil, source.Troublef(source.Unexpected, "there are no ports in the answer")
	}
	return ports, nil
}

func listOf(p source.Page, sheet *queues.Sheet) ([]any, error) {
	if bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(p.Body, []byte("\ufeff"))), []byte("<")) {
		v, err := tree.XML(p.Body, p.Charset, []string{"port"})
		return queues.List(queues.Map(queues.Map(v)["border_wait_time"])["port"]), err
	}
	v, notes, err := tree.JSON(p.Body)
	for _, n := range notes {
		sheet.Note(n.String())
	}
	return queues.List(v), err
}
