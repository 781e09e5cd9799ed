package model

import (
	"iter"

	"bordertop/model/clean"
)

// named lists the ids by which a record names others. Some may be empty, or name
// nothing.
func named(r Record) iter.Seq[ID] {
	return func(yield func(ID) bool) {
		for _, ids := range append(namedBy(r), r.Head().Sources) {
			for _, id := range ids {
				if !yield(id) {
					return
				}
			}
		}
	}
}

func namedBy(r Record) [][]ID {
	switch r := r.(type) {
	case *Source:
		return [][]ID{{ID(r.Origin.String())}}
	case *Measure:
		return [][]ID{r.Crossings, r.Replaces}
	case *Report:
		return [][]ID{r.Crossings}
	case *Deadline:
		return [][]ID{r.About}
	case *Count:
		return [][]ID{{r.Crossing, r.PartOf, r.Repeats}}
	case *Queue:
		return [][]ID{{r.Crossing}}
	case *Incident:
		return [][]ID{r.Places, r.Crossings, r.About}
	case *Statement:
		return [][]ID{r.About}
	case *Amendment:
		return append(namedIn(r.Set), r.Of)
	case *Place, *Crossing, *Condition, *Tally:
	}
	return nil
}

// namedIn are the ids among the values that an amendment sets.
func namedIn(set []Assignment) [][]ID {
	var out [][]ID
	for _, s := range set {
		switch value := s.Value.(type) {
		case ID:
			if s.Field != "act" && s.Field != "category" {
				out = append(out, []ID{value})
			}
		case []ID:
			out = append(out, value)
		case clean.Text:
			if s.Field == "origin" {
				out = append(out, []ID{ID(value.String())})
			}
		}
	}
	return out
}
