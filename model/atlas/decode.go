package atlas

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
)

// The limits keep a file from buying memory and time: a map on a terminal shows far less.
const (
	maxFile     = 8 << 20
	maxPoints   = 200_000
	maxFeatures = 20_000
	maxNames    = 500
	maxNested   = 4 // collections of geometries within each other
)

func fault(path string, f dataset.Fault) dataset.Faults {
	f.File = dataset.FileName(path)
	return dataset.Faults{f}
}

// Decode reads what a GeoJSON file holds (RFC 7946): lines, areas, and the points that have a name. A line with a kind of
// "coast" is one; others are borders. The countries beside a border stand in "between", or where Natural Earth has
// them; the one of an area in "country", "iso_a2", "name" or "admin". The name of the file is told in faults.
func Decode(file string, data []byte) (*Atlas, dataset.Faults) {
	if len(data) > maxFile {
		return nil, fault(file, dataset.Fault{Problem: "the file is larger than 8 MiB", Remedy: "cut it to the region, or simplify it"})
	}
	r := &reader{data: bytes.TrimPrefix(data, []byte("\uFEFF")), atlas: new(Atlas)}
	if err := r.read(); err != nil {
		f, ok := errors.AsType[*dataset.Fault](err)
		if !ok {
			f = &dataset.Fault{Problem: clean.Err(err)}
		}
		return nil, fault(file, *f)
	}
	return r.atlas, nil
}

// reader reads one file.
type reader struct {
	data          []byte
	at            int64 // where what is being read begins
	key           string
	atlas         *Atlas
	points, areas int
}

// wrong is a fault where the reader stands.
func (r *reader) wrong(problem, remedy string) error {
	f := r.place(r.at)
	f.Key, f.Problem, f.Remedy = r.key, problem, remedy
	return f
}

func (r *reader) place(at int64) *dataset.Fault {
	before := r.data[:min(max(at, 0), int64(len(r.data)))]
	return &dataset.Fault{Line: 1 + bytes.Count(before, []byte("\n")), Column: len(before) - bytes.LastIndexByte(before, '\n')}
}

// read goes through the file twice: once to know that all of it is JSON and where it is not, and then a feature at a
// time.
func (r *reader) read() error {
	var whole json.RawMessage
	if err := json.Unmarshal(r.data, &whole); err != nil {
		f := r.place(int64(len(r.data)))
		if s, ok := errors.AsType[*json.SyntaxError](err); ok {
			f = r.place(s.Offset - 1)
		}
		f.Problem, f.Remedy = "not JSON: "+clean.Err(err), "want a GeoJSON file"
		return f
	}
	kind, err := r.top()
	if err != nil {
		return err
	}
	r.at, r.key = 0, ""
	switch kind {
	case "FeatureCollection":
	case "Feature":
		err = r.feature(r.data)
	case "Topology":
		return r.wrong("TopoJSON is another format", "convert it to GeoJSON")
	default:
		err = r.shape(r.data, look{}, 0)
	}
	if err == nil && len(r.atlas.Paths) == 0 && len(r.atlas.Towns) == 0 {
		return r.wrong("no line, no area and no named point in it", "want borders or countries, as Natural Earth has them")
	}
	return err
}

// top reads the features of a collection, and tells what the whole is.
func (r *reader) top() (kind string, err error) {
	d := json.NewDecoder(bytes.NewReader(r.data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return "", r.wrong("want an object of GeoJSON", "")
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return "", fmt.Errorf("read a key: %w", err)
		}
		if err := r.member(d, key, &kind); err != nil {
			return "", err
		}
	}
	return kind, nil
}

// member reads the value of a key at the top.
func (r *reader) member(d *json.Decoder, key json.Token, kind *string) error {
	switch key {
	case "type":
		if err := d.Decode(kind); err != nil {
			return r.wrong("the type is not a text", "")
		}
	case "features":
		return r.features(d)
	default:
		if err := d.Decode(new(json.RawMessage)); err != nil {
			return fmt.Errorf("read a value: %w", err)
		}
	}
	return nil
}

func (r *reader) features(d *json.Decoder) error {
	r.key = "features"
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return r.wrong("want a list", "")
	}
	for n := 1; d.More(); n++ {
		var raw json.RawMessage
		r.at, r.key = r.next(d.InputOffset()), fmt.Sprintf("features[%d]", n)
		if n > maxFeatures {
			return r.wrong(fmt.Sprintf("more than %d features", maxFeatures), "cut the file to the region")
		}
		if err := d.Decode(&raw); err != nil {
			return fmt.Errorf("read a feature: %w", err)
		}
		if err := r.feature(raw); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return fmt.Errorf("read the end of the features: %w", err)
	}
	return nil
}

