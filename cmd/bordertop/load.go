package main

import (
	"fmt"
	"io"
	"time"

	"bordertop/model"
	"bordertop/model/dataset"
)

// records are the facts to show, as a log, with what their dataset says of
// itself.
type records struct {
	dataset.Dataset

	log    model.Log
	zone   *time.Location
	faults dataset.Faults
}

// load reads the datasets that the flags name, or the embedded one. Errors are
// told on stderr, every one of them.
func load(e env, f flags) (records, error) {
	now := e.now()
	o := dataset.Options{Now: now}
	var r records
	if len(f.data) == 0 {
		r.Dataset, r.faults = dataset.Embedded(o)
	} else {
		r.Dataset, r.faults = dataset.Open(f.data, o)
	}
	if err := r.faults.Err(); err != nil {
		tell(e.stderr, r.faults.Errors())
		return r, &statusError{exitFault, errReported}
	}
	log, err := model.NewLog(model.DefaultRules(), r.Records...)
	if err != nil {
		return r, &statusError{exitFault, fmt.Errorf("read the records: %w", err)}
	}
	r.log, r.zone = log, r.Zone
	if r.zone == nil {
		r.zone = time.UTC
	}
	return r, nil
}

// tell writes faults, one a line; they are clean and short already.
func tell(w io.Writer, faults dataset.Faults) {
	for _, f := range faults {
		_, _ = fmt.Fprintln(w, f)
	}
}
