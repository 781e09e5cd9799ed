package query

import (
	"slices"
	"strconv"
	"strings"

	"bordertop/model"
)

// field gives those of the rows of which a field has one of the values.
func (a asking) field(n *node, among rows) rows {
	out := noRows(a.segment.rows())
	for _, i := range n.items {
		switch n.field {
		case fSeverity:
			out.or(a.severity(i))
		case fSince:
			out.or(a.since(i.period(n.sign, a.scope)))
		case fUntil, fOn:
			out.or(a.begun(i.period(n.sign, a.scope)))
		case fIs:
			out.or(a.is(i.text, among))
		case fWaiting, fWait, fValue:
			out.or(a.amount(n.field.column(), i))
		case fCategory, fPlace, fCrossing, fSource, fMonth, fSide, fSpeaker, fKind, fConfidence, fUnit, fClass, fTo:
			out.or(a.value(n, i))
		}
	}
	out.and(among)
	return out
}

// severity gives the rows of a range. What has none is in none.
func (a asking) severity(i item) rows {
	out := noRows(a.segment.rows())
	for row, s := range a.segment.severity {
		if i.low <= int64(s) && int64(s) <= i.high {
			out.add(row)
		}
	}
	return out
}

// amount gives the rows of which a number is in a range. What is not known is in
// none.
func (a asking) amount(c column, i item) rows {
	return a.segment.facets[c].rows(func(v string) bool {
		n, err := strconv.ParseInt(v, 10, 64)
		return err == nil && i.low <= n && n <= i.high
	})
}

// since gives the rows that were not over before a period began. Of a day or a
// month any part counts: it may have been then.
func (a asking) since(p period) rows {
	s := a.segment
	out := noRows(s.rows())
	for row, how := range s.dated {
		if how != undated && s.last[row] >= p.low[how] {
			out.add(row)
		}
	}
	return out
}

// begun gives the rows that began in a period.
func (a asking) begun(p period) rows {
	s := a.segment
	out := noRows(s.rows())
	for row, how := range s.dated {
		if how != undated && s.first[row] >= p.low[how] && s.first[row] < p.high[how] {
			out.add(row)
		}
	}
	return out
}

// value gives the rows with a value of a field that is a text or an id.
func (a asking) value(n *node, i item) rows {
	f := n.field
	if n.sign == "=" {
		sought := strings.Join(i.words, " ")
		is := func(c column) rows {
			return a.segment.facets[c].rows(func(v string) bool { return slices.Contains(a.keys(c, f, v), sought) })
		}
		out := is(f.column())
		if f == fPlace {
			out.or(is(colWhere))
		}
		return out
	}
	switch f {
	case fCrossing, fPlace:
		return a.site(f, i)
	case fSource:
		return a.segment.facets[colSource].rows(func(v string) bool { return a.source(model.ID(v), i.words) })
	case fKind, fConfidence, fClass:
		return a.segment.facets[f.column()].rows(func(v string) bool { return v == i.text })
	case fTo:
		return a.segment.facets[colTo].rows(func(v string) bool { return strings.EqualFold(v, i.text) })
	case fSide:
		return a.segment.facets[colSide].rows(func(v string) bool { return onSide(wordsOf(v), i.words) })
	case fCategory, fSpeaker, fUnit, fMonth, fSeverity, fSince, fUntil, fOn, fIs, fWaiting, fWait, fValue:
	}
	return a.segment.facets[f.column()].rows(func(v string) bool { return follows(wordsOf(v), i.words) >= 0 })
}

// column is where the values of a field are.
func (f Field) column() column {
	switch f {
	case fSide:
		return colSide
	case fSpeaker:
		return colSpeaker
	case fKind:
		return colKind
	case fConfidence:
		return colConfidence
	case fUnit:
		return colUnit
	case fSource:
		return colSource
	case fClass:
		return colClass
	case fTo:
		return colTo
	case fWaiting:
		return colWaiting
	case fWait:
		return colWait
	case fValue:
		return colValue
	case fCrossing, fPlace:
		return colSite
	case fCategory, fMonth, fSeverity, fSince, fUntil, fOn, fIs:
	}
	return colCategory
}

// keys lists the folded values as which a value of a field counts: field=value
// asks for one of these.
func (a asking) keys(c column, f Field, value string) []string {
	switch c {
	case colSite:
		at, ok := a.names.places[model.ID(value)]
		if !ok {
			// A record may name what no record describes.
			return []string{fold(value)}
		}
		e := a.names.entities[at]
		if e.crossing != (f == fCrossing) {
			return nil
		}
		joined := func(n name) string { return strings.Join(n.words, " ") }
		return append(each(e.names, joined), fold(value))
	case colSource:
		out := []string{fold(value)}
		if s, ok := a.log.Record(model.ID(value)).(*model.Source); ok {
			out = append(out, fold(s.Publisher.String()), fold(string(s.Type)))
		}
		return out
	case colCategory, colSide, colSpeaker, colKind, colConfidence, colUnit, colClass, colTo, colWaiting, colWait, colValue, colWhere, columns:
	}
	return []string{fold(value)}
}

// site gives the rows that tell of a crossing or a place, by any of its names.
// An id is that one alone; other words are also looked for in where it was.
func (a asking) site(f Field, i item) rows {
	ids := slices.DeleteFunc(a.names.find(i.words), func(id model.ID) bool {
		return a.names.entities[a.names.places[id]].crossing != (f == fCrossing)
	})
	out := a.segment.facets[colSite].rows(func(v string) bool { return slices.Contains(ids, model.ID(v)) })
	if f == fPlace && !slices.Contains(ids, model.ID(strings.Join(i.words, "-"))) {
		out.or(a.segment.facets[colWhere].rows(func(v string) bool { return follows(wordsOf(v), i.words) >= 0 }))
	}
	return out
}

// source tells whether words name a source: by its id, its publisher or its kind.
func (a asking) source(id model.ID, words []string) bool {
	if follows(wordsOf(string(id)), words) == 0 {
		return true
	}
	s, ok := a.log.Record(id).(*model.Source)
	if !ok {
		return false
	}
	return follows(wordsOf(s.Publisher.String()), words) >= 0 || follows(wordsOf(string(s.Type)), words) >= 0 ||
		s.StateMedia && follows([]string{"state", "media"}, words) >= 0
}

// onSide tells whether words name a side, or a country by another of its names.
func onSide(side, words []string) bool {
	if follows(side, words) >= 0 {
		return true
	}
	own, sought := strings.Join(side, " "), strings.Join(words, " ")
	for _, c := range countries() {
		called := each(c.names, fold)
		begins := func(name string) bool { return strings.HasPrefix(name, sought) }
		if slices.Contains(called, own) && (slices.Contains(c.codes, sought) || slices.ContainsFunc(called, begins)) {
			return true
		}
	}
	return false
}
