package ui

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"bordertop/model"
	"bordertop/model/source"
)

const (
	// grave is the severity from which a new incident is said, and recent for how long
	// it is one: what a source tells of last week is no news.
	grave  = 3
	recent = 24 * time.Hour
)

// heard takes how live sources fare.
func (a *App) heard(feeds []source.Health) {
	a.feeds = feeds
	a.polls++
}

// alarming says what live sources brought that nobody should overlook; empty where
// that is nothing.
func (a *App) alarming(d Data) string {
	var worst *model.Incident
	n := 0
	for _, id := range d.Turnover.Came[:d.Turnover.News] {
		in, ok := d.Log.Record(id).(*model.Incident)
		if !ok || in.Severity < grave || a.now.Sub(in.At.First()) > recent {
			continue
		}
		if n++; worst == nil || in.Severity > worst.Severity {
			worst = in
		}
	}
	switch {
	case d.Kept || n == 0:
		return ""
	case n == 1:
		return fmt.Sprintf(a.words.Live.Severe, worst.Title)
	}
	return fmt.Sprintf(a.words.Live.SevereMore, worst.Title, strconv.Itoa(n-1))
}

// hears tells whether a live source told a record. The journal must not amend what is
// in no file.
func (a *App) hears(r model.Record) bool {
	return slices.ContainsFunc(a.feeds, func(h source.Health) bool {
		return h.ID == r.Head().ID || slices.Contains(r.Head().Sources, h.ID)
	})
}

// failing is how many live sources fail; empty where none does.
func (a *App) failing() string {
	n := int64(0)
	for _, h := range a.feeds {
		if h.State(a.now) == source.Failing {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return a.styles.Warn.Render(a.words.Count(a.words.Live.Failing, n))
}
