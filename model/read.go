package model

// Events lists the incidents and statements of the log as they were stated, in
// the order in which a board lists those that it shows.
func (l Log) Events() Events {
	a := l.annals()
	return a.run(0, a.len())
}

// Rest lists the records that are no events, by id.
func (l Log) Rest() []Record {
	out := make([]Record, 0, len(l.known)+len(l.readings))
	for id := range l.known {
		out = append(out, l.records[id])
	}
	for _, q := range l.readings {
		out = append(out, q)
	}
	byID(out)
	return out
}

// Telling lists the incidents and statements that tell of a record, as they were
// stated, the newest first.
func (l Log) Telling(id ID) []Record {
	rows := l.telling[id]
	out := make([]Record, 0, len(rows))
	for _, row := range rows {
		out = append(out, l.events.record(int(row)))
	}
	return out
}

// Amended tells whether an amendment names a record, or its act, at any time.
func (l Log) Amended(r Record) bool {
	m, ok := r.(*Measure)
	return len(l.amending[r.Head().ID]) > 0 || ok && len(l.amending[m.Act]) > 0
}

// Places lists the places of the board by id, as amended by then, without those
// that were withdrawn.
func (b Board) Places() []*Place {
	var out []*Place
	for _, p := range b.view.places {
		a, ok := b.Record(p.ID)
		if now, place := a.Record.(*Place); ok && place && a.Withdrawal == nil {
			out = append(out, now)
		}
	}
	return out
}
