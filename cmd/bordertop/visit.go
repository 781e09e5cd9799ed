package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bordertop/config"
	"bordertop/config/state"
	"bordertop/model/clean"
	"bordertop/model/lang"
	"bordertop/ui"
)

// remember tells what the reader of a board marked and has not seen, how to write
// that down, and what there is to say of it. Without a home nothing is remembered.
// Only incidents and statements are news: they alone are listed where news is read.
func remember(ctx context.Context, e env, c config.Config, r records) (reader *state.Reader, save func(*state.Saving) error, notice string) {
	dir := stateDir(e.getenv)
	if dir == "" {
		return new(state.Reader), nil, ""
	}
	place := state.Place{Path: filepath.Join(dir, "state.toml"), Board: r.Title.String(), Now: e.now}
	reader, err := place.Open(slices.Collect(r.log.Events().IDs()))
	if err != nil {
		notice = clean.Err(err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		// A home that nobody can write to, as in a container, is told of once and is no
		// fault of the program's.
		return reader, nil, fmt.Sprintf(lang.Of(c.Language).Frame.NotSaved, clean.Err(err))
	}
	// What was marked is written down after the board was told to close, too.
	ctx = context.WithoutCancel(ctx)
	return reader, func(s *state.Saving) error { return place.Save(ctx, s) }, notice
}

// introduce gives records of another board its reader.
func (l *loader) introduce(ctx context.Context, d *ui.Data) {
	if d == nil || d.Err != nil || d.Name == l.board {
		return
	}
	l.board = d.Name
	d.Reader, d.Save, _ = remember(ctx, l.e, l.config, l.records)
}
