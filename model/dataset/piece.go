package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"bordertop/model"
)

// pieceSize is how much the parser is given at once, in bytes: enough to be worth
// a goroutine.
const pieceSize = 32 << 10

// parse gives what a file holds, with its keys in the order in which they stand. A
// file of records is parsed in pieces, on every processor. Where one has a fault,
// or they do not simply follow each other, the whole is parsed at once instead, so
// that it means what TOML says and its fault stands where it is.
func parse(data string, marks []mark, size int) (tree map[string]any, keys []toml.Key, err error) {
	pieces := split(data, marks, size)
	if len(pieces) == 1 {
		return parseWhole(data)
	}
	trees := make([]map[string]any, len(pieces))
	parts := make([][]toml.Key, len(pieces))
	parallel(len(pieces), func(i int) {
		trees[i], parts[i], _ = parseWhole(pieces[i]) // The whole will tell the fault.
	})
	if join(trees) {
		return trees[0], slices.Concat(parts...), nil
	}
	return parseWhole(data)
}

// parseWhole keeps the parser's panics from what shows the board.
func parseWhole(data string) (tree map[string]any, keys []toml.Key, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the parser failed: %v", r)
		}
	}()
	// A map would be copied key by key; an empty interface is set to what the
	// parser made.
	var whole any
	meta, err := toml.Decode(data, &whole)
	if err != nil {
		return nil, nil, err
	}
	tree, _ = whole.(map[string]any)
	return tree, meta.Keys(), nil
}

// split cuts a file before tables of records, so that each piece has at least so
// many bytes.
func split(data string, marks []mark, size int) []string {
	var pieces []string
	start := 0
	for _, m := range marks {
		if at := int(m.at); m.header && at-start >= size && beginsRecord(data[at:]) {
			pieces = append(pieces, data[start:at])
			start = at
		}
	}
	return append(pieces, data[start:])
}

// beginsRecord tells whether a text begins with the header of a record, such as
// [[incident]].
func beginsRecord(text string) bool {
	name, ok := strings.CutPrefix(text, "[[")
	if !ok {
		return false
	}
	name, _, ok = strings.Cut(name[:min(len(name), len("[[")+maxKey)], "]]")
	return ok && model.Blank(model.Kind(name)) != nil
}

// join adds the trees of pieces to the first. It tells whether that gave the tree
// of the whole: not where one is missing, nor where a name of one is anything else
// in another than more tables of the same list.
func join(trees []map[string]any) bool {
	if slices.ContainsFunc(trees, func(t map[string]any) bool { return t == nil }) {
		return false
	}
	for _, tree := range trees[1:] {
		for name, v := range tree {
			had, known := trees[0][name]
			list, isList := had.([]map[string]any)
			more, ok := v.([]map[string]any)
			if !ok || known && !isList {
				return false
			}
			trees[0][name] = append(list, more...)
		}
	}
	return true
}
