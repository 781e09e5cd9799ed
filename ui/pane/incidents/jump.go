package incidents

import (
	"fmt"
	"slices"
	"sort"

	"bordertop/model"
	"bordertop/ui/pane"
)

// severe is the severity from which an incident is jumped to.
const severe = 3

// settle selects what is under the cursor, once that may be another thing.
func (p *Pane) settle(s pane.Scene) pane.Intent {
	t := p.things(s)
	if i := p.list.Index(t); i >= 0 {
		return p.list.Choose(t, i)
	}
	return nil
}

// Under is the record under the cursor; empty while there is a table.
func (p *Pane) Under(s pane.Scene) model.ID {
	if p.counting != nil {
		return ""
	}
	return p.list.Under(p.things(s))
}

// stand is the place on the board of what is under the cursor; not ok in an
// empty list.
func (p *Pane) stand(s pane.Scene) (l *listed, row int, ok bool) {
	row = p.list.Index(p.things(s))
	return p.listed(s), row, row >= 0
}

// heavy goes to the next severe incident of the list in the direction of by.
func (p *Pane) heavy(s pane.Scene, by int) pane.Intent {
	l, row, ok := p.stand(s)
	if ok {
		weights := p.kept.of(s).weights()
		for row += by; row >= 0 && row < len(l.rows); row += by {
			if at := l.rows[row]; at >= 0 && weights[at] >= severe {
				return p.list.Choose(p.things(s), row)
			}
		}
	}
	if by < 0 {
		return pane.Say{Text: s.Words.Log.SevereAbove}
	}
	return pane.Say{Text: s.Words.Log.SevereBelow}
}

// unread goes to the next record that was not seen yet, around the end.
func (p *Pane) unread(s pane.Scene) pane.Intent {
	if s.Reader.News() == 0 {
		return pane.Say{Text: s.Words.Log.AllRead}
	}
	l, row, ok := p.stand(s)
	if ok && l.rows[row] >= 0 && s.Board.Events.ID(l.rows[row]) == s.Selected {
		row++ // what is shown already comes last
	}
	for i := range l.rows {
		next := (row + i) % len(l.rows)
		if at := l.rows[next]; at >= 0 && s.Reader.New(s.Board.Events.ID(at)) {
			return p.list.Choose(p.things(s), next)
		}
	}
	return pane.Say{Text: s.Words.Log.ReadHere}
}

// day goes to the newest event of the day before (by 1) or after (by -1) that of
// the cursor, by time whatever the order of the list.
func (p *Pane) day(s pane.Scene, by int) pane.Intent {
	l, row, ok := p.stand(s)
	if !ok {
		return nil
	}
	of := func(i int) dates { return datesOf(s.Board.Events.At(l.found[i]).Own(), s.Zone) }
	i, _ := slices.BinarySearch(l.found, l.rows[row])
	for today := of(i); of(i) == today; {
		i += by
		switch {
		case i < 0:
			return pane.Say{Text: s.Words.Log.LatestDay}
		case i == len(l.found):
			return pane.Say{Text: s.Words.Log.EarliestDay}
		}
	}
	for that := of(i); i > 0 && of(i-1) == that; {
		i--
	}
	return p.list.Choose(p.things(s), l.row(l.found[i]))
}

// date goes to the newest event that is not after a moment.
func (p *Pane) date(s pane.Scene, m model.Moment) pane.Intent {
	l, at := p.listed(s), m.Asked()
	i := sort.Search(len(l.found), func(i int) bool { return !s.Board.Events.Time(l.found[i]).After(at) })
	if i == len(l.found) {
		return pane.Say{Text: fmt.Sprintf(s.Words.Log.NothingBefore, s.Moment(m))}
	}
	return p.list.Choose(p.things(s), l.row(l.found[i]))
}

// latest goes to the newest event that a query finds.
func (p *Pane) latest(s pane.Scene, q asked) pane.Intent {
	l := p.listed(s)
	found := both(l.found, p.kept.of(s).find(s, q).places)
	if len(found) == 0 {
		return pane.Say{Text: s.Words.Log.NoMatch}
	}
	return p.list.Choose(p.things(s), l.row(found[0]))
}

// reveal puts the cursor on a record, where the list has it.
func (p *Pane) reveal(s pane.Scene, id model.ID) {
	t := p.things(s)
	if row := t.Place(id); row >= 0 && t.ID(row) == id {
		p.list.Follow(id)
	}
}
