package main

import (
	"context"
	"path/filepath"

	"bordertop/config/state"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/ui"
)

// remember tells the board what its reader marked and has not seen, and where to
// write that down. Without a home nothing is remembered. Only incidents and
// statements are news: they alone are listed where news is read.
func remember(ctx context.Context, e env, r records, o *ui.Options) {
	dir := stateDir(e.getenv)
	if dir == "" {
		return
	}
	place := state.Place{Path: filepath.Join(dir, "state.toml"), Board: r.Title.String(), Now: e.now}
	events := r.log.Events()
	ids := make([]model.ID, len(events))
	for i, event := range events {
		ids[i] = event.Head().ID
	}
	reader, err := place.Open(ids)
	if err != nil && o.Notice == "" {
		o.Notice = clean.Err(err)
	}
	o.Reader = reader
	// What was marked is written down after the board was told to close, too.
	ctx = context.WithoutCancel(ctx)
	o.Save = func(s *state.Saving) error { return place.Save(ctx, s) }
}
