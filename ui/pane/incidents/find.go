package incidents

import (
	"fmt"
	"slices"

	"bordertop/model/lang"
	"bordertop/ui/pane"
)

// wrapped is the end that a search went around.
type wrapped uint8

const (
	straight wrapped = iota
	fromTop
	fromBottom
)

func (w wrapped) text(words lang.Words) string {
	if w == fromTop {
		return words.Log.FromTop
	}
	return words.Log.FromBottom
}

// hitKey is what decides which rows are matches.
type hitKey struct {
	text   string
	reader int
}

// matches are the rows that what is looked for is found in.
func (p *Pane) matches(s pane.Scene) []int {
	if s.Index == nil || p.find.text == "" {
		return nil
	}
	l, k := p.listed(s), p.kept.of(s)
	got := k.find(s, p.find)
	key := hitKey{text: p.find.text}
	if got.personal {
		key.reader = s.Reader.Version()
	}
	if k.hits.of == l && k.hits.key == key {
		return k.hits.rows
	}
	in := make([]bool, k.events.Len())
	for _, at := range got.places {
		in[at] = true
	}
	k.hits.of, k.hits.key, k.hits.rows = l, key, nil
	for row, at := range l.rows {
		if at >= 0 && in[at] {
			k.hits.rows = append(k.hits.rows, row)
		}
	}
	return k.hits.rows
}

// match goes to the next match in the direction of by, around the end.
func (p *Pane) match(s pane.Scene, by int) pane.Intent {
	if p.find.text == "" {
		return pane.Say{Text: fmt.Sprintf(s.Words.Log.NotSought, p.keys.Find.Help().Key)}
	}
	rows := p.matches(s)
	if len(rows) == 0 {
		return pane.Say{Text: s.Words.Log.NoMatch}
	}
	t := p.things(s)
	i, on := slices.BinarySearch(rows, p.list.Index(t))
	switch {
	case by < 0:
		i--
	case on:
		i++
	}
	switch {
	case i < 0:
		p.wrapped, i = fromBottom, len(rows)-1
	case i == len(rows):
		p.wrapped, i = fromTop, 0
	}
	return p.list.Choose(t, rows[i])
}

// preview puts the cursor on the first match from where it was when the search
// began.
func (p *Pane) preview(s pane.Scene) {
	p.list.Follow(p.asking.from)
	rows := p.matches(s)
	if len(rows) == 0 {
		return
	}
	t := p.things(s)
	i, _ := slices.BinarySearch(rows, p.list.Index(t))
	p.list.Follow(t.ID(rows[i%len(rows)]))
}

// hits tells what is looked for, how often it was found, which of those the
// cursor is on, and what the search went around to get there.
func (p *Pane) hits(s pane.Scene) string {
	text := fmt.Sprintf(s.Words.Log.Found, p.find.text, p.position(s))
	if p.wrapped != straight {
		text += ", " + p.wrapped.text(s.Words)
	}
	return text
}

// position is "3/12" on a match, and elsewhere how many there are.
func (p *Pane) position(s pane.Scene) string {
	rows := p.matches(s)
	all := s.Words.Number(int64(len(rows)))
	if i, ok := slices.BinarySearch(rows, p.list.Index(p.things(s))); ok {
		return s.Words.Number(int64(i+1)) + "/" + all
	}
	return all
}
