package main

import (
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
	"bordertop/model/dataset"
	"bordertop/model/query"
)

// names knows crossings and places by all their names.
func (q *question) names() *query.Index {
	if q.index == nil {
		q.index = query.NewIndex(q.records.log)
	}
	return q.index
}

// crossing finds a crossing of the board by its id or by any of its names, in any
// script, of which the beginning is enough.
func (q *question) crossing(text string) (model.CrossingStatus, error) {
	if c, ok := q.board.Crossing(model.ID(text)); ok {
		return c, nil
	}
	// A whole name comes before the beginnings of others.
	for _, sign := range []string{"=", ":"} {
		asked, err := query.Parse("crossing"+sign+quotedWord(text), q.records.zone)
		if err != nil {
			return model.CrossingStatus{}, fmt.Errorf("crossing %s: %w", dataset.Quote(text), err)
		}
		found := slices.Clone(q.board.Crossings)
		found = slices.DeleteFunc(found, func(c model.CrossingStatus) bool { return !q.names().Match(asked, c.Crossing, q.scope()) })
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return model.CrossingStatus{}, fmt.Errorf("more than one crossing is called %s: %s", dataset.Quote(text), enumerate(idsOf(found)))
		}
	}
	return model.CrossingStatus{}, fmt.Errorf("no crossing %s", unknownWord(text, idsOf(q.board.Crossings)))
}

// idsOf lists the ids of crossings, in order.
func idsOf(crossings []model.CrossingStatus) []string {
	var ids []string
	for _, c := range crossings {
		ids = append(ids, string(c.Crossing.ID))
	}
	slices.Sort(ids)
	return ids
}

// quotedWord is a text as one value of a query.
func quotedWord(text string) string {
	return `"` + strings.NewReplacer(`"`, " ", `\`, " ").Replace(text) + `"`
}

// dashed is the name of a crossing with that on its far side.
func dashed(near, far string) string {
	if far == "" {
		return near
	}
	return near + " – " + far
}

// unknownWord quotes a word that is not one of words, with what was probably
// meant, or all of them.
func unknownWord(word string, words []string) string {
	return dataset.Quote(word) + "; " + dataset.Meant(word, words)
}
