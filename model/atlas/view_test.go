package atlas_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"bordertop/model/atlas"
)

func dot(v atlas.View, p atlas.Point) [2]int {
	x, y := v.Project(p)
	return [2]int{int(math.Round(x)), int(math.Round(y))}
}

func TestPlacesFallOnTheDotsWorkedOutByHand(t *testing.T) {
	t.Parallel()
	// A degree of latitude is 100 dots and, at 54.5° N, one of longitude 58.0703. The middle is the dot 137.5, 75.5.
	v := atlas.View{Mid: atlas.Point{Lon: 25, Lat: 54.5}, Scale: 100, W: 276, H: 152}
	for name, tt := range map[string]struct {
		at   atlas.Point
		want [2]int
	}{
		"Medininkai":      {atlas.Point{Lon: 25.711, Lat: 54.541}, [2]int{179, 71}}, // 137.5 + 41.288, 75.5 - 4.1
		"Vilnius airport": {atlas.Point{Lon: 25.288, Lat: 54.637}, [2]int{154, 62}}, // 137.5 + 16.724, 75.5 - 13.7
		"Minsk":           {atlas.Point{Lon: 27.56653, Lat: 53.90019}, [2]int{287, 135}},
		"the other way":   {atlas.Point{Lon: 25.711 - 360, Lat: 54.541}, [2]int{179, 71}},
	} {
		if got := dot(v, tt.at); got != tt.want {
			t.Errorf("%s falls on %v, want %v", name, got, tt.want)
		}
	}
}

func TestUnprojectingGivesThePlaceBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		v := atlas.View{
			Mid:   atlas.Point{Lon: r.Float64()*360 - 180, Lat: r.Float64()*170 - 85},
			Scale: math.Exp(r.Float64()*6 + 1), W: 2 + r.IntN(600), H: 4 + r.IntN(400),
		}
		x, y := r.Float64()*float64(v.W), r.Float64()*float64(v.H)
		p := v.Unproject(x, y)
		if math.Abs(x-float64(v.W)/2) > 170*v.Scale*math.Cos(v.Mid.Lat*math.Pi/180) {
			continue // more than once around the Earth
		}
		if gx, gy := v.Project(p); math.Abs(gx-x) > 1e-6 || math.Abs(gy-y) > 1e-6 {
			t.Fatalf("%+v: %g, %g came back as %g, %g", v, x, y, gx, gy)
		}
	}
}

func TestZoomKeepsAPlaceWhereItIs(t *testing.T) {
	t.Parallel()
	v := atlas.View{Mid: atlas.Point{Lon: 25, Lat: 54.5}, Scale: 80, W: 276, H: 152}
	about := atlas.Point{Lon: 26.1, Lat: 53.9}
	x, y := v.Project(about)
	for _, by := range []float64{1.5, 1.5, 1.5, 0.1, 2, 0.5, 30} {
		v = v.Zoom(by, about)
		if gx, gy := v.Project(about); math.Abs(gx-x) > 1e-6 || math.Abs(gy-y) > 1e-6 {
			t.Errorf("at a scale of %g it is on %g, %g, want %g, %g", v.Scale, gx, gy, x, y)
		}
	}
}

func TestABoxIsTheSmallestAroundPlaces(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		points []atlas.Point
		mid    atlas.Point
		w, h   float64
	}{
		"one place":              {[]atlas.Point{{Lon: 25, Lat: 54}}, atlas.Point{Lon: 25, Lat: 54}, 0, 0},
		"two places":             {[]atlas.Point{{Lon: 25, Lat: 54}, {Lon: 27, Lat: 55}}, atlas.Point{Lon: 26, Lat: 54.5}, 2, 1},
		"across the antimeridan": {[]atlas.Point{{Lon: 179, Lat: 66}, {Lon: -178, Lat: 65}}, atlas.Point{Lon: -179.5, Lat: 65.5}, 3, 1},
		"across Greenwich":       {[]atlas.Point{{Lon: -1, Lat: 51}, {Lon: 2, Lat: 51}}, atlas.Point{Lon: 0.5, Lat: 51}, 3, 0},
	} {
		s, ok := atlas.Around(tt.points)
		if !ok || math.Abs(s.Mid.Lon-tt.mid.Lon) > 1e-9 || s.Mid.Lat != tt.mid.Lat || math.Abs(s.Lon-tt.w) > 1e-9 || s.Lat != tt.h {
			t.Errorf("%s: %+v, %v", name, s, ok)
		}
	}
	if _, ok := atlas.Around(nil); ok {
		t.Error("there is a box around nothing")
	}
}

func TestFittedPlacesAreInTheGrid(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		var points []atlas.Point
		lon, lat := r.Float64()*360-180, r.Float64()*160-80
		for range 1 + r.IntN(9) {
			points = append(points, atlas.Point{Lon: atlas.Turn(lon + r.Float64()*20), Lat: min(max(lat+r.Float64()*10, -84), 84)})
		}
		s, _ := atlas.Around(points)
		v := atlas.Fit(s, 2+r.IntN(400), 4+r.IntN(300))
		for _, p := range points {
			if d := dot(v, p); d[0] < 0 || d[1] < 0 || d[0] >= v.W || d[1] >= v.H {
				t.Fatalf("%+v has %v on %v", v, p, d)
			}
		}
	}
}

func TestOddViewsAreMended(t *testing.T) {
	t.Parallel()
	nan, inf := math.NaN(), math.Inf(1)
	for _, v := range []atlas.View{
		{},
		{Mid: atlas.Point{Lon: nan, Lat: nan}, Scale: nan},
		{Mid: atlas.Point{Lon: inf, Lat: 90}, Scale: inf, W: 10, H: 10},
		{Mid: atlas.Point{Lon: -1e300, Lat: -1e300}, Scale: -5},
	} {
		got := v.Tidy()
		if !(got.Mid.Lat >= -85 && got.Mid.Lat <= 85 && got.Scale >= 0.05 && got.Scale <= 1e4 && got.Mid.Lon >= -180 && got.Mid.Lon < 180) {
			t.Errorf("%+v became %+v", v, got)
		}
	}
}