// next is where the next value begins.
func (r *reader) next(at int64) int64 {
	for at < int64(len(r.data)) && strings.IndexByte(" \t\r\n,:", r.data[at]) >= 0 {
		at++
	}
	return at
}

func (r *reader) feature(raw []byte) error {
	var f struct {
		Type       string
		Properties map[string]json.RawMessage
		Geometry   json.RawMessage
	}
	if err := json.Unmarshal(raw, &f); err != nil || f.Type != "Feature" {
		return r.wrong("not a feature of GeoJSON", "")
	}
	if len(f.Geometry) == 0 || string(f.Geometry) == "null" {
		return nil
	}
	return r.shape(f.Geometry, r.look(f.Properties), 0)
}

// look is how a feature is drawn.
type look struct {
	coast bool
	sides []int
	town  Town
}

// look reads the properties of a feature. Natural Earth has their names in small letters or capitals.
func (r *reader) look(properties map[string]json.RawMessage) look {
	known := map[string]string{}
	var l look
	for key, raw := range properties {
		var text string
		var list []string
		switch key = strings.ToLower(key); {
		case key == "between" && json.Unmarshal(raw, &list) == nil:
			l.sides = r.sides(list[:min(len(list), 2)]...)
		case json.Unmarshal(raw, &text) == nil && text != "" && text != "-99":
			known[key] = text
		}
	}
	l.coast = strings.Contains(strings.ToLower(known["kind"]+known["featurecla"]), "coast")
	if l.sides == nil && known["adm0_left"] != "" && known["adm0_right"] != "" {
		l.sides = r.sides(known["adm0_left"], known["adm0_right"])
	}
	for _, key := range []string{"country", "iso_a2_eh", "iso_a2", "name", "admin"} {
		if l.sides == nil && known[key] != "" {
			l.sides = r.sides(known[key])
		}
	}
	l.town = town(known)
	return l
}

// town takes the name of a point, and its names in other languages.
func town(known map[string]string) Town {
	t := Town{Name: clean.Line(known["name"])}
	for _, lang := range model.Lang("").Words() {
		if name := clean.Line(known["name_"+lang]); !name.Empty() {
			t.Names = append(t.Names, model.Name{Lang: model.Lang(lang), Text: name})
		}
	}
	return t
}

func (r *reader) sides(names ...string) []int {
	var sides []int
	for _, raw := range names {
		if name := clean.Line(raw); !name.Empty() && len(r.atlas.Names) < maxNames {
			sides = append(sides, r.atlas.side(name))
		}
	}
	return sides
}

// shape takes the lines of a geometry.
func (r *reader) shape(raw []byte, l look, depth int) error {
	var g struct {
		Type        string
		Coordinates json.RawMessage
		Geometries  []json.RawMessage
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		return r.wrong("not a geometry of GeoJSON", "")
	}
	if g.Type == "GeometryCollection" && depth < maxNested {
		var err error
		for i := 0; i < len(g.Geometries) && err == nil; i++ {
			err = r.shape(g.Geometries[i], l, depth+1)
		}
		return err
	}
	return r.draw(g.Type, g.Coordinates, l)
}

// towns takes the points that have a name.
func (r *reader) towns(points [][]Point, t Town) {
	for _, at := range slices.Concat(points...) {
		if t.At = at; !t.Name.Empty() {
			r.atlas.Towns = append(r.atlas.Towns, t)
		}
	}
}

// draw takes the lines of a geometry that has coordinates of its own.
func (r *reader) draw(kind string, raw []byte, l look) error {
	levels := map[string]int{"Point": 1, "MultiPoint": 2, "LineString": 2, "MultiLineString": 3, "Polygon": 3, "MultiPolygon": 4}
	level := levels[kind]
	if level == 0 {
		return r.wrong("no geometry is called "+dataset.Quote(kind), "want LineString, MultiLineString, Polygon or MultiPolygon")
	}
	lines, err := r.lines(raw, level)
	if err != nil {
		return err
	}
	if strings.HasSuffix(kind, "Point") {
		r.towns(lines, l.town)
		return nil
	}
	number := 0
	if strings.HasSuffix(kind, "Polygon") && len(l.sides) > 0 {
		r.areas++
		number, l.sides = r.areas, l.sides[:1]
	}
	for _, line := range lines {
		if len(line) > 1 {
			r.atlas.Paths = append(r.atlas.Paths, Path{Points: line, Coast: l.coast, Sides: l.sides, Area: number})
		}
	}
	return nil
}
