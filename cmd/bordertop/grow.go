package main

import (
	"maps"
	"path/filepath"
	"slices"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/ui"
)

// grow reads what was added to the journal, where nothing else has changed: an entry
// must not take as long as all records. It is not ok where all must be read again.
func (l *loader) grow(changed []string) (*ui.Data, bool) {
	desk, err := filepath.Abs(l.config.Journal)
	// What is played is for others, who see less of it; see shown.
	if err != nil || l.f.play || l.config.Journal == "" || l.behind || !slices.Equal(changed, []string{desk}) || !slices.Equal(l.of, dataOf(l.config)) {
		return nil, false
	}
	j, err := openJournal(l.e, l.config, "")
	if err != nil {
		return nil, false
	}
	added, ok := j.After(l.records.head)
	if !ok {
		return nil, false
	}
	r := l.records
	log := r.log
	d, faults := dataset.Open(nil, dataset.Options{
		Now: l.e.now(), Zone: r.zone, Base: log.Rest(), Known: log.Record, More: textsOf(l.config, added),
	})
	// What there is to say of it is said of all files together.
	if len(added) > 0 && len(faults) > 0 || slices.ContainsFunc(d.Records, replaces) {
		return nil, false
	}
	if r.log, err = log.With(d.Records...); err != nil {
		return nil, false
	}
	r.head = j.Head()
	before := l.joined
	l.records = r.stay()
	l.joined = l.join(l.records.log)
	turnover := l.joined.Turnover(before)
	l.holds = maps.Clone(l.holds)
	for file, n := range d.Holds() {
		l.holds[file] += n
	}
	r.Dataset = d
	return l.whole(&ui.Data{Files: filesOf(r, turnover)}, turnover), true
}

// replaces tells of a record that others may replace in turn.
func replaces(r model.Record) bool {
	m, ok := r.(*model.Measure)
	return ok && len(m.Replaces) > 0
}
