package permit

import (
	"cmp"
	"math"
	"slices"

	"bordertop/model"
)

// Nearby is another crossing that somebody may pass. Kilometres is how far it lies
// from the one that was asked for, as the crow flies; nil where the place of one of
// both is not known. Rough tells that one of both is known with low confidence.
type Nearby struct {
	Crossing   *model.Crossing
	Verdict    Verdict
	Reason     Reason
	Kilometres *float64
	Rough      bool
}

// most is how many crossings are told of.
const most = 5

// nearby finds other crossings that the same people may pass in the same direction,
// the nearest first, those without a place last.
func (r *Rules) nearby(b model.Board, from *model.Crossing, a Answer) []Nearby {
	var out []Nearby
	for _, c := range b.Crossings {
		if c.Crossing.ID == from.ID || a.To != "" && !slices.Contains(c.Crossing.Countries, a.To) {
			continue
		}
		if _, ok := c.Passage(a.Class, a.To); !ok {
			continue
		}
		other := Answer{Question: Question{Who: a.Who, At: c.Crossing.ID, To: a.To, Class: a.Class}}
		r.judge(b, c, &other)
		if other.Verdict != Yes {
			continue
		}
		n := Nearby{Crossing: c.Crossing, Verdict: other.Verdict, Reason: other.Reason}
		if km, ok := Distance(from, c.Crossing); ok {
			n.Kilometres = &km
			n.Rough = from.CoordConfidence == model.Low || c.Crossing.CoordConfidence == model.Low
		}
		out = append(out, n)
	}
	slices.SortStableFunc(out, func(x, y Nearby) int { return cmp.Compare(x.far(), y.far()) })
	return out[:min(len(out), most)]
}

func (n Nearby) far() float64 {
	if n.Kilometres == nil {
		return math.Inf(1)
	}
	return *n.Kilometres
}

// Distance is the length in kilometres of the great circle between two crossings,
// by the haversine formula on a sphere with the mean radius of the Earth, 6371.0088
// km (IUGG); not ok where the place of one is not known. Roads are longer.
func Distance(a, b *model.Crossing) (km float64, ok bool) {
	if a.Lat == nil || a.Lon == nil || b.Lat == nil || b.Lon == nil {
		return 0, false
	}
	const radius = 6371.0088
	rad := func(degrees float64) float64 { return degrees * math.Pi / 180 }
	dLat, dLon := rad(*b.Lat-*a.Lat), rad(*b.Lon-*a.Lon)
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(rad(*a.Lat))*math.Cos(rad(*b.Lat))*math.Pow(math.Sin(dLon/2), 2)
	return 2 * radius * math.Asin(math.Sqrt(min(1, h))), true
}

// also lists the fees, requirements and bans that concern them too: those of the
// crossing, and those that are tied to none and speak of such people.
func (r *Rules) also(b model.Board, a Answer) []*model.Measure {
	var out []*model.Measure
	for _, m := range b.InForce() {
		limits := m.Type == model.FeeMeasure || m.Type == model.Requirement || m.Type == model.Ban
		if limits && a.covers(m) && r.reaches(m, a) && !slices.Contains(a.Behind, m.ID) {
			out = append(out, m)
		}
	}
	return out
}

// reaches tells whether a measure of no other crossing may mean somebody.
func (r *Rules) reaches(m *model.Measure, a Answer) bool {
	switch f := r.affects(m, a); {
	case f == apart:
		return false
	case m.Crossings == nil || slices.Contains(m.Crossings, a.At):
		return true
	default:
		return len(m.Crossings) == 0 && (f == fits || a.Who.spokenOf(read(r.nations, m.Affects.String())))
	}
}
