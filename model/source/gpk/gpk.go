// Package gpk reads the queue archive of the State Border Committee of Belarus:
// what waited to leave at each of its checkpoints, every two hours.
package gpk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/queues"
)

const (
	address = "https://gpk.gov.by/local/ajax/order-archive.php"
	// referer is the page that the archive belongs to; without it there is no answer.
	referer = "https://gpk.gov.by/situation-at-the-border/arkhiv-ocheredey/"
)

// Kind gives the kind of source. Its crossings are named by the archive's codes,
// such as "stone_log"; those that have one are asked.
func Kind() source.Kind {
	return source.Kind{
		Name: "gpk", Keys: queues.Keys(),
		Floor: 10 * time.Minute, Every: 30 * time.Minute, Stale: 5 * time.Hour,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			var faults []source.Fault
			for _, code := range slices.Sorted(maps.Keys(s.Crossings)) {
				if !slices.ContainsFunc(posts(), func(p post) bool { return strings.EqualFold(p.code, code) }) {
					faults = append(faults, source.Fault{Key: "crossings", Problem: fmt.Sprintf("no checkpoint is called %q", code), Remedy: "want one of " + codes()})
				}
			}
			if s.URL == "" {
				s.URL = address
			}
			return asker{s}, faults
		},
	}
}

// post is a checkpoint: its code in the archive, its name, and the country on the
// other side.
type post struct {
	code, name string
	to         model.Country
}

func posts() []post {
	return []post{
		{"stone_log", "Kamenny Log", "LT"},
		{"benekainys", "Benyakoni", "LT"},
		{"kotlovka", "Kotlovka", "LT"},
		{"privalka", "Privalka", "LT"},
		{"losha", "Losha", "LT"},
		{"vidzy", "Vidzy", "LT"},
		{"grigorov", "Grigorovshchina", "LV"},
		{"urbana", "Urbany", "LV"},
		{"berestovitsa", "Berestovitsa", "PL"},
		{"brest", "Brest", "PL"},
		{"bruzgi", "Bruzgi", "PL"},
		{"kozlovichi", "Kozlovichi", "PL"},
	}
}

func codes() string {
	var out []string
	for _, p := range posts() {
		out = append(out, p.code)
	}
	return strings.Join(out, ", ")
}

// crossings tells which crossing of the embedded dataset a checkpoint leads to.
func crossings() map[string]model.ID {
	return map[string]model.ID{
		"stone_log": "medininkai", "benekainys": "salcininkai", "kotlovka": "lavoriskes", "privalka": "raigardas", "losha": "sumskas", "vidzy": "tverecius",
	}
}

type asker struct{ source.Settings }

// Ask asks for the day of each checkpoint, one after the other. One that fails
// leaves the others.
func (a asker) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	sheet := queues.New(a.Settings, c, crossings())
	var failed []error
	asked := 0
	for _, p := range posts() {
		crossing := sheet.Crossing(p.code, p.name)
		if crossing == "" {
			continue
		}
		asked++
		if err := a.ask(ctx, c, sheet, p, crossing); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", p.name, err))
			sheet.Skip(p.name + " did not answer")
		}
	}
	if asked > 0 && len(failed) == asked {
		return source.Reading{}, errors.Join(failed...)
	}
	return sheet.Reading()
}

func (a asker) ask(ctx context.Context, c source.Call, sheet *queues.Sheet, p post, crossing model.ID) error {
	day := c.Now.In(minsk())
	page, err := c.Web.Get(ctx, source.Request{
		URL: a.URL, Always: true, Form: url.Values{"ppr": {p.code}, "date": {day.Format("02.01.2006")}},
		Header: http.Header{"Referer": {referer}, "X-Requested-With": {"XMLHttpRequest"}},
	})
	if err != nil {
		return err
	}
	rows, err := rowsOf(page, sheet)
	if err != nil {
		return err
	}
	read := 0
	for i, row := range rows {
		if at, ok := when(queues.Text(row["NAME"]), i); ok {
			read += tell(sheet, row, p, crossing, at, c.Now)
		} else {
			sheet.Skip("rows without a time")
		}
	}
	if read == 0 {
		return source.Troublef(source.Unexpected, "no row tells of %s", p.code)
	}
	return nil
}

// minsk is its clock, which never changes.
func minsk() *time.Location { return time.FixedZone("Europe/Minsk", 3*60*60) }
