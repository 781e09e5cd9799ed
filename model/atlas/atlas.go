// Package atlas holds the lines of maps: borders and coasts, as GeoJSON has them, how they are projected on a grid of
// dots, and which country lies where between them. It is pure, but for Open.
package atlas

import (
	_ "embed"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// borders are the borders and the coast around Lithuania and Belarus: Natural Earth 1:10 million, public domain, cut to
// 20.5–33° E and 51–57.5° N and rounded to 0.001°.
//
//go:embed borders.geojson
var borders []byte

// cities are those that the crossings between the two countries are spoken of by. The file names its source.
//
//go:embed cities.geojson
var cities []byte

// Atlas is a set of lines and of towns. It is shared and never changed.
type Atlas struct {
	Paths []Path
	Towns []Town
	// Names are those of the countries, each once.
	Names []clean.Text
}

// Path is a line on the map.
type Path struct {
	Points []Point
	Coast  bool
	// Sides are the countries beside a border, by their places in Names. An area has one: its own.
	Sides []int
	// Area is the number of the area whose outline this is, from 1; 0 where it is a line.
	Area int
}

// Town is a point with a name, and its names in some languages.
type Town struct {
	Name  clean.Text
	Names []model.Name
	At    Point
}

// Point is a place on Earth in degrees, WGS 84.
type Point struct{ Lon, Lat float64 }

// Embedded decodes the map that comes with the program. That takes about a millisecond, so keep it.
func Embedded() (*Atlas, dataset.Faults) {
	a, faults := Decode("borders.geojson", borders)
	towns, more := Decode("cities.geojson", cities)
	if faults = append(faults, more...); len(faults) > 0 {
		return nil, faults
	}
	a.Towns = towns.Towns
	return a, nil
}

// side is the place of a name in Names, where it is put if it is new.
func (a *Atlas) side(name clean.Text) int {
	for i, n := range a.Names {
		if n.String() == name.String() {
			return i
		}
	}
	a.Names = append(a.Names, name)
	return len(a.Names) - 1
}
