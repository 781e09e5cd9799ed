package config

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"bordertop/model/dataset"
)

// place is where a key stands; columns count bytes.
type place struct{ line, column int }

// places finds the keys of valid TOML that stand at the beginning of a line, by
// their paths with the items of lists counted, such as "filters[2].name". Those
// that stand elsewhere, as in inline tables, are not among them.
type places map[string]place

var (
	header = regexp.MustCompile(`^\s*(\[\[?)\s*([^\]#]+?)\s*\]`)
	pair   = regexp.MustCompile(`^\s*([^=#\[\]{},]+?)\s*=`)
	// block begins or ends a string of several lines.
	block = regexp.MustCompile(`"""|'''`)
	// lastItem is the number of an item at the end of a path, lastPart its last key.
	lastItem = regexp.MustCompile(`\[\d+\]$`)
	lastPart = regexp.MustCompile(`(^|\.)[^.]*$`)
	quotes   = regexp.MustCompile(`["'\s]`)
)

// locate finds the places of keys.
func locate(text string) places {
	found, items := places{}, map[string]int{}
	table, within := "", ""
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		n++
		if within == "" {
			if strings.HasPrefix(strings.TrimSpace(line), "#") {
				continue // It may hold a quote that ends nowhere.
			}
			table = found.take(line, n, table, items)
		}
		for _, mark := range block.FindAllString(line, -1) {
			switch within {
			case "":
				within = mark
			case mark:
				within = ""
			}
		}
	}
	return found
}

// take takes down the key or the header of a line, and gives the table that the
// lines after it belong to.
func (p places) take(line string, n int, table string, items map[string]int) string {
	column := 1 + len(line) - len(strings.TrimLeft(line, " \t"))
	if m := header.FindStringSubmatch(line); m != nil {
		table = ""
		for part := range strings.SplitSeq(quotes.ReplaceAllString(m[2], ""), ".") {
			table = below(table, part)
			if i := items[table]; i > 0 {
				table = item(table, i-1)
			}
		}
		if m[1] == "[[" {
			table = lastItem.ReplaceAllString(table, "")
			items[table]++
			table = item(table, items[table]-1)
		}
		p.put(table, place{n, column})
		return table
	}
	if m := pair.FindStringSubmatch(line); m != nil {
		p.put(below(table, quotes.ReplaceAllString(m[1], "")), place{n, column})
	}
	return table
}

// put keeps the first place of a key.
func (p places) put(key string, at place) {
	if _, ok := p[key]; !ok {
		p[key] = at
	}
}

func below(table, key string) string {
	if table == "" {
		return key
	}
	return table + "." + key
}

// find gives the place of a key or else of the nearest one above it; the zero
// place where there is none.
func (p places) find(key string) place {
	for key != "" {
		if at, ok := p[key]; ok {
			return at
		}
		if shorter := lastItem.ReplaceAllString(key, ""); shorter != key {
			key = shorter
		} else {
			key = lastPart.ReplaceAllString(key, "")
		}
	}
	return place{}
}

// placed gives faults with their places, in the order of these. A document finds
// the place of a key but not that of the items of a list.
func placed(faults dataset.Faults, text string) dataset.Faults {
	var found places
	for i, f := range faults {
		if f.Line > 0 || f.Key == "" {
			continue
		}
		if found == nil {
			found = locate(text)
		}
		at := found.find(f.Key)
		faults[i].Line, faults[i].Column = at.line, at.column
	}
	slices.SortStableFunc(faults, func(a, b dataset.Fault) int {
		return cmp.Or(cmp.Compare(last(a.Line), last(b.Line)), cmp.Compare(a.Column, b.Column))
	})
	return faults
}

// last puts what has no place behind everything that has one.
func last(line int) int { return cmp.Or(line, 1<<30) }
