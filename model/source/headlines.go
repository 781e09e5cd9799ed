package source

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/query"
)

// together is within which time two sources that tell the same headline tell of the
// same thing.
const together = 48 * time.Hour

// fold makes one of the incidents that several sources tell under the same headline:
// that of the earliest, with all sources, crossings and places. It depends on the
// records alone, not on the order in which they came. Where a source tells later of
// something earlier, the incident takes that one's id.
func fold(records []model.Record) []model.Record {
	titles := map[string][]*model.Incident{}
	for _, r := range records {
		if i, ok := r.(*model.Incident); ok && !i.Title.Empty() {
			key := strings.Join(query.Words(i.Title.String()), " ")
			titles[key] = append(titles[key], i)
		}
	}
	instead := map[model.ID]*model.Incident{}
	for _, same := range titles {
		if len(same) > 1 {
			maps.Copy(instead, groups(same))
		}
	}
	if len(instead) == 0 {
		return records
	}
	var out []model.Record
	for _, r := range records {
		i, ok := instead[r.Head().ID]
		switch {
		case !ok:
			out = append(out, r)
		case i.ID == r.Head().ID:
			out = append(out, i)
		}
	}
	return out
}

// groups tells for incidents of the same headline as which each is told, if not as
// itself. A source that tells it twice tells of two things.
func groups(same []*model.Incident) map[model.ID]*model.Incident {
	slices.SortFunc(same, func(a, b *model.Incident) int {
		return cmp.Or(a.At.First().Compare(b.At.First()), cmp.Compare(a.ID, b.ID))
	})
	var open []*model.Incident
	out := map[model.ID]*model.Incident{}
	for _, i := range same {
		at := slices.IndexFunc(open, func(o *model.Incident) bool {
			return i.At.First().Sub(o.At.First()) <= together && !slices.ContainsFunc(i.Sources, func(s model.ID) bool { return slices.Contains(o.Sources, s) })
		})
		if at < 0 {
			one := *i
			open = append(open, &one)
			out[i.ID] = &one
			continue
		}
		o := open[at]
		o.Sources, o.Crossings, o.Places = union(o.Sources, i.Sources), union(o.Crossings, i.Crossings), union(o.Places, i.Places)
		out[i.ID] = o
	}
	maps.DeleteFunc(out, func(id model.ID, o *model.Incident) bool {
		return id == o.ID && len(o.Sources) == len(find(same, id).Sources)
	})
	return out
}

func find(in []*model.Incident, id model.ID) *model.Incident {
	return in[slices.IndexFunc(in, func(i *model.Incident) bool { return i.ID == id })]
}

func union(a, b []model.ID) []model.ID {
	out := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
