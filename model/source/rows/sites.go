package rows

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/query"
)

// sites are the crossings and places that rows may name.
type sites struct {
	log   model.Log
	names query.Gazetteer
	// crossings and places are known by codes: those of the settings, and the ids
	// of rows. An empty id leaves what has that code out.
	crossings, places map[string]model.ID
}

func newSites(codes map[string]model.ID, log model.Log) sites {
	s := sites{log: log, names: query.NewGazetteer(log), crossings: map[string]model.ID{}, places: map[string]model.ID{}}
	for code, id := range codes {
		s.bring(s.crossings, code, id)
	}
	return s
}

// bring makes a code known, unless it means something already.
func (s sites) bring(among map[string]model.ID, code string, id model.ID) {
	if _, ok := among[folded(code)]; !ok {
		among[folded(code)] = id
	}
}

// folded is a code for which neither case nor spaces count.
func folded(code string) string { return strings.ToLower(strings.Join(strings.Fields(code), " ")) }

// crossing finds a crossing by a code, its id or any name of it. Where several
// have the name the class of traffic tells which is meant.
func (s sites) crossing(name string, class model.Class) (model.ID, bool) {
	if id, ok := s.crossings[folded(name)]; ok {
		return id, true
	}
	if _, ok := s.log.Record(model.ID(name)).(*model.Crossing); ok {
		return model.ID(name), true
	}
	named, _ := s.names.Named(name)
	if len(named) > 1 {
		named = slices.DeleteFunc(named, func(id model.ID) bool {
			c, ok := s.log.Record(id).(*model.Crossing)
			return !ok || class != "" && !slices.Contains(c.Serves, class)
		})
	}
	if len(named) != 1 {
		return "", false
	}
	return named[0], true
}

// place finds a place by a code, its id or any name of it.
func (s sites) place(name string) (model.ID, bool) {
	if id, ok := s.places[folded(name)]; ok {
		return id, true
	}
	if _, ok := s.log.Record(model.ID(name)).(*model.Place); ok {
		return model.ID(name), true
	}
	if _, named := s.names.Named(name); len(named) == 1 {
		return named[0], true
	}
	return "", false
}
