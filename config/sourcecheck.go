package config

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"unicode/utf8"

	"bordertop/model"
	"bordertop/model/clean"
	"bordertop/model/dataset"
	"bordertop/model/source"
)

// headerName is what HTTP allows.
var headerName = regexp.MustCompile("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")

// sources looks at what all kinds have in common.
func (v *validator) sources(all []source.Settings) {
	v.most("source", len(all), mostSources)
	ids := map[string]string{}
	for i, s := range all {
		at := item("source", i)
		v.ids(at+".id", s.ID)
		if s.ID.Valid() {
			v.once(ids, string(s.ID), at+".id")
		}
		v.describes(at, s)
		v.asks(at, s)
		v.refers(at, s)
	}
}

// describes looks at what a source is.
func (v *validator) describes(at string, s source.Settings) {
	if s.Kind == "" {
		v.fault(at+".kind", "want the kind of the source", "")
	}
	if s.Type != "" {
		word(v, at+".type", "type of source", string(s.Type), s.Type.Words())
	}
	if s.Language != "" {
		word(v, at+".language", "language", string(s.Language), s.Language.Words())
	}
	if s.To != "" && !s.To.Valid() {
		v.fault(at+".to", "no country "+dataset.Quote(string(s.To)), `write two letters such as "LT"`)
	}
	v.long(at+".title", s.Title)
	v.long(at+".publisher", s.Publisher)
	v.long(at+".origin", s.Origin)
}

// asks looks at how a source is asked.
func (v *validator) asks(at string, s source.Settings) {
	if s.Timeout > slowest {
		v.fault(at+".timeout", "want at most "+dataset.Quote(Span(slowest)), "")
	}
	for _, name := range slices.Sorted(maps.Keys(s.Headers)) {
		if !headerName.MatchString(name) {
			v.fault(at+".headers", dataset.Quote(name)+" is not the name of a header", `such as "Authorization"`)
		}
	}
}

func (v *validator) long(at string, text clean.Text) {
	if n := utf8.RuneCountInString(text.String()); n > mostText {
		v.fault(at, fmt.Sprintf("want at most %d characters, got %d", mostText, n), "")
	}
}

// refers looks at the ids that a source names.
func (v *validator) refers(at string, s source.Settings) {
	for _, code := range slices.Sorted(maps.Keys(s.Crossings)) {
		if id := s.Crossings[code]; id != "" {
			v.ids(at+".crossings", id)
		}
	}
	for i, r := range s.Rules {
		at := item(at+".rule", i)
		if r.Category != "" {
			v.ids(at+".category", r.Category)
		}
		v.ids(at+".crossings", r.Crossings...)
		v.ids(at+".places", r.Places...)
		if r.Severity < 0 || r.Severity > worst {
			v.fault(at+".severity", fmt.Sprintf("want a severity from 1 to %d, got %d", worst, r.Severity), "")
		}
	}
}

// ids tells of ids that are none.
func (v *validator) ids(at string, ids ...model.ID) {
	for _, id := range ids {
		if !id.Valid() {
			v.fault(at, dataset.Quote(string(id))+" is not an id", "want 1 to 64 of a-z, 0-9 and -, the first not a -")
		}
	}
}
