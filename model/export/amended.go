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
	return !slices.Contains([]string{"note", "sources", "confidence", "known", "about", "severity", "category"}, field)
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
	at := a.At
	if at.IsZero() {
		at = model.Exactly(q.b.KnownAt(a.ID))
	}
	return q.day(at)
}
