package config

import (
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/source"
)

// partial marks the errors that are those of single sources.
func partial(faults dataset.Faults) dataset.Faults {
	for i, f := range faults {
		faults[i].Partial = !f.Warning && strings.HasPrefix(f.Key, "source[")
	}
	return faults
}

// spare keeps sources from being asked that are at fault. Those without an id of
// their own are none.
func (c *Config) spare(faults dataset.Faults) {
	errs := faults.Errors()
	ids := map[model.ID]bool{}
	var kept []source.Settings
	for i, s := range c.Sources {
		s.Off = s.Off || tellsOf(errs, item("source", i))
		if s.ID.Valid() && !ids[s.ID] {
			kept = append(kept, s)
		}
		ids[s.ID] = true
	}
	c.Sources = kept
}

// tellsOf tells whether one of some errors is of the source that a key is in.
func tellsOf(errs dataset.Faults, key string) bool {
	of, _, _ := strings.Cut(key, ".")
	return slices.ContainsFunc(errs, func(f dataset.Fault) bool {
		return f.Key == of || strings.HasPrefix(f.Key, of+".")
	})
}

// live tells whether sources are those that settings have, and not records: they
// have keys that only those have, or else a kind that no record has.
func live(sources any) bool {
	items, _ := sources.([]map[string]any)
	known, words := sourceKeys(new(source.Settings)), model.SourceKind("").Words()
	for _, s := range items {
		for key := range s {
			if _, ok := known[key]; ok && !slices.Contains(shared(), key) {
				return true
			}
		}
		if kind, ok := s["kind"].(string); ok && !slices.Contains(words, kind) && dataset.Nearest(kind, words) == "" {
			return true
		}
	}
	return false
}

// shared are the keys that sources have both in settings and in datasets.
func shared() []string {
	return []string{"id", "kind", "url", "title", "publisher", "origin", "state_media"}
}

// pathsOf are the files that a source names.
func pathsOf(s *source.Settings) []*string {
	paths := []*string{&s.CA, &s.Path}
	for i := range s.Tests {
		paths = append(paths, &s.Tests[i].Sample)
	}
	return paths
}
