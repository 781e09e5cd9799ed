package dataset

import (
	"slices"
	"strings"

	"bordertop/model"
)

// check looks at a record by itself.
func (s site) check(r model.Record, m map[string]any) {
	for _, keys := range required(r.Kind()) {
		if !slices.ContainsFunc(keys, func(key string) bool { return given(m, key) }) {
			s.sub(keys[0]).fault("missing", "add "+strings.Join(keys, " or "))
		}
	}
	switch r := r.(type) {
	case *model.Measure:
		s.ends("until", r.From, r.Until)
		s.ends("ended", r.From, r.Ended)
	case *model.Incident:
		s.ends("until", r.At, r.Until)
	case *model.Count:
		if r.Min != nil && r.Max != nil && *r.Min > *r.Max {
			s.sub("min").fault("min is above max", "swap them")
		}
	case *model.Place, *model.Crossing:
		if given(m, "lat") != given(m, "lon") {
			s.warn("lat and lon go together", "add the other")
		}
	case *model.Amendment:
		s.amends(r)
	case *model.Source, *model.Report, *model.Deadline, *model.Queue, *model.Statement, *model.Condition, *model.Tally:
	}
	s.knownBefore(r)
}

// given tells whether a key has a value. An empty id is another fault.
func given(m map[string]any, key string) bool { return m[key] != nil && (m[key] != "" || key == "id") }

// required lists the keys without which a record of a kind says nothing; of
// those listed together one is enough.
func required(k model.Kind) [][]string {
	id := []string{"id"}
	switch k {
	case model.KindSource:
		return [][]string{id, {"publisher", "title", "description"}}
	case model.KindPlace, model.KindCrossing:
		return [][]string{id, {"name"}}
	case model.KindMeasure:
		return [][]string{id, {"kind"}, {"from"}}
	case model.KindReport:
		return [][]string{id, {"crossings"}, {"at"}, {"state"}}
	case model.KindDeadline:
		return [][]string{id, {"title"}, {"due"}}
	case model.KindCount:
		return [][]string{id, {"at"}}
	case model.KindQueue:
		return [][]string{id, {"crossing"}, {"at"}}
	case model.KindIncident:
		return [][]string{id, {"at"}, {"title", "summary"}}
	case model.KindStatement:
		return [][]string{id, {"at"}, {"summary", "quote"}}
	case model.KindCondition:
		return [][]string{id, {"stated"}, {"text"}}
	case model.KindTally:
		return [][]string{id, {"subject"}, {"period"}}
	case model.KindAmendment:
		return [][]string{id, {"of"}, {"kind"}}
	}
	return nil
}

// before tells whether a is over before b begins. A day is over at the midnight
// at which the next one begins, an instant not before itself.
func before(a, b model.Moment) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	return a.Last().Before(b.First()) || !a.Exact() && a.Last().Equal(b.First())
}

func (s site) ends(key string, from, end model.Moment) {
	if before(end, from) {
		s.sub(key).fault("ends before it begins", "check both times")
	}
}

// amends refuses an amendment that would change nothing, or at no time.
func (s site) amends(a *model.Amendment) {
	if len(a.Set) == 0 && a.Type != model.Withdrawal {
		s.sub("set").fault("nothing is set", "add set = { field = value }, or write kind = \"withdrawal\"")
	}
	if a.Type == "" {
		// A board that left it out would show what somebody has withdrawn.
		s.sub("kind").fault("an amendment needs a kind that is known", "")
	}
	if a.At.IsZero() && a.Known.IsZero() && len(a.Sources) == 0 {
		s.fault("nothing says when this became known", "add known, at or sources")
	}
}

// knownBefore refuses what was known before it was so. An act or a date is
// announced ahead; an event is not.
func (s site) knownBefore(r model.Record) {
	switch r.Kind() {
	case model.KindMeasure, model.KindDeadline, model.KindAmendment:
		return
	case model.KindSource, model.KindPlace, model.KindCrossing, model.KindReport, model.KindCount, model.KindQueue,
		model.KindIncident, model.KindStatement, model.KindCondition, model.KindTally:
	}
	if before(r.Head().Known, r.Own()) {
		s.sub("known").fault("known before it was so: only measures, deadlines and amendments are announced ahead", "check known")
	}
}
