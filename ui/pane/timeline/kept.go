package timeline

import (
	"time"

	"bordertop/model"
	"bordertop/ui/pane"
)

// kept is what was worked out from a scene: it may be drawn often before the next.
type kept struct {
	version int
	story   *model.Story
	// heads are the headlines from one moment to before another.
	from, to time.Time
	heads    []model.Record
}

// of is the story of a scene.
func (k *kept) of(s pane.Scene) *model.Story {
	if k.story == nil || k.version != s.Version {
		story := s.Board.Story(s.Zone)
		*k = kept{version: s.Version, story: &story}
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
