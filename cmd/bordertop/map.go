package main

import (
	"path/filepath"
	"strings"

	"bordertop/config"
	"bordertop/model/atlas"
	"bordertop/model/dataset"
)

// mapOf reads the map that settings name; nil where they name none.
func mapOf(c config.Config) (*atlas.Atlas, dataset.Faults) {
	if c.Map == "" {
		return nil, nil
	}
	return atlas.Open(c.Map)
}

// loadMapped is load and mapOf, with the faults of both told on stderr.
func loadMapped(e env, c config.Config) (records, *atlas.Atlas, error) {
	r, err := load(e, c)
	if err != nil {
		return r, nil, err
	}
	a, faults := mapOf(c)
	if faults.Err() != nil {
		tell(e.stderr, faults)
		return r, nil, &statusError{exitFault, errReported}
	}
	return r, a, nil
}

// isMap tells whether a file is meant to be a map, by its name.
func isMap(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".geojson", ".json":
		return true
	}
	return false
}
