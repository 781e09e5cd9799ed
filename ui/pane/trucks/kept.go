package trucks

import (
	"slices"
	"time"

	"bordertop/model"
	"bordertop/ui/draw"
	"bordertop/ui/pane"
)

// kept is what was worked out from a scene, as long as it is drawn from the same:
// a key moves the cursor, not the claims.
type kept struct {
	sight sight
	// past are all claims that were made, by the groups of the board, and numbered
	// those with a number.
	past     [][]*model.Count
	numbered map[model.ID][]*model.Count
	ledger   ledger
	figures  figures
	plots    map[model.ID]series
	courses  map[stretch][]draw.Run
}

// sight is what the claims are drawn from.
type sight struct {
	version, groups, w int
	valid, known       time.Time
	past               bool
}

// series are the claims of a group as marks, by side, and the days on which they
// clash.
type series struct {
	sides []draw.Series
	flags []draw.Tick
}

// of works out what the scene does not say by itself.
func (p *Pane) of(s pane.Scene) *kept {
	w, past := s.Size.W, large(s)
	if past {
		w = p.places(s).list.W
	}
	now := sight{s.Version, len(s.Board.Claims), w, s.Board.Valid, s.Board.Known, past}
	if p.kept.sight == now {
		return &p.kept
	}
	p.kept = kept{
		sight: now, numbered: map[model.ID][]*model.Count{}, plots: map[model.ID]series{}, courses: map[stretch][]draw.Run{},
	}
	s.Size.W = w
	if past {
		p.kept.past, p.kept.figures = histories(s), newFigures(s)
	}
	p.kept.ledger = newLedger(s, p.kept.past)
	return &p.kept
}

// histories lists all claims that were made, by the groups of the board.
func histories(s pane.Scene) [][]*model.Count {
	type group struct {
		what     model.What
		unit     model.Unit
		crossing model.ID
	}
	made := map[group][]*model.Count{}
	var asked []model.What
	out := make([][]*model.Count, len(s.Board.Claims))
	for i, g := range s.Board.Claims {
		if !slices.Contains(asked, g.What) {
			asked = append(asked, g.What)
			for _, c := range s.Board.History(g.What) {
				key := group{c.What, c.Unit, c.Crossing}
				made[key] = append(made[key], c)
			}
		}
		out[i] = made[group{g.What, g.Unit, g.Crossing}]
	}
	return out
}
