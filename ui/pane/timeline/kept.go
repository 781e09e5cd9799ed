package timeline

import (
	"time"

	"bordertop/model"
	"bordertop/ui/pane"
)

// kept is what was worked out from a board: it may be drawn often before the next.
type kept struct {
	board   model.Board
	version int
	story   *model.Story
	// heads are the headlines from one moment to before another.
	from, to time.Time
	heads    []model.Record
}

// of is the story of a scene. A scene changes with all that is read, and then the
// board stays the same; where nothing happened yet, boards cannot be told apart.
func (k *kept) of(s pane.Scene) *model.Story {
	b := s.Board
	same := k.story != nil && b.Events.Same(k.board.Events) && b.Valid.Equal(k.board.Valid) && b.Known.Equal(k.board.Known)
	if !same || b.Events.Len() == 0 && k.version != s.Version {
		story := b.Story(s.Zone)
		*k = kept{board: b, version: s.Version, story: &story}
	}
	return k.story
}

// most is more headlines than anybody goes through.
const most = 100

// headlines are the worst of what happened in the slot of the moment shown.
func (k *kept) headlines(s pane.Scene, w window) []model.Record {
	from, to := w.start(w.cursor), w.start(w.cursor+1)
	if k.heads == nil || !k.from.Equal(from) || !k.to.Equal(to) {
		k.from, k.to, k.heads = from, to, append([]model.Record{}, s.Board.Headlines(from, to, most)...)
	}
	return k.heads
}
