package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bordertop/model"
)

// disputed tells who disputes a record, what they say and who publishes it. An
// address would make many of them too long.
func (q quoter) disputed(d *model.Amendment) string {
	w := q.o.Words
	by, from := d.By.String(), w.Page.NoSources
	if s := q.sources(d.ID); len(s) > 0 {
		from = q.publisher(s[0])
		by = cmp.Or(by, from)
	}
	claimed := fmt.Sprintf(w.Quote.Sources, short(q.claimed(d), factRoom/2), from)
	return fmt.Sprintf(w.Quote.Disputed, short(cmp.Or(by, string(d.ID)), factRoom/4), claimed)
}

// telling tells whether a change of a field is one of the fact itself.
func telling(field string) bool {
	return !slices.Contains([]string{"note", "sources", "confidence", "known", "about"}, field)
}

// claimed is what an amendment says: which values, else why.
func (q quoter) claimed(a *model.Amendment) string {
	var parts []string
	for _, set := range a.Set {
		if text := q.o.value(set.Value); text != "" && telling(set.Field) {
			parts = append(parts, q.o.Words.Field(set.Field)+" "+text)
		}
	}
	if len(parts) == 0 {
		return line(a.Reason)
	}
	return strings.Join(parts, ", ")
}

// amendedOn is the day of an amendment.
func (q quoter) amendedOn(a *model.Amendment) string {
	return q.day(q.made(a))
}

// made is from when an amendment holds or, where it does not say, when it became
// known.
func (q quoter) made(a *model.Amendment) model.Moment {
	if a.At.IsZero() {
		return model.Exactly(q.b.KnownAt(a.ID).In(q.o.Zone))
	}
	return a.At
}

// amendments tells what was changed in a record, who disputes it and who took it
// back.
func (d dossier) amendments(a model.Amended) []string {
	w := d.o.Words
	var out []string
	for _, change := range a.Changes {
		old := ""
		if was := d.o.value(change.Old); was != "" {
			old = w.Planned(short(was, factRoom/4))
		}
		out = append(out, join(w.Field(change.Field)+": "+short(d.o.value(change.New), factRoom), old, d.because(change.By)))
	}
	for _, by := range a.Disputes {
		out = append(out, w.Page.Disputed+": "+join(d.claimed(by), d.because(by)))
	}
	if a.Withdrawal != nil {
		out = append(out, w.Page.Withdrawn+": "+d.because(a.Withdrawal))
	}
	return out
}
