package export

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"time"

	"bordertop/model"
	"bordertop/model/export/table"
)

// csvColumn is a column of records: its name, which stays the same in any
// language, and the field that it has, or else the value of a record, nil where it
// has none.
type csvColumn struct {
	name  string
	of    func(d dossier, a model.Amended) any
	field string
}

// writeCSV writes records as a table for spreadsheets, one a row. Fields have the
// names that datasets use, times the form. The columns depend on the kinds of
// records alone.
func writeCSV(w io.Writer, d dossier) error {
	kinds := slices.Clone(d.o.Kinds)
	for _, a := range d.records {
		if !slices.Contains(kinds, a.Record.Kind()) {
			kinds = append(kinds, a.Record.Kind())
		}
	}
	columns := csvColumns(kinds)
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	rows := make([][]any, len(d.records))
	for n, a := range d.records {
		rows[n] = make([]any, len(columns))
		fields := map[string]any{}
		for _, f := range model.Fields(a.Record) {
			fields[f.Name] = csvValue(f.Value.Interface())
		}
		for i, c := range columns {
			if c.field != "" {
				rows[n][i] = fields[c.field]
			} else {
				rows[n][i] = c.of(d, a)
			}
		}
	}
	return table.CSV(w, names, rows)
}

func csvColumns(kinds []model.Kind) []csvColumn {
	columns := []csvColumn{
		{name: "id", of: func(_ dossier, a model.Amended) any { return string(a.Record.Head().ID) }},
		{name: "kind", of: func(_ dossier, a model.Amended) any { return string(a.Record.Kind()) }},
		{name: "status", of: func(_ dossier, a model.Amended) any { return strings.Join(amendedStates(a), " ") }},
		{name: "first", of: func(_ dossier, a model.Amended) any {
			return edge(a.Record.Own(), func(s *span) string { return s.First })
		}},
		{name: "last", of: func(_ dossier, a model.Amended) any {
			return edge(a.Record.Own(), func(s *span) string { return s.Last })
		}},
		{name: "precision", of: func(_ dossier, a model.Amended) any {
			return edge(a.Record.Own(), func(s *span) string { return s.Precision })
		}},
	}
	for _, k := range model.Kinds() {
		if !slices.Contains(kinds, k) {
			continue
		}
		for _, f := range model.Fields(model.Blank(k)) {
			name := csvName(f)
			if !common(f.Name) && !slices.ContainsFunc(columns[1:], func(c csvColumn) bool { return c.name == name }) {
				columns = append(columns, csvColumn{name: name, field: f.Name})
			}
		}
		columns = append(columns, csvStanding(k)...)
	}
	return append(columns, csvBacking()...)
}

// common tells whether all records have a field. What leaves has no embargo.
func common(name string) bool {
	return slices.Contains([]string{"id", "sources", "known", "embargo", "confidence", "note"}, name)
}

// csvName is the name of a field, with the unit of what has one.
func csvName(f model.Field) string {
	switch {
	case f.Value.Type() == reflect.TypeFor[*time.Duration]():
		return f.Name + "_minutes"
	case f.Name == "kind":
		return "type" // of measures, say; the first kind is that of the record.
	}
	return f.Name
}

// csvStanding are the columns that a board adds to records of a kind.
func csvStanding(k model.Kind) []csvColumn {
	switch k {
	case model.KindCount:
		return []csvColumn{
			{name: "working", of: inGroup(func(g model.ClaimGroup, c model.Claim) any {
				return g.Working != nil && g.Working.Count.ID == c.Count.ID
			})},
			{name: "range_low", of: inGroup(func(g model.ClaimGroup, _ model.Claim) any { return csvValue(g.Low) })},
			{name: "range_high", of: inGroup(func(g model.ClaimGroup, _ model.Claim) any { return csvValue(g.High) })},
		}
	case model.KindCondition:
		return []csvColumn{{name: "since", of: func(d dossier, a model.Amended) any { s, _ := d.standing(a.Record); return written(s.Since) }}}
	case model.KindSource, model.KindPlace, model.KindCrossing, model.KindMeasure, model.KindReport, model.KindDeadline, model.KindQueue,
		model.KindIncident, model.KindStatement, model.KindTally, model.KindAmendment:
	}
	return nil
}

// inGroup is what the group of a claim says of it; nothing of what is in none.
func inGroup(of func(g model.ClaimGroup, c model.Claim) any) func(dossier, model.Amended) any {
	return func(d dossier, a model.Amended) any {
		g, c, ok := d.b.Claim(a.Record.Head().ID)
		if !ok {
			return nil
		}
		return of(g, c)
	}
}

// csvBacking are the columns of what stands behind a record.
func csvBacking() []csvColumn {
	return []csvColumn{
		{name: "note", field: "note"},
		{name: "confidence", field: "confidence"},
		{name: "known", of: func(d dossier, a model.Amended) any {
			if known := d.b.KnownAt(a.Record.Head().ID); !known.IsZero() {
				return known.In(d.o.Zone).Format(time.RFC3339)
			}
			return nil
		}},
		{name: "freshness", of: func(d dossier, a model.Amended) any {
			if f, ok := d.freshness(a.Record); ok {
				return freshness(f)
			}
			return nil
		}},
		{name: "changes", of: func(d dossier, a model.Amended) any { return strings.Join(d.csvChanges(a), " | ") }},
		{name: "sources", of: func(d dossier, a model.Amended) any {
			return strings.Join(eachOf(d.cites(a.Record), func(s *model.Source) string { return string(s.ID) }), " ")
		}},
		{name: "publishers", of: func(d dossier, a model.Amended) any {
			names := eachOf(d.cites(a.Record), func(s *model.Source) string { return line(s.Publisher) })
			if none := d.unsourced(a.Record); none != "" {
				names = append([]string{none}, names...)
			}
			return strings.Join(names, " | ")
		}},
		{name: "links", of: func(d dossier, a model.Amended) any {
			return strings.Join(eachOf(d.cites(a.Record), func(s *model.Source) string { return s.URL.String() }), " ")
		}},
		{name: "as_of", of: func(d dossier, _ model.Amended) any { return d.b.Valid.In(d.o.Zone).Format(time.RFC3339) }},
	}
}

// eachOf gives what is said of each source, but for those of which nothing is.
func eachOf(sources []*model.Source, said func(*model.Source) string) []string {
	return slices.DeleteFunc(all(sources, said), func(s string) bool { return s == "" })
}

// csvChanges tells what amendments did to a record, whoever disputes it and who
// took it back.
func (d dossier) csvChanges(a model.Amended) []string {
	by := func(c *model.Amendment) string {
		return join(strings.TrimSpace(string(c.Type)+" "+written(d.made(c))), line(c.By), line(c.Reason), string(c.ID))
	}
	var out []string
	if a.Withdrawal != nil {
		out = append(out, by(a.Withdrawal))
	}
	for _, c := range a.Changes {
		out = append(out, fmt.Sprintf("%s: %s → %s (%s)", c.Field, csvText(c.Old), csvText(c.New), by(c.By)))
	}
	for _, rival := range a.Disputes {
		for _, set := range rival.Set {
			out = append(out, fmt.Sprintf("%s: %s (%s)", set.Field, csvText(set.Value), by(rival)))
		}
	}
	return out
}
