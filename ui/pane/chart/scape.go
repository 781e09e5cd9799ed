package chart

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/atlas"
	"bordertop/ui/pane"
)

// scape is what there is to map on a board. It is worked out once for each
// version of the scene.
type scape struct {
	version int
	spots   []spot // crossings in the order of the board, then places
	// span is around the crossings and the places near them.
	span      atlas.Span
	crossings int // how many spots are crossings
	unplaced  int // crossings without a position
	// border are the two countries of the crossings.
	border []model.Country
}

// spot is a crossing or a place with a position.
type spot struct {
	id       model.ID
	at       atlas.Point
	crossing *model.CrossingStatus // nil for a place
	kind     model.PlaceKind       // of a place
	name     string
	more     string // what may follow the name
	rank     int    // the lower the sooner it is drawn
	recent   recent
}

// recent is what happened somewhere of late.
type recent struct{ count, severity, fade int }

const (
	day  = 24 * time.Hour
	late = 7 * day
)

// nearby is how far beside the crossings a place may lie to be on the map, as a
// part of the larger side of the box around them.
const nearby = 0.75

// few are towns that frame the map with the crossings. A map that names more is
// not drawn smaller for them.
const few = 12

// survey finds what there is to map.
func (p *Pane) survey(s pane.Scene) *scape {
	if p.scape != nil && p.scape.version == s.Version {
		return p.scape
	}
	c := &scape{version: s.Version}
	happened := lately(s)
	for i := range s.Board.Crossings {
		c.crossing(s, &s.Board.Crossings[i])
	}
	c.crossings = len(c.spots)
	c.span, _ = atlas.Around(points(c.spots))
	if c.crossings > 0 {
		core := c.span
		c.places(s, core)
		framed := len(c.spots)
		c.towns(s, p.chart(s).Towns, core)
		if len(c.spots)-framed <= few {
			framed = len(c.spots)
		}
		c.span, _ = atlas.Around(points(c.spots[:framed]))
	}
	for i := range c.spots {
		c.spots[i].recent = happened[c.spots[i].id]
	}
	p.scape = c
	return c
}

func points(spots []spot) []atlas.Point {
	out := make([]atlas.Point, len(spots))
	for i, s := range spots {
		out[i] = s.at
	}
	return out
}

// places takes the places of the board near the crossings.
func (c *scape) places(s pane.Scene, core atlas.Span) {
	for _, p := range s.Board.Places() {
		if at, ok := position(p.Lat, p.Lon); ok && near(core, at) {
			c.spots = append(c.spots, spot{id: p.ID, at: at, kind: p.Type, name: short(s.Place(p)), rank: placeRank(p.Type)})
		}
	}
}

// towns takes the towns of the map near the crossings, but for those that are
// places of the board.
func (c *scape) towns(s pane.Scene, towns []atlas.Town, core atlas.Span) {
	known := c.spots[c.crossings:]
	for _, t := range towns {
		name := s.Words.NameOf(t.Names, t.Name)
		again := slices.ContainsFunc(known, func(sp spot) bool { return sp.name == name })
		if near(core, t.At) && !again {
			c.spots = append(c.spots, spot{at: t.At, kind: model.City, name: name, rank: town})
		}
	}
}

func near(core atlas.Span, at atlas.Point) bool { return core.Distance(at) <= nearby*core.Size() }

// find is the place of a crossing among the spots; -1 where it is not there.
func (c *scape) find(id model.ID) int {
	return slices.IndexFunc(c.spots[:c.crossings], func(s spot) bool { return s.id == id })
}

func (c *scape) crossing(s pane.Scene, status *model.CrossingStatus) {
	x := status.Crossing
	at, ok := position(x.Lat, x.Lon)
	if !ok {
		c.unplaced++
		return
	}
	name := s.Near(x)
	if uncertain(x) {
		name = "~" + name
	}
	c.spots = append(c.spots, spot{id: x.ID, at: at, crossing: status, name: name, more: way(s, x), rank: stateRank(status.Headline)})
	if len(c.border) == 0 && len(x.Countries) == 2 {
		c.border = x.Countries
	}
}

// uncertain tells whether the position of a crossing is little more than a guess.
func uncertain(x *model.Crossing) bool { return x.CoordConfidence == model.Low }

// position takes what stands on Earth; a dataset may say anything, and NaN is
// neither above nor below.
func position(lat, lon *float64) (atlas.Point, bool) {
	if lat == nil || lon == nil || !(*lat >= -90 && *lat <= 90 && *lon >= -360 && *lon <= 360) {
		return atlas.Point{}, false
	}
	return atlas.Point{Lon: atlas.Turn(*lon), Lat: *lat}, true
}

// way is the road of a crossing, or that it is for trains. What is not certain of
// roads is left to the line below.
func way(s pane.Scene, x *model.Crossing) string {
	if rail(x) {
		return s.Words.Map.Rail
	}
	if len(x.Roads) == 0 || strings.Contains(x.Roads[0].String(), "(unverified)") {
		return ""
	}
	return short(x.Roads[0].String())
}

// rail tells whether trains alone pass.
func rail(x *model.Crossing) bool {
	return len(x.Serves) > 0 && !slices.ContainsFunc(x.Serves, func(c model.Class) bool {
		return c != model.RailFreight && c != model.RailPassenger
	})
}

// short leaves out what stands in brackets behind a name.
func short(name string) string {
	bare, _, _ := strings.Cut(name, " (")
	return cmp.Or(bare, name)
}

// The ranks of places come after those of crossings.
const (
	lit = iota - 1
	closed
	disputed
	restricted
	unknown
	bans
	open
	airport
	city
	other
	town
)

func stateRank(p model.Passage) int {
	if p.Disputed() {
		return disputed
	}
	switch p.State {
	case model.Closed:
		return closed
	case model.Restricted:
		return restricted
	case model.OpenWithBans:
		return bans
	case model.Open:
		return open
	case model.Unknown:
	}
	return unknown
}

func placeRank(k model.PlaceKind) int {
	switch k {
	case model.Airport:
		return airport
	case model.City:
		return city
	case model.Region, model.Site:
	}
	return other
}

// lately counts the incidents of the last days by crossing and place.
func lately(s pane.Scene) map[model.ID]recent {
	out := map[model.ID]recent{}
	for i := range s.Board.Events.Len() {
		age := s.At().Sub(s.Board.Events.Time(i))
		if age > late {
			break
		}
		n, ok := s.Board.Events.At(i).(*model.Incident)
		if !ok || age < 0 {
			continue
		}
		if a, _ := s.Board.Record(n.ID); a.Withdrawal != nil {
			continue
		}
		for _, id := range slices.Concat(n.Crossings, n.Places) {
			r, again := out[id]
			if !again { // the newest comes first
				r.fade = fade(age)
			}
			out[id] = recent{r.count + 1, max(r.severity, int(n.Severity)), r.fade}
		}
	}
	return out
}

// fade is which of the marks stands for an age.
func fade(age time.Duration) int {
	switch {
	case age <= 2*day:
		return 0
	case age <= 4*day:
		return 1
	}
	return 2
}
