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

// report is an incident as a feed tells it.
type report struct {
	*model.Incident
	feed int
}

// fold makes one of the incidents that several feeds tell under the same headline:
// that of the earliest, with all sources, crossings and places. It depends on the
// records alone, not on the order in which they came. Where a feed tells later of
// something earlier, the incident takes that one's id. Those that are amended stay
// apart, for an amendment names them.
func fold(feeds [][]model.Record) []model.Record {
	instead := map[model.ID]*model.Incident{}
	for title, same := range headlines(feeds) {
		if title != "" && len(same) > 1 {
			maps.Copy(instead, groups(same))
		}
	}
	var out []model.Record
	for _, r := range slices.Concat(feeds...) {
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

// headlines lists the incidents by their headlines, but those that are amended.
func headlines(feeds [][]model.Record) map[string][]report {
	amended := map[model.ID]bool{}
	titles := map[string][]report{}
	for at, records := range feeds {
		for _, r := range records {
			switch r := r.(type) { //nolint:gochecksumtype // the others stay as they are
			case *model.Amendment:
				for _, id := range r.Of {
					amended[id] = true
				}
			case *model.Incident:
				key := strings.Join(query.Words(r.Title.String()), " ")
				titles[key] = append(titles[key], report{r, at})
			}
		}
	}
	for title, same := range titles {
		titles[title] = slices.DeleteFunc(same, func(r report) bool { return amended[r.ID] })
	}
	return titles
}

// groups tells for incidents of the same headline as which each is told, if not as
// itself. A feed that tells it twice tells of two things.
func groups(same []report) map[model.ID]*model.Incident {
	slices.SortFunc(same, func(a, b report) int {
		return cmp.Or(a.At.First().Compare(b.At.First()), cmp.Compare(a.ID, b.ID))
	})
	var open [][]report
	for _, r := range same {
		at := slices.IndexFunc(open, func(o []report) bool {
			return r.At.First().Sub(o[0].At.First()) <= together && !slices.ContainsFunc(o, func(one report) bool { return one.feed == r.feed })
		})
		if at < 0 {
			open = append(open, []report{r})
			continue
		}
		open[at] = append(open[at], r)
	}
	out := map[model.ID]*model.Incident{}
	for _, o := range open {
		if len(o) == 1 {
			continue
		}
		one := *o[0].Incident
		for _, r := range o {
			one.Sources, one.Crossings, one.Places = union(one.Sources, r.Sources), union(one.Crossings, r.Crossings), union(one.Places, r.Places)
			out[r.ID] = &one
		}
	}
	return out
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
