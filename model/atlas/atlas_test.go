package atlas_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bordertop/model/atlas"
)

func embedded(tb testing.TB) *atlas.Atlas {
	tb.Helper()
	a, faults := atlas.Embedded()
	if len(faults) > 0 {
		tb.Fatal(faults)
	}
	return a
}

func TestTheEmbeddedMapIsWhole(t *testing.T) {
	t.Parallel()
	a := embedded(t)
	points, coasts := 0, 0
	for _, p := range a.Paths {
		points += len(p.Points)
		if p.Coast {
			coasts++
		}
	}
	// As counted in the file: 1578 of borders and 295 of the coast.
	if points != 1873 || coasts == 0 {
		t.Errorf("%d points, %d coasts", points, coasts)
	}
	var names, towns []string
	for _, n := range a.Names {
		names = append(names, n.String())
	}
	for _, town := range a.Towns {
		towns = append(towns, town.Name.String())
	}
	slices.Sort(names)
	if diff := cmp.Diff([]string{"BY", "LT", "LV", "PL", "RU", "UA"}, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Grodno", "Kaunas", "Minsk", "Vilnius"}, towns); diff != "" {
		t.Error(diff)
	}
}

// land tells which country a place is in, as far as a map says.
func land(a *atlas.Atlas, p atlas.Point) string {
	v := atlas.View{Mid: p, Scale: 40, W: 100, H: 100}
	if n := a.Land(v, []float64{49.5}, []float64{49.5})[0][0]; n >= 0 {
		return a.Names[n].String()
	}
	return ""
}

func TestTheMapTellsWhichCountryAPlaceIsIn(t *testing.T) {
	t.Parallel()
	a := embedded(t)
	for name, tt := range map[string]struct {
		lon, lat float64
		want     string
	}{
		"Vilnius":       {25.28, 54.689, "LT"},
		"Kaunas":        {23.909, 54.902, "LT"},
		"Minsk":         {27.567, 53.9, "BY"},
		"Grodno":        {23.829, 53.676, "BY"},
		"Białystok":     {23.15, 53.13, "PL"},
		"Daugavpils":    {26.54, 55.87, "LV"},
		"Brest":         {23.7, 52.1, "BY"},
		"Gusev":         {22.2, 54.59, "RU"},
		"north of Kyiv": {28.5, 51.3, "UA"},
		"the open sea":  {20.6, 56, ""},
		"nowhere near":  {2.35, 48.85, ""},
		// A pocket with the same border on all sides may belong to either.
		"Dieveniškės": {25.62, 54.19, ""},
	} {
		if got := land(a, atlas.Point{Lon: tt.lon, Lat: tt.lat}); got != tt.want {
			t.Errorf("%s lies in %q, want %q", name, got, tt.want)
		}
	}
}

func TestAnAreaHoldsWhatIsInsideIt(t *testing.T) {
	t.Parallel()
	a, faults := atlas.Decode("x", []byte(`{"type":"FeatureCollection","features":[
		{"type":"Feature","properties":{"NAME":"Ring"},"geometry":{"type":"Polygon","coordinates":[
			[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,6],[4,4]]]}},
		{"type":"Feature","properties":{"ISO_A2":"XX","NAME":"Other"},"geometry":{"type":"MultiPolygon","coordinates":[[[[20,0],[30,0],[30,10],[20,0]]]]}}]}`))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for p, want := range map[atlas.Point]string{
		{Lon: 2, Lat: 2}: "Ring", {Lon: 5, Lat: 5}: "", {Lon: 8, Lat: 5}: "Ring", {Lon: 15, Lat: 5}: "", {Lon: 28, Lat: 4}: "XX", {Lon: 35, Lat: 5}: "",
	} {
		if got := land(a, p); got != want {
			t.Errorf("%v lies in %q, want %q", p, got, want)
		}
	}
}

