package atlas

import (
	"math"
	"slices"
)

// View is a part of the Earth as it is drawn on a grid of square dots: equirectangular, with the standard parallel in
// the middle, so that shapes and distances there are true.
type View struct {
	// Mid is what stands in the middle, Scale how many dots a degree of latitude takes.
	Mid   Point
	Scale float64
	// W and H are the size of the grid in dots.
	W, H int
}

// The limits of views: the whole Earth, and about ten metres for a dot.
const (
	leastScale, mostScale = 0.05, 1e4
	farthestLat           = 85 // where a degree of longitude is still a length
)

// squeeze is how long a degree of longitude is beside one of latitude.
func (v View) squeeze() float64 { return math.Cos(v.Mid.Lat * math.Pi / 180) }

// Tidy gives the nearest view that can be drawn.
func (v View) Tidy() View {
	v.Mid.Lon = Turn(v.Mid.Lon)
	v.Mid.Lat = bound(v.Mid.Lat, -farthestLat, farthestLat)
	v.Scale = bound(v.Scale, leastScale, mostScale)
	return v
}

// bound also brings in what is not a number.
func bound(v, low, high float64) float64 {
	if v >= low {
		return min(v, high)
	}
	return low
}

// Turn gives the same longitude from -180 to below 180, and 0 for what is none.
func Turn(lon float64) float64 {
	if lon >= -180 && lon < 180 {
		return lon
	}
	lon = math.Mod(lon+180, 360)
	if lon < 0 {
		lon += 360
	}
	if math.IsNaN(lon) {
		return 0
	}
	return lon - 180
}

// Project gives the dot of a place: 0, 0 is the middle of that at the top left. It may lie outside the grid. Longitudes
// are taken the short way round from the middle.
func (v View) Project(p Point) (x, y float64) {
	x = float64(v.W-1)/2 + Turn(p.Lon-v.Mid.Lon)*v.squeeze()*v.Scale
	y = float64(v.H-1)/2 - (p.Lat-v.Mid.Lat)*v.Scale
	return x, y
}

// Unproject gives the place of a dot.
func (v View) Unproject(x, y float64) Point {
	return Point{
		Lon: Turn(v.Mid.Lon + (x-float64(v.W-1)/2)/(v.squeeze()*v.Scale)),
		Lat: v.Mid.Lat - (y-float64(v.H-1)/2)/v.Scale,
	}
}

// Seam tells whether a straight line between two dots would go the long way round the Earth.
func (v View) Seam(x0, x1 float64) bool {
	half := 180 * v.squeeze() * v.Scale
	return x1-x0 > half || x0-x1 > half
}

// Zoom gives the view that many times as large, in which a place stays where it is.
func (v View) Zoom(by float64, about Point) View {
	x, y := v.Project(about)
	out := v
	out.Scale *= by
	out = out.Tidy()
	out.Mid.Lat = about.Lat - (float64(v.H-1)/2-y)/out.Scale
	out = out.Tidy()
	out.Mid.Lon = about.Lon - (x-float64(v.W-1)/2)/(out.squeeze()*out.Scale)
	return out.Tidy()
}

// Pan gives the view moved by some dots, to the right and down.
func (v View) Pan(dx, dy float64) View {
	v.Mid = v.Unproject(float64(v.W-1)/2+dx, float64(v.H-1)/2+dy)
	return v.Tidy()
}

// Span is the box around some places.
type Span struct {
	Mid Point
	// Lon and Lat are its width and height in degrees.
	Lon, Lat float64
}

// Around is the smallest box around places, which may lie on both sides of the antimeridian; not ok for none.
func Around(points []Point) (s Span, ok bool) {
	if len(points) == 0 {
		return Span{}, false
	}
	lons := make([]float64, len(points))
	south, north := points[0].Lat, points[0].Lat
	for i, p := range points {
		lons[i] = Turn(p.Lon)
		south, north = min(south, p.Lat), max(north, p.Lat)
	}
	slices.Sort(lons)
	// The box begins after the widest gap between neighbours.
	from, gap := 0, lons[0]+360-lons[len(lons)-1]
	for i := 1; i < len(lons); i++ {
		if d := lons[i] - lons[i-1]; d > gap {
			from, gap = i, d
		}
	}
	s.Lon, s.Lat = 360-gap, north-south
	s.Mid = Point{Lon: Turn(lons[from] + s.Lon/2), Lat: (south + north) / 2}
	return s, true
}

// least is the height in degrees of the smallest region that is framed, about 80 km: a crossing alone says nothing.
const least = 0.75

// Fit frames a box on a grid of w by h dots, with a margin around it.
func Fit(s Span, w, h int) View {
	const margin = 0.08 // of the grid, on each side
	v := View{Mid: s.Mid, W: w, H: h}.Tidy()
	room := 1 - 2*margin
	across := max(s.Lon*v.squeeze(), least)
	v.Scale = min(room*float64(w)/across, room*float64(h)/max(s.Lat, least))
	return v.Tidy()
}

// Size is the larger side of a box, in degrees of latitude.
func (s Span) Size() float64 {
	return max(s.Lon*View{Mid: s.Mid}.squeeze(), s.Lat, least)
}

// Distance is how far a place lies outside a box, in degrees of latitude; 0 for one inside.
func (s Span) Distance(p Point) float64 {
	x := max(math.Abs(Turn(p.Lon-s.Mid.Lon))-s.Lon/2, 0) * View{Mid: s.Mid}.squeeze()
	y := max(math.Abs(p.Lat-s.Mid.Lat)-s.Lat/2, 0)
	return math.Hypot(x, y)
}
