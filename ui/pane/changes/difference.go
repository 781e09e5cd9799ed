package changes

import (
	"fmt"
	"time"

	"bordertop/model"
	"bordertop/model/export"
	"bordertop/ui/pane"
)

// difference is what is other on the board than at the moment from.
type difference struct {
	from time.Time
	// why is how that moment was chosen.
	why   choice
	items []item
	// counts are how many there are of each kind: of very many not all are items.
	counts [model.RecordAmended + 1]int
	// lesser is how many incidents and statements there are besides.
	lesser int
}

// most is how many changes of a kind anybody goes through.
const most = 100

// total is how many changes there are.
func (d *difference) total() int {
	n := 0
	for _, of := range d.counts {
		n += of
	}
	return n
}

// choice is how the moment was chosen from which changes are counted.
type choice uint8

const (
	chosen choice = iota
	lastVisit
	dayBefore
)

// item is a change and how it is told.
type item struct {
	model.Difference
	turn export.Turn
}

// id tells a change from others.
type id struct {
	kind   model.DifferenceKind
	record model.ID
	by     model.ID // the amendment
}

func (it item) id() id {
	i := id{kind: it.Kind, record: it.ID}
	if it.Amendment != nil {
		i.by = it.Amendment.Amendment.ID
	}
	return i
}

// record is the one that the detail shows.
func (it item) record() model.ID { return it.ID }

// kept is what was worked out from two boards, and the lines that were made of it.
type kept struct {
	board      model.Board
	from       time.Time
	difference *difference
	version    int
	width      int
	sheet      sheet
}

// from is the moment from which a scene counts changes: the one that was chosen,
// or else that of the last visit, or else a day before. One that lies ahead of the
// board counts for nothing.
func from(s pane.Scene) (time.Time, choice) {
	valid := s.Board.Valid
	if !s.Since.IsZero() && !s.Since.After(valid) {
		return s.Since, chosen
	}
	if visited := s.Reader.Visited(); s.Live && !visited.IsZero() && visited.Before(valid) {
		return visited, lastVisit
	}
	return valid.AddDate(0, 0, -1), dayBefore
}

// difference compares the board with that of the earlier moment, each as it was
// known then, but with hindsight both as known now. A scene changes with all that
// is read, and then the boards stay the same.
func (p *Pane) difference(s pane.Scene) *difference {
	at, why := from(s)
	k, b := p.kept, s.Board
	same := k.difference != nil && b.Events.Same(k.board.Events) && b.Valid.Equal(k.board.Valid) && b.Known.Equal(k.board.Known)
	if same && at.Equal(k.from) && k.version == s.Version {
		return k.difference
	}
	if !same || !at.Equal(k.from) {
		known := at
		if s.Hindsight {
			known = b.Known
		}
		k = kept{board: b, from: at, difference: compare(s.Log.At(at, known), b)}
	}
	k.difference.from, k.difference.why = at, why
	o := export.Options{Words: s.Words, Zone: s.Zone, Live: s.Live}
	for i := range k.difference.items {
		it := &k.difference.items[i]
		it.turn = export.Tell(b, it.Difference, o)
	}
	k.version, k.sheet = s.Version, nil
	p.kept = k
	return k.difference
}

// compare lists what is other on b than on a. Of incidents and statements only
// those are in it that a reader must see.
func compare(a, b model.Board) *difference {
	out := new(difference)
	for _, d := range model.Diff(a, b) {
		if d.Kind == model.EventAdded && !d.Severe() {
			out.lesser++
			continue
		}
		if out.counts[d.Kind]++; out.counts[d.Kind] <= most {
			out.items = append(out.items, item{Difference: d})
		}
	}
	return out
}

// since says from when changes are counted.
func (d *difference) since(s pane.Scene) string {
	at := s.Moment(model.Exactly(d.from))
	switch d.why {
	case lastVisit:
		return fmt.Sprintf(s.Words.Turns.SinceVisit, at)
	case chosen, dayBefore:
	}
	return fmt.Sprintf(s.Words.Turns.Since, at)
}