func TestGeoJSONAsOthersWriteItIsRead(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a line by itself":         `{"type":"LineString","coordinates":[[1,2],[3,4,100]]}`,
		"a feature by itself":      `{"type":"Feature","properties":null,"geometry":{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}}`,
		"the type last":            `{"features":[{"geometry":{"coordinates":[[1,2],[3,4]],"type":"LineString"},"properties":{},"type":"Feature"}],"crs":{"x":[{}]},"type":"FeatureCollection"}`,
		"a mark at the beginning":  "\ufeff" + `{"type":"LineString","coordinates":[[1,2],[3,4]]}`,
		"a collection":             `{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}`,
		"features without a place": `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{}},{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}`,
		"exponents and spaces":     "{\"type\" : \"LineString\" , \"coordinates\" : [ [ 1.0e0 ,\n 2 ] , [3,4] ] }",
	} {
		a, faults := atlas.Decode("x", []byte(text))
		if len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
			continue
		}
		if diff := cmp.Diff([]atlas.Path{{Points: []atlas.Point{{Lon: 1, Lat: 2}, {Lon: 3, Lat: 4}}}}, a.Paths); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestFaultsNameThePlaceAndTheRemedy(t *testing.T) {
	t.Parallel()
	feature := func(geometry string) string {
		return "{\"type\":\"FeatureCollection\",\n\"features\":[\n {\"type\":\"Feature\",\"geometry\":" + geometry + "}]}"
	}
	long := strings.Repeat("[1,2],", 200_001)
	for name, tt := range map[string]struct{ text, want string }{
		"nothing":               {"", "m.geojson:1:1: not JSON: unexpected end of JSON input; want a GeoJSON file"},
		"not JSON":              {"{\n\"type\": nope}", "m.geojson:2:10: not JSON: invalid character 'o' in literal null (expecting 'u'); want a GeoJSON file"},
		"cut off":               {`{"type":"FeatureCollection","features":[`, "m.geojson:1:40: not JSON: unexpected end of JSON input; want a GeoJSON file"},
		"a list":                {"[1]", "m.geojson:1:1: want an object of GeoJSON"},
		"another format":        {`{"type":"Topology"}`, "m.geojson:1:1: TopoJSON is another format; convert it to GeoJSON"},
		"another object":        {`{"type":"Sphere"}`, `m.geojson:1:1: no geometry is called "Sphere"; want LineString, MultiLineString, Polygon or MultiPolygon`},
		"an empty map":          {`{"type":"FeatureCollection","features":[]}`, "m.geojson:1:1: no line, no area and no named point in it; want borders or countries, as Natural Earth has them"},
		"features that are not": {`{"type":"FeatureCollection","features":{}}`, "m.geojson:1:1: features: want a list"},
		"a feature that is not": {`{"type":"FeatureCollection","features":[7]}`, "m.geojson:1:41: features[1]: not a feature of GeoJSON"},
		"swapped":               {feature(`{"type":"LineString","coordinates":[[54,125],[55,26]]}`), "m.geojson:3:2: features[1]: no place on Earth has longitude 54 and latitude 125; write degrees as [longitude, latitude]"},
		"metres":                {feature(`{"type":"LineString","coordinates":[[2814000,7290000]]}`), "m.geojson:3:2: features[1]: no place on Earth has longitude 2.814e+06 and latitude 7.29e+06; write degrees as [longitude, latitude]"},
		"huge":                  {feature(`{"type":"LineString","coordinates":[[1e999,1]]}`), "m.geojson:3:2: features[1]: the coordinates are not those of the type of the geometry"},
		"half a position":       {feature(`{"type":"LineString","coordinates":[[1],[2,3]]}`), "m.geojson:3:2: features[1]: a position has fewer than two numbers; write [longitude, latitude]"},
		"too shallow":           {feature(`{"type":"Polygon","coordinates":[[1,2],[3,4]]}`), "m.geojson:3:2: features[1]: the coordinates are not those of the type of the geometry"},
		"too deep":              {feature(`{"type":"LineString","coordinates":[[[1,2]]]}`), "m.geojson:3:2: features[1]: the coordinates are nested too deep for the type of the geometry"},
		"words for numbers":     {feature(`{"type":"LineString","coordinates":[["1","2"]]}`), "m.geojson:3:2: features[1]: the coordinates are not those of the type of the geometry"},
		"too many points":       {feature(`{"type":"LineString","coordinates":[` + strings.TrimSuffix(long, ",") + `]}`), "m.geojson:3:2: features[1]: more than 200000 points; cut the file to the region, or simplify it"},
		"too large":             {strings.Repeat(" ", 8<<20) + "{}", "m.geojson: the file is larger than 8 MiB; cut it to the region, or simplify it"},
		"nested without end":    {feature(strings.Repeat(`{"type":"GeometryCollection","geometries":[`, 9) + strings.Repeat("]}", 9)), `m.geojson:3:2: features[1]: no geometry is called "GeometryCollection"; want LineString, MultiLineString, Polygon or MultiPolygon`},
	} {
		a, faults := atlas.Decode("m.geojson", []byte(tt.text))
		if got := faults.Error(); got != tt.want || a != nil {
			t.Errorf("%s:\n got %s\nwant %s", name, got, tt.want)
		}
	}
}

func TestNamesOnTheMapAreClean(t *testing.T) {
	t.Parallel()
	a, faults := atlas.Decode("x", []byte(`{"type":"FeatureCollection","features":[{"type":"Feature",
		"properties":{"name":"A\u001b[2J\u202eB\u0007"},"geometry":{"type":"Point","coordinates":[1,2]}},
		{"type":"Feature","properties":{"between":["\u001b]0;x\u0007","B","C"]},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}`))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, text := range []string{a.Towns[0].Name.String(), a.Names[0].String()} {
		if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x202e }) {
			t.Errorf("%q is not clean", text)
		}
	}
	if len(a.Paths[0].Sides) != 2 {
		t.Errorf("%d sides", len(a.Paths[0].Sides))
	}
}

func TestAFileThatCannotBeReadIsToldOf(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, faults := atlas.Open(filepath.Join(dir, "none.geojson")); !strings.HasSuffix(faults.Error(), "none.geojson: there is no such file") {
		t.Errorf("%v", faults)
	}
	if _, faults := atlas.Open(dir); !strings.HasSuffix(faults.Error(), ": not an ordinary file; name a GeoJSON file") {
		t.Errorf("%v", faults)
	}
	path := filepath.Join(dir, "line.geojson")
	if err := os.WriteFile(path, []byte(`{"type":"LineString","coordinates":[[1,2],[3,4]]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if a, faults := atlas.Open(path); len(faults) > 0 || len(a.Paths) != 1 {
		t.Errorf("%v, %v", a, faults)
	}
}

// FuzzDecode holds that whatever a file has in it is read or refused, and can be
// looked at.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"between":["A","B"]},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}`))
	f.Add([]byte(`{"type":"Polygon","coordinates":[[[0,0],[360,90],[-360,-90],[0,0]]]}`))
	f.Add([]byte(`{"type":"Point","coordinates":[1,2]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, faults := atlas.Decode("f", data)
		if (a == nil) == (len(faults) == 0) {
			t.Fatalf("%v and %v", a, faults)
		}
		if a != nil {
			a.Land(atlas.View{Mid: atlas.Point{Lon: 179, Lat: 85}, Scale: 1, W: 40, H: 40}, []float64{0.5, 20.5}, []float64{1.5, 30.5})
		}
	})
}

func BenchmarkEmbedded(b *testing.B) {
	for b.Loop() {
		embedded(b)
	}
}
