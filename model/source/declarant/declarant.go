// Package declarant asks the electronic waiting zones of Belarus
// (mon.declarant.by), which tell of every vehicle that waits to leave. Their
// number plates are never read.
package declarant

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/source"
	"bordertop/model/source/queues"
)

// address is the list of vehicles; the token is the same for everybody.
const address = "https://belarusborder.by/info/monitoring-new?token=test"

// What the source can be asked, by the end of the path.
const (
	list       = "/monitoring-new"
	statistics = "/monitoring/statistics"
	sums       = "/checkpoint"
)

func pathOf(url string) string {
	path, _, _ := strings.Cut(url, "?")
	return path
}

// of is the address of what is told of one checkpoint.
func of(url string, p post) string {
	if strings.Contains(url, "?") {
		return url + "&checkpointId=" + p.id
	}
	return url + "?checkpointId=" + p.id
}

// Kind gives the kind of source. Its url may lead to the list of vehicles
// ("…/monitoring-new?token=…") or to the sums of all checkpoints
// ("…/checkpoint?token=…"), and names no checkpoint: those that the crossings name
// are asked, by the name in the site's addresses or by their id.
func Kind() source.Kind {
	return source.Kind{
		Name: "declarant", Keys: queues.Keys(),
		Floor: time.Minute, Every: 5 * time.Minute, Stale: 20 * time.Minute,
		New: func(s source.Settings) (source.Asker, []source.Fault) {
			var faults []source.Fault
			for _, code := range slices.Sorted(maps.Keys(s.Crossings)) {
				if _, ok := find(code); !ok {
					faults = append(faults, source.Fault{Key: "crossings", Problem: fmt.Sprintf("no checkpoint is called %q", code), Remedy: "want one of " + slugs()})
				}
			}
			if s.URL == "" {
				s.URL = address
			}
			if path := pathOf(s.URL); !strings.HasSuffix(path, list) && !strings.HasSuffix(path, sums) {
				faults = append(faults, source.Fault{Key: "url", Problem: "leads to no list of vehicles", Remedy: "want …" + list + "?token=… or …" + sums + "?token=…"})
			}
			return asker{s}, faults
		},
	}
}

func slugs() string {
	var out []string
	for _, p := range posts() {
		out = append(out, p.slug)
	}
	return strings.Join(out, ", ")
}

type asker struct{ source.Settings }

// Ask asks for the checkpoints one after the other. One that fails leaves the
// others.
func (a asker) Ask(ctx context.Context, c source.Call) (source.Reading, error) {
	sheet := queues.New(a.Settings, c, crossings())
	if strings.HasSuffix(pathOf(a.URL), sums) {
		page, err := a.get(ctx, c, a.URL)
		if err != nil {
			return source.Reading{}, err
		}
		if err := readSums(page, sheet, c.Now); err != nil {
			return source.Reading{}, err
		}
		return sheet.Reading()
	}
	var failed []error
	asked := 0
	for _, p := range posts() {
		crossing := sheet.Crossing(p.id, p.slug, p.name)
		if crossing == "" {
			continue
		}
		asked++
		if err := a.ask(ctx, c, sheet, p, crossing); err != nil {
			failed = append(failed, err)
			sheet.Skip(p.slug + " did not answer")
		}
	}
	if asked > 0 && len(failed) == asked {
		return source.Reading{}, errors.Join(failed...)
	}
	sheet.Undated()
	return sheet.Reading()
}

// ask asks for one checkpoint. How many pass is told elsewhere, and not needed.
func (a asker) ask(ctx context.Context, c source.Call, sheet *queues.Sheet, p post, crossing model.ID) error {
	page, err := a.get(ctx, c, of(a.URL, p))
	if err != nil {
		return err
	}
	lanes, err := readVehicles(page, sheet, p.id)
	if err != nil {
		return fmt.Errorf("%s: %w", p.slug, err)
	}
	var passed []throughput
	if page, err = a.get(ctx, c, of(strings.Replace(a.URL, list, statistics, 1), p)); err == nil {
		passed, err = readStatistics(page, sheet, p.id)
	}
	if err != nil && ctx.Err() == nil {
		sheet.Skip("how many pass at " + p.slug)
	}
	lanes.tell(sheet, p, crossing, passed, c.Now)
	return nil
}

// get fetches a page whole: what did not change there is as true as before.
func (a asker) get(ctx context.Context, c source.Call, url string) (source.Page, error) {
	return c.Web.Get(ctx, source.Request{
		URL: url, Always: true,
		Header: http.Header{"Origin": {"https://mon.declarant.by"}, "Referer": {"https://mon.declarant.by/"}},
	})
}
