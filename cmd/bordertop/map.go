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

// loadMap is mapOf, with faults told on stderr.
func loadMap(e env, c config.Config) (*atlas.Atlas, error) {
	a, faults := mapOf(c)
	if faults.Err() != nil {
		tell(e.stderr, faults)
		return nil, &statusError{exitFault, errReported}
	}
	return a, nil
}

// isMap tells whether a file is meant to be a map, by its name.
func isMap(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".geojson", ".json":
		return true
	}
	return false
}
