package dataset

import (
	"strings"

	"github.com/BurntSushi/toml"

	"bordertop/model"
)

// table is one [[table]] of a file, or, with an empty name, its head.
type table struct {
	name string
	// nth counts the tables of that name before this one.
	nth  int
	mark mark
	// keys and marks are what stands between this table and the next one.
	keys  []toml.Key
	marks []mark
}

// kind is the kind of record that the table holds.
func (t *table) kind() model.Kind { return model.Kind(t.name) }

// index divides the keys that the parser met, with the places at which the guard
// met them, among the tables. There are as many places as keys.
func index(keys []toml.Key, marks []mark) []table {
	tables := []table{{}}
	count := map[string]int{}
	start := 0
	finish := func(end int) {
		last := &tables[len(tables)-1]
		last.keys, last.marks = keys[start:end], marks[start:end]
	}
	for i, key := range keys {
		if !marks[i].header || len(key) != 1 {
			continue
		}
		finish(i)
		start = i + 1
		tables = append(tables, table{name: key[0], nth: count[key[0]], mark: marks[i]})
		count[key[0]]++
	}
	finish(len(keys))
	return tables
}

// find gives the place of a key of the table by its path, such as "set.until" or
// "allows[2].to". Where the path leads into a list it is the place of the list,
// and where there is no such key that of the table.
func (t *table) find(path string) mark {
	path, _, _ = strings.Cut(path, "[")
	best := t.mark
	if path == "" {
		return best
	}
	for i, key := range t.keys {
		if t.name != "" {
			if key[0] != t.name {
				continue
			}
			key = key[1:]
		}
		switch rest, ok := cutKey(path, key); {
		case !ok || len(key) == 0:
		case rest == "":
			return t.marks[i]
		default:
			best = t.marks[i]
		}
	}
	return best
}

// cutKey takes a key, or the beginning that the path has of it, off the path.
func cutKey(path string, key toml.Key) (rest string, ok bool) {
	for _, part := range key {
		if path == "" {
			break
		}
		if path, ok = strings.CutPrefix(path, part); !ok || path != "" && path[0] != '.' {
			return "", false
		}
		path = strings.TrimPrefix(path, ".")
	}
	return path, true
}
