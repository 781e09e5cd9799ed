package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"bordertop/model"
	"bordertop/model/export/table"
)

// ListedSource is a source with how much rests on it.
type ListedSource struct {
	LookSource
	Records []model.ID `json:"records" doc:"the ids of the records that rest on it, the newest first; what was withdrawn is not among them"`
}

// sources lists where the facts come from, what rests on most of all first. Those
// that had not appeared by the board's moment are left out.
func (l *lister) sources() list {
	w := l.o.Words
	out := list{
		title: w.Page.Sources, empty: w.NothingYet, kinds: []model.Kind{model.KindSource}, key: "sources", one: "source", items: []listItem{},
		columns: []column{
			numbers(w.Lists.Records), words(w.Field("publisher"), 14), words(w.Field("kind"), 9), words(w.Field("published"), 10), words(w.Field("origin"), 8),
			words(w.Field("title"), 16).aside(), fixed(w.Field("url")).only(forLines), words(w.Page.ID, 12),
		},
		names: []string{"id", "publisher", "title", "kind", "state_media", "published", "repeats", "records", "url", "note", "confidence", "as_of"},
	}
	for _, of := range l.b.Sourced() {
		s, n := of.Source, of.Resting.Len()
		if l.o.Only != nil && !l.o.Only(s) {
			continue
		}
		published := cmp.Or(l.look.day(s.Published), w.Page.Undated)
		kind := w.Source(s.Type)
		if s.StateMedia && s.Type != model.BYStateMedia && s.Type != model.RUStateMedia {
			kind = join(kind, w.Page.StateMedia)
		}
		out.items = append(out.items, func(look *looker) any {
			return ListedSource{look.source(s.ID), append([]model.ID{}, slices.Collect(of.Resting.IDs())...)}
		})
		out.rows = append(out.rows, []table.Cell{
			cell(strconv.Itoa(n)), cell(cmp.Or(line(s.Publisher), s.URL.Host())), cell(kind), cell(published), cell(l.origin(s)),
			l.amendedCell(cmp.Or(line(s.Title), line(s.Description)), s.ID), cell(s.URL.String()), cell(string(s.ID)),
		})
		out.values = append(out.values, []any{
			string(s.ID), line(s.Publisher), cmp.Or(line(s.Title), line(s.Description)), string(s.Type), s.StateMedia, written(s.Published),
			line(s.Origin), int64(n), s.URL.String(), line(s.Note), string(s.Confidence), l.stamp(),
		})
	}
	return out
}

// origin is what a source repeats: another by its publisher, or an agency.
func (l *lister) origin(s *model.Source) string {
	if of := l.b.Source(model.ID(s.Origin.String())); of != nil {
		return strings.TrimSpace(line(of.Publisher) + " (" + string(of.ID) + ")")
	}
	return line(s.Origin)
}
