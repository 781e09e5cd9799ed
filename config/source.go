package config

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/source"
)

// These bound what settings have of sources.
const (
	mostSources = 64
	mostRules   = 200
	mostTests   = 50
	// mostText is for how many characters there is room in a title.
	mostText = 200
	// slowest is how long a source may take to answer.
	slowest = 10 * time.Minute
)

// anySource are the keys that every kind of source takes.
func anySource() []string {
	return []string{"id", "kind", "off", "title", "publisher", "origin", "type", "state_media", "every", "timeout", "stale"}
}

// OwnKeys lists what settings of a source say besides what every kind takes.
func OwnKeys(s source.Settings) []string {
	var keys []string
	for key, own := range sourced(&s) {
		if own.show() != "" && !slices.Contains(anySource(), key) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// SourceKey is the key of a source in settings, such as "source[2].rule[1].any", by
// its index and the key of a fault of its settings, such as "rules.1.any".
func SourceKey(i int, key string) string {
	var at strings.Builder
	at.WriteString(item("source", i))
	for part := range strings.SplitSeq(key, ".") {
		if _, err := strconv.Atoi(part); err == nil {
			at.WriteString("[" + part + "]")
		} else if part != "" {
			at.WriteString("." + singular(part))
		}
	}
	return at.String()
}

// singular is the key of the settings for a field that is a list of tables.
func singular(field string) string {
	switch field {
	case "rules", "tests":
		return strings.TrimSuffix(field, "s")
	}
	return field
}

// sourced tells where the keys of a source go. None shows what it does not set.
func sourced(s *source.Settings) map[string]setting {
	known, none := sourceKeys(s), sourceKeys(new(source.Settings))
	for key, own := range known {
		show, nothing := own.show, none[key].show()
		own.show = func() string {
			if text := show(); text != nothing {
				return text
			}
			return ""
		}
		known[key] = own
	}
	return known
}

func sourceKeys(s *source.Settings) map[string]setting {
	known := map[string]setting{
		"id": named(&s.ID), "kind": textual(&s.Kind), "off": switched(&s.Off),
		"title": line(&s.Title, 0, mostText), "publisher": line(&s.Publisher, 0, mostText), "origin": line(&s.Origin, 0, mostText),
		"type": chosen(&s.Type, wordsOf(s.Type)), "state_media": switched(&s.StateMedia),
		"every": lasting(budget{"every", "5m", &s.Every}), "timeout": lasting(budget{"timeout", "15s", &s.Timeout}), "stale": lasting(budget{"stale", "20m", &s.Stale}),
		"url": textual(&s.URL), "headers": mapped(&s.Headers), "ca": textual(&s.CA),
		"plain": switched(&s.Plain), "local": switched(&s.Local), "hosts": words(&s.Hosts, "example.org"),
		"path": textual(&s.Path), "argv": words(&s.Argv, "program"), "env": words(&s.Env, "QUEUE_TOKEN"),
		"crossings": mapped(&s.Crossings), "to": textual(&s.To), "language": chosen(&s.Language, wordsOf(s.Language)),
		"rule": many(&s.Rules, "tables such as [[source.rule]]", mostRules, source.Rule{}, ruled),
		"test": many(&s.Tests, "tables such as [[source.test]]", mostTests, source.Test{}, tested),
	}
	maps.Copy(known, map[string]setting{
		"decode": textual(&s.Decode), "rows": textual(&s.Rows), "expect": textual(&s.Expect),
		"select": textual(&s.Select), "pattern": textual(&s.Pattern), "separator": textual(&s.Separator),
		"lists": words(&s.Lists, "port"), "layouts": words(&s.Layouts, "15:04:05 02.01.2006"), "zone": zoned(&s.Zone),
	})
	return known
}

func ruled(r *source.Rule) map[string]setting {
	return map[string]setting{
		"any": words(&r.Any, "border"), "all": words(&r.All, "border"), "none": words(&r.None, "sport"),
		"category": named(&r.Category), "severity": numbered(&r.Severity, 1, worst),
		"crossings": words(&r.Crossings, "medininkai"), "places": words(&r.Places, "vilnius-airport"),
	}
}

func tested(t *source.Test) map[string]setting {
	return map[string]setting{"sample": textual(&t.Sample), "now": dated(&t.Now), "want": words(&t.Want, `{\"waiting\":3}`)}
}

// named takes an id.
func named(to *model.ID) setting {
	s := textual(to)
	s.shape = shaped(object{"type": "string", "pattern": `^[a-z0-9][a-z0-9-]{0,63}$`})
	return s
}

// words takes a list of text; a single one is a list of one.
func words[T ~string](to *[]T, example string) setting {
	return listed(example, object{"type": "string"}, func() []string {
		out := make([]string, len(*to))
		for i, w := range *to {
			out[i] = string(w)
		}
		return out
	}, func(list []string) {
		*to = nil
		for _, w := range list {
			*to = append(*to, T(w))
		}
	})
}

// mapped takes a table of text by keys that are the desk's own.
func mapped[T ~string](to *map[string]T) setting {
	return setting{
		take: func(s site, v any) {
			table, ok := v.(map[string]any)
			for key, value := range table {
				var word T
				text(site{s.d, s.top, append(slices.Clip(s.path), key)}, value, &word)
				if *to == nil {
					*to = map[string]T{}
				}
				(*to)[key] = word
			}
			if !ok {
				s.wrong(`a table such as { name = "value" }`, v)
			}
		},
		shape: shaped(object{"type": "object", "additionalProperties": object{"type": "string"}}),
		show: func() string {
			var parts []string
			for _, key := range slices.Sorted(maps.Keys(*to)) {
				parts = append(parts, quoted(key)+" = "+quoted(string((*to)[key])))
			}
			return "{ " + strings.Join(parts, ", ") + " }"
		},
	}
}

// dated takes a moment with its offset.
func dated(to *time.Time) setting {
	return setting{
		take: func(s site, v any) {
			raw, _ := v.(string)
			at, err := time.Parse(time.RFC3339, raw)
			if err != nil {
				s.wrong(`a moment such as "2026-03-09T16:25:00Z"`, v)
			}
			*to = at
		},
		shape: shaped(object{"type": "string", "format": "date-time"}),
		show: func() string {
			if to.IsZero() {
				return ""
			}
			return quoted(to.Format(time.RFC3339))
		},
	}
}
