package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"bordertop/config"
	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/journal"
	"bordertop/model/source"
	"bordertop/model/squeeze"
)

// records are the facts to show, as a log, with what their dataset says of
// itself.
type records struct {
	dataset.Dataset

	log model.Log
	// stated are those of files alone, and feeds tells how live sources fared when they
	// were last asked.
	stated model.Log
	feeds  []source.Health
	zone   *time.Location
	faults dataset.Faults
	// head is that of the journal.
	head journal.Head
}

// open reads files and directories of records, or the embedded dataset where
// there are none.
func open(e env, paths []string, more ...dataset.Text) (dataset.Dataset, dataset.Faults) {
	o := dataset.Options{Now: e.now(), More: more, Once: e.once, Progress: e.reading}
	if len(paths) == 0 {
		return dataset.Embedded(o)
	}
	return dataset.Open(paths, o)
}

// held are the records of a desk. Some may be under embargo: whoever takes them says
// for whom.
type held struct{ all records }

// own are all records: for the desk's own screen, and for what it adds.
func (h held) own() records { return h.all }

// public are those that may leave the desk at the present, now, whatever moment is
// asked for.
func (h held) public(now time.Time) records {
	r := h.all
	if under := r.log.Embargoes(now); under != nil {
		r.Records = slices.DeleteFunc(slices.Clone(r.Records), func(one model.Record) bool { return !under[one.Head().ID].IsZero() })
	}
	r.log = r.log.Public(now)
	return r
}

// load reads the records that the settings name. Errors are told on stderr,
// every one of them.
func load(e env, c config.Config) (held, error) {
	r, err := read(e, c)
	return held{r}, reported(e, err)
}

// reported is what is left of an error of read when its faults are told on stderr.
func reported(e env, err error) error {
	switch faults, ok := errors.AsType[dataset.Faults](err); {
	case ok:
		tell(e.stderr, faults)
		return &statusError{exitFault, errReported}
	case err != nil:
		return &statusError{exitFault, err}
	}
	return nil
}

// read reads the records that the settings name, and tells nobody of faults.
func read(e env, c config.Config) (records, error) {
	defer spare(c.Data)()
	var r records
	desk, err := journalTexts(e, c)
	if err != nil {
		return r, err
	}
	r.Dataset, r.faults = open(e, c.Data, desk.all...)
	if r.faults.Err() != nil && desk.sound != nil {
		// What is damaged must not keep all else from being read.
		if d, faults := open(e, c.Data, desk.sound...); faults.Err() == nil {
			r.Dataset, r.faults = d, append(dataset.Faults{leftOut(c)}, faults...)
		}
	}
	r.faults, r.head = append(desk.faults, r.faults...), desk.head
	if err := r.faults.Err(); err != nil {
		return r, err
	}
	log, err := model.NewLog(c.Rules(), r.Records...)
	if err != nil {
		return r, fmt.Errorf("read the records: %w", err)
	}
	r.log, r.stated, r.zone = log, log, r.Zone
	if r.zone == nil {
		r.zone = time.UTC
	}
	return r, nil
}

// leftOut warns of what the board is shown without.
func leftOut(c config.Config) dataset.Fault {
	return dataset.Fault{
		File: clean.Line(c.Journal).String(), Warning: true,
		Problem: "what is damaged in the journal cannot be read, and is left out", Remedy: "bordertop journal verify tells where",
	}
}

// long is so many records that their memory counts more than the time to pack
// them.
const long = 5000

// stay gives records that are to be shown for long: in a log that is packed if it
// pays, and not in the dataset as well.
func (r records) stay() records {
	r.Dataset, r.stated = dataset.Dataset{Title: r.Title, Zone: r.Zone, Zones: r.Zones}, model.Log{}
	if r.log.Len() >= long {
		r.log = r.log.Packed(squeeze.S2{})
	}
	return r
}

// tell writes faults, one a line; they are clean and short already.
func tell(w io.Writer, faults dataset.Faults) {
	for _, f := range faults {
		_, _ = fmt.Fprintln(w, f)
	}
}
