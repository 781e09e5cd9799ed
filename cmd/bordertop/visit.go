package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bordertop/config/state"
	"bordertop/model/clean"
	"bordertop/model/lang"
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
	reader, err := place.Open(slices.Collect(r.log.Events().IDs()))
	if err != nil && o.Notice == "" {
		o.Notice = clean.Err(err)
	}
	o.Reader = reader
	if err := os.MkdirAll(dir, 0o700); err != nil {
		// A home that nobody can write to, as in a container, is told of once and is no
		// fault of the program's.
		o.Notice = fmt.Sprintf(lang.Of(o.Config.Language).Frame.NotSaved, clean.Err(err))
		return
	}
	// What was marked is written down after the board was told to close, too.
	ctx = context.WithoutCancel(ctx)
	o.Save = func(s *state.Saving) error { return place.Save(ctx, s) }
}
